"""Writing a PDF: for whom, why and where to; then progress, and what it means."""

from concurrent.futures import Future
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.agreements import TOGETHER
from desktop.definitions import FormShelf
from desktop.handing_over.file_out import FileOutPanel
from desktop.operations import in_background, told
from desktop.pages.troubles import while_writing
from desktop.papers import RECORD, Maker, in_memory, offered, to_file
from desktop.printing import PrintPanel
from desktop.profile import Profile
from desktop.refusals import while_giving_out
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.choosers import Chooser
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.together.tongue import TongueChoice
from exports.errors import ExportCancelled, ExportError
from storage import Vault, Version, reference
from storage.errors import StorageError
from translations.interface import _

POCKET = "pocket_plan"


class ExportPanel(FileOutPanel):
    """Writes or prints a record, as one of the documents that it can be."""

    told = Signal(str)
    """What was done instead of writing a file."""

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
        super().__init__(
            parent,
            f"{reference(versions[-1].record)}.pdf",
            doing=_("Writing the PDF"),
            do=_("Write PDF"),
            kinds=_("PDF documents (*.pdf)"),
        )
        self._vault = vault
        self._versions = versions
        self._shelf, self._profile, self._language = shelf, profile, language
        self._lay_out()

    def choose_document(self, kind: str) -> None:
        """Choose what the record is written as, one of `desktop.papers.offered`."""
        self._document.setCurrentIndex(self._document.findData(kind))

    def print_it(self) -> PrintPanel | None:
        """The panel that prints it instead of writing it; None while it is not said for whom."""
        if not self.is_told():
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
            log=self.log,
            take_back=self.log_not,
            refused=while_writing,
            fold=kind == POCKET,
        )
        panel.printed.connect(self._was_printed)
        return panel

    def log(self) -> "Future[None]":
        """Its line in the log, with the version that leaves."""
        newest, recipient, reason = self._versions[-1], self.recipient, self.reason
        return self._vault.perform(
            lambda session: session.audit.disclosed(newest.record, newest.number, recipient, reason)
        )

    def log_not(self) -> "Future[None]":
        """The line that takes it back."""
        newest, recipient = self._versions[-1], self.recipient
        return self._vault.perform(
            lambda session: session.audit.not_disclosed(newest.record, newest.number, recipient)
        )

    def in_words(self, error: StorageError) -> str:
        """As while a note is written."""
        return str(while_writing(error))

    def begin(self) -> None:
        """Make the document beside the window."""
        path, maker = self.path, self._maker()
        kind, pictures = self._document.currentData(), self._pictures.isChecked()

        step = told(self, self.step.emit)

        def work() -> ExportError | None:
            try:
                to_file(
                    maker,
                    kind,
                    self._versions,
                    path,
                    pictures=pictures,
                    progress=step,
                    cancelled=self.is_stopped,
                )
            except ExportError as error:
                return error
            return None

        in_background(self, work).on_success(lambda error: self.ended(_problem(error))).on_failure(
            self._unreadable
        ).start()

    def _maker(self) -> Maker:
        now = datetime.now().astimezone()
        language, beside = self._language, ""
        if self.tongue is not None:
            language, beside = self.tongue.language, self.tongue.beside
        return Maker(self._vault, self._shelf, self._profile, language, now, beside)

    def _was_printed(self, printer: str) -> None:
        self.told.emit(_("Given to the printer {name}.").format(name=printer))
        super().accept()

    def _unreadable(self, error: StorageError) -> None:
        """A file that was to be printed can't be read: no document was written."""
        self.take_back()
        self.refused(error)

    def _lay_out(self) -> None:
        self._document = Chooser(self)
        for kind, words in offered(self._versions[-1].form).items():
            self._document.addItem(words, kind)
        self._document.currentIndexChanged.connect(self._fit_to_document)
        self._pictures = Check(_("Print attached pictures too"))
        self._print = Button(_("Print …"))
        self._print.clicked.connect(self._open_print)
        column = self.column
        column.addWidget(Label(_("Write a PDF of this record"), "heading"))
        column.addWidget(
            Label(_("The PDF is not encrypted. Whoever has the file can read it."), "muted")
        )
        self._add_documents()
        self.tongue = self._offer_languages()
        if self.tongue is not None:
            column.addWidget(self.tongue)
        self.ask_where()
        column.addWidget(self._pictures)
        buttons = row(self._print, None, self.cancel_button, self.write_button)
        self.set_foot(buttons, self.notice, self.progress)
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


def _problem(error: ExportError | None) -> str | None:
    """What kept it from being written, for `FileOutPanel.ended`."""
    if error is None:
        return ""
    if isinstance(error, ExportCancelled):
        return None
    return _("No document was written: {problem}").format(problem=while_giving_out(error))
