"""The small window that asks for what a decision needs, and then carries it out."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.operations import Operation, in_background
from desktop.pages.troubles import while_writing
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.stopping import StoppingDialog
from storage.errors import RecordHeld, ReportWaits, StorageError
from translations.interface import _

WIDTH = 520


class Panel(StoppingDialog):
    """A heading, a sentence, fields, and the one button that does it.

    Subclasses put fields into `fields` with `ask`, and say in `act` what is done.
    """

    def __init__(
        self, parent: QWidget, heading: str, sentence: str, words: str, kind: str = "primary"
    ) -> None:
        """`words` is what the button says, `kind` its kind."""
        super().__init__(WIDTH, parent)
        self._message = ErrorLine()
        self._cancel = Button(_("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self.button = Button(words, kind)
        self.button.setDefault(True)
        self.button.clicked.connect(self.act)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(8)
        self.column.addWidget(Label(heading, "heading"))
        self.column.addWidget(Label(sentence, "muted"))
        self.column.addLayout(self.fields)
        self.column.addStretch(1)
        self._buttons = row(None, self._cancel, self.button)
        self.set_foot(self._buttons, self.progress, self._message)

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._message.text()

    def act(self) -> None:
        """Do what the panel is for."""
        raise NotImplementedError

    def ask(self, words: str, field: QWidget, *beside: QWidget) -> None:
        """Add a field under its label."""
        label = Label(words, "label")
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.fields.addSpacing(8)
        self.fields.addWidget(label)
        if beside:
            self.fields.addLayout(row(field, *beside))
        else:
            self.fields.addWidget(field)

    def offer(self, words: str, act: Callable[[], object]) -> Button:
        """Add another button, at the other side of the foot."""
        made = Button(words)
        made.clicked.connect(lambda: act())
        self._buttons.insertWidget(0, made)
        return made

    def run(self, future: "Future[Any]", then: Callable[[Any], None]) -> None:
        """Wait for the vault without holding up the window; a refusal is shown."""
        self.say("")
        self.button.setEnabled(False)
        Operation(self, future).on_success(then).on_failure(self.refuse).start()

    def beside(self, words: str, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do `work` on a thread of its own, and `then` go on with what it gave.

        A bar moves under `words` meanwhile. Cancel asks it to stop: it looks at `is_stopped`.
        """
        self.button.setEnabled(False)
        self.begin_work(words)

        def ended(given: Any) -> None:
            self.end_work()
            self.button.setEnabled(True)
            then(given)

        in_background(self, work).on_success(ended).start()

    def refuse(self, error: StorageError) -> None:
        """Show why it was not done."""
        self.button.setEnabled(True)
        if isinstance(error, RecordHeld):
            self.say(_("A hold stands on this record. Lift it first, with its reason."))
        elif isinstance(error, ReportWaits):
            self.say(_("A report from this record has not arrived yet. Send or withdraw it first."))
        else:
            self.say(str(while_writing(error)))

    def say(self, text: str) -> None:
        """Show what stands in the way, or nothing."""
        self._message.say(text)


def line_field(placeholder: str = "") -> QLineEdit:
    """A field for one line."""
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    return field
