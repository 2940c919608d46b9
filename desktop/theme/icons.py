"""Lucide icons (ISC, see icons/LICENSE) in a token's colour: they follow the theme."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.theme.look import current
from desktop.theme.stylesheet import faded

_FOLDER = Path(__file__).parent / "icons"
_ALONG = frozenset({"chevron-left", "chevron-right", "send", "undo-2"})
"""What points along the line of reading: mirrored where the interface reads leftward."""


def icon(name: str, token: str = "text") -> QIcon:
    """The icon `name` in the colour `token` of whatever theme is in use when it is drawn."""
    return QIcon(_Engine(name, token))


def draw(painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
    """Draw the icon `name` into `rect` (device-independent pixels) in `colour` (`#RRGGBB`)."""
    ratio = painter.device().devicePixelRatioF()
    side = round(min(rect.width(), rect.height()) * ratio)
    image = _image(name, colour, side, name in _ALONG and QGuiApplication.isRightToLeft())
    image.setDevicePixelRatio(ratio)
    painter.drawImage(rect.topLeft(), image)


def names() -> tuple[str, ...]:
    """Every icon that is shipped."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.svg")))


@lru_cache(maxsize=256)
def _image(name: str, colour: str, side: int, mirrored: bool) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = (_FOLDER / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour.encode())))


class _Engine(QIconEngine):
    """Draws at paint time, in the theme of that moment and at the screen's resolution."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws one row."""
        del state
        side = min(rect.width(), rect.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        draw(painter, self._name, place, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def _colour(self, mode: QIcon.Mode) -> str:
        colours = current().colours
        colour: str = getattr(colours, self._token)
        if mode == QIcon.Mode.Disabled:
            return faded(colours)
        return colour
