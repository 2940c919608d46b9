"""A grid of words to point at: languages, phrases, answers, titles; it turns as cards do."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.cards.banner import Banner
from desktop.cards.cells import Cell, Cells
from desktop.cards.lines import plain_scrolling


class Grid(QScrollArea):
    """Scrolls the cells where there are more than fit."""

    chosen = Signal(str)
    """The key of a cell that was clicked, tapped or taken with Return."""

    def __init__(
        self, name: str, pixels: int, wide: int, *, weight: int = 600, parent: QWidget | None = None
    ) -> None:
        """`pixels` is the size of the words, `wide` the least width of a cell, both at 100 %."""
        super().__init__(parent)
        self.cells = Cells(pixels, wide, weight)
        self.cells.setAccessibleName(name)
        self.cells.chosen.connect(self.chosen)
        self.cells.moved.connect(self._follow)
        plain_scrolling(self, self.cells)
        self._room = self.size()
        self.setFocusProxy(self.cells)

    def offer(
        self, cells: Sequence[Cell], current_key: str = "", banner: Sequence[Banner] = ()
    ) -> None:
        """Show these cells; `current_key` is marked as the one in use, `banner` stands above."""
        self.cells.offered = tuple(cells)
        self.cells.banner = tuple(banner)
        self.cells.marked = current_key
        keys = [cell.key for cell in cells]
        self.cells.current = keys.index(current_key) if current_key in keys else 0
        self._lay_out()
        self._begin()

    def zoom(self, scale: float) -> None:
        """Show everything `scale` times as large."""
        self.cells.scale = scale
        self._lay_out()

    def turn(self, turned: bool) -> None:
        """Show it upside down, or upright again."""
        self.cells.turned = turned
        self._lay_out()
        self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: the cells take the width that there is."""
        super().resizeEvent(event)
        self._room = event.size()  # of the viewport; asking that itself loads all of QtWidgets
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's hook: nothing is laid out before it is seen."""
        super().showEvent(event)
        self._lay_out()
        if self.cells.turned:
            self._begin()

    def _lay_out(self) -> None:
        if self.isVisible():
            self.cells.lay_out(self._room)

    def _begin(self) -> None:
        if not self.isVisible():
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if self.cells.turned else bar.minimum())

    def _follow(self, place: QRectF) -> None:
        """Keep a cell in sight; with one of the first row, what stands above it too."""
        if self.cells.current < self.cells.columns:
            self._begin()
            return
        middle = place.center().toPoint()
        self.ensureVisible(middle.x(), middle.y(), 0, round(place.height()))
