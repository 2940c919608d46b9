"""Check boxes, radio rows and chips to tick: painted in the theme, their words wrap."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.theme.hand_drawn import HandDrawnButton
from desktop.theme.look import current
from desktop.theme.radio import TakeableRadio
from desktop.theme.stylesheet import blend
from desktop.theme.tokens import RING

_BOX = 20  # pixels of the box or ring
_GAP = 10  # pixels between it and the words
_AROUND = 6  # pixels between words, or a box without any, and the focus ring
_LINE = 36  # pixels a row of one line is tall; 8 more between two make them a touch target
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class _Row(HandDrawnButton):
    """What a check row and a radio row share: size, words that wrap, mark and focus ring.

    Mixed in before the Qt class, whose role, keys and states are kept.
    """

    _round = False
    _bare = False
    _picture: QPixmap | None = None

    def set_bare(self) -> None:
        """Draw no box: a frame around its words that fills, with a tick mark, when chosen."""
        self._bare = True
        self.updateGeometry()

    def set_picture(self, picture: QPixmap | None) -> None:
        """Show `picture` above its words."""
        self._picture = picture
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        look = current()
        width = self.fontMetrics().horizontalAdvance(self.words())
        side = look.px(_BOX)
        tall = max(look.px(_LINE), self.fontMetrics().height() + 10)
        if self._picture is not None:
            width = max(width, self._picture_size().width())
        if not width:
            return QSize(side + 12, tall)
        edge = 24 if self._bare else 12
        return QSize(side + _GAP + width + edge, tall + self._picture_size().height())

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        look, hint = current(), self.sizeHint()
        return QSize(min(look.px(_BOX) + _GAP + look.px(80), hint.width()), hint.height())

    def _picture_size(self) -> QSize:
        if self._picture is None:
            return QSize(0, 0)
        size = self._picture.deviceIndependentSize().toSize()
        return QSize(size.width(), size.height() + 8)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels it is tall at `width` pixels."""
        look = current()
        inner = QRect(0, 0, max(1, width - look.px(_BOX) - _GAP - 10), 10000)
        words = self.fontMetrics().boundingRect(inner, int(_WRAP), self.words())
        least = look.px(_LINE)
        return max(least, words.height() + 10) + self._picture_size().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event
        look, colours = current(), current().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_BOX)
        rightward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        wordless = not self.words() and self._picture is None
        inset = 8 if self._bare else _AROUND if wordless else 0
        left = inset if rightward else self.width() - side - inset
        line = max(look.px(_LINE), self.fontMetrics().height() + 10)
        box = QRectF(left, (line - side) // 2, side, side)
        if self._bare:
            self._frame(painter, box)
        else:
            self._mark(painter, box)
        inner = self.rect().adjusted(side + _GAP, 0, -_AROUND, 0)
        if not rightward:
            inner = self.rect().adjusted(_AROUND, 0, -side - _GAP, 0)
        if self._picture is not None:
            size = self._picture.deviceIndependentSize().toSize()
            at = inner.left() if rightward else inner.right() - size.width() + 1
            painter.drawPixmap(at, inner.top() + 4, self._picture)
            inner.adjust(0, size.height() + 8, 0, 0)
        faded = blend(colours.background, colours.text, 0.6)
        painter.setPen(QColor(colours.text if self.isEnabled() else faded))
        painter.setFont(self.font())
        painter.setLayoutDirection(self.layoutDirection())  # it knows only the application's
        painter.drawText(inner, int(_WRAP), self.words())
        if self.hasFocus():
            whole = self._bare or wordless
            self._ring(painter, self.rect() if whole else self._beside(inner))

    def _beside(self, words: QRect) -> QRect:
        """The words with room around them, as tall as the row: the box stays outside."""
        return QRect(words.left() - _AROUND, 0, words.width() + 2 * _AROUND, self.height())

    def _ring(self, painter: QPainter, around: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(current().colours.accent), RING))
        painter.drawRoundedRect(QRectF(around).adjusted(1, 1, -1, -1), 6, 6)

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        """Instead of a box: the frame, and the tick when chosen."""
        colours, on = current().colours, self.isChecked()
        painter.setPen(QPen(QColor(colours.soft_text if on else colours.edge), 1.0))
        painter.setBrush(QColor(colours.soft if on else colours.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if on:
            tick(painter, box.adjusted(2, 2, -2, -2), colours.soft_text)

    def _mark(self, painter: QPainter, box: QRectF) -> None:
        colours = current().colours
        on, live = self.isChecked(), self.isEnabled()
        fill = colours.accent if on else colours.raised
        if not live:
            fill = colours.edge if on else colours.background
        painter.setPen(QPen(QColor(fill if on else colours.edge), 1.5))
        painter.setBrush(QColor(fill))
        place = box.adjusted(1.25, 1.25, -1.25, -1.25)  # its line fills whole pixels
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


class ChipCheck(HandDrawnButton, QCheckBox):
    """A chip to tick: a pill with its words, and a tick mark when chosen."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        look = current()
        width = self.fontMetrics().horizontalAdvance(self.words()) + look.px(14 + 14 + 22)
        return QSize(width, max(look.px(36), self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        return QSize(current().px(80), self.sizeHint().height())

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
        box = QRectF(left, (self.height() - side) // 2, side, side)
        words = colours.soft_text if on else colours.text
        if on:
            tick(painter, box, words)
        else:
            painter.setPen(QPen(QColor(colours.edge), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2.25, 2.25, -2.25, -2.25), 3, 3)
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
