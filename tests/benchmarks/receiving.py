"""The server that both sides of a benchmark post to, in a process of its own."""

import multiprocessing
import os
from contextlib import AbstractContextManager
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from tests.sending.certificates import authority, issue
from tests.sending.server import Server

CONTEXT = multiprocessing.get_context("spawn")


class Receiver(AbstractContextManager["Receiver"]):
    """A server that the system trusts while this lasts; it answers one number with 500."""

    url: str

    def __init__(self, folder: Path, poison: str) -> None:
        folder.mkdir(exist_ok=True)
        ca = authority(folder)
        self._pem = issue(folder, "server", ca, ["127.0.0.1"]).path
        os.environ.update(SSL_CERT_FILE=str(ca.path), SSL_CERT_DIR=os.devnull)
        self._poison = poison

    def __enter__(self) -> "Receiver":
        mine, theirs = CONTEXT.Pipe()
        self._process = CONTEXT.Process(target=_serve, args=(self._pem, self._poison, theirs))
        self._process.start()
        self.url = mine.recv()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.join()


def _serve(pem: Path, poison: str, told: Connection) -> None:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server = Server(context)
    server.shelf.poison = poison
    told.send(server.url)
    server._thread.join()
