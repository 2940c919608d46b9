"""A real HTTPS server on loopback that keeps submissions as ODK Central does, and misbehaves.

What it does to the next requests is told in advance, by the words of `ACTS`.
"""

import hashlib
import re
import ssl
import threading
import time
from base64 import b64encode
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from lxml import etree

RESPONSE = (
    b'<OpenRosaResponse xmlns="http://openrosa.org/http/response">'
    b"<message>full submission upload was successful!</message></OpenRosaResponse>"
)
PORTAL = b"<html><body>Welcome to the sample hotel. Please sign in.</body></html>"
FORM = b"<xforms xmlns='http://openrosa.org/xforms/xformsList'><xform><formID>%s</formID></xform></xforms>"

# Acts that end without taking anything in, and acts that take it in whatever they answer.
REFUSING = ("200", "400", "401", "403", "404", "413", "429", "500", "503", "302", "drop", "half")
HIDING = (
    "201 bare",
    "202",
    "twice",
    "silence after",
    "close after",
    "cut answer",
    "late",
    "500 after",
    "503 after",
    "200 after",
)
ACTS = ("ok", *REFUSING, *HIDING)


@dataclass
class Kept:
    """A submission as the server has it."""

    xml: bytes
    files: dict[str, bytes]
    times: int = 1

    def envelope(self) -> bytes | None:
        """The envelope, if every part has come."""
        root = etree.fromstring(self.xml)
        names = [str(element.text) for element in root.iterfind("part/file")]
        if not all(name in self.files for name in names):
            return None
        return b"".join(self.files[name] for name in names)


@dataclass
class Shelf:
    """What the server has taken in, and what it will do next."""

    kept: dict[str, Kept] = field(default_factory=dict)
    acts: deque[str] = field(default_factory=deque)
    greetings: deque[str] = field(default_factory=deque)
    seen: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    accept: str = "10485760"
    user: tuple[str, str] | None = None
    digest: bool = False
    form: str = "fieldbook_sealed"
    slowness: float = 0.6
    conflicts: int = 0
    poison: str = ""
    published: list[bytes] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, xml: bytes, files: dict[str, bytes]) -> int:
        """Keep a submission by Central's rules; the status that says so."""
        instance = _instance(xml)
        if not instance:
            return 400
        if instance == self.poison:
            return 500
        with self.lock:
            known = self.kept.get(instance)
            if known is None:
                self.kept[instance] = Kept(xml, dict(files))
                return 201
            if known.xml != xml:
                self.conflicts += 1
                return 409
            known.times += 1
            for name, data in files.items():
                known.files.setdefault(name, data)
            return 201


def _instance(xml: bytes) -> str:
    try:
        root = etree.fromstring(xml)
    except etree.XMLSyntaxError:
        return ""
    return next((e.text or "" for e in root.iter("{*}instanceID")), "")


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: "Server"
    timeout = 20
    wbufsize = 64 * 1024  # an answer goes in one piece, or it waits for an acknowledgement
    disable_nagle_algorithm = True

    def log_message(self, *arguments: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        shelf = self.server.shelf
        self._note()
        greeting = shelf.greetings.popleft() if shelf.greetings else "204"
        if greeting == "drop":
            self.close_connection = True
            return
        if not self._allowed():
            return
        openrosa = {"X-OpenRosa-Version": "1.0", "X-OpenRosa-Accept-Content-Length": shelf.accept}
        if greeting == "204":
            self._answer(204, b"", openrosa)
        elif greeting.startswith("to "):
            self._answer(204, b"", {**openrosa, "Location": greeting[3:]})
        elif greeting.startswith("302 "):
            self._answer(302, b"", {"Location": greeting[4:]})
        elif greeting == "503":
            self._answer(503, b"", {"Retry-After": "7"})
        else:
            self._answer(int(greeting), b"")

    def do_GET(self) -> None:
        self._note()
        if self._allowed():
            self._answer(200, FORM % self.server.shelf.form.encode(), {"X-OpenRosa-Version": "1.0"})

    def do_POST(self) -> None:
        shelf = self.server.shelf
        self._note()
        with shelf.lock:
            act = shelf.acts.popleft() if shelf.acts else "ok"
        length = int(self.headers["Content-Length"])
        if act in ("drop", "half"):
            self.rfile.read(length // 2 if act == "half" else 0)
            self.close_connection = True
            return
        body = self.rfile.read(length)
        if len(body) != length or not self._allowed():
            self.close_connection = len(body) != length
            return
        if self.path.split("?")[0].endswith("/forms"):
            shelf.published.append(body)
            self._answer(200, b"{}")
            return
        if act == "late":  # the answer is lost, and the submission is kept only later
            xml, files = _parts(self.headers["Content-Type"], body)
            threading.Timer(shelf.slowness, shelf.take, (xml, files)).start()
            self.close_connection = True
            return
        status = 201
        if act not in REFUSING:
            for _ in range(2 if act == "twice" else 1):
                status = shelf.take(*_parts(self.headers["Content-Type"], body))
        self._conclude(act, status)

    def _conclude(self, act: str, status: int) -> None:
        if status in (400, 409, 500):
            self._answer(status, RESPONSE)
        elif act in ("ok", "twice"):
            self._answer(201, RESPONSE)
        elif act == "202":
            self._answer(202, RESPONSE)
        elif act == "201 bare":
            self._answer(201, b"")
        elif act in ("200", "200 after"):
            self._answer(200, PORTAL)
        elif act == "302":
            self._answer(302, PORTAL, {"Location": "https://portal.invalid/"})
        elif act == "silence after":
            time.sleep(self.server.shelf.slowness)
            self.close_connection = True
        elif act == "close after":
            self.close_connection = True
        elif act == "cut answer":
            self.wfile.write(b"HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n<Open")
            self.wfile.flush()
            self.close_connection = True
        else:
            number = int(act.split()[0])
            self._answer(number, b"no", {"Retry-After": "3"} if number == 503 else {})

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _note(self) -> None:
        self.server.shelf.seen.append((self.command, self.path, dict(self.headers.items())))

    def _allowed(self) -> bool:
        shelf = self.server.shelf
        if shelf.user is None:
            return True
        given = self.headers.get("Authorization", "")
        if shelf.digest:
            allowed = _digest(given, self.command, *shelf.user)
            challenge = 'Digest realm="sample", qop="auth", nonce="abc", algorithm=SHA-256'
        else:
            allowed = given == "Basic " + b64encode(":".join(shelf.user).encode()).decode()
            challenge = 'Basic realm="sample"'
        if not allowed:
            self._answer(401, b"", {"WWW-Authenticate": challenge})
        return allowed


class Server(ThreadingHTTPServer):
    """The server; `url` is what an officer's profile would say."""

    daemon_threads = True

    def __init__(self, context: ssl.SSLContext | None, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Handler)
        self.shelf = Shelf()
        self._context = context
        scheme = "https" if context else "http"
        self.url = f"{scheme}://{host}:{self.server_port}/v1/projects/1"
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Shake hands in the connection's own thread, so that one can't hold up the others."""
        request.settimeout(20)
        if self._context is None:
            self.RequestHandlerClass(request, client_address, self)
            return
        with self._context.wrap_socket(request, server_side=True) as secured:
            self.RequestHandlerClass(secured, client_address, self)

    def shutdown_request(self, request: Any) -> None:
        try:
            super().shutdown_request(request)
        except OSError:
            pass

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Refused handshakes and broken lines are what this server is for."""

    def end(self) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()


def _parts(content_type: str, body: bytes) -> tuple[bytes, dict[str, bytes]]:
    """XML and files of a multipart body."""
    boundary = content_type.partition("boundary=")[2].encode()
    xml, files = b"", {}
    for piece in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, data = piece.partition(b"\r\n\r\n")
        fields = dict(re.findall(rb'(\w+)="([^"]*)"', head))
        if fields[b"name"] == b"xml_submission_file":
            xml = data
        else:
            files[fields[b"filename"].decode()] = data
    return xml, files


def _digest(given: str, method: str, user: str, password: str) -> bool:
    """RFC 7616 with SHA-256 and qop=auth."""
    if not given.startswith("Digest "):
        return False
    items = (item.partition("=") for item in given[7:].split(","))
    fields = {name.strip(): value.strip().strip('"') for name, _, value in items}

    def h(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    first, second = h(f"{user}:sample:{password}"), h(f"{method}:{fields['uri']}")
    nonce = ":".join(fields[name] for name in ("nonce", "nc", "cnonce", "qop"))
    return fields["response"] == h(f"{first}:{nonce}:{second}")
