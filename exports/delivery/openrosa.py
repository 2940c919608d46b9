"""An OpenRosa server as destination: ODK Central, KoboToolbox, Ona.

OpenRosa Form Submission API 1.0: HEAD first, then the XML and its files as multipart; where a
server takes less at once, the files go in several requests, each with the same XML.
"""

import email.utils
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from urllib.parse import urlencode, urljoin, urlsplit

import httpx

from exports.delivery import answers, quiet, tls
from exports.delivery.address import Address
from exports.delivery.outcome import Fate, Outcome, Parcel, Trouble

TIMEOUT = httpx.Timeout(connect=15, read=60, write=60, pool=15)
MOST_AT_ONCE = 8 * 1024 * 1024
"""Bytes of one request, even where a server would take more: less is lost when the line breaks."""
_LEAST = 64 * 1024  # a server that says less is not believed
_ROOM = 1024  # for the headers of a part
_DETOURS = 3
_OPENROSA = {"X-OpenRosa-Version": "1.0", "User-Agent": "Fieldbook"}

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class OpenRosa:
    """A server, from the greeting to the last parcel, over one kept connection."""

    def __init__(
        self, address: Address, *, timeout: httpx.Timeout = TIMEOUT, clock: Clock = utc_now
    ) -> None:
        """Deliver to `address`; nothing is done before `open`."""
        self._address = address
        self._timeout = timeout
        self._clock = clock
        self._client: httpx.Client | None = None
        self._auth: httpx.Auth | None = None
        self._target: httpx.URL | str = address.endpoint("submission")
        self._most = MOST_AT_ONCE

    def open(self) -> Outcome | None:
        """Ask the server whether submissions are welcome; sends nothing of any report."""
        if not self._address.is_encrypted:
            return Outcome(Fate.NOT_SENT, Trouble.NOT_ENCRYPTED, stop=True)
        self.close()
        quiet.hush()
        try:
            self._client = connected(self._address, self._timeout)
        except OSError:
            return Outcome(Fate.NOT_SENT, Trouble.CERTIFICATE, stop=True)
        except ValueError:  # a proxy's address that is none
            return Outcome(Fate.NOT_SENT, Trouble.PROXY, stop=True)
        self._auth = basic(self._address)
        try:
            return self._greet()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return answers.of_failure(error, has_sent=False)

    def deliver(self, parcel: Parcel) -> Outcome:
        """Send one parcel, in as many requests as the server wants."""
        groups = list(_grouped(parcel, self._most))
        if any(not group for group in groups):
            return Outcome(Fate.NOT_SENT, Trouble.TOO_LARGE)
        taken = False
        outcome = Outcome(Fate.NOT_SENT, Trouble.OFFLINE, stop=True)
        for group in groups:
            outcome = self._post(parcel, group)
            if outcome.fate != Fate.RECEIVED:
                if not taken:
                    return outcome
                # Some of it is there already.
                return Outcome(
                    Fate.UNPROVEN, outcome.trouble, outcome.answer, outcome.wish, outcome.stop
                )
            taken = True
        return outcome

    def fetch(self, name: str, query: Mapping[str, str]) -> tuple[int, bytes]:
        """What the server gives at one of its addresses, such as `formList`: status and content.

        Raises:
            httpx.HTTPError: the network fails.
        """
        if self._client is None:
            raise httpx.ConnectError("not connected")
        with self._client.stream(
            "GET",
            f"{self._address.endpoint(name)}?{urlencode(query)}",
            headers={**_OPENROSA, "Date": self._date()},
            auth=self._auth,
        ) as response:
            return response.status_code, _read(response)

    def close(self) -> None:
        """End the connection."""
        if self._client is not None:
            with suppress(httpx.HTTPError):
                self._client.close()
            self._client = None

    def _greet(self) -> Outcome | None:
        target = self._address.endpoint("submission")
        for _ in range(_DETOURS):
            response = self._ask("HEAD", target)
            if response.status_code == 401 and self._digest(response):
                response = self._ask("HEAD", target)
            elsewhere = response.headers.get("Location", "")
            if not elsewhere:
                break
            target = urljoin(target, elsewhere)
            if not self._is_same(target):
                return Outcome(Fate.NOT_SENT, Trouble.PORTAL, stop=True)
            if response.status_code < 300:  # OpenRosa: where to post to
                break
        self._target = httpx.URL(target)
        self._most = _limit(response.headers.get("X-OpenRosa-Accept-Content-Length", ""))
        return answers.of_greeting(response.status_code, response.headers, self._clock())

    def _ask(self, method: str, target: str) -> httpx.Response:
        assert self._client is not None  # open has made it
        with self._client.stream(
            method, target, headers={**_OPENROSA, "Date": self._date()}, auth=self._auth
        ) as response:
            return response

    def _digest(self, response: httpx.Response) -> bool:
        """Whether the server asks for Digest; then it gets that from now on."""
        asked = response.headers.get_list("WWW-Authenticate")
        if not self._address.user or not any(a.lower().startswith("digest") for a in asked):
            return False
        self._auth = httpx.DigestAuth(self._address.user, self._address.password)
        return True

    def _is_same(self, target: str) -> bool:
        """Whether `target` is on the very server that was asked for: it gets the password."""
        there, here = urlsplit(target), urlsplit(self._address.endpoint(""))
        return (there.scheme, there.hostname, there.port) == (
            here.scheme,
            here.hostname,
            here.port,
        )

    def _post(self, parcel: Parcel, group: list[int]) -> Outcome:
        if self._client is None:
            return Outcome(Fate.NOT_SENT, Trouble.OFFLINE, stop=True)
        boundary = secrets.token_hex(16)
        # Made without the client, which would work out the address anew for each of thousands.
        request = httpx.Request(
            "POST",
            self._target,
            headers={
                **_OPENROSA,
                "Accept": "*/*",
                "Date": self._date(),
                "Content-Type": f"multipart/form-data; boundary={boundary}",
            },
            content=_multipart(parcel, group, boundary),
            extensions={"timeout": self._timeout.as_dict()},
        )
        try:
            response = self._client.send(request, auth=self._auth, stream=True)
            with closing(response):
                answer = _read(response)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return answers.of_failure(error, has_sent=not answers.before_sending(error))
        return answers.of_post(response.status_code, response.headers, answer, self._clock())

    def _date(self) -> str:
        return email.utils.format_datetime(self._clock().astimezone(UTC), usegmt=True)


def connected(address: Address, timeout: httpx.Timeout = TIMEOUT) -> httpx.Client:
    """A client for `address`: its own trust, its own proxy, nothing from the environment.

    Raises:
        OSError: the client's certificate can't be read.
        ValueError: the proxy's address is none.
    """
    return httpx.Client(
        verify=tls.context(address.pinned, address.certificate),
        proxy=address.way_out(),
        timeout=timeout,
        trust_env=False,
        follow_redirects=False,
    )


def basic(address: Address) -> httpx.Auth | None:
    """Basic, sent at once: the connection is encrypted, and its other end proven."""
    return httpx.BasicAuth(address.user, address.password) if address.user else None


def _read(response: httpx.Response) -> bytes:
    body = b""
    for piece in response.iter_bytes():
        body += piece
        if len(body) > answers.LARGEST:
            break
    return body


def _limit(text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        return MOST_AT_ONCE
    return min(max(int(text[:12]), _LEAST), MOST_AT_ONCE)


def _grouped(parcel: Parcel, most: int) -> Iterator[list[int]]:
    """Which parts go together into a request of at most `most` bytes; [] for one that can't."""
    base = len(parcel.xml) + _ROOM
    group: list[int] = []
    size = base
    for number, part in enumerate(parcel.parts):
        weight = len(part) + _ROOM
        if base + weight > most:
            yield []
            return
        if group and size + weight > most:
            yield group
            group, size = [], base
        group.append(number)
        size += weight
    yield group


def _multipart(parcel: Parcel, group: list[int], boundary: str) -> bytes:
    pieces = [_part(boundary, "xml_submission_file", "submission.xml", "text/xml"), parcel.xml]
    for number in group:
        name = parcel.names[number]
        pieces += [
            b"\r\n",
            _part(boundary, name, name, "application/octet-stream"),
            parcel.parts[number],
        ]
    return b"".join([*pieces, f"\r\n--{boundary}--\r\n".encode()])


def _part(boundary: str, name: str, file: str, media_type: str) -> bytes:
    return (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
        f"Content-Type: {media_type}\r\n\r\n"
    ).encode()
