"""Rows of a list: when, what, a line of detail and a chip, painted for any number of records."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme.look import Look, current
from desktop.theme.stylesheet import blend
from desktop.theme.tokens import RING

_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a model answers for a row, besides its title (`DisplayRole`); each may be None."""

    DETAIL = Qt.ItemDataRole.UserRole + 1
    """A quieter line under the title."""
    CHIP = Qt.ItemDataRole.UserRole + 2
    """Words and state of a chip at the end: a pair of strings."""


class RowList(QListView):
    """A list of such rows, quick however long it is."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader calls it; give it a model."""
        super().__init__()
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)


class RowDelegate(QStyledItemDelegate):
    """Draws rows of two lines, all of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The size it would like, at the text scale in use."""
        del option, index
        look = current()
        return QSize(200, look.px(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one row."""
        look = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, look)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        inner = option.rect.adjusted(16, 0, -16, 0)
        inner.setRight(inner.right() - self._chip(painter, inner, index, look, option))
        if mirrored:
            inner = QRect(
                option.rect.x() + option.rect.right() - inner.right(),
                inner.y(),
                inner.width(),
                inner.height(),
            )
        self._words(painter, inner, index, look, option)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
        colours = look.colours
        state = option.state
        shape = QRectF(option.rect).adjusted(4.5, 2.5, -4.5, -2.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.soft))
            painter.drawRoundedRect(shape, 8, 8)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(blend(colours.surface, colours.text, 0.05)))
            painter.drawRoundedRect(shape, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), RING))
            painter.drawRoundedRect(shape, 8, 8)

    def _words(
        self,
        painter: QPainter,
        inner: QRect,
        index: _Index,
        look: Look,
        option: QStyleOptionViewItem,
    ) -> None:
        colours, sizes = look.colours, look.sizes
        title, detail = str(index.data() or ""), str(index.data(Role.DETAIL) or "")
        if not detail:
            _write(painter, inner, title, _font(option, sizes.body), colours.text)
            return
        tall = QFontMetrics(_font(option, sizes.body)).height()
        below = QFontMetrics(_font(option, sizes.hint)).height()
        top = inner.y() + (inner.height() - tall - below - 2) // 2
        first = QRect(inner.x(), top, inner.width(), tall)
        second = QRect(inner.x(), top + tall + 2, inner.width(), below)
        _write(painter, first, title, _font(option, sizes.body), colours.text)
        _write(painter, second, detail, _font(option, sizes.hint), colours.muted)

    def _chip(
        self,
        painter: QPainter,
        inner: QRect,
        index: _Index,
        look: Look,
        option: QStyleOptionViewItem,
    ) -> int:
        """Draw the chip; how many pixels it took at the end of the row."""
        chip = index.data(Role.CHIP)
        if not chip:
            return 0
        words, state = chip
        colours = look.colours
        font = painter.font()
        font.setPixelSize(look.sizes.small)
        metrics = QFontMetrics(font)
        wide, tall = metrics.horizontalAdvance(words) + 20, metrics.height() + 6
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = inner.left() if mirrored else inner.right() - wide
        place = QRectF(left, inner.center().y() - tall / 2, wide, tall)
        fill, ink, edge = {
            "teal": (colours.soft, colours.soft_text, colours.soft),
            "amber": (colours.amber_soft, colours.amber, colours.amber_soft),
            "danger": (colours.danger_soft, colours.danger, colours.danger_soft),
        }.get(state, (colours.background, colours.muted, colours.line))
        if option.state & QStyle.StateFlag.State_Selected:
            fill = colours.surface  # a chip in the row's own colour would vanish
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(place, tall / 2, tall / 2)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return wide + 12


def _font(option: QStyleOptionViewItem, pixels: int) -> QFont:
    font = QFont(option.font)
    font.setPixelSize(pixels)
    return font


def _write(painter: QPainter, place: QRect, words: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    line = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        line = f"\u2068{line}\u2069"  # reads in its own direction, also where a number begins it
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.drawText(place, int(flags), line)
