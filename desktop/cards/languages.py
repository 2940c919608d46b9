"""Choosing a language: by its own name and script, sought, or held up to be pointed at."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.cards.cells import Cell
from desktop.cards.pointing import Grid
from desktop.theme.buttons import Button
from translations.interface import _
from translations.languages import LANGUAGES, Language
from translations.words import Span


class LanguagesPage(QWidget):
    """All languages; what is typed leaves those whose names begin so."""

    chosen = Signal(str)
    """The code of a language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it with every language."""
        super().__init__(parent)
        self.search = _Search()
        self.search.setPlaceholderText(_("Name of a language, in any language"))
        self.search.setAccessibleName(_("Find a language"))
        self.search.textChanged.connect(self._offer)
        self.search.taken.connect(self._take_first)
        self.search.onward.connect(self._enter_grid)
        self.held_up = Button(_("Hold up to point at"), big=True)
        self.held_up.setCheckable(True)
        self.held_up.toggled.connect(self._hold_up)
        self.grid = Grid(_("Languages"), 19, 200)
        self.grid.cells.is_whole = False  # the first window is painted soon
        self.large = Grid(_("Languages"), 26, 205)
        self._marked = ""
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 24, 0)
        head.setSpacing(12)
        head.addWidget(self.search, 1000)
        head.addStretch(1)  # keeps the button at its edge where nothing is sought
        head.addWidget(self.held_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for grid in (self.grid, self.large):
            grid.chosen.connect(self.chosen)
            column.addWidget(grid, 1)
        self.large.hide()
        self._offer()

    @property
    def shown_grid(self) -> Grid:
        """The grid that is to be pointed at now."""
        return self.large if self.held_up.isChecked() else self.grid

    def enter(self, marked: str) -> None:
        """Begin anew; `marked` is the code of the language in use."""
        self._marked = marked
        self.search.clear()
        self._offer()
        self.search.setFocus()

    def zoom(self, scale: float) -> None:
        """Show everything `scale` times as large."""
        self.grid.zoom(scale)
        self.large.zoom(scale)

    def turn(self, turned: bool) -> None:
        """Turn the names for the person opposite, or back."""
        self.grid.turn(turned)
        self.large.turn(turned)

    def _hold_up(self, up: bool) -> None:
        self.search.setVisible(not up)
        self.grid.setVisible(not up)
        self.large.setVisible(up)
        self._offer()
        self.shown_grid.setFocus()

    def _offer(self) -> None:
        """Without English notes where it is held up: each name says enough to who reads it."""
        up = self.held_up.isChecked()
        found = sought("" if up else self.search.text())
        cells = [
            Cell(
                each.code,
                (Span(each.name),),
                each,
                "" if up or each.english == each.name else each.english,
            )
            for each in found
        ]
        self.shown_grid.offer(cells, self._marked)

    def _take_first(self) -> None:
        found = sought(self.search.text())
        if found and self.search.text().strip():
            self.chosen.emit(found[0].code)

    def _enter_grid(self) -> None:
        self.grid.setFocus()


class _Search(QLineEdit):
    """Return takes the first that is found, the arrow down goes to the names."""

    taken = Signal()
    onward = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's hook."""
        from PySide6.QtCore import Qt  # naming its keys would delay the first window

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.onward.emit()
        else:
            super().keyPressEvent(event)


def sought(text: str) -> tuple[Language, ...]:
    """The languages whose own or English name, or code, begins a word with `text`."""
    wanted = text.casefold().strip()
    return tuple(
        each
        for each in LANGUAGES
        if not wanted
        or any(
            word.startswith(wanted)
            for name in (each.name, each.english, each.code)
            for word in (name.casefold(), *name.casefold().replace("(", " ").split())
        )
    )
