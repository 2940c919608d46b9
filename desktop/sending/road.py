"""The picture of a report's road: four stations, as far as it has come; words beside colours."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.sending.words import STEPS, reached, steps
from desktop.theme.hand_drawn import HandDrawn
from desktop.theme.look import current
from storage.outbox.items import Item
from storage.outbox.states import State
from translations import fonts
from translations.interface import _

_WIDTH, _BAR, _GAP = 420, 4, 6


class Road(HandDrawn, QWidget):
    """Draws how far an item has come."""

    def __init__(self, item: Item) -> None:
        """Show the road of `item`."""
        super().__init__()
        self._reached = reached(item)
        self._doubtful = item.state == State.UNKNOWN
        self._refused = item.state == State.REJECTED
        done = steps()[self._reached - 1]
        self.setAccessibleName(
            _("Step {step} of {steps}: {name}").format(step=self._reached, steps=STEPS, name=done)
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        wide = sum(self._metrics().horizontalAdvance(word) + 24 for word in steps())
        return QSize(max(round(wide), current().px(_WIDTH)), current().px(36))

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar for each station, its word below."""
        del event
        colours = current().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = (self.width() - (STEPS - 1) * _GAP) / STEPS
        for index, word in enumerate(steps()):
            place = STEPS - 1 - index if self.isRightToLeft() else index
            left = place * (wide + _GAP)
            is_last = index == self._reached - 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour(index)))
            painter.drawRoundedRect(QRectF(left, 2, wide, _BAR), 2, 2)
            painter.setPen(QColor(colours.text if is_last else colours.muted))
            painter.setFont(_font(is_last))
            below = QRectF(left, 2 + _BAR, wide, self.height() - 2 - _BAR)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, word)

    def _colour(self, index: int) -> str:
        colours = current().colours
        if index >= self._reached:
            return colours.line
        if index < self._reached - 1:
            return colours.accent
        if self._refused:
            return colours.danger
        return colours.amber if self._doubtful else colours.accent

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(_font(bold=True))


def _font(bold: bool) -> QFont:
    font = QFont(fonts.FAMILY)
    font.setPixelSize(current().sizes.small)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
