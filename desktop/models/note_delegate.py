"""Draws one line of the list of notes: what, when, and how it begins."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.note_list import ROLE, NoteLine
from desktop.theme import current
from translations import fonts

_PAD = 16
_GAP = 4


class NoteDelegate(QStyledItemDelegate):
    """Three short lines: title with its chip, time, and the beginning of the text."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every line is as tall as the tallest, so that the view need not ask them all."""
        del option, index
        look = current()
        lines = look.sizes.body * 1.45 + look.sizes.small * 1.45 * 2
        return QSize(200, round(lines + 2 * 12 + 2 * _GAP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line at `index`."""
        line = index.data(ROLE)
        if not isinstance(line, NoteLine):
            return
        colours = current().colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft))
            painter.drawRoundedRect(area.adjusted(8, 2, -8, -2), 8, 8)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(9, 3, -9, -3), 8, 8)
        if not chosen:
            painter.setPen(QColor(colours.line))
            painter.drawLine(
                area.bottomLeft() + QPointF(_PAD, -0.5), area.bottomRight() + QPointF(-_PAD, -0.5)
            )
        self._texts(painter, area.adjusted(_PAD + 4, 12, -_PAD - 4, -12), line, chosen)
        painter.restore()

    def _texts(self, painter: QPainter, area: QRectF, line: NoteLine, chosen: bool) -> None:
        look = current()
        colours, sizes = look.colours, look.sizes
        title = _font(sizes.body, QFont.Weight.DemiBold)
        small = _font(sizes.small)
        height = QFontMetricsF(title).height()
        room = area.width() - (self._chip(painter, area, line) if line.chip else 0)
        painter.setFont(title)
        painter.setPen(QColor(colours.soft_text if chosen else colours.text))
        _line(painter, QRectF(area.left(), area.top(), room, height), line.title)
        painter.setFont(small)
        painter.setPen(QColor(colours.soft_text if chosen else colours.muted))
        step = QFontMetricsF(small).height()
        top = area.top() + height + _GAP
        _line(painter, QRectF(area.left(), top, area.width(), step), line.time)
        top += step + _GAP
        _line(painter, QRectF(area.left(), top, area.width(), step), line.summary)

    def _chip(self, painter: QPainter, area: QRectF, line: NoteLine) -> float:
        """Draw the state at the end of the first line; gives the width it took."""
        colours, sizes = current().colours, current().sizes
        font = _font(sizes.tiny)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(line.chip) + 16, metrics.height() + 4
        rightward = painter.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = area.right() - width if rightward else area.left()
        box = QRectF(left, area.top(), width, height)
        waiting = line.state == "amber"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.amber_soft if waiting else colours.background))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(colours.amber if waiting else colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.chip)
        return width + 8


def _font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(fonts.FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def _line(painter: QPainter, area: QRectF, text: str) -> None:
    """One line of text, ended by an ellipsis where it does not fit."""
    shown = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, int(area.width())
    )
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)

