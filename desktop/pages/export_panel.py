"""Writing a PDF: for whom, why and where to; then progress, and what it means."""

from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from desktop.agreements import TOGETHER
from desktop.definitions import FormShelf
from desktop.handing_over.fitting import FittingDialog
from desktop.operations import Operation, in_background
from desktop.pages.troubles import while_writing
from desktop.papers import RECORD, Maker, in_memory, offered, to_file
from desktop.printing import PrintPanel
from desktop.profile import Profile
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.notices import Progress
from desktop.together.tongue import TongueChoice
from exports.errors import ExportCancelled, ExportError, MissingGlyph
from storage import Vault, Version, reference
from storage.errors import StorageError
from translations.interface import _

WIDTH = 520
POCKET = "pocket_plan"


class ExportPanel(FittingDialog):
    """Asks what the log needs to know, and writes the document beside the window."""

    written = Signal(str)
    """The file's path."""
    told = Signal(str)
    """What was done instead of writing a file."""
    _step = Signal(int, int)

    def __init__(
        self,
        parent: QWidget,
        vault: Vault,
        shelf: FormShelf,
        profile: Profile,
        versions: list[Version],
        language: str,
    ) -> None:
        """Offer to write the record of `versions` (oldest first) with labels in `language`."""
        super().__init__(WIDTH, parent)
        self._vault = vault
        self._versions = versions
        self._shelf, self._profile, self._language = shelf, profile, language
        self._cancelled = False
        self._running = False
        self._lay_out()
        self._step.connect(self._show_step)

    def fill(self, recipient: str, reason: str, path: Path) -> None:
        """Fill in the three fields."""
        self._recipient.setText(recipient)
        self._reason.setText(reason)
        self._path.setText(str(path))

    def choose_document(self, kind: str) -> None:
        """Choose what the record is written as, one of `desktop.papers.offered`."""
        self._document.setCurrentIndex(self._document.findData(kind))

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._message.text()

    def print_it(self) -> PrintPanel | None:
        """The panel that prints it instead of writing it; None while it is not said for whom."""
        if not self._is_told():
            return None
        kind, pictures, maker = (
            self._document.currentData(),
            self._pictures.isChecked(),
            self._maker(),
        )
        versions = self._versions
        panel = PrintPanel(
            self,
            lambda: in_memory(maker, kind, versions, pictures=pictures),
            log=self._log_disclosure,
            take_back=self._log_no_disclosure,
            refused=while_writing,
            fold=kind == POCKET,
        )
        panel.printed.connect(self._was_printed)
        return panel

    def write(self) -> None:
        """Note the disclosure in the log, then write the file."""
        if not self._is_told():
            return
        self._running, self._cancelled = True, False
        self._say("")
        self._write.setEnabled(False)
        self._progress.set_words(_("Writing the PDF"))
        self._progress.show()
        Operation(self, self._log_disclosure()).on_success(
            lambda _nothing: self._begin()
        ).on_failure(self._refused).start()

    def reject(self) -> None:
        """Cancel: a document half written leaves no file."""
        self._cancelled = True
        if self._running:
            self._progress.set_words(_("Stopping"))
        else:
            super().reject()

    def _is_told(self) -> bool:
        """Whether it is said for whom it is, and why; asks for it if not."""
        recipient, reason = self._recipient.text().strip(), self._reason.text().strip()
        if recipient and reason:
            return True
        self._say(_("The log needs to know for whom it is, and why."))
        (self._reason if recipient else self._recipient).setFocus()
        return False

    def _log_disclosure(self) -> "Future[None]":
        newest, recipient = self._versions[-1], self._recipient.text().strip()
        reason = self._reason.text().strip()
        return self._vault.perform(
            lambda session: session.audit.disclosed(newest.record, newest.number, recipient, reason)
        )

    def _log_no_disclosure(self) -> "Future[None]":
        """The log said beforehand that it would leave; now it says that it did not."""
        newest, recipient = self._versions[-1], self._recipient.text().strip()
        return self._vault.perform(
            lambda session: session.audit.not_disclosed(newest.record, newest.number, recipient)
        )

    def _maker(self) -> Maker:
        now = datetime.now().astimezone()
        language, beside = self._language, ""
        if self.tongue is not None:
            language, beside = self.tongue.language, self.tongue.beside
        return Maker(self._vault, self._shelf, self._profile, language, now, beside)

    def _begin(self) -> None:
        path, maker = Path(self._path.text()), self._maker()
        kind, pictures = self._document.currentData(), self._pictures.isChecked()

        def work() -> ExportError | None:
            try:
                to_file(
                    maker,
                    kind,
                    self._versions,
                    path,
                    pictures=pictures,
                    progress=self._step.emit,
                    cancelled=lambda: self._cancelled,
                )
            except ExportError as error:
                return error
            return None

        in_background(self, work).on_success(self._ended).on_failure(self._unreadable).start()

    def _was_printed(self, printer: str) -> None:
        self.told.emit(_("Given to the printer {name}.").format(name=printer))
        super().accept()

    def _unreadable(self, error: StorageError) -> None:
        """A file that was to be printed can't be read: no document was written."""
        self._take_back_disclosure()
        self._refused(error)

    def _ended(self, error: ExportError | None) -> None:
        self._running = False
        self._write.setEnabled(True)
        self._progress.hide()
        if error is None:
            self.written.emit(self._path.text())
            self.accept()
            return
        self._take_back_disclosure()
        if isinstance(error, ExportCancelled):
            super().reject()
        elif isinstance(error, MissingGlyph):
            self._say(
                _(
                    "No document was written: “{where}” holds {character}, which cannot be"
                    " printed yet. Amend the record and write it in other letters."
                ).format(
                    where=error.where, character=f"{error.name} (U+{ord(error.character):04X})"
                )
            )
        else:
            self._say(_("No document was written: {problem}").format(problem=error))

    def _take_back_disclosure(self) -> None:
        Operation(self, self._log_no_disclosure()).on_failure(self._refused).start()

    def _refused(self, error: StorageError) -> None:
        self._running = False
        self._write.setEnabled(True)
        self._progress.hide()
        self._say(str(while_writing(error)))

    def _show_step(self, done: int, total: int) -> None:
        self._progress.advance(done, total)

    def _say(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Fieldbook", self._path.text(), _("PDF documents (*.pdf)")
        )
        if chosen:
            self._path.setText(chosen)

    def _lay_out(self) -> None:
        self._document = QComboBox(self)
        for kind, words in offered(self._versions[-1].form).items():
            self._document.addItem(words, kind)
        self._document.currentIndexChanged.connect(self._fit_to_document)
        self._recipient = _field(_("For example: my supervisor, the CPS"))
        self._reason = _field(_("For example: case file"))
        self._path = _field("")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{reference(self._versions[-1].record)}.pdf"
        self._path.setText(str(Path(folder) / name))
        self._pictures = Check(_("Print attached pictures too"))
        self._message = Label("", "error")
        self._message.hide()
        self._progress = Progress(_("Writing the PDF"), can_cancel=False)  # the panel has Cancel
        self._progress.hide()
        choose = Button(_("Choose …"))
        choose.clicked.connect(self._choose)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self._print = Button(_("Print …"))
        self._print.clicked.connect(self._open_print)
        self._write = Button(_("Write PDF"), "primary")
        self._write.setDefault(True)
        self._write.clicked.connect(self.write)
        column = self.column
        column.addWidget(Label(_("Write a PDF of this record"), "heading"))
        column.addWidget(
            Label(_("The PDF is not encrypted. Whoever has the file can read it."), "muted")
        )
        self._add_documents()
        self.tongue = self._offer_languages()
        if self.tongue is not None:
            column.addWidget(self.tongue)
        for words, field in (
            (_("Who is it for?"), self._recipient),
            (_("Why do they need it?"), self._reason),
            (_("Where to?"), self._path),
        ):
            label = Label(words, "label")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addSpacing(8)
            column.addWidget(label)
            beside = (field, choose) if field is self._path else (field,)
            column.addLayout(row(*beside))
        column.addWidget(self._pictures)
        self.set_foot(row(self._print, None, cancel, self._write), self._message, self._progress)
        self._fit_to_document()

    def _open_print(self) -> None:
        if panel := self.print_it():
            panel.open()

    def _add_documents(self) -> None:
        """The choice of what it is written as, where there is one."""
        if self._document.count() == 1:
            self._document.hide()
            return
        words = _("What is it written as?")
        label = Label(words, "label")
        label.setBuddy(self._document)
        self._document.setAccessibleName(words)
        self.column.addSpacing(8)
        self.column.addWidget(label)
        self.column.addWidget(self._document)

    def _offer_languages(self) -> TongueChoice | None:
        """The choice of her language, for a form that is filled in together."""
        newest = self._versions[-1]
        if newest.form not in TOGETHER:
            return None
        form = self._shelf.get(newest.form, newest.form_version)
        return TongueChoice(form.languages, self._language)

    def _fit_to_document(self) -> None:
        """Only the record with its history prints pictures when asked to."""
        self._pictures.setVisible(self._document.currentData() == RECORD)


def _field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    return field
