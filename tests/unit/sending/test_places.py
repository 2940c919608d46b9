"""A folder, a mail file, and the form on a server."""

import email
import email.policy
import json
from pathlib import Path

import httpx
import pytest
from lxml import etree

from exports.delivery.address import Address
from exports.delivery.folder import Folder
from exports.delivery.mail import MailFile
from exports.delivery.outcome import Fate, Parcel, Trouble
from exports.delivery.publishing import NotPublished, publish
from exports.envelope import carrier
from exports.envelope.naming import reference
from forms import load
from tests.sending.server import Server

PARCEL = Parcel("uuid:1", b"<data/>", ("n.1", "n.2"), (b"one", b"two"), "ab" * 32)
NAME = reference("uuid:1")


def test_a_folder_gets_whole_files_and_a_word_that_they_are_there(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert folder.open() is None
    for _ in range(2):
        outcome = folder.deliver(PARCEL)
        assert outcome.fate == Fate.RECEIVED
    assert (tmp_path / f"{NAME}.fbs").read_bytes() == b"onetwo"
    assert (tmp_path / f"{NAME}.xml").read_bytes() == b"<data/>"
    arrived = json.loads((tmp_path / f"{NAME}.arrived.json").read_text())
    assert arrived["instance"] == "uuid:1"
    assert arrived == json.loads(outcome.answer)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_stick_that_is_not_there(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "stick")
    refusal = folder.open()
    assert refusal is not None
    assert (refusal.fate, refusal.trouble) == (Fate.NOT_SENT, Trouble.NO_FOLDER)
    outcome = folder.deliver(PARCEL)  # pulled out in between
    assert (outcome.fate, outcome.trouble) == (Fate.NOT_SENT, Trouble.NO_FOLDER)
    assert not (tmp_path / "stick").exists()


def test_what_can_not_be_replaced_is_not_called_received(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.fbs").mkdir()
    outcome = Folder(tmp_path).deliver(PARCEL)
    assert (outcome.fate, outcome.stop) == (Fate.NOT_SENT, True)
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.fbs"]


def test_a_mail_file_opens_as_a_draft_and_is_never_called_received(tmp_path: Path) -> None:
    outcome = MailFile(tmp_path, "unit@sample.invalid").deliver(PARCEL)
    assert (outcome.fate, outcome.trouble) == (Fate.HANDED_OVER, Trouble.BY_HAND)
    (path,) = tmp_path.iterdir()
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert message["To"] == "unit@sample.invalid"
    assert message["X-Unsent"] == "1"
    files = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert files == {f"{NAME}.fbs": b"onetwo", f"{NAME}.xml": b"<data/>"}


def test_the_carrier_is_a_form(tmp_path: Path) -> None:
    path = tmp_path / "carrier.xml"
    path.write_text(carrier.XFORM)
    form = load(path)
    assert (form.id, form.version) == (carrier.FORM, carrier.VERSION)
    etree.fromstring(carrier.XFORM.encode())


def test_a_form_is_published(server: Server) -> None:
    xform = carrier.XFORM.encode()
    address = Address(server.url, "it", "secret", proxy="")
    assert publish(address, carrier.FORM, carrier.VERSION, xform) == "published"
    assert server.shelf.published == [xform]
    command, path, headers = server.shelf.seen[-1]
    assert (command, path) == ("POST", "/v1/projects/1/forms?ignoreWarnings=true&publish=true")
    assert headers["Content-Type"] == "application/xml"
    for url, trouble in (
        (server.url.replace("https", "http"), Trouble.NOT_ENCRYPTED),
        ("https://127.0.0.1:9/v1/projects/1", Trouble.OFFLINE),
        ("https://127.0.0.1:9/", Trouble.OFFLINE),
    ):
        with pytest.raises(NotPublished) as refused:
            publish(Address(url, proxy=""), carrier.FORM, "1", xform, timeout=httpx.Timeout(2))
        assert refused.value.trouble == trouble
    server.shelf.user = ("it", "other")
    with pytest.raises(NotPublished) as refused:
        publish(address, carrier.FORM, carrier.VERSION, xform)
    assert refused.value.trouble == Trouble.PASSWORD
