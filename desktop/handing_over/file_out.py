"""The window by which a plain file leaves the vault: for whom, why and where to; the log first."""

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.operations import Operation
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.stopping import StoppingDialog
from desktop.widgets.where_to import WhereTo
from storage.errors import StorageError
from translations.interface import _

_WIDTH = 520


class FileOutPanel(StoppingDialog):
    """Asks what the log needs to know, and writes the file beside the window.

    Subclasses lay out what they say with `ask_where` among it, and tell the log (`log`,
    `log_not`), write (`begin`, which ends with `ended`) and say refusals (`in_words`).
    """

    written = Signal(str)
    """The file's path."""
    step = Signal(int, int)
    """How much is written, and how much there is; from any thread."""

    def __init__(self, parent: QWidget, name: str, *, doing: str, do: str, kinds: str = "") -> None:
        """Offer to write a file called `name`.

        `doing` is said while it is written, `do` on the button; `kinds` is the file dialog's.
        """
        super().__init__(_WIDTH, parent)
        self._doing = doing
        self._recipient = _field(_("For example: my supervisor, the CPS"))
        self._reason = _field(_("For example: case file"))
        self.where = WhereTo(name, kinds)
        self.notice = ErrorLine()
        self.cancel_button = Button(_("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.write_button = Button(do, "primary")
        self.write_button.setDefault(True)
        self.write_button.clicked.connect(self.write)
        self.step.connect(self.progress.advance)

    def fill(self, recipient: str, reason: str, path: Path) -> None:
        """Fill in the three fields."""
        self._recipient.setText(recipient)
        self._reason.setText(reason)
        self.where.setText(str(path))

    @property
    def recipient(self) -> str:
        """For whom it is."""
        return self._recipient.text().strip()

    @property
    def reason(self) -> str:
        """Why they need it."""
        return self._reason.text().strip()

    @property
    def path(self) -> Path:
        """Where it goes."""
        return self.where.path

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self.notice.text()

    def is_told(self) -> bool:
        """Whether it is said for whom it is, and why; asks for it if not."""
        if self.recipient and self.reason:
            return True
        self.say(_("The log needs to know for whom it is, and why."))
        (self._reason if self.recipient else self._recipient).setFocus()
        return False

    def write(self) -> None:
        """Note the disclosure in the log, then write the file."""
        if not self.is_told():
            return
        self.say("")
        self.write_button.setEnabled(False)
        self.begin_work(self._doing)
        Operation(self, self.log()).on_success(lambda _nothing: self.begin()).on_failure(
            self.refused
        ).start()

    def log(self) -> "Future[None]":
        """Tell the log that it leaves, before it does."""
        raise NotImplementedError

    def log_not(self) -> "Future[None]":
        """The log said beforehand that it would leave; tell it that it did not."""
        raise NotImplementedError

    def begin(self) -> None:
        """Write it on a thread of its own, and call `ended`."""
        raise NotImplementedError

    def in_words(self, error: StorageError) -> str:
        """What the officer is told of a refusal by the vault."""
        raise NotImplementedError

    def ended(self, problem: str | None) -> None:
        """`problem` is empty where it went well, and None where it was cancelled."""
        self._rest()
        if problem == "":
            self.written.emit(self.where.text())
            self.accept()
            return
        self.take_back()
        if problem is None:
            self.reject()
        else:
            self.say(problem)

    def take_back(self) -> None:
        """Have the log say that it did not leave."""
        Operation(self, self.log_not()).on_failure(self.refused).start()

    def refused(self, error: StorageError) -> None:
        """The vault did not do its part: say so, and let it be tried again."""
        self._rest()
        self.say(self.in_words(error))

    def say(self, text: str) -> None:
        """Show what stands in the way, or nothing."""
        self.notice.say(text)

    def ask_where(self) -> None:
        """Add the three fields that every file needs, each under its label."""
        self._ask(_("Who is it for?"), self._recipient)
        self._ask(_("Why do they need it?"), self._reason)
        self.ask_place()

    def ask_place(self) -> None:
        """Add only the field that says where it goes."""
        self._ask(_("Where to?"), self.where, self.where.button)

    def _ask(self, words: str, field: QLineEdit, *beside: QWidget) -> None:
        label = Label(words, "label")
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.column.addSpacing(8)
        self.column.addWidget(label)
        self.column.addLayout(row(field, *beside))

    def _rest(self) -> None:
        self.write_button.setEnabled(True)
        self.end_work()


def _field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    return field
