"""Taking in what somebody hands over: it keeps its authors, times and hashes, and where it is from.

A record comes under its own id. If it is here already, only the versions that are new are added;
if it went on differently here, nothing of the hand-over is taken in.
"""

import base64
import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from storage import attachment_files
from storage.attaching import ID_SIZE
from storage.attachments import KEY_SIZE, Attachment
from storage.copies import never
from storage.database import Progress
from storage.definitions import Definition
from storage.errors import NotAHandover
from storage.escrow import PrivateKey
from storage.handover_file import Opened, key_for
from storage.handover_keys import kept_key
from storage.handover_receipt import HandoverReceipt
from storage.links import Link
from storage.records import Version, indexed_hash
from storage.rows import RecordId
from storage.session import Session
from storage.vault import Vault

_TAKEN = "handover.taken"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in.

    Attributes:
        person, device: whose vault it came from, as that vault says.
        signer: the fingerprint of the device that signed it.
        reason, agreement: why it was handed over, and what the person it is about said.
        records: the ids, and `versions` how many versions were new here.
        receipt: the text of the file that goes back to the sender.
    """

    id: str
    made: str
    person: str
    device: str
    signer: str
    reason: str
    agreement: str
    records: tuple[RecordId, ...]
    versions: int
    attachments: int
    receipt: str


def take_in(
    vault: Vault,
    path: Path,
    *,
    force_key: PrivateKey | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> Taken:
    """Take the hand-over in the file `path` into an open vault: all of it, or nothing.

    Runs on the calling thread. Taking it in once more adds nothing, and gives a receipt again.

    Parameters:
        force_key: opens what is sealed to the force; else this vault's own key does.
        progress: told bytes of attachments done and in all.

    Raises:
        NotAHandover: it is none, or a byte of it is not what its sender sealed and signed.
        WrongPassphrase: it is sealed to another key.
        HandoverRefused: a record went on differently here, or was purged here.
        StorageError: the disk is full, or refuses.
    """
    own = vault.query(kept_key).result()
    keys = {key.public.raw.hex(): key for key in (own, force_key) if key is not None}
    with contextlib.closing(Opened(path, keys.get)) as opened:
        found = _parsed(opened.manifest)
        if found.id != opened.envelope.id:
            raise NotAHandover("This hand-over is not the one that it says it is.")
        known = vault.query(_ids_of_attachments).result()
        files: dict[str, tuple[str, bytes]] = {}
        try:
            _seal_files(vault, opened, found.attachments, known, files, progress, cancelled)
            return vault.perform(lambda session: _keep(session, opened, found, files)).result()
        except BaseException:
            attachment_files.remove(vault.folder, [file for file, _key in files.values()])
            raise


@dataclass(frozen=True, slots=True)
class _Record:
    id: RecordId
    form: str
    salt: bytes
    folded: str
    versions: list[Version]


@dataclass(frozen=True, slots=True)
class _Found:
    """A manifest whose every hash is what it should be."""

    id: str
    person: str
    device: str
    reason: str
    agreement: str
    records: list[_Record]
    forms: list[Definition]
    links: list[Link]
    attachments: list[Attachment]


def _parsed(manifest: Json) -> _Found:
    try:
        found = _Found(
            str(manifest["id"]),
            str(manifest["person"]),
            str(manifest["device"]),
            str(manifest["reason"]),
            str(manifest["agreement"]),
            [_record(value) for value in manifest["records"]],
            [_form(value) for value in manifest["forms"]],
            [_link(value) for value in manifest["links"]],
            [_attachment(value) for value in manifest["attachments"]],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAHandover("This hand-over's list is not whole.") from error
    ids = {record.id for record in found.records}
    whole = (
        all(map(_is_whole, found.records))
        and all(
            link.hash == link.true_hash() and {link.source, link.target} <= ids
            for link in found.links
        )
        and all(each.hash == each.true_hash() and each.record in ids for each in found.attachments)
    )
    if not whole:
        raise NotAHandover("A record in this hand-over is not what its hash says.")
    return found


def _is_whole(record: _Record) -> bool:
    newest = record.versions[-1]
    numbers = [version.number for version in record.versions]
    return (
        numbers == list(range(numbers[0], numbers[-1] + 1))
        and all(version.hash == version.hash_with(record.salt) for version in record.versions)
        and newest.indexed == indexed_hash(record.salt, record.folded)
    )


def _record(value: Json) -> _Record:
    id, form = RecordId(str(value["id"])), str(value["form"])
    if len(bytes.fromhex(id)) != ID_SIZE:
        raise ValueError("id")
    versions = [
        Version(
            id,
            int(each["number"]),
            form,
            str(each["form_version"]),
            base64.b64decode(each["content"], validate=True),
            str(each["title"]),
            str(each["summary"]),
            str(each["author"]),
            str(each["device"]),
            str(each["event_time"]),
            str(each["entry_time"]),
            str(each["reason"]),
            bytes.fromhex(each["indexed"]),
            bytes.fromhex(each["hash"]),
        )
        for each in value["versions"]
    ]
    if not versions:
        raise ValueError("versions")
    return _Record(id, form, bytes.fromhex(value["salt"]), str(value["folded"]), versions)


def _form(value: Json) -> Definition:
    return Definition(
        str(value["form"]),
        str(value["version"]),
        str(value["title"]),
        tuple(map(str, value["languages"])),
        str(value["source"]),
        bool(value["own"]),
        base64.b64decode(value["xform"], validate=True),
    )


def _link(value: Json) -> Link:
    return Link(
        str(value["id"]),
        RecordId(str(value["source"])),
        RecordId(str(value["target"])),
        str(value["kind"]),
        0,
        bytes.fromhex(value["hash"]),
        bytes.fromhex(value["salt"]),
        str(value["reason"]),
    )


def _attachment(value: Json) -> Attachment:
    return Attachment(
        id=str(value["id"]),
        record=RecordId(str(value["record"])),
        draft="",
        name=str(value["name"]),
        title=str(value["title"]),
        media_type=str(value["media_type"]),
        size=int(value["size"]),
        sha256=bytes.fromhex(value["sha256"]),
        original=str(value["original"]),
        author=str(value["author"]),
        device=str(value["device"]),
        added=str(value["added"]),
        salt=bytes.fromhex(value["salt"]),
        hash=bytes.fromhex(value["hash"]),
        file="",
        key=b"",
    )


def _ids_of_attachments(session: Session) -> set[str]:
    return {attachment.id for attachment in session.attachments.every()}


def _seal_files(
    vault: Vault,
    opened: Opened,
    attachments: list[Attachment],
    known: set[str],
    files: dict[str, tuple[str, bytes]],
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> None:
    """Seal every file that is new here under a key of its own; `files` says which are which."""
    total, before = sum(attachment.size for attachment in attachments), 0
    for attachment in attachments:
        source = opened.next_file(attachment.size)
        if attachment.id in known:
            while source.read(1 << 20):
                pass
            continue
        file, key = secrets.token_hex(ID_SIZE), secrets.token_bytes(KEY_SIZE)
        files[attachment.id] = (file, key)
        done = _offset(progress, before, total)
        measured = attachment_files.write(
            source, vault.folder, file, key, attachment.size, done, cancelled
        )
        if (measured.size, measured.sha256) != (attachment.size, attachment.sha256):
            raise NotAHandover("A file in this hand-over is not what its hash says.")
        before += attachment.size


def _offset(progress: Progress | None, before: int, total: int) -> Progress | None:
    """`progress` for one file of several, `before` bytes of which are done."""
    return (lambda done, _all: progress(before + done, total)) if progress else None


def _keep(
    session: Session, opened: Opened, found: _Found, files: dict[str, tuple[str, bytes]]
) -> Taken:
    """One transaction that keeps it all, and writes into the log where it came from."""
    words = (
        f"Handed over by {found.person}, {found.device}, signed by {opened.signer}:"
        f" {found.reason} Hand-over {found.id[:8]}."
    )
    for form in found.forms:
        session.definitions.keep(form)
    versions = 0
    for record in found.records:
        versions += session.incoming.record(
            record.versions, record.salt, record.folded, _with_agreement(words, found)
        )
    for link in found.links:
        session.incoming.link(link, words)
    new = [
        replace(attachment, file=files[attachment.id][0], key=files[attachment.id][1])
        for attachment in found.attachments
        if attachment.id in files
    ]
    for attachment in new:
        session.attachments.take_in(attachment)
    receipts = dict(session.settings.get(_TAKEN, {}))
    if found.id not in receipts:
        receipt = HandoverReceipt(found.id, session.now(), len(found.records))
        receipts[found.id] = receipt.text(key_for(opened.key, "receipt"))
        session.settings.set(_TAKEN, receipts)
    return Taken(
        found.id,
        opened.envelope.made,
        found.person,
        found.device,
        opened.signer,
        found.reason,
        found.agreement,
        tuple(record.id for record in found.records),
        versions,
        len(new),
        receipts[found.id],
    )


def _with_agreement(words: str, found: _Found) -> str:
    return f"{words} She was asked: {found.agreement}" if found.agreement else words
