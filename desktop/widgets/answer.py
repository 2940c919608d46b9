"""What every question widget can do; it knows its path and nothing of engine or vault."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from forms import Choice


class Answer(QWidget):
    """Something to answer one question with.

    Values are those of the XForms specification (section 6.2, data types): the widget shows
    them as the reader writes them and gives them back as the form stores them.
    """

    answer_changed = Signal(str, str)
    """The path and the new value: "" when the answer was taken back, and what is written as it is
    while it cannot be understood, so that the engine keeps it and refuses to finalise it."""

    def __init__(self, path: str) -> None:
        """`path` is the question's path in the instance, as `/data/group/q`."""
        super().__init__()
        self.path = path
        self._showing = False

    @property
    def is_short(self) -> bool:
        """Whether two such questions may stand side by side where the page is wide."""
        return False

    @property
    def says_label(self) -> bool:
        """Whether it shows the label itself, told by `describe`."""
        return False

    @property
    def says_hint(self) -> bool:
        """Whether it shows the hint itself, told by `describe`."""
        return self.says_label

    moves_on = False
    """Whether the caret goes on to the next question once this is answered (`quick`)."""

    def loose(self) -> str:
        """What is written that gave no answer, so that the form does not know it."""
        return ""

    def sought(self) -> str:
        """What is written to find a choice with; no part of the answer."""
        return ""

    def show_loose(self, words: str) -> None:
        """Put back what `loose` or `sought` told, as after a lock."""

    def show_value(self, value: str) -> None:
        """Show `value` without emitting it; the caret stays when it already stands there."""
        self._showing = True
        try:
            self.write(value)
        finally:
            self._showing = False

    def write(self, value: str) -> None:
        """Put `value` on screen; called by `show_value`."""
        raise NotImplementedError

    def give(self, value: str) -> None:
        """Emit `value`, unless it is only being shown."""
        if not self._showing:
            self.answer_changed.emit(self.path, value)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`; for questions that have none this does nothing."""

    def show_pictures(self, pictures: Mapping[str, QPixmap]) -> None:
        """Show the pictures of choices, by value; for those that have none this does nothing."""

    def set_readonly(self, readonly: bool) -> None:
        """Let the value be read only."""
        self.setEnabled(not readonly)

    def describe(self, name: str, description: str) -> None:
        """Tell a screen reader what is asked (`name`), its hint and its error."""
        for part in self.parts():
            part.setAccessibleName(name)
            part.setAccessibleDescription(description)

    def parts(self) -> tuple[QWidget, ...]:
        """What can take the focus, in reading order; the first is the label's buddy."""
        raise NotImplementedError

    def mark(self) -> QWidget | None:
        """The part that is drawn in the colour of an error, if there is one."""
        parts = self.parts()
        return parts[0] if parts and isinstance(parts[0], QLineEdit | QPlainTextEdit) else None

    def unread(self) -> str:
        """Why what is written cannot be taken as an answer; "" when it can, or nothing is."""
        return ""

    def leave(self) -> None:
        """The focus has left: write what was understood in the reader's own way."""

    def retranslate(self) -> None:
        """The interface's language has changed: say the widget's own words in it."""


def caret(part: QWidget) -> tuple[int, int]:
    """Where the caret of a field stands and where its selection began; (0, 0) for others."""
    if isinstance(part, QPlainTextEdit):
        cursor = part.textCursor()
        return cursor.position(), cursor.anchor()
    if isinstance(part, QLineEdit):
        at = part.cursorPosition()
        if not part.hasSelectedText():
            return at, at
        start, end = part.selectionStart(), part.selectionEnd()
        return at, start if at == end else end
    return 0, 0


def set_caret(part: QWidget, at: int, anchor: int) -> None:
    """Put the caret of a field at `at`, with the selection that began at `anchor`."""
    if isinstance(part, QPlainTextEdit):
        cursor = part.textCursor()
        length = len(part.toPlainText().encode("utf-16-le")) // 2
        cursor.setPosition(min(max(anchor, 0), length))
        cursor.setPosition(min(max(at, 0), length), cursor.MoveMode.KeepAnchor)
        part.setTextCursor(cursor)
    elif isinstance(part, QLineEdit):
        if at == anchor:
            part.setCursorPosition(at)
        else:
            part.setSelection(anchor, at - anchor)
