"""Answers on a range: a point on a line, stars, or a number from a list."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.theme.buttons import Button
from desktop.theme.hand_drawn import HandDrawn
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.tokens import TOUCH
from desktop.widgets.answer import Answer
from desktop.widgets.numbers import write_number
from translations.interface import _

_LONG = 320  # pixels of a slider
_MOST_TICKS = 40  # more would run into each other


class Scale:
    """The numbers from one end to the other, in steps (XForms 8.1.6)."""

    def __init__(self, start: float, end: float, step: float) -> None:
        """From `start` to `end` (which may be the lesser) in steps of `step`."""
        self.start = start
        self._toward = 1 if end >= start else -1
        self._step = abs(step) or 1.0
        self.steps = max(1, int(abs(end - start) / self._step + 1e-9))

    def value(self, steps: int) -> str:
        """The number `steps` from the start, without the crumbs of binary fractions."""
        number = round(self.start + self._toward * steps * self._step, 9)
        return str(int(number)) if number == int(number) else str(number)

    def place(self, value: str) -> int | None:
        """How many steps from the start `value` is, None where it is no number."""
        try:
            return round(abs(float(value) - self.start) / self._step)
        except ValueError:
            return None

    def values(self) -> list[str]:
        """All of its numbers."""
        return [self.value(steps) for steps in range(self.steps + 1)]


class RangeAnswer(Answer):
    """A point between two ends, in steps; none is set until the handle is moved."""

    def __init__(
        self, path: str, scale: Scale, *, upright: bool = False, ticks: bool = True
    ) -> None:
        """`upright` (appearance `vertical`) puts the start at the foot; `ticks` marks the steps."""
        super().__init__(path)
        self._scale = scale
        self._set = False
        self._slider = _Slider(scale.steps, upright)
        self._slider.actionTriggered.connect(lambda _action: self._moved())
        self._slider.sliderReleased.connect(self._moved)
        self._words = Label(kind="strong", wrap=False)
        self._clear = Button("", "quiet")
        self._clear.clicked.connect(self._take_back)
        ends = [Label(kind="muted", wrap=False) for _end in range(2)]
        self._ends = (ends[0], ends[1])
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(3, 1)
        if upright:
            grid.addLayout(self._upright(ticks), 0, 0)
        else:
            grid.addWidget(self._slider, 0, 0)
            grid.addLayout(self._below(ticks), 1, 0)
        grid.addWidget(self._words, 0, 1)
        grid.addWidget(self._clear, 0, 2)
        self.retranslate()
        self.write("")

    def write(self, value: str) -> None:
        """Set the handle to `value`, or show that none is set."""
        place = self._scale.place(value)
        self._set = place is not None
        if place is not None:
            self._slider.setValue(place)
        self._tell()

    def parts(self) -> tuple[QWidget, ...]:
        """The handle, then what takes the answer back."""
        return (self._slider, self._clear)

    def describe(self, name: str, description: str) -> None:
        """The button keeps its own name."""
        self._slider.setAccessibleName(name)
        self._slider.setAccessibleDescription(f"{self._words.text()} {description}".strip())
        self._clear.setAccessibleDescription(name)

    def retranslate(self) -> None:
        """The widget's own words, and its numbers in the reader's signs."""
        self._clear.set_words(_("No answer"))
        for label, steps in zip(self._ends, (0, self._scale.steps), strict=True):
            label.setText(write_number(self._scale.value(steps)))
        self._tell()

    def _below(self, ticks: bool) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        if ticks:
            column.addWidget(_Ticks(self._slider))
        ends = QHBoxLayout()
        ends.addWidget(self._ends[0])
        ends.addStretch(1)
        ends.addWidget(self._ends[1])
        column.addLayout(ends)
        return column

    def _upright(self, ticks: bool) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._slider)
        if ticks:
            row.addWidget(_Ticks(self._slider))
        ends = QVBoxLayout()
        ends.addWidget(self._ends[1])
        ends.addStretch(1)
        ends.addWidget(self._ends[0])
        row.addLayout(ends)
        return row

    def _moved(self) -> None:
        self._set = True
        value = self._scale.value(self._slider.sliderPosition())
        self._tell(value)
        self.give(value)

    def _take_back(self) -> None:
        self._set = False
        self._tell()
        self.give("")

    def _tell(self, value: str = "") -> None:
        shown = value or self._scale.value(self._slider.value())
        self._words.setText(write_number(shown) if self._set else _("not set"))
        self._clear.setVisible(self._set)


class _Slider(HandDrawn, QSlider):
    """The wheel moves the page; painted in the theme both ways, mirrored with the page."""

    def __init__(self, steps: int, upright: bool) -> None:
        way = Qt.Orientation
        super().__init__(way.Vertical if upright else way.Horizontal)
        self.setRange(0, steps)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        look = current()
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(look.px(TOUCH), look.px(_LONG * 5 // 8))
        return QSize(look.px(_LONG), look.px(TOUCH))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page, never the answer."""
        event.ignore()

    def middle(self, steps: float) -> float:
        """Pixels along the slider, from its left or top, at which a number `steps` on stands."""
        knob = current().px(20)
        upright = self.orientation() == Qt.Orientation.Vertical
        room = (self.height() if upright else self.width()) - knob
        share = steps / self.maximum()
        if upright or self.isRightToLeft():
            share = 1 - share
        return knob / 2 + share * room

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line, and the handle on it."""
        del event
        colours, look = current().colours, current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        upright = self.orientation() == Qt.Orientation.Vertical
        across = (self.width() if upright else self.height()) / 2
        long = self.height() if upright else self.width()
        knob = look.px(20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.edge))
        line = QRectF(knob / 2, across - 2, long - knob, 4)
        painter.drawRoundedRect(_turned(line) if upright else line, 2, 2)
        at = self.middle(self.sliderPosition())
        centre = QPointF(across, at) if upright else QPointF(at, across)
        painter.setBrush(QColor(colours.accent if self.isEnabled() else colours.edge))
        painter.drawEllipse(centre, knob / 2, knob / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


class _Ticks(QWidget):
    """A short mark for each step of a slider."""

    def __init__(self, slider: _Slider) -> None:
        super().__init__()
        self._slider = slider
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As long as the slider."""
        hint = self._slider.sizeHint()
        if self._slider.orientation() == Qt.Orientation.Vertical:
            return QSize(8, hint.height())
        return QSize(hint.width(), 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there are too many steps, only some are marked."""
        del event
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current().colours.edge), 1.5))
        every = -(-self._slider.maximum() // _MOST_TICKS)
        for steps in range(0, self._slider.maximum() + 1, every):
            at = self._slider.middle(steps)
            if self._slider.orientation() == Qt.Orientation.Vertical:
                painter.drawLine(QPointF(1, at), QPointF(7, at))
            else:
                painter.drawLine(QPointF(at, 1), QPointF(at, 7))


def _turned(line: QRectF) -> QRectF:
    return QRectF(line.y(), line.x(), line.height(), line.width())
