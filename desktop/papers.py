"""From the vault to the papers of the working day: gathered, noted in the log, written."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.breaking import line_breaks
from desktop.definitions import FormShelf
from desktop.documents import document_of
from desktop.profile import Profile
from desktop.rights.log_files import gather
from exports import RecordDocument
from exports.errors import PaperRefused
from exports.papers import KINDS, Paper, contact_log, paper_bytes, paper_of
from exports.papers.notebook import Entry, notebook, proof
from storage import RecordId, Session, Vault, Version
from storage.audit import Action
from storage.errors import UnknownRecord

RECORD, CONTACT_LOG, NOTEBOOK = "record", "contact_log", "notebook"
NAMES = (RECORD, *KINDS, CONTACT_LOG, NOTEBOOK)
"""Every document that `fieldbook export --document` knows; `record` is the one with the history."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What papers are made with."""

    vault: Vault
    shelf: FormShelf
    profile: Profile
    language: str
    now: datetime


def paper(maker: Maker, kind: str, record: RecordId) -> Paper:
    """The paper `kind` of `record`; reads files, so not for a window's thread.

    Raises PaperRefused where a rule keeps it from being written, or no such paper is made of it.
    """
    versions = maker.vault.query(lambda session: session.records.versions(record)).result()
    document = _document(maker, versions)
    if kind == CONTACT_LOG:
        if versions[-1].form != "person":
            raise PaperRefused("A contact log is made of a person's record.")
        contacts = maker.vault.query(lambda session: _contacts(session, record)).result()
        return contact_log(document, [_document(maker, each) for each in contacts])
    if kind == "victim_contract":
        from desktop.attachments.printing import document_files  # brings Pillow

        document = replace(document, files=document_files(maker.vault, record, pictures=True))
    try:
        return paper_of(kind, document)
    except ValueError as error:
        raise PaperRefused(str(error)) from error


def period(maker: Maker, since: datetime | None, until: datetime | None) -> tuple[bytes, bytes]:
    """The notebook of a period as a PDF, and its proof."""
    log = gather(maker.vault, maker.profile, since, until, maker.now)
    wanted = {
        (row.record, row.version)
        for row in log.extract.rows
        if row.action in (Action.COLLECTION, Action.ALTERATION) and row.record and row.version
    }
    records = sorted({record for record, _version in wanted})
    found = maker.vault.query(lambda session: _all(session, records)).result()
    entries: list[Entry] = []
    for versions in found:
        document = _document(maker, versions)
        entries += [
            Entry(versions[-1].record, document, version)
            for version in document.versions
            if (versions[-1].record, version.number) in wanted
        ]
    made = notebook(entries, log, maker.profile.marking, maker.language)
    pdf = paper_bytes(made, break_finder=line_breaks)
    return pdf, proof(pdf, entries, log, maker.vault.device_key().result())


def _document(maker: Maker, versions: list[Version]) -> RecordDocument:
    return document_of(versions, maker.shelf, maker.profile, maker.language, maker.now)


def _contacts(session: Session, person: RecordId) -> list[list[Version]]:
    """The versions of every contact that is linked with `person`, and still is."""
    ends = {
        end
        for link in session.links.of(person)
        if not link.removed
        for end in (link.source, link.target)
    }
    rows = [session.records.row(end) for end in sorted(ends - {person})]
    return [session.records.versions(row.id) for row in rows if row.form == "contact"]


def _all(session: Session, records: list[str]) -> list[list[Version]]:
    """The versions of those of `records` that are still kept."""
    found = []
    for record in records:
        try:
            found.append(session.records.versions(RecordId(record)))
        except UnknownRecord:
            continue  # purged since: the chain shows that it was there
    return found
