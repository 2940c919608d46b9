"""The pocket plan from the draft: her words leave with her before they are erased here."""

from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.breaking import line_breaks
from desktop.handing_over.fitting import FittingDialog
from desktop.operations import Operation, in_background
from desktop.pages.troubles import while_writing
from desktop.papers import in_her_language
from desktop.printing import PrintPanel
from desktop.refusals import while_giving_out
from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.together.tongue import TongueChoice
from exports import DocumentVersion, RecordDocument
from exports.errors import ExportError, MissingGlyph
from exports.papers import Paper, export_paper, paper_bytes, paper_of
from forms import Form
from storage import Vault
from storage.errors import StorageError
from translations.interface import _

WIDTH, KIND = 520, "pocket_plan"
FILE = "1.pdf"
"""Says nothing of what it is or where it is from."""
_HERSELF, _WHY = "herself", "her pocket plan, from the draft"


class PocketPanel(FittingDialog):
    """Writes or prints the pocket plan of what stands in a draft; the log says that it left."""

    written = Signal(str)
    """The file's path."""

    def __init__(
        self, parent: QWidget, vault: Vault, form: Form, content: bytes, language: str
    ) -> None:
        """Of the instance `content`, as a rule in her `language`."""
        super().__init__(WIDTH, parent)
        self._vault, self._form, self._content = vault, form, content
        self.tongue = TongueChoice(form.languages, language)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.path = QLineEdit(str(Path(folder) / FILE))
        self._message = Label("", "error")
        self._message.hide()
        self._lay_out()

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._message.text()

    def write(self) -> None:
        """Note in the log that it leaves, then write the file."""
        paper = self._paper()
        if paper is None:
            return
        self.button.setEnabled(False)
        Operation(self, self._log()).on_success(lambda _nothing: self._write(paper)).on_failure(
            self._refused
        ).start()

    def print_it(self) -> PrintPanel | None:
        """The panel that prints it instead; None where it may not be made."""
        paper = self._paper()
        if paper is None:
            return None
        panel = PrintPanel(
            self,
            lambda: paper_bytes(paper, break_finder=line_breaks),
            log=self._log,
            take_back=self._log_not,
            fold=True,
        )
        panel.printed.connect(lambda _printer: self.accept())
        return panel

    def _paper(self) -> Paper | None:
        """What is to be made; None, and a word why, where a rule keeps it from being made."""
        now = datetime.now().astimezone()
        version = DocumentVersion(1, self._content, "", None, now, "", "")
        document = RecordDocument(self._form, [version], "", "", "", "", self.tongue.language, now)
        try:
            return paper_of(KIND, in_her_language(document, self.tongue.beside))
        except ExportError as error:
            self._say(while_giving_out(error))
            return None

    def _write(self, paper: Paper) -> None:
        path = Path(self.path.text())

        def work() -> ExportError | None:
            try:
                export_paper(paper, path, break_finder=line_breaks)
            except ExportError as error:
                return error
            return None

        in_background(self, work).on_success(self._ended).on_failure(self._refused).start()

    def _ended(self, error: ExportError | None) -> None:
        self.button.setEnabled(True)
        if error is None:
            self.written.emit(self.path.text())
            self.accept()
            return
        Operation(self, self._log_not()).on_failure(self._refused).start()
        if isinstance(error, MissingGlyph):
            self._say(
                _("“{where}” holds {character}, which cannot be printed yet.").format(
                    where=error.where, character=f"{error.name} (U+{ord(error.character):04X})"
                )
            )
        else:
            problem = while_giving_out(error)
            self._say(_("No document was written: {problem}").format(problem=problem))

    def _log(self) -> "Future[None]":
        return self._vault.perform(lambda session: session.audit.disclosed("", 0, _HERSELF, _WHY))

    def _log_not(self) -> "Future[None]":
        return self._vault.perform(lambda session: session.audit.not_disclosed("", 0, _HERSELF))

    def _refused(self, error: StorageError) -> None:
        self.button.setEnabled(True)
        self._say(str(while_writing(error)))

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Fieldbook", self.path.text(), _("PDF documents (*.pdf)")
        )
        if chosen:
            self.path.setText(chosen)

    def _open_print(self) -> None:
        if panel := self.print_it():
            panel.open()

    def _lay_out(self) -> None:
        words = _("Where to?")
        where = Label(words, "label")
        where.setBuddy(self.path)
        self.path.setAccessibleName(words)
        choose = Button(_("Choose …"))
        choose.clicked.connect(self._choose)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        printed = Button(_("Print …"))
        printed.clicked.connect(self._open_print)
        self.button = Button(_("Write PDF"), "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self.write)
        column = self.column
        column.addWidget(Label(_("The pocket plan"), "heading"))
        column.addWidget(
            Label(
                _(
                    "Her own words on a small sheet to fold. Nothing on it says where it is from,"
                    " and nothing of what she asks of the police is on it."
                ),
                "muted",
            )
        )
        column.addWidget(self.tongue)
        column.addSpacing(8)
        column.addWidget(where)
        column.addLayout(row(self.path, choose))
        self.set_foot(row(printed, None, cancel, self.button), self._message)
