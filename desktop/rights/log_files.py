"""The log as files to hand over: JSON and CSV, a PDF to read, all of it in one, or sealed."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

from desktop.breaking import line_breaks
from desktop.profile import Profile
from exports import audit_log
from exports.audit_log import LogDocument
from exports.export import export_listing, listing_bytes
from exports.listing import Listing, ListingRow, ListingSection
from storage import Session, Vault, reference
from storage.disk.files import replace
from storage.keys.escrow import PublicKey
from storage.rows import RecordId
from storage.tables.log_export import LogExtract, LogRow
from translations.interface import _, form_language


def gather(
    vault: Vault, profile: Profile, since: datetime | None, until: datetime | None, now: datetime
) -> LogDocument:
    """The log of `vault` from `since` to `until`, ready to be written; reads only."""

    def work(session: Session) -> LogExtract:
        return session.log.extract(vault.header.vault_id, since, until)

    return LogDocument(
        vault.query(work).result(),
        profile.force,
        profile.officer,
        since.isoformat() if since else "",
        until.isoformat() if until else "",
        now,
    )


def write_log(
    vault: Vault,
    profile: Profile,
    document: LogDocument,
    out: Path,
    force_key: PublicKey | None = None,
) -> None:
    """Write the log to `out`: by its suffix as JSON, CSV, PDF, or all three in a ZIP.

    With a `force_key` everything is sealed to it (HPKE) as one file, and nothing of it stands on
    the disk unsealed; else `out` is not encrypted.

    Raises ExportError or StorageError; nothing is left behind then.
    """
    device = vault.device_key().result()
    as_json = audit_log.as_json(document, device)
    suffix = out.suffix.lower()
    if force_key is None and suffix == ".pdf":
        export_listing(_listing(document, profile), out, break_finder=line_breaks)
    elif force_key is None and suffix == ".csv":
        replace(out, audit_log.as_csv(document))
    elif force_key is None and suffix != ".zip":
        replace(out, as_json)
    else:
        paper = log_paper(document, profile)
        packed = packed_files(
            {"log.json": as_json, "log.csv": audit_log.as_csv(document), "log.pdf": paper}
        )
        sealed = force_key.encrypt(packed, audit_log.PURPOSE.encode()) if force_key else packed
        replace(out, sealed)


def log_paper(document: LogDocument, profile: Profile) -> bytes:
    """The log as a PDF that is no file, for the printer; raises ExportError."""
    return listing_bytes(_listing(document, profile), break_finder=line_breaks)


def packed_files(files: dict[str, bytes]) -> bytes:
    """Several files as one ZIP, in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def action_words(action: str, version: int = 1) -> str:
    """What an action of the log is called; without a version it is about a link or a file."""
    if not version:
        without = {
            "collection": _("file added"),
            "alteration": _("link removed"),
            "erasure": _("file erased"),
        }
        if action in without:
            return without[action]
    return {
        "collection": _("written"),
        "alteration": _("amended"),
        "consultation": _("looked at"),
        "disclosure": _("handed over"),
        "combination": _("linked"),
        "erasure": _("erased"),
        "draft opened": _("draft begun"),
        "draft discarded": _("draft discarded"),
        "form kept": _("form taken in"),
        "retention": _("review or hold"),
        "clock": _("the clock"),
        "administration": _("the notebook itself"),
    }.get(action, action)


def _listing(document: LogDocument, profile: Profile) -> Listing:
    found = document.extract
    rows = found.rows
    numbers = _("{first} to {last} of {all}").format(
        first=rows[0].sequence if rows else 0, last=rows[-1].sequence if rows else 0, all=found.last
    )
    days: dict[str, list[ListingRow]] = {}
    for row in rows:
        days.setdefault(row.time[:10], []).append(_printed(row))
    return Listing(
        file_title=_("Fieldbook log"),
        title=_("What was looked at, and when"),
        subtitle=_("The log of a notebook (Data Protection Act 2018, s.62)"),
        reference=f"FB-{found.vault[:8].upper()}",
        marking=profile.marking,
        force=profile.force,
        officer=profile.officer,
        language=form_language(),
        produced=document.produced,
        facts=(
            ListingRow(_("Officer"), (profile.officer,)),
            ListingRow(_("Entries"), (numbers,)),
            ListingRow(_("Asked from"), (document.since[:16] or _("the beginning"),)),
            ListingRow(_("Asked to"), (document.until[:16] or _("now"),)),
        ),
        sections=tuple(ListingSection(day, tuple(of_day)) for day, of_day in days.items()),
        notes=(
            _("Records are named by neutral references. What they say is not in this log."),
            _(
                "Entries stand in the order in which they were written, and none between the first"
                " and the last is left out. Times are those of the computer’s clock; where it was"
                " set, an entry says so."
            ),
            _(
                "That no entry was changed can be checked with the JSON file that is exported"
                " beside this document: fieldbook audit check."
            ),
            _("Hash at the last entry: {hash}").format(hash=rows[-1].link.hex() if rows else "–"),
        ),
    )


def _printed(row: LogRow) -> ListingRow:
    what = [f"{row.sequence} · {action_words(row.action, row.version)}"]
    if row.record:
        version = _(", version {number}").format(number=row.version) if row.version else ""
        what[0] += f" · {reference(RecordId(row.record))}{version}"
    if row.recipient:
        what.append(_("For: {recipient}").format(recipient=row.recipient))
    if row.reason is None or row.reason:
        what.append(audit_log.said(row))
    return ListingRow(
        row.time[11:19] + row.time[23:], tuple(what), (f"{row.person} · {row.device}",)
    )
