"""Painting with the theme's colours, without what would load all of Qt.

`QPainter.setPen`, `setBrush` and `fillRect` name `Qt` in one of their forms, and looking for the
right form loads every enumeration there is: 40 ms, which the first window does not have.
"""

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette

from desktop.theme.look import current


def brush(token: str) -> QBrush:
    """A solid brush in the colour `token` of the theme in use."""
    return _brush(getattr(current().colours, token))


def fill(painter: QPainter, place: QRectF, token: str, radius: float = 0) -> None:
    """Fill a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(place, radius, radius)
    painter.fillPath(path, brush(token))


def outline(
    painter: QPainter, place: QRectF, ground: str, edge: str, radius: float, width: float
) -> None:
    """Fill a rectangle with round corners, and draw its edge inside it, `width` pixels wide."""
    fill(painter, place, edge, radius)
    inner = place.adjusted(width, width, -width, -width)
    fill(painter, inner, ground, max(0.0, radius - width))


@lru_cache(maxsize=64)
def _brush(colour: str) -> QBrush:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(colour))
    return palette.base()
