"""What a disclosure copy can be made of: records that belong together, or those of a period.

A liaison record and its contacts are offered only to who begins with that person's own record: a
period or a note never leads into them (the purpose wall).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.definitions import FormShelf
from desktop.discretion import PERSON
from desktop.documents import document_of
from desktop.people.reading import CONTACT
from desktop.profile import Profile
from desktop.times import parse
from exports import RecordDocument
from exports.disclosure import Passage, passages
from forms import UnknownForm
from storage import Attachment, RecordId, RecordRow, Session, Version
from storage.errors import UnknownRecord

LIAISON = frozenset({PERSON, CONTACT})
READ_FOR = "read for a disclosure copy"
MOST = 500
"""Records of a period that are offered at once."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One record as the vault keeps it, with its files."""

    versions: tuple[Version, ...]
    files: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """One record that words can be taken out of."""

    record: RecordId
    title: str
    when: str
    document: RecordDocument
    passages: tuple[Passage, ...]
    files: tuple[Attachment, ...]

    def text(self, path: str) -> str:
        """The answer at `path`, "" where there is none."""
        return next((each.text for each in self.passages if each.path == path), "")


def about(session: Session, record: RecordId) -> list[RecordRow]:
    """The record, and those that are linked with it."""
    own = session.records.row(record)
    ends = dict.fromkeys(
        end for link in session.links.of(record) for end in (link.source, link.target)
    )
    linked = [session.records.row(end) for end in ends if end != record]
    return [own, *(row for row in linked if own.form in LIAISON or row.form not in LIAISON)]


def within(session: Session, since: datetime, until: datetime) -> list[RecordRow]:
    """The records of things that happened in a period, oldest first; no liaison records."""
    found: list[tuple[datetime, RecordRow]] = []
    before: int | None = None
    while page := session.records.page(200, before):
        before = page[-1].number
        for row in page:
            at = parse(row.event_time) or parse(row.entry_time)
            if row.form not in LIAISON and at is not None and since <= at < until:
                found.append((at, row))
    found.sort(key=lambda each: (each[0], each[1].number))
    return [row for _at, row in found[:MOST]]


def taken(session: Session, records: list[RecordId]) -> list[Kept]:
    """Everything of those of `records` that are still kept; each look is in the log."""
    found = []
    for record in records:
        try:
            versions = tuple(session.records.versions(record))
        except UnknownRecord:
            continue  # purged since it was chosen
        session.audit.consulted(record, READ_FOR)
        found.append(Kept(versions, tuple(session.attachments.of(record))))
    return found


def reader(
    shelf: FormShelf, profile: Profile, language: str, now: datetime
) -> Callable[[Kept], Material | None]:
    """What makes material of a record; None for one whose form is nowhere."""

    def read(kept: Kept) -> Material | None:
        newest = kept.versions[-1]
        try:
            document = document_of(kept.versions, shelf, profile, language, now)
        except UnknownForm:
            return None
        return Material(
            newest.record,
            newest.title,
            newest.event_time or newest.entry_time,
            document,
            passages(document),
            kept.files,
        )

    return read
