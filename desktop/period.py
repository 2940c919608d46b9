"""The notebook of a period: its log and its entries, gathered from the vault."""

from datetime import datetime
from pathlib import Path

from desktop.breaking import line_breaks
from desktop.papers import Maker
from desktop.papers import document as written_from
from desktop.rights.log_files import gather
from exports.papers import paper_bytes
from exports.papers.notebook import Entry, notebook, proof
from exports.placing import put_all_in_place
from storage import RecordId, Session, Version
from storage.chain.audit import Action
from storage.errors import UnknownRecord


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
        document = written_from(maker, versions)
        entries += [
            Entry(versions[-1].record, document, version)
            for version in document.versions
            if (versions[-1].record, version.number) in wanted
        ]
    made = notebook(entries, log, maker.profile.marking, maker.language)
    pdf = paper_bytes(made, break_finder=line_breaks)
    return pdf, proof(pdf, entries, log, maker.vault.device_key().result())


def put(made: tuple[bytes, bytes], out: Path) -> Path:
    """Put the PDF in place of `out`, and beside it the proof, whose path is given.

    Raises CannotWrite; then there is no PDF.
    """
    beside = out.with_suffix(".json")
    put_all_in_place({out: made[0], beside: made[1]})
    return beside


def _all(session: Session, records: list[str]) -> list[list[Version]]:
    """The versions of those of `records` that are still kept."""
    found = []
    for record in records:
        try:
            found.append(session.records.versions(RecordId(record)))
        except UnknownRecord:
            continue  # purged since: the chain shows that it was there
    return found
