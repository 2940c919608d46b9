"""The pocket plan from the draft: her words leave with her before they are erased here."""

from concurrent.futures import Future
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.breaking import line_breaks
from desktop.handing_over.file_out import FileOutPanel
from desktop.operations import in_background, told
from desktop.pages.troubles import while_writing
from desktop.papers import in_her_language
from desktop.printing import PrintPanel
from desktop.refusals import while_giving_out
from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.together.tongue import TongueChoice
from exports import DocumentVersion, RecordDocument
from exports.errors import ExportCancelled, ExportError, MissingGlyph
from exports.papers import Paper, export_paper, paper_bytes, paper_of
from forms import Form
from storage import Vault
from storage.errors import StorageError
from translations.interface import _

KIND = "pocket_plan"
FILE = "1.pdf"
"""Says nothing of what it is or where it is from."""
_HERSELF, _WHY = "herself", "her pocket plan, from the draft"


class PocketPanel(FileOutPanel):
    """Writes or prints the pocket plan of what stands in a draft; it is for herself."""

    def __init__(
        self, parent: QWidget, vault: Vault, form: Form, content: bytes, language: str
    ) -> None:
        """Of the instance `content`, as a rule in her `language`."""
        super().__init__(
            parent,
            FILE,
            doing=_("Writing the PDF"),
            do=_("Write PDF"),
            kinds=_("PDF documents (*.pdf)"),
        )
        self._vault, self._form, self._content = vault, form, content
        self.tongue = TongueChoice(form.languages, language)
        self._paper: Paper | None = None
        self._lay_out()

    def write(self) -> None:
        """Note in the log that it leaves, then write the file."""
        self._paper = self._made()
        if self._paper is not None:
            super().write()

    def print_it(self) -> PrintPanel | None:
        """The panel that prints it instead; None where it may not be made."""
        paper = self._made()
        if paper is None:
            return None
        panel = PrintPanel(
            self,
            lambda: paper_bytes(paper, break_finder=line_breaks),
            log=self.log,
            take_back=self.log_not,
            fold=True,
        )
        panel.printed.connect(lambda _printer: self.accept())
        return panel

    def is_told(self) -> bool:
        """Nobody is asked: it is hers."""
        return True

    def log(self) -> "Future[None]":
        """A line in the log that tells of no record: there is none yet."""
        return self._vault.perform(lambda session: session.audit.disclosed("", 0, _HERSELF, _WHY))

    def log_not(self) -> "Future[None]":
        """The line that takes it back."""
        return self._vault.perform(lambda session: session.audit.not_disclosed("", 0, _HERSELF))

    def in_words(self, error: StorageError) -> str:
        """As while a note is written."""
        return str(while_writing(error))

    def begin(self) -> None:
        """Make it beside the window."""
        paper, path, step = self._paper, self.path, told(self, self.step.emit)
        assert paper is not None

        def work() -> str | None:
            try:
                export_paper(
                    paper,
                    path,
                    progress=step,
                    cancelled=self.is_stopped,
                    break_finder=line_breaks,
                )
            except ExportError as error:
                return _problem(error)
            return ""

        in_background(self, work).on_success(self.ended).on_failure(self.refused).start()

    def _made(self) -> Paper | None:
        """What is to be written; None, and a word why, where a rule keeps it from being made."""
        now = datetime.now().astimezone()
        version = DocumentVersion(1, self._content, "", None, now, "", "")
        document = RecordDocument(self._form, [version], "", "", "", "", self.tongue.language, now)
        try:
            return paper_of(KIND, in_her_language(document, self.tongue.beside))
        except ExportError as error:
            self.say(while_giving_out(error))
            return None

    def _open_print(self) -> None:
        if panel := self.print_it():
            panel.open()

    def _lay_out(self) -> None:
        printed = Button(_("Print …"))
        printed.clicked.connect(self._open_print)
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
        self.ask_place()
        buttons = row(printed, None, self.cancel_button, self.write_button)
        self.set_foot(buttons, self.notice, self.progress)


def _problem(error: ExportError) -> str | None:
    """What kept it from being written, for `FileOutPanel.ended`."""
    if isinstance(error, ExportCancelled):
        return None
    if isinstance(error, MissingGlyph):
        return _("“{where}” holds {character}, which cannot be printed yet.").format(
            where=error.where, character=f"{error.name} (U+{ord(error.character):04X})"
        )
    return _("No document was written: {problem}").format(problem=while_giving_out(error))
