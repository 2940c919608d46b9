"""For whom the copy is and why, then the log, then the file or the printer."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.breaking import line_breaks
from desktop.disclosing.material import Material
from desktop.disclosing.rasterising import drawn
from desktop.disclosing.taking_out import TakingOut
from desktop.operations import in_background
from desktop.pages.print_panel import PrintPanel
from desktop.profile import Profile
from desktop.rights.panel import Panel, line_field
from desktop.theme.buttons import Button
from exports.disclosure import (
    Disclosure,
    DisclosureFile,
    disclosed,
    disclosure_bytes,
    export_disclosure,
)
from exports.errors import ExportError
from storage import RecordId, Session, Vault, reference
from storage.errors import StorageError
from translations.interface import _


class DisclosePanel(Panel):
    """Writes the copy, or prints it; the log says beforehand to whom each record goes."""

    told = Signal(str)
    """What was done."""

    def __init__(
        self,
        parent: QWidget,
        vault: Vault,
        profile: Profile,
        materials: Sequence[Material],
        taking: TakingOut,
        *,
        printing: bool,
    ) -> None:
        """Disclose `materials` (at least one) without what `taking` says."""
        super().__init__(
            parent,
            _("Print the disclosure copy") if printing else _("Write the disclosure copy"),
            _(
                "The copy is drawn from what is left: what was taken out is nowhere in it. Read it"
                " as it will be read first."
            ),
            _("Print …") if printing else _("Write PDF"),
        )
        self._vault, self._profile = vault, profile
        self._materials, self._taking = list(materials), taking
        self._printing = printing
        self.recipient = line_field(_("For example: the CPS, her solicitor"))
        self.reason = line_field(_("For example: disclosure in the case"))
        self.out = line_field()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.out.setText(str(Path(folder) / f"{self._reference}.pdf"))
        choose = Button(_("Choose …"))
        choose.clicked.connect(self._choose)
        self.ask(_("Who is it for?"), self.recipient)
        self.ask(_("Why do they need it?"), self.reason)
        if not printing:
            self.ask(_("Where to?"), self.out, choose)

    def act(self) -> None:
        """Note it in the log and write it, or go on to the printer."""
        if not self.recipient.text().strip() or not self.reason.text().strip():
            self.say(_("The log needs to know for whom it is, and why."))
            return
        if self._printing:
            panel = PrintPanel(self, self._bytes, log=self._log, take_back=self._take_back)
            panel.printed.connect(self._was_printed)
            panel.open()
        else:
            self.run(self._log(), lambda _nothing: self._begin())

    @property
    def _reference(self) -> str:
        """A neutral name for these records together."""
        return reference(RecordId("".join(sorted(each.record for each in self._materials))))

    def _copy(self) -> Disclosure:
        """The copy, its files drawn; on a thread beside the window's. Raises StorageError."""
        profile, language = self._profile, self._materials[0].document.language
        return Disclosure(
            tuple(
                disclosed(each.document, self._taking.cuts(each.record), self._files(each))
                for each in self._materials
            ),
            self.recipient.text().strip(),
            self._reference,
            profile.marking,
            profile.force,
            profile.officer,
            language,
            datetime.now().astimezone(),
        )

    def _files(self, material: Material) -> list[DisclosureFile]:
        found = []
        for number, file in enumerate(material.files, 1):
            if file.id in self._taking.files:
                name = _("File {number}").format(number=number)
                made = drawn(self._vault, file, name)
                if made is None:
                    raise ExportError(_("{name} cannot be drawn as pictures.").format(name=name))
                found.append(made)
        return found

    def _bytes(self) -> bytes:
        return disclosure_bytes(self._copy(), break_finder=line_breaks)

    def _begin(self) -> None:
        out = Path(self.out.text())

        def work() -> str:
            try:
                export_disclosure(self._copy(), out, break_finder=line_breaks)
            except (ExportError, StorageError) as error:
                return str(error)
            return ""

        in_background(self, work).on_success(self._ended).start()

    def _ended(self, problem: str) -> None:
        self.button.setEnabled(True)
        if problem:
            self._take_back()
            self.say(_("Nothing was written: {problem}").format(problem=problem))
            return
        self.told.emit(_("Written, not encrypted: {path}").format(path=self.out.text()))
        self.accept()

    def _was_printed(self, printer: str) -> None:
        self.told.emit(_("Given to the printer {name}.").format(name=printer))
        self.accept()

    def _log(self) -> "Future[None]":
        """A row for each record: disclosed in part, to whom, and why."""
        recipient, reason = self.recipient.text().strip(), self.reason.text().strip()
        newest = [each.document.versions[-1].number for each in self._materials]

        def work(session: Session) -> None:
            for material, number in zip(self._materials, newest, strict=True):
                cuts = len(self._taking.cuts(material.record))
                words = f"{reason} (disclosure copy, words taken out in {cuts} places)"
                session.audit.disclosed(material.record, number, recipient, words)

        return self._vault.perform(work)

    def _take_back(self) -> "Future[None]":
        recipient = self.recipient.text().strip()

        def work(session: Session) -> None:
            for material in self._materials:
                number = material.document.versions[-1].number
                session.audit.not_disclosed(material.record, number, recipient)

        return self._vault.perform(work)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Fieldbook", self.out.text(), _("PDF documents (*.pdf)")
        )
        if chosen:
            self.out.setText(chosen)
