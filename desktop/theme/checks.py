"""Check boxes, radio rows and chips to tick: painted in the theme, their words wrap."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from desktop.theme.look import current
from desktop.theme.radio import TakeableRadio
from desktop.theme.stylesheet import blend
from desktop.theme.tokens import RING

_BOX = 20  # pixels of the box or ring
_GAP = 10  # pixels between it and the words
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # two Qt classes among the bases of one would crash


class _Row(_Button):
    """What a check row and a radio row share: size, words, mark and focus ring.

    Mixed in before the Qt class, whose role, keys and states are kept.
    """

    _round = False

    def set_words(self, words: str) -> None:
        """What it says; wraps where the width is short."""
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()

    def words(self) -> str:
        """What it says."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        look = current()
        width = self.fontMetrics().horizontalAdvance(self.words())
        side = look.px(_BOX)
        return QSize(side + _GAP + width + 12, max(look.px(32), self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        look = current()
        return QSize(look.px(_BOX) + _GAP + look.px(80), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels it is tall at `width` pixels."""
        look = current()
        inner = QRect(0, 0, max(1, width - look.px(_BOX) - _GAP - 10), 10000)
        words = self.fontMetrics().boundingRect(inner, int(_WRAP), self.words())
        return max(look.px(32), words.height() + 10)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it can be clicked."""
        del pos
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the theme or the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event
        look, colours = current(), current().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_BOX)
        rightward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = 2 if rightward else self.width() - side - 2
        line = max(look.px(32), self.fontMetrics().height() + 10)
        box = QRectF(left, (line - side) / 2, side, side)
        self._mark(painter, box)
        inner = self.rect().adjusted(side + _GAP + 2, 0, -6, 0)
        if not rightward:
            inner = self.rect().adjusted(6, 0, -side - _GAP - 2, 0)
        faded = blend(colours.background, colours.text, 0.6)
        painter.setPen(QColor(colours.text if self.isEnabled() else faded))
        painter.setFont(self.font())
        painter.setLayoutDirection(self.layoutDirection())  # it knows only the application's
        painter.drawText(inner, int(_WRAP), self.words())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _mark(self, painter: QPainter, box: QRectF) -> None:
        colours = current().colours
        on, live = self.isChecked(), self.isEnabled()
        fill = colours.accent if on else colours.raised
        if not live:
            fill = colours.edge if on else colours.background
        painter.setPen(QPen(QColor(fill if on else colours.edge), 1.5))
        painter.setBrush(QColor(fill))
        place = box.adjusted(1, 1, -1, -1)
        if self._round:
            painter.drawEllipse(place)
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.accent_text))
                hole = box.width() * 0.32
                painter.drawEllipse(box.adjusted(hole, hole, -hole, -hole))
            return
        painter.drawRoundedRect(place, 4, 4)
        if on:
            tick(painter, box, colours.accent_text)


class Check(_Row, QCheckBox):
    """A box to tick with words that wrap."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)


class Radio(_Row, TakeableRadio):
    """One of several rows; see `TakeableRadio` on how its choice is taken back."""

    _round = True

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)


class ChipCheck(QCheckBox):
    """A chip to tick: a pill with its words, and a tick mark when chosen."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, words: str) -> None:
        """What it says."""
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()

    def words(self) -> str:
        """What it says."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        look = current()
        width = self.fontMetrics().horizontalAdvance(self.words()) + look.px(14 + 14 + 22)
        return QSize(width, max(look.px(36), self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        return QSize(current().px(80), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it can be clicked."""
        del pos
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the theme or the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event
        look, colours = current(), current().colours
        on, live = self.isChecked(), self.isEnabled()
        fill = colours.soft if on else colours.raised
        if not on and live and self.underMouse():
            fill = blend(colours.raised, colours.text, 0.05)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        edge = colours.accent if ring else colours.soft_text if on else colours.edge
        painter.setPen(QPen(QColor(edge if live else colours.line), RING if ring else 1))
        painter.setBrush(QColor(fill))
        inset = 1.0 if ring else 0.5
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        side, pad = look.px(16), look.px(12)
        rightward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = pad if rightward else self.width() - pad - side
        box = QRectF(left, (self.height() - side) / 2, side, side)
        words = colours.soft_text if on else colours.text
        if on:
            tick(painter, box, words)
        else:
            painter.setPen(QPen(QColor(colours.edge), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3)
        inner = self.rect().adjusted(pad + side + look.px(6), 0, -pad, 0)
        if not rightward:
            inner = self.rect().adjusted(pad, 0, -pad - side - look.px(6), 0)
        painter.setPen(QColor(words if live else blend(colours.raised, colours.text, 0.6)))
        painter.setFont(self.font())
        line = QFontMetrics(self.font()).elidedText(
            self.words(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(inner, int(_WRAP & ~Qt.TextFlag.TextWordWrap), line)


def tick(painter: QPainter, box: QRectF, colour: str) -> None:
    """A tick mark filling `box`."""
    painter.setPen(
        QPen(
            QColor(colour),
            max(1.5, box.width() / 10),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    at = ((0.26, 0.52), (0.43, 0.69), (0.75, 0.33))
    points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in at]
    painter.drawPolyline(points)
