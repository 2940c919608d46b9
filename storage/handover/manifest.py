"""What a hand-over says of itself, read and believed only where every hash fits."""

import base64
from dataclasses import dataclass
from typing import Any

from storage.attachments.attaching import ID_SIZE
from storage.errors import NotAHandover
from storage.rows import RecordId
from storage.tables.attachments import Attachment
from storage.tables.definitions import Definition
from storage.tables.links import Link
from storage.tables.records import Version, indexed_hash
from storage.tables.retention import HoldKind

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HandedRecord:
    """A record as it was in the sender's vault: its salt, its search text, its versions."""

    id: RecordId
    form: str
    salt: bytes
    folded: str
    versions: list[Version]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest whose every hash is what it should be."""

    id: str
    person: str
    device: str
    reason: str
    agreement: str
    records: list[HandedRecord]
    forms: list[Definition]
    links: list[Link]
    attachments: list[Attachment]
    holds: list[tuple[RecordId, HoldKind, str]]


def parsed(manifest: Json) -> Manifest:
    """The manifest in a hand-over, after every hash in it was made anew.

    Raises:
        NotAHandover: something is missing in it, or not what its hash says.
    """
    try:
        found = Manifest(
            str(manifest["id"]),
            str(manifest["person"]),
            str(manifest["device"]),
            str(manifest["reason"]),
            str(manifest["agreement"]),
            [_record(value) for value in manifest["records"]],
            [_form(value) for value in manifest["forms"]],
            [_link(value) for value in manifest["links"]],
            [_attachment(value) for value in manifest["attachments"]],
            [_hold(value) for value in manifest["holds"]],
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
        and all(record in ids and reason.strip() for record, _kind, reason in found.holds)
        and all(each.hash == each.true_hash() and each.record in ids for each in found.attachments)
    )
    if not whole:
        raise NotAHandover("A record in this hand-over is not what its hash says.")
    return found


def _is_whole(record: HandedRecord) -> bool:
    newest = record.versions[-1]
    numbers = [version.number for version in record.versions]
    return (
        numbers == list(range(numbers[0], numbers[-1] + 1))
        and all(version.hash == version.hash_with(record.salt) for version in record.versions)
        and newest.indexed == indexed_hash(record.salt, record.folded)
    )


def _record(value: Json) -> HandedRecord:
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
    return HandedRecord(id, form, bytes.fromhex(value["salt"]), str(value["folded"]), versions)


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


def _hold(value: Json) -> tuple[RecordId, HoldKind, str]:
    return RecordId(str(value["record"])), HoldKind(value["kind"]), str(value["reason"])
