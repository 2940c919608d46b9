"""Asks for whom a document is and why, notes it in the log, and then writes or prints it."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.pages.troubles import while_writing
from desktop.printing import PrintPanel
from desktop.refusals import while_giving_out
from desktop.rights.out_panel import OutPanel
from desktop.rights.panel import line_field
from desktop.widgets.where_to import WhereTo
from exports.errors import ExportError
from exports.placing import put_in_place
from storage import Session, Vault
from storage.errors import StorageError
from translations.interface import _


@dataclass(frozen=True, slots=True)
class Part:
    """One record that is told of in the document: the log gets a row for it.

    Attributes:
        number: the version that is told of.
        how: in what way, for the log.
    """

    record: str
    number: int
    how: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves.

    Attributes:
        heading, sentence: at the head of the panel.
        name: of the file, neutral, without its ending.
        parts: the records that are told of.
        make: gives the PDF for a recipient; runs beside the window, and may raise ExportError or
            StorageError.
    """

    heading: str
    sentence: str
    name: str
    parts: tuple[Part, ...]
    make: Callable[[str], bytes]


class LeavingPanel(OutPanel):
    """Writes the document, or prints it."""

    def __init__(self, parent: QWidget, vault: Vault, leaving: Leaving, *, printing: bool) -> None:
        """Let `leaving` out of `vault`: to the printer, or into a file."""
        words = _("Print …") if printing else _("Write PDF")
        super().__init__(parent, leaving.heading, leaving.sentence, words)
        self._vault, self._leaving, self._printing = vault, leaving, printing
        self.recipient = line_field(_("For example: my supervisor, the CPS"))
        self.reason = line_field(_("For example: case file"))
        self.out = WhereTo(f"{leaving.name}.pdf", _("PDF documents (*.pdf)"))
        self.ask(_("Who is it for?"), self.recipient)
        self.ask(_("Why do they need it?"), self.reason)
        if not printing:
            self.ask(_("Where to?"), self.out, self.out.button)

    def act(self) -> None:
        """Note it in the log and write it, or go on to the printer."""
        if not self.recipient.text().strip() or not self.reason.text().strip():
            self.say(_("The log needs to know for whom it is, and why."))
            return
        if self._printing:
            panel = PrintPanel(
                self, self._made, log=self._log, take_back=self._take_back, refused=while_writing
            )
            panel.printed.connect(self.was_printed)
            panel.open()
        else:
            self.run(self._log(), lambda _nothing: self._begin())

    def _made(self) -> bytes:
        return self._leaving.make(self.recipient.text().strip())

    def _begin(self) -> None:
        out = self.out.path

        def work() -> str | None:
            try:
                made = self._made()
                if self.is_stopped():
                    return None
                put_in_place(out, made)
            except (ExportError, StorageError) as error:
                return while_giving_out(error)
            return ""

        self.beside(_("Writing the PDF"), work, self._ended)

    def _ended(self, problem: str | None) -> None:
        if problem != "":
            self._take_back()
        self.was_written(problem)

    def _log(self) -> "Future[None]":
        """A row for each record: to whom it goes, why, and in what way."""
        recipient, reason = self.recipient.text().strip(), self.reason.text().strip()

        def work(session: Session) -> None:
            for part in self._leaving.parts:
                words = f"{reason} ({part.how})"
                session.audit.disclosed(part.record, part.number, recipient, words)

        return self._vault.perform(work)

    def _take_back(self) -> "Future[None]":
        recipient = self.recipient.text().strip()

        def work(session: Session) -> None:
            for part in self._leaving.parts:
                session.audit.not_disclosed(part.record, part.number, recipient)

        return self._vault.perform(work)
