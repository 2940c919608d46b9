"""All about one person: what is kept, as documents to read and as JSON for a machine.

For a person's own right of access (Data Protection Act 2018, s.45). What concerns other people is
taken out beforehand by a `Redaction`; the one here leaves all as it stands, and says so.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.breaking import line_breaks
from desktop.definitions import FormShelf
from desktop.documents import document_of
from desktop.profile import Profile
from desktop.rights.log_files import action_words, packed_files
from desktop.rights.rules import RULES
from exports.export import listing_bytes, record_bytes
from exports.listing import Listing, ListingRow, ListingSection
from forms import UnknownForm, read
from storage import RecordId, RecordRow, Session, Version, reference
from storage.chain.audit import Entry
from storage.disk.files import replace
from storage.errors import UnknownRecord, VaultExists
from storage.keys.escrow import PublicKey
from storage.tables.attachments import Attachment
from storage.tables.retention import Retention
from translations.interface import _

FORMAT = "fieldbook-person-export"
VERSION = 1
PERSON = "person"
SEALED_FOR = b"person export"
"""HPKE's info when it is sealed to a force's key."""

Redaction = Callable[[Version], Version | None]
"""What of a version may be shown; None for a version that is left out."""


def unredacted(version: Version) -> Version | None:
    """Everything, as it stands."""
    return version


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """One record that is about the person: their own, or one that is linked to it.

    Attributes:
        relation: the link's kind; `self` for the person's own record.
    """

    row: RecordRow
    relation: str
    versions: tuple[Version, ...]
    attachments: tuple[Attachment, ...]
    retention: Retention


@dataclass(frozen=True, slots=True)
class PersonData:
    """Everything about one person, the person's own record first, and its part of the log."""

    person: RecordId
    records: tuple[AboutPerson, ...]
    log: tuple[Entry, ...]


def gather(session: Session, person: RecordId, redaction: Redaction = unredacted) -> PersonData:
    """Everything about `person`; reads only.

    Raises:
        UnknownRecord: there is no such record, or it is not a person's.
    """
    if session.records.row(person).form != PERSON:
        raise UnknownRecord("This record is not a person's.")
    related = {person: "self"}
    for link in session.links.of(person):
        related.setdefault(link.target if link.source == person else link.source, link.kind)
    records = [_about(session, record, relation, redaction) for record, relation in related.items()]
    return PersonData(
        person,
        tuple(about for about in records if about.versions),
        tuple(session.audit.entries(person)),
    )


def _about(session: Session, record: RecordId, relation: str, redaction: Redaction) -> AboutPerson:
    shown = (redaction(version) for version in session.records.versions(record))
    return AboutPerson(
        session.records.row(record),
        relation,
        tuple(version for version in shown if version is not None),
        tuple(session.attachments.of(record)),
        session.retention.of(record, RULES),
    )


def disclosed(session: Session, data: PersonData, recipient: str, reason: str) -> None:
    """Write into the log that it leaves the vault: a row for each record."""
    for about in data.records:
        session.audit.disclosed(
            about.row.id, about.versions[-1].number, recipient, f"{reason} (all about a person)"
        )


def not_disclosed(session: Session, data: PersonData, recipient: str) -> None:
    """Write into the log that it did not leave after all."""
    for about in data.records:
        session.audit.not_disclosed(about.row.id, about.versions[-1].number, recipient)


def files(
    data: PersonData, shelf: FormShelf, profile: Profile, language: str, now: datetime
) -> dict[str, bytes]:
    """The files by their neutral names: a list of what there is, a document a record, and JSON.

    Raises ExportError where a document can't be written.
    """
    made = {"person.json": _as_json(data, shelf, profile, language, now)}
    made["contents.pdf"] = listing_bytes(
        _contents(data, profile, language, now), break_finder=line_breaks
    )
    for about in data.records:
        try:
            document = document_of(about.versions, shelf, profile, language, now)
        except UnknownForm:
            continue  # its words are in the JSON, as they were filled in
        made[f"{reference(about.row.id)}.pdf"] = record_bytes(document, break_finder=line_breaks)
    return made


def write(made: dict[str, bytes], out: Path, force_key: PublicKey | None = None) -> None:
    """Write the files: sealed as one to `force_key`, as a ZIP, or into a new or empty folder.

    Raises:
        VaultExists: the folder holds something.
        StorageError: the disk refuses it; nothing is left behind.
    """
    if force_key is not None:
        replace(out, force_key.encrypt(packed_files(made), SEALED_FOR))
    elif out.suffix.lower() == ".zip":
        replace(out, packed_files(made))
    else:
        out.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(out.iterdir()):
            raise VaultExists(f"{out} is not empty; this needs a folder of its own.")
        _fill(out, made)


def _fill(folder: Path, made: dict[str, bytes]) -> None:
    """Write the files into an empty `folder`; if that fails, it is empty again."""
    try:
        for name, data in made.items():
            replace(folder / name, data)
    except BaseException:
        for name in made:
            with suppress(OSError):
                (folder / name).unlink(missing_ok=True)
        raise


def _as_json(
    data: PersonData, shelf: FormShelf, profile: Profile, language: str, now: datetime
) -> bytes:
    said = {
        "format": FORMAT,
        "version": VERSION,
        "person": data.person,
        "produced": now.isoformat(timespec="seconds"),
        "force": profile.force,
        "officer": profile.officer,
        "records": [_record(about, shelf, language) for about in data.records],
        "log": [
            {
                "time": entry.time,
                "action": entry.action,
                "person": entry.person,
                "device": entry.device,
                "recipient": entry.recipient,
                "reason": entry.reason,
            }
            for entry in data.log
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def _record(about: AboutPerson, shelf: FormShelf, language: str) -> dict[str, Any]:
    return {
        "id": about.row.id,
        "reference": reference(about.row.id),
        "form": about.row.form,
        "relation": about.relation,
        "retention": {"group": about.retention.group, "review": about.retention.review},
        "versions": [_version(version, shelf, language) for version in about.versions],
        "files": [
            {
                "name": file.title,
                "media_type": file.media_type,
                "size": file.size,
                "sha256": file.sha256.hex(),
                "added": file.added,
            }
            for file in about.attachments
        ],
    }


def _version(version: Version, shelf: FormShelf, language: str) -> dict[str, Any]:
    try:
        lines = read(shelf.get(version.form, version.form_version), version.content, language)
        answers = [
            {"path": line.path, "label": line.label, "text": line.text}
            for line in lines
            if line.kind == "question"
        ]
    except UnknownForm:
        answers = []
    return {
        "number": version.number,
        "happened": version.event_time,
        "written": version.entry_time,
        "author": version.author,
        "reason": version.reason,
        "hash": version.hash.hex(),
        "answers": answers,
        "instance": version.content.decode(errors="replace"),
    }


def _contents(data: PersonData, profile: Profile, language: str, now: datetime) -> Listing:
    """The list of what is handed over, and of who looked at it."""
    own = reference(data.person)
    records = tuple(
        ListingRow(
            reference(about.row.id),
            (
                about.row.form.replace("_", " "),
                _("Versions: {count}").format(count=len(about.versions)),
                _("Looked at again on {day}").format(day=about.retention.review),
            ),
            tuple(
                f"{file.title} · {file.size} bytes · {file.sha256.hex()}"
                for file in about.attachments
            ),
        )
        for about in data.records
    )
    log = tuple(
        ListingRow(
            entry.time[:16].replace("T", " "),
            tuple(filter(None, (action_words(entry.action, entry.version), entry.reason))),
            (entry.person,),
        )
        for entry in data.log
    )
    return Listing(
        file_title=_("Fieldbook record {reference}").format(reference=own),
        title=_("What is kept about you"),
        subtitle=_("All records about one person (Data Protection Act 2018, s.45)"),
        reference=own,
        marking=profile.marking,
        force=profile.force,
        officer=profile.officer,
        language=language,
        produced=now,
        facts=(
            ListingRow(_("Records"), (str(len(data.records)),)),
            ListingRow(_("Officer"), (profile.officer,)),
        ),
        sections=(
            ListingSection(_("Records"), records),
            ListingSection(_("Who did what with your record"), log),
        ),
        notes=(
            _("Each record is a document of its own, named by its reference."),
            _("Nothing was taken out: what concerns other people is in these documents too."),
        ),
    )
