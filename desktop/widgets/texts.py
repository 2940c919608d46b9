"""Answers in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.fields import WritingField
from desktop.widgets.answer import Answer


class TextAnswer(Answer):
    """Words: one line that grows when they need more, or several lines from the start."""

    def __init__(self, path: str, lines: int = 1, *, number: bool = False) -> None:
        """`lines` is how many lines are shown while empty; 1 makes Return go on.

        `number` asks for a keyboard of digits; what is written stays words (`numbers`).
        """
        super().__init__(path)
        self._field = _Line() if lines == 1 else WritingField(lines)
        if number:
            self._field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._field.textChanged.connect(lambda: self.give(self._field.toPlainText()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field)

    def write(self, value: str) -> None:
        """Put `value` on screen."""
        self._field.set_value(value)

    def set_readonly(self, readonly: bool) -> None:
        """Let the words be read and copied only."""
        self._field.setReadOnly(readonly)

    def parts(self) -> tuple[QWidget, ...]:
        """The field."""
        return (self._field,)


class _Line(WritingField):
    """One line to begin with; Return goes on to the next question."""

    def __init__(self) -> None:
        super().__init__(1)
        self.setProperty("line", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return is the way on, not a line break."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
