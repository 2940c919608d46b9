"""Whom a laptop trusts: the system's authorities, the right host, today, with TLS 1.2 or newer."""

import base64
import datetime
import hashlib
import logging
import os
import ssl
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from exports.delivery.address import Address
from exports.delivery.examining import examine
from exports.delivery.openrosa import OpenRosa
from exports.delivery.outcome import Fate, Parcel, Trouble, words
from tests.sending.certificates import DAY, Issued, authority, issue
from tests.sending.server import Server

QUICK = httpx.Timeout(3)
HOST = ["127.0.0.1"]


def seen(server: Server, **changes: object) -> Trouble:
    return examine(replace(Address(server.url, proxy=""), **changes), timeout=QUICK)


@pytest.fixture
def trusted(ca: Issued, monkeypatch: pytest.MonkeyPatch) -> Issued:
    monkeypatch.setenv("SSL_CERT_FILE", str(ca.path))
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)
    return ca


@pytest.mark.parametrize(
    ("kind", "trouble"),
    [
        ("good", Trouble.NONE),
        ("expired", Trouble.CERTIFICATE_EXPIRED),
        ("early", Trouble.CERTIFICATE_EARLY),
        ("other host", Trouble.CERTIFICATE_HOST),
        ("self-signed", Trouble.CERTIFICATE_SELF_SIGNED),
        ("unknown authority", Trouble.CERTIFICATE_AUTHORITY),
        ("old protocol", Trouble.OLD_PROTOCOL),
        ("no TLS", Trouble.PORTAL),
    ],
)
def test_certificates(trusted: Issued, tmp_path: Path, kind: str, trouble: Trouble) -> None:
    day = datetime.timedelta(days=3)
    made = {
        "expired": lambda: issue(tmp_path, "a", trusted, HOST, -day, -DAY),
        "early": lambda: issue(tmp_path, "a", trusted, HOST, DAY, day),
        "other host": lambda: issue(tmp_path, "a", trusted, ["other.invalid"]),
        "self-signed": lambda: issue(tmp_path, "a", None, HOST),
        "unknown authority": lambda: issue(tmp_path, "a", authority(tmp_path, "other"), HOST),
    }
    context = made.get(kind, lambda: issue(tmp_path, "a", trusted, HOST))().server()
    if kind == "old protocol":
        context.set_ciphers("DEFAULT@SECLEVEL=0")
        with pytest.warns(DeprecationWarning, match="TLSv1"):
            context.minimum_version = ssl.TLSVersion.TLSv1
        with pytest.warns(DeprecationWarning, match="TLSv1"):
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    server = Server(None if kind == "no TLS" else context)
    try:
        address = server.url.replace("http:", "https:")
        assert seen(server, url=address, user="officer", password="swordfish") == trouble
        if trouble:
            assert not server.shelf.seen, "something was said before the server was proven"
            said = words(trouble)
            assert "nothing was sent" in said or "the report is safe here" in said
    finally:
        server.end()


def test_a_pinned_key(server: Server, certificate: Issued) -> None:
    public = certificate.key.public_key()
    raw = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    pin = base64.b64encode(hashlib.sha256(raw).digest()).decode()
    assert seen(server, pinned=pin) == Trouble.NONE
    server.shelf.seen.clear()
    assert seen(server, pinned=pin[::-1]) == Trouble.PINNED_KEY
    assert not server.shelf.seen


def test_a_clients_own_certificate(trusted: Issued, tmp_path: Path) -> None:
    context = issue(tmp_path, "server", trusted, HOST).server()
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(trusted.path)
    server = Server(context)
    try:
        mine = issue(tmp_path, "client", trusted, []).path
        assert seen(server, certificate=mine) == Trouble.NONE
        assert seen(server) != Trouble.NONE
        assert seen(server, certificate=tmp_path / "none.pem") == Trouble.CERTIFICATE
    finally:
        server.end()


def test_the_test_button_tells_troubles_apart(server: Server) -> None:
    assert seen(server) == Trouble.NONE
    server.shelf.greetings.append("302 https://portal.invalid/")
    assert seen(server) == Trouble.PORTAL
    server.shelf.form = "another_form"
    assert seen(server) == Trouble.MISSING_FORM
    server.shelf.user = ("officer", "swordfish")
    assert seen(server, user="officer", password="guess") == Trouble.PASSWORD
    assert seen(server, user="officer", password="swordfish") == Trouble.MISSING_FORM
    assert seen(server, url="https://127.0.0.1:9/v1/projects/1") == Trouble.OFFLINE
    assert seen(server, url="http://127.0.0.1:9") == Trouble.NOT_ENCRYPTED


def test_proxies(server: Server) -> None:
    assert seen(server, proxy="http://127.0.0.1:9") in (Trouble.PROXY, Trouble.OFFLINE)
    assert seen(server, proxy="not a proxy") == Trouble.PROXY
    address = Address("https://sample.invalid/v1/projects/1")
    assert address.way_out({"https": "http://proxy:8080"}) == "http://proxy:8080"
    assert address.way_out({}) is None
    assert replace(address, proxy="").way_out({"https": "http://proxy:8080"}) is None


def test_no_log_holds_a_secret_or_a_word(
    server: Server, caplog: pytest.LogCaptureFixture, envelope: object
) -> None:
    """Canaries in every secret place; every logger set to tell all."""
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore", "httpcore.connection", "httpcore.http11"):
        caplog.set_level(logging.DEBUG, name)
    server.shelf.user = ("canaryuser", "canarypassword")
    parcel = Parcel("uuid:canaryinstance", b"<a>canaryxml</a>", ("n",), (b"canarybody",), "00")
    address = Address(server.url, "canaryuser", "canarypassword", proxy="")
    for shown in (address, replace(address, password="canarywrong", token="canarytoken")):
        road = OpenRosa(shown, timeout=QUICK)
        refusal = road.open()
        assert (refusal is None) == (shown is address)
        outcome = road.deliver(parcel)
        said = f"{refusal!r}{outcome!r}{shown!r}{road!r}{caplog.text}"
        road.close()
        assert "canary" not in said
        assert outcome.fate != Fate.RECEIVED  # Central takes no XML without a number
    assert not [record for record in caplog.records if record.name.startswith("http")]
