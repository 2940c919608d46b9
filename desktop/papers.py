"""From the vault to the papers of the working day: what is offered, and gathered for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop import custody
from desktop.agreements import TOGETHER, status
from desktop.breaking import line_breaks
from desktop.definitions import FormShelf
from desktop.documents import document_of
from desktop.profile import Profile
from exports import RecordDocument, export_record
from exports.errors import PaperRefused
from exports.export import record_bytes
from exports.papers import (
    KINDS,
    Paper,
    contact_log,
    evidence_sheet,
    export_paper,
    kinds_of,
    paper_bytes,
    paper_of,
)
from storage import RecordId, Session, Vault, Version
from translations.framing import banner
from translations.interface import _
from translations.languages import ENGLISH

RECORD, CONTACT_LOG, NOTEBOOK = "record", "contact_log", "notebook"
EVIDENCE = "evidence_sheet"
NAMES = (RECORD, *KINDS, CONTACT_LOG, EVIDENCE, NOTEBOOK)
GATHERED = {"person": CONTACT_LOG, custody.FORM: EVIDENCE}
"""By form, the paper that is made of more than its record."""
"""Every document that `fieldbook export --document` knows; `record` is the one with the history."""


def offered(form: str) -> dict[str, str]:
    """What a record of `form` can be written as, in words: its own papers, then its history."""
    words = {
        "intelligence_report": _("Intelligence report (3x5x2)"),
        "safety_plan": _("Safety plan, in full"),
        "pocket_plan": _("Pocket plan: her words alone, to fold"),
        "victim_contract": _("Victim contract, to sign"),
        "referral": _("Preparation of a referral"),
        "special_measures": _("Special measures, for the prosecutor"),
        "concern_notification": _("Concern notification"),
        "num_report": _("NUM report"),
        CONTACT_LOG: _("Contact log"),
        EVIDENCE: _("Evidence sheet, with hashes and custody"),
    }
    kinds = (*kinds_of(form), *([GATHERED[form]] if form in GATHERED else []))
    history = {RECORD: _("The record, with every change")}
    return {kind: words[kind] for kind in kinds} | history


@dataclass(frozen=True, slots=True)
class Maker:
    """What papers are made with; `beside` is the language of smaller labels beneath, or ""."""

    vault: Vault
    shelf: FormShelf
    profile: Profile
    language: str
    now: datetime
    beside: str = ""


def paper(maker: Maker, kind: str, record: RecordId) -> Paper:
    """The paper `kind` of `record`; reads files, so not for a window's thread.

    Raises PaperRefused where a rule keeps it from being written, or no such paper is made of it.
    """
    versions = maker.vault.query(lambda session: session.records.versions(record)).result()
    own = document(maker, versions)
    if kind == CONTACT_LOG:
        if versions[-1].form != "person":
            raise PaperRefused(_("A contact log is made of a person’s record."))
        contacts = maker.vault.query(lambda session: _contacts(session, record)).result()
        return contact_log(own, [document(maker, each) for each in contacts])
    if kind == EVIDENCE:
        return _evidence(maker, record, own)
    if kind == "victim_contract":
        from desktop.attachments.printing import document_files  # brings Pillow

        own = replace(own, files=document_files(maker.vault, record, pictures=True))
    try:
        return paper_of(kind, own)
    except ValueError as error:
        raise PaperRefused(_("No such paper is made of this record.")) from error


def _evidence(maker: Maker, record: RecordId, own: RecordDocument) -> Paper:
    if own.form.id != custody.FORM:
        raise PaperRefused(_("An evidence sheet is made of a record of advert evidence."))
    from desktop.attachments.printing import document_files  # brings Pillow

    own = replace(own, files=document_files(maker.vault, record, pictures=False))
    handled = maker.vault.query(lambda session: custody.handled(session, record)).result()
    return evidence_sheet(own, handled)


def to_file(
    maker: Maker,
    kind: str,
    versions: Sequence[Version],
    path: Path,
    *,
    pictures: bool,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the record of `versions` (oldest first) to `path` as `kind`; not for a window's thread.

    Raises what `paper` and `exports.export_record` raise, and StorageError for a damaged file.
    """
    if kind == RECORD:
        whole = _whole(maker, versions, pictures=pictures)
        export_record(whole, path, progress=progress, cancelled=cancelled, break_finder=line_breaks)
    else:
        made = paper(maker, kind, versions[-1].record)
        export_paper(made, path, progress=progress, cancelled=cancelled, break_finder=line_breaks)


def in_memory(maker: Maker, kind: str, versions: Sequence[Version], *, pictures: bool) -> bytes:
    """The same document as a PDF that is no file, for the printer."""
    if kind == RECORD:
        return record_bytes(_whole(maker, versions, pictures=pictures), break_finder=line_breaks)
    return paper_bytes(paper(maker, kind, versions[-1].record), break_finder=line_breaks)


def _whole(maker: Maker, versions: Sequence[Version], *, pictures: bool) -> RecordDocument:
    """The record with its history and its files."""
    from desktop.attachments.printing import document_files  # brings Pillow

    files = document_files(maker.vault, versions[-1].record, pictures=pictures)
    return replace(document(maker, versions), files=files)


def document(maker: Maker, versions: Sequence[Version]) -> RecordDocument:
    """What a record of `versions` (oldest first) is written from, without its files."""
    made = document_of(versions, maker.shelf, maker.profile, maker.language, maker.now)
    return in_her_language(made, maker.beside)


def in_her_language(document: RecordDocument, beside: str) -> RecordDocument:
    """`document` with labels in the language `beside` too, and the word that it is a draft.

    Only of forms that are filled in together; others speak the officer's languages.
    """
    if document.form.id not in TOGETHER:
        return document
    told = banner(document.language, status(document.form, document.language))
    spoken = (document.language, ENGLISH.code)
    draft = tuple(zip(told, spoken, strict=False))
    return replace(document, beside=beside, draft=draft)


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
