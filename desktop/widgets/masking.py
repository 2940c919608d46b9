"""Answers that stay hidden, such as a name, until somebody asks to see them for a moment."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.theme.buttons import Button
from desktop.theme.fields import TextField
from desktop.widgets.answer import Answer
from translations.interface import _

SHOWN = 10_000
"""Milliseconds an answer stays in sight once it is revealed."""


class MaskedAnswer(Answer):
    """A line whose words are dots (appearance `masked`), except while they are first written.

    A new answer is seen as it is typed, so that no slip goes unnoticed; when the field is left,
    and whenever it is come back to, it is hidden.
    """

    def __init__(self, path: str, *, number: bool = False) -> None:
        """`number` for a keyboard of digits."""
        super().__init__(path)
        self._field = TextField(420)
        if number:
            self._field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self._field.textChanged.connect(self._typed)
        self._reveal = Button("", "quiet")
        self._reveal.clicked.connect(self._show)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._field)
        row.addWidget(self._reveal)
        row.addStretch(1)
        self._reveal.setVisible(False)
        self.retranslate()

    def write(self, value: str) -> None:
        """Put `value` on screen, hidden; what is just being written stays in sight."""
        if value != self._field.text():
            self._field.set_value(value)
            self._hide()

    def set_readonly(self, readonly: bool) -> None:
        """Let the words be revealed only."""
        self._field.setReadOnly(readonly)

    def parts(self) -> tuple[QWidget, ...]:
        """The field, then what reveals it."""
        return (self._field, self._reveal)

    def describe(self, name: str, description: str) -> None:
        """The button keeps its own name."""
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(description)
        self._reveal.setAccessibleDescription(name)

    def leave(self) -> None:
        """Nobody writes here any more."""
        self._hide()

    def retranslate(self) -> None:
        """The words of the button."""
        self._reveal.set_words(_("Reveal for 10 s"))

    def _typed(self, text: str) -> None:
        self._reveal.setVisible(bool(text))
        self.give(text)

    def _show(self) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Normal)
        self._timer.start(SHOWN)

    def _hide(self) -> None:
        self._timer.stop()
        dots = QLineEdit.EchoMode.Password if self._field.text() else QLineEdit.EchoMode.Normal
        self._field.setEchoMode(dots)
        if not self._field.hasFocus():
            self._field.setCursorPosition(0)  # no dot cut in two at the edge
