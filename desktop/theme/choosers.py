"""A closed list that opens, for one of many: its arrow follows the theme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from desktop.theme.icons import draw
from desktop.theme.look import current

_INSET = 12.0
"""Pixels between the arrow and the edge."""


class Chooser(QComboBox):
    """A list that opens; the wheel moves the page, never the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not WheelFocus

    def showPopup(self) -> None:
        """Lays its lines out in the theme; Qt keeps the places they had before they wore it."""
        self.view().doItemsLayout()
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page, never the choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet takes Qt's arrow away; this one follows the theme."""
        super().paintEvent(event)
        side = current().px(16)
        left = _INSET if self.isRightToLeft() else self.width() - side - _INSET
        place = QRectF(left, (self.height() - side) / 2, side, side)
        token = current().colours.muted if self.isEnabled() else current().colours.line
        draw(QPainter(self), "chevron-down", place, token)
