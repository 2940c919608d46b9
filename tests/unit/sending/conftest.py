"""What the tests of sending share: a sealed envelope, and an authority that the system trusts."""

import os
from collections.abc import Iterator

import pytest

from tests.sending.certificates import Issued, authority, issue
from tests.sending.samples import Envelope, attached, content, make
from tests.sending.server import Server


@pytest.fixture(scope="session")
def envelope(tmp_path_factory: pytest.TempPathFactory) -> Envelope:
    files = (attached("a1.jpg", os.urandom(70_000)), attached("a2.pdf", b""))
    return make(tmp_path_factory.mktemp("envelope") / "one.fbs", content("uuid:1", *files))


@pytest.fixture(scope="session")
def ca(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    return authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def certificate(ca: Issued, tmp_path_factory: pytest.TempPathFactory) -> Issued:
    return issue(tmp_path_factory.mktemp("server"), "server", ca, ["127.0.0.1", "localhost"])


@pytest.fixture
def server(ca: Issued, certificate: Issued, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that the system trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(ca.path))
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)
    started = Server(certificate.server())
    yield started
    started.end()
