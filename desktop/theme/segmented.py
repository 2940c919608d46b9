"""Segments: one choice of a few, side by side, with the keys and the voice of radio buttons."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QGroupBox, QLayoutItem, QRadioButton, QWidget

from desktop.theme.hand_drawn import HandDrawnButton
from desktop.theme.layouts import Arranged
from desktop.theme.look import current
from desktop.theme.radio import TakeableRadio
from desktop.theme.stylesheet import blend
from desktop.theme.tokens import FIELD, RADIUS, RING, TOUCH

_LEAST = TOUCH + 1
"""Pixels a segment is wide: it shares its edge with the one before."""


class Segmented(QGroupBox):
    """A row of segments of which one, or none, is chosen; a column where the width is short.

    Arrow keys choose, as with any radio group; Delete, Backspace or a click on the chosen segment
    takes the choice back. `chosen` carries the value, "" when taken back. To a screen reader it
    is a group of radio buttons: give it an accessible name.

    With `always`, a value, that one is chosen from the start, and one always is.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        *,
        always: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._always = bool(always)
        self._row = _Row(self)
        self._segments: list[_Segment] = []
        self.set_choices(choices)
        self.set_value(always)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer `choices`, each a value and its words; what is chosen stays if still offered."""
        kept = self.value()
        if [segment.value for segment in self._segments] == [value for value, _ in choices]:
            for segment, (_, words) in zip(self._segments, choices, strict=True):
                segment.set_words(words)
            return
        for segment in self._segments:
            self._row.removeWidget(segment)
            segment.deleteLater()
        self._segments = [_Segment(value, words, self) for value, words in choices]
        for segment in self._segments:
            self._row.addWidget(segment)
            segment.stays = self._always
            segment.settled.connect(self._emit)
        self.set_value(kept)

    def value(self) -> str:
        """The chosen value, "" for none."""
        return next((segment.value for segment in self._segments if segment.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose `value` without a signal; "" or an unknown value chooses none."""
        if value == self.value():
            return
        for segment in self._segments:
            segment.check(segment.value == value)

    def segments(self) -> tuple[QRadioButton, ...]:
        """The radio buttons, in order."""
        return tuple(self._segments)

    def setEnabled(self, enabled: bool) -> None:
        """Lets the choice be changed, or only be read."""
        for segment in self._segments:
            segment.setEnabled(enabled)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the focus to the chosen part, else the first."""
        del event
        chosen = [segment for segment in self._segments if segment.isChecked()]
        for segment in (chosen or self._segments)[:1]:
            segment.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event  # the segments draw themselves; a group box would add a frame

    def _emit(self) -> None:
        self.chosen.emit(self.value())


class _Row(Arranged):
    """All segments in one row; where they don't fit, in even rows, or each on its own line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, 0)

    def place(self, items: list[QLayoutItem], width: int) -> Iterable[tuple[QLayoutItem, QRect]]:
        """See `Arranged.place`."""
        sizes = [item.sizeHint() for item in items]
        if not items or sum(size.width() for size in sizes) - len(sizes) + 1 <= width:
            left = 0
            for item, size in zip(items, sizes, strict=True):
                yield item, QRect(left, 0, size.width(), size.height())
                left += size.width() - 1
            return
        widest = max(size.width() for size in sizes)
        tall = max(_LEAST, *(size.height() for size in sizes))
        across = _across(len(items), width // widest)
        for number, item in enumerate(items):
            row, column = divmod(number, across)
            left, right = column * width // across, (column + 1) * width // across
            beside = 1 if column + 1 < across else 0  # two share the edge between them
            yield item, QRect(left, row * (tall - 1), right - left + beside, tall)

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        sizes = [item.sizeHint() for item in self._visible()]
        width = sum(size.width() for size in sizes) - max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))


def _across(count: int, room: int) -> int:
    """How many of `count` stand in each row, at most `room`; a row of two says less than none."""
    rows = -(-count // max(room, 1))
    even = -(-count // rows)
    return even if even > 2 else 1


class _Segment(HandDrawnButton, TakeableRadio):
    """One segment; round where no other adjoins."""

    def __init__(self, value: str, words: str, parent: Segmented) -> None:
        super().__init__(parent)
        self.value = value
        self._group = parent
        self.set_words(words)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        metrics = QFontMetrics(self._font(bold=True))
        look = current()
        width = metrics.horizontalAdvance(self.words()) + 2 * look.px(16)
        return QSize(max(width, look.px(_LEAST)), max(look.px(FIELD), metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        """The least size its words can be read in."""
        return QSize(current().px(_LEAST), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event
        colours = current().colours
        on, live = self.isChecked(), self.isEnabled()
        fill = colours.soft if on else colours.raised
        if not on and live and self.underMouse():
            fill = blend(colours.raised, colours.text, 0.05)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape(0.5)
        painter.fillPath(shape, QColor(fill))
        painter.setPen(QColor(colours.edge if live else colours.line))
        painter.drawPath(shape)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(QColor(colours.accent))
            pen.setWidth(RING)
            painter.setPen(pen)
            painter.drawPath(self._shape(RING / 2))
        self._write(painter, colours.soft_text if on else colours.text, on)

    def _write(self, painter: QPainter, colour: str, bold: bool) -> None:
        colours = current().colours
        if not self.isEnabled() and not bold:
            colour = blend(colours.raised, colours.text, 0.6)
        font = self._font(bold)
        inner = self.rect().adjusted(6, 0, -6, 0)
        words = QFontMetrics(font).elidedText(
            self.words(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)

    def _font(self, bold: bool) -> QFont:
        font = self.font()
        font.setPixelSize(current().sizes.hint)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _shape(self, inset: float) -> QPainterPath:
        """The outline, its corners round only where nothing adjoins."""
        place = self.geometry()
        middle, most = place.center(), _LEAST // 2
        others = [each.geometry() for each in self._group.findChildren(_Segment)]

        def free(x: int, y: int) -> bool:
            return not any(each.contains(x, y) for each in others)

        left, right = free(place.left() - most, middle.y()), free(place.right() + most, middle.y())
        above, below = free(middle.x(), place.top() - most), free(middle.x(), place.bottom() + most)
        corners = (above and left, above and right, below and right, below and left)
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        return _rounded(rect, [RADIUS - inset if corner else 0.0 for corner in corners])


def _rounded(rect: QRectF, radii: list[float]) -> QPainterPath:
    """A rectangle with its own radius at top left, top right, bottom right and bottom left."""
    path = QPainterPath()
    a, b, c, d = radii
    path.moveTo(rect.left() + a, rect.top())
    path.lineTo(rect.right() - b, rect.top())
    path.arcTo(QRectF(rect.right() - 2 * b, rect.top(), 2 * b, 2 * b), 90, -90)
    path.lineTo(rect.right(), rect.bottom() - c)
    path.arcTo(QRectF(rect.right() - 2 * c, rect.bottom() - 2 * c, 2 * c, 2 * c), 0, -90)
    path.lineTo(rect.left() + d, rect.bottom())
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * d, 2 * d, 2 * d), 270, -90)
    path.lineTo(rect.left(), rect.top() + a)
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * a, 2 * a), 180, -90)
    path.closeSubpath()
    return path
