"""The marks under unknown words of one field, drawn in the pauses of typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.theme.fields import WritingField
from desktop.theme.look import current
from translations.spelling import Speller, Word, words

PAUSE = 300
"""Milliseconds without a key before a field is looked through."""

_ANEW = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.StyleChange)
"""After these the caret has left a word, the form may speak another language, the theme changed."""

FindSpeller = Callable[[WritingField], Speller | None]


class Marks(QObject):
    """Belongs to a field. The marks are no part of its text: nothing is changed or undone by them.

    The word that is being typed is left alone until the caret has left it.
    """

    menu_asked = Signal(object, QPoint)
    """The menu of a `Word` shall be shown, or of None, at a point of the screen."""
    none_left = Signal()
    """The next marked word was asked for, and there is none."""

    def __init__(self, field: WritingField, speller: FindSpeller) -> None:
        """Mark what `speller` does not know; it gives None where nothing is to be marked."""
        super().__init__(field)
        self._field, self._speller = field, speller
        self._held = False
        self.unknown: tuple[Word, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        field.textChanged.connect(self._pause.start)
        field.cursorPositionChanged.connect(self._caret_moved)
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)
        self._pause.start()

    def look(self) -> None:
        """Look through the field now, and mark what is not known."""
        self._pause.stop()
        text = self._field.toPlainText()
        speller = None if self._field.isReadOnly() or not text else self._speller(self._field)
        at = self.caret() if self._field.hasFocus() else -1
        found = [word for word in words(text) if not speller.knows(word.text)] if speller else []
        self.unknown = tuple(word for word in found if word.stop != at)
        self._held = len(found) > len(self.unknown)
        self._draw(text)

    def caret(self) -> int:
        """The caret's place in the text, in characters."""
        return characters(self._field.toPlainText(), self._field.textCursor().position())

    def at(self, place: int) -> Word | None:
        """The unknown word at `place` (characters), one that is being typed too."""
        text, speller = self._field.toPlainText(), self._speller(self._field)
        if speller is None or self._field.isReadOnly():
            return None
        here = (word for word in words(text) if word.start <= place <= word.stop)
        return next((word for word in here if not speller.knows(word.text)), None)

    def select(self, word: Word) -> None:
        """Put the selection on `word`, as it is read out and seen."""
        text = self._field.toPlainText()
        cursor = self._field.textCursor()
        cursor.setPosition(units(text, word.start))
        cursor.setPosition(units(text, word.stop), QTextCursor.MoveMode.KeepAnchor)
        self._field.setTextCursor(cursor)

    def replace(self, word: Word, by: str) -> None:
        """Write `by` in the place of `word`, if that still stands there; it can be undone."""
        if self._field.toPlainText()[word.start : word.stop] == word.text:
            self.select(word)
            self._field.textCursor().insertText(by)
            self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the menu by mouse or key, and F3."""
        if isinstance(event, QContextMenuEvent):
            if event.reason() == QContextMenuEvent.Reason.Mouse:
                position = self._field.cursorForPosition(event.pos()).position()
                place = characters(self._field.toPlainText(), position)
                self.menu_asked.emit(self.at(place), event.globalPos())
            else:
                self._ask_at_caret()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_F3 and not event.modifiers():
                self._go_on()
                return True
            if event.key() == Qt.Key.Key_F10 and shift:
                self._ask_at_caret()
                return True
        elif event.type() in _ANEW and watched is self._field:
            self._pause.start()
        return False

    def _ask_at_caret(self) -> None:
        self._ask(self.at(self.caret()))

    def _ask(self, word: Word | None) -> None:
        below = self._field.cursorRect().bottomLeft()
        self.menu_asked.emit(word, self._field.viewport().mapToGlobal(below))

    def _go_on(self) -> None:
        """To the next marked word after the caret, round the end if need be."""
        self.look()
        place = self.caret()
        ahead = [word for word in self.unknown if word.start >= place]
        word = next(iter(ahead or self.unknown), None)
        if word is None:
            self.none_left.emit()
            return
        self.select(word)
        self._ask(word)

    def _caret_moved(self) -> None:
        if self._held:
            self._pause.start()

    def _draw(self, text: str) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(current().colours.danger))
        marks = []
        for word in self.unknown:
            mark = QTextEdit.ExtraSelection()
            mark.format = look
            mark.cursor = QTextCursor(self._field.document())
            mark.cursor.setPosition(units(text, word.start))
            mark.cursor.setPosition(units(text, word.stop), QTextCursor.MoveMode.KeepAnchor)
            marks.append(mark)
        if marks or self._field.extraSelections():
            self._field.setExtraSelections(marks)


def units(text: str, place: int) -> int:
    """The place in Qt's text of the character at `place`: beyond U+FFFF one counts twice."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le")) // 2


def characters(text: str, position: int) -> int:
    """The character at Qt's `position`."""
    if text.isascii():
        return position
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
