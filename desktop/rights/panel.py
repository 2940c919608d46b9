"""The small window that asks for what a decision needs, and then carries it out."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.operations import Operation
from desktop.pages.troubles import while_writing
from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from storage.errors import RecordHeld, ReportWaits, StorageError
from translations.interface import _

WIDTH = 480


class Panel(QDialog):
    """A heading, a sentence, fields, and the one button that does it.

    Subclasses put fields into `fields` with `ask`, and say in `act` what is done.
    """

    def __init__(
        self, parent: QWidget, heading: str, sentence: str, words: str, kind: str = "primary"
    ) -> None:
        """`words` is what the button says, `kind` its kind."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self.setMinimumWidth(WIDTH)
        self._message = Label("", "error")
        self._message.hide()
        self._cancel = Button(_("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self.button = Button(words, kind)
        self.button.setDefault(True)
        self.button.clicked.connect(self.act)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Label(heading, "heading"))
        column.addWidget(Label(sentence, "muted"))
        column.addLayout(self.fields)
        column.addWidget(self._message)
        column.addSpacing(8)
        column.addLayout(row(None, self._cancel, self.button))

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

    def run(self, future: "Future[Any]", then: Callable[[Any], None]) -> None:
        """Wait for the vault without holding up the window; a refusal is shown."""
        self.say("")
        self.button.setEnabled(False)
        Operation(self, future).on_success(then).on_failure(self.refuse).start()

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
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's hook: as tall as its words need at this text size."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Take the height that everything needs at this width; Qt would squeeze what it can."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = max(layout.totalHeightForWidth(self.width()), layout.minimumSize().height())
            self.resize(self.width(), max(self.height(), needed))


def line_field(placeholder: str = "") -> QLineEdit:
    """A field for one line."""
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    return field
