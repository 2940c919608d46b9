"""The application's own icon: a closed notebook, which says nothing about what is in it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).with_name("fieldbook.svg")
_SIDES = (16, 24, 32, 48, 64, 128, 256)


def window_icon() -> QIcon:
    """The icon in the sizes that desktops ask for."""
    drawing = QSvgRenderer(str(DRAWING))
    icon = QIcon()
    for side in _SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
