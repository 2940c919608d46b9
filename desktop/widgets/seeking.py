"""Finding one of many by typing a few letters of it: Ctrl+K, and whatever else is chosen so."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from desktop.theme.fields import SearchField
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.reaching import Reaching
from desktop.theme.rows import Role, RowList
from storage.tables.folding import fold
from translations.interface import _

WIDTH = 620
HEIGHT = 520
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Sought:
    """A line of what is found; `chip` says what it is, in a word, and may be empty."""

    words: str
    detail: str = ""
    chip: str = ""


class SeekingDialog(Reaching, QDialog):
    """Up and Down go through what is found, Return takes the marked line, Escape closes.

    Who builds upon it says in `seek` what letters find, shows that with `show_lines`, and does in
    `take` what is done with the line that was chosen.
    """

    def __init__(self, parent: QWidget, asks: str, nothing: str) -> None:
        """The field `asks` for something; where it finds none, the window says `nothing`."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self.field = SearchField(asks)
        self.field.textChanged.connect(self.seek)
        self.field.installEventFilter(self)
        self.model = QStandardItemModel(self)
        self._view = RowList(_("Found"))
        self._nothing = Label(nothing, "muted")
        self._nothing.hide()
        self._lay_out()

    def seek(self, text: str) -> None:
        """Show what `text` finds."""
        raise NotImplementedError

    def take(self, row: int) -> None:
        """That line was chosen, and the window is closed."""
        raise NotImplementedError

    def show_lines(self, lines: Sequence[Sought]) -> None:
        """Show what is found, the first line marked."""
        self.model.clear()
        for each in lines:
            item = QStandardItem(each.words)
            item.setData(each.detail, Role.DETAIL)
            if each.chip:
                item.setData((each.chip, "neutral"), Role.CHIP)
            item.setEditable(False)
            told = filter(None, (each.words, each.chip, each.detail))
            item.setAccessibleText(", ".join(told))
            self.model.appendRow(item)
        self._nothing.setVisible(not lines)
        if lines:
            self._view.setCurrentIndex(self.model.index(0, 0))

    def go(self) -> None:
        """Close, and take the line that is marked; nothing where there is none."""
        row = self._view.currentIndex().row()
        if 0 <= row < self.model.rowCount():
            self.accept()
            self.take(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the keys that go through the list work while one types."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
                QApplication.sendEvent(self._view, event)
                return True
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # Escape closes; it does not only empty the field
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's hook: Return takes the marked line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)
        self.go()

    def _lay_out(self) -> None:
        look = current()
        parent = self.parentWidget()
        width = min(look.px(WIDTH), parent.width() - 32) if parent else look.px(WIDTH)
        height = min(look.px(HEIGHT), parent.height() - 32) if parent else look.px(HEIGHT)
        self.resize(width, height)
        self._view.setModel(self.model)
        self._view.setProperty("kind", "bare")
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self._view, 1)


def begins_words(words: str, text: str) -> bool:
    """Whether each word of `text` begins one of `words`, whatever the accents and capitals."""
    there = fold(words).split()
    return all(any(word.startswith(part) for word in there) for part in fold(text).split())
