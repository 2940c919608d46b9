"""Frames: cards with a hairline, a raised card with the one shadow, and lines between things."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from desktop.theme.look import current
from desktop.theme.tokens import GRID, RADIUS

PAD = 4 * GRID
_SHADOW = 24  # pixels the shadow reaches


class Card(QFrame):
    """A surface with a hairline border; put things into `column`.

    `kind` is card, soft, amber or danger: the last three are filled quietly, without a border.
    """

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PAD, PAD, PAD, PAD)
        self.column.setSpacing(2 * GRID)


class RaisedCard(QWidget):
    """The one card that stands above the page, as at unlock; put things into `column`.

    The shadow is painted once beneath: a graphics effect would redraw the whole card with every
    blink of a caret.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SHADOW, _SHADOW - 8, _SHADOW, _SHADOW + 8)
        self.card = Card(parent=self)
        self.column = self.card.column
        self.column.setContentsMargins(*(6 * GRID,) * 4)
        outer.addWidget(self.card)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QColor(0, 0, 0) if current().colours.dark else QColor(16, 32, 32)
        shade.setAlphaF(0.02 if current().colours.dark else 0.003)
        painter.setBrush(shade)
        painter.setPen(QColor(0, 0, 0, 0))
        ground = QRectF(self.card.geometry()).translated(0, 8)
        for step in range(_SHADOW, 0, -1):
            reach = step - 8
            painter.drawRoundedRect(
                ground.adjusted(-reach, -reach, reach, reach), RADIUS + step, RADIUS + step
            )


class Rows(QWidget):
    """Rows one under another with a hairline between; all of them are shown anew at once."""

    def __init__(self, top: int = 0, spacing: int = 3 * GRID) -> None:
        """Empty, with `top` pixels above the first row."""
        super().__init__()
        self._top, self._spacing = top, spacing
        self._body = QWidget()
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._body)

    def show_rows(self, rows: Iterable[QWidget | QLayout], *foot: QWidget | QLayout) -> None:
        """Show `rows` in the place of those before, and under them the `foot`, without a line."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, self._top, 0, 0)
        column.setSpacing(self._spacing)
        for each in rows:
            if column.count():
                column.addWidget(line())
            _add(column, each)
        for each in foot:
            _add(column, each)
        self._place.replaceWidget(self._body, body)
        self._body.hide()  # or it would be drawn over the new rows for a moment
        self._body.deleteLater()
        self._body = body


def line(upright: bool = False) -> QFrame:
    """A hairline between two things, lying or upright."""
    made = QFrame()
    made.setProperty("kind", "upright" if upright else "line")
    return made


def _add(column: QVBoxLayout, thing: QWidget | QLayout) -> None:
    if isinstance(thing, QLayout):
        column.addLayout(thing)
    else:
        column.addWidget(thing)


def row(*things: QWidget | int | None, spacing: int = 3 * GRID) -> QHBoxLayout:
    """Things side by side: widgets, pixels of space, and None for space that takes what is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for thing in things:
        if thing is None:
            made.addStretch(1)
        elif isinstance(thing, int):
            made.addSpacing(thing)
        else:
            made.addWidget(thing)
    return made


def bare(layout: QLayout) -> QLayout:
    """A layout without margins, its things close together."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * GRID)
    return layout


def indent(part: QLayout | QLabel, start: int, top: int, end: int, bottom: int) -> None:
    """Margins in pixels, `start` where reading begins: Qt mirrors places, but not margins."""
    if QGuiApplication.isRightToLeft():
        start, end = end, start
    part.setContentsMargins(start, top, end, bottom)
