"""The receipt of a purge: shown once, and written as a PDF where it is wanted."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.breaking import line_breaks
from desktop.file_dialogs import documents, save_file
from desktop.printing import PrintPanel
from desktop.profile import Profile
from desktop.refusals import while_giving_out
from desktop.rights.panel import Panel
from exports.errors import ExportError
from exports.export import export_listing, listing_bytes
from exports.listing import Listing, ListingRow, ListingSection
from exports.times import short_time
from storage import Vault, reference
from storage.tables.purging import Receipt
from translations.interface import _, form_language, ngettext


class ReceiptPanel(Panel):
    """Says what is gone, and that the receipt stays in the vault."""

    def __init__(self, parent: QWidget, vault: Vault, profile: Profile, receipt: Receipt) -> None:
        """Show `receipt`."""
        gone = _("{reference} is gone: {what}. The receipt stays in the notebook.").format(
            reference=reference(receipt.record), what=_what(receipt)
        )
        if vault.unswept:
            gone += " " + _(
                "The disk was too full to sweep the files; that is done when the notebook is next"
                " unlocked."
            )
        if vault.set_aside:
            gone += " " + _(
                "A damaged log that was set aside may still hold it; delete that file: {names}"
            ).format(names=", ".join(vault.set_aside))
        super().__init__(parent, _("Purged"), gone, _("Write the receipt as a PDF"))
        self._profile, self._receipt = profile, receipt
        self._cancel.setText(_("Close"))
        self.offer(_("Print …"), lambda: self.print_it().open())

    def act(self) -> None:
        """Ask where to, and write it."""
        proposed = documents() / f"receipt-{reference(self._receipt.record)}.pdf"
        if path := save_file(self, proposed, kinds=_("PDF documents (*.pdf)")):
            self.write(path)

    def print_it(self) -> PrintPanel:
        """The panel that prints it; show it with `open`."""
        listing = receipt_listing(self._receipt, self._profile, datetime.now().astimezone())
        panel = PrintPanel(self, lambda: listing_bytes(listing, break_finder=line_breaks))
        panel.printed.connect(lambda _name: self.accept())
        return panel

    def write(self, path: Path) -> None:
        """Write the receipt to `path`."""
        listing = receipt_listing(self._receipt, self._profile, datetime.now().astimezone())

        def work() -> ExportError | None:
            try:
                export_listing(listing, path, break_finder=line_breaks)
            except ExportError as error:
                return error
            return None

        self.beside(_("Writing the PDF"), work, self._ended)

    def _ended(self, error: ExportError | None) -> None:
        if error is None:
            self.accept()
        else:
            problem = while_giving_out(error)
            self.say(_("No document was written: {problem}").format(problem=problem))


def _what(receipt: Receipt) -> str:
    """What went, as `2 versions, 1 file`; what there was none of is not named."""
    versions, files, links = len(receipt.versions), receipt.attachments, len(receipt.links)
    said = [ngettext("{count} version", "{count} versions", versions).format(count=versions)]
    if files:
        said.append(ngettext("{count} file", "{count} files", files).format(count=files))
    if links:
        said.append(ngettext("{count} link", "{count} links", links).format(count=links))
    return ", ".join(said)


def receipt_listing(receipt: Receipt, profile: Profile, produced: datetime) -> Listing:
    """The receipt as a document; it holds no content."""
    versions = tuple(
        ListingRow(
            _("Version {number}").format(number=version.number),
            (_("written {time}").format(time=_time(version.entry_time)),),
            (_("Hash {hash}").format(hash=version.hash),),
        )
        for version in receipt.versions
    )
    besides = (
        ListingRow(_("Drafts"), (str(receipt.drafts),)),
        ListingRow(_("Files"), (str(receipt.attachments),)),
        ListingRow(_("Entries on links"), (str(len(receipt.links)),), receipt.links),
    )
    return Listing(
        file_title=_("Fieldbook receipt {reference}").format(reference=reference(receipt.record)),
        title=_("Receipt of a purge"),
        subtitle=_("What was erased from a notebook; this document holds none of it"),
        reference=reference(receipt.record),
        marking=profile.marking,
        force=profile.force,
        officer=profile.officer,
        language=form_language(),
        produced=produced,
        facts=(
            ListingRow(_("When"), (_time(receipt.time),)),
            ListingRow(_("By"), (f"{receipt.person} · {receipt.device}",)),
            ListingRow(_("Rule"), (receipt.rule,)),
            ListingRow(_("Why"), (receipt.reason,)),
        ),
        sections=(
            ListingSection(
                _("Erased: the whole record") if receipt.whole else _("Erased: earlier versions"),
                versions,
            ),
            ListingSection(_("Erased with it"), besides),
        ),
        notes=(
            _(
                "The hashes stay in the notebook’s log. They show that these versions were there;"
                " what they said can’t be found from them, because their salt was destroyed."
            ),
            _("Hash of this receipt in the log: {hash}").format(hash=receipt.hash.hex()),
            _("Backups made before this purge may still hold what was erased."),
        ),
    )


def _time(iso: str) -> str:
    return short_time(datetime.fromisoformat(iso), form_language())
