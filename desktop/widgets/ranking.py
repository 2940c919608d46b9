"""Answers that put things in order, or set a point on a range."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.widgets.answer import Answer
from desktop.widgets.numbers import write_number
from forms import Choice
from translations.interface import _


class RankAnswer(Answer):
    """Things to put in order; no order is given until one is moved or the order is kept."""

    def __init__(self, path: str, choices: Sequence[Choice]) -> None:
        super().__init__(path)
        self._labels: dict[str, str] = {}
        self._order: list[str] = []
        self._given = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._rows: list[_RankRow] = []
        self._keep = Button("", "quiet", icon="check")
        self._keep.clicked.connect(self._give_order)
        self._column.addWidget(self._keep, alignment=Qt.AlignmentFlag.AlignLeft)
        self.retranslate()
        self.show_choices(choices)

    def write(self, value: str) -> None:
        """Show the order that `value` lists; things it leaves out follow."""
        listed = [name for name in value.split() if name in self._labels]
        self._order = listed + [name for name in self._labels if name not in listed]
        self._given = bool(value)
        self._draw()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Order `choices`; an order that was given stays for what is still there."""
        self._labels = {choice.value: choice.label for choice in choices}
        while len(self._rows) > len(choices):
            self._rows.pop().deleteLater()
        while len(self._rows) < len(choices):
            row = _RankRow()
            row.up.clicked.connect(lambda _on, row=row: self._move(row, -1))
            row.down.clicked.connect(lambda _on, row=row: self._move(row, 1))
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        self.write(" ".join(self._order) if self._given else "")

    def parts(self) -> tuple[QWidget, ...]:
        """The buttons that move each thing."""
        moves = [button for row in self._rows for button in (row.up, row.down)]
        return (*moves, self._keep)

    def describe(self, name: str, description: str) -> None:
        """The group is named; each button says what it moves."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def retranslate(self) -> None:
        """The words of the buttons."""
        self._keep.set_words(_("Keep this order"))
        for row in self._rows:
            row.retranslate()

    def _draw(self) -> None:
        for place, (row, value) in enumerate(zip(self._rows, self._order, strict=True), 1):
            row.tell(place if self._given else 0, self._labels[value])
            row.up.setEnabled(place > 1)
            row.down.setEnabled(place < len(self._rows))
        self._keep.setVisible(not self._given and bool(self._rows))

    def _move(self, row: "_RankRow", by: int) -> None:
        at = self._rows.index(row)
        to = at + by
        self._order[at], self._order[to] = self._order[to], self._order[at]
        self._give_order()
        button = self._rows[to].up if by < 0 else self._rows[to].down
        other = self._rows[to].down if by < 0 else self._rows[to].up
        (button if button.isEnabled() else other).setFocus()

    def _give_order(self) -> None:
        self._given = True
        self._draw()
        self.give(" ".join(self._order))


class _RankRow(Card):
    """One thing to be moved up or down."""

    def __init__(self) -> None:
        super().__init__()
        self.column.setContentsMargins(12, 4, 4, 4)
        row = QHBoxLayout()
        self._words = Label()
        self.up = Button("", "quiet", icon="chevron-up")
        self.down = Button("", "quiet", icon="chevron-down")
        row.addWidget(self._words, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.column.addLayout(row)
        self.retranslate()

    def tell(self, place: int, label: str) -> None:
        """Show `label` at `place`, 0 while no order is given."""
        self._words.setText(f"{place}. {label}" if place else label)
        self.up.setAccessibleName(_("Move {thing} up").format(thing=label))
        self.down.setAccessibleName(_("Move {thing} down").format(thing=label))

    def retranslate(self) -> None:
        """The words of the buttons."""
        self.up.set_words(_("Up"))
        self.down.set_words(_("Down"))


class RangeAnswer(Answer):
    """A point between two ends, in steps; none is set until the handle is moved."""

    def __init__(self, path: str, start: float, end: float, step: float) -> None:
        """From `start` to `end` (which may be the lesser) in steps of `step`."""
        super().__init__(path)
        self._start, self._end = start, end
        self._step = abs(step) or 1.0
        self._set = False
        self._slider = _Slider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, max(1, round(abs(end - start) / self._step)))
        self._slider.setFixedWidth(current().px(320))
        self._slider.actionTriggered.connect(lambda _action: self._moved())
        self._slider.sliderReleased.connect(self._moved)
        self._words = Label(kind="strong", wrap=False)
        self._clear = Button("", "quiet")
        self._clear.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self._slider, self._words, self._clear):
            row.addWidget(part)
        row.addStretch(1)
        self.retranslate()
        self.write("")

    def write(self, value: str) -> None:
        """Set the handle to `value`, or show that none is set."""
        try:
            point = float(value)
        except ValueError:
            self._set = False
        else:
            self._set = True
            self._slider.setValue(round(abs(point - self._start) / self._step))
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
        """The widget's own words."""
        self._clear.set_words(_("No answer"))
        self._tell()

    def _moved(self) -> None:
        self._set = True
        value = self._value(self._slider.sliderPosition())
        self._tell(value)
        self.give(value)

    def _take_back(self) -> None:
        self._set = False
        self._tell()
        self.give("")

    def _tell(self, value: str = "") -> None:
        shown = value or self._value(self._slider.value())
        self._words.setText(write_number(shown) if self._set else _("not set"))
        self._clear.setVisible(self._set)

    def _value(self, steps: int) -> str:
        """The number `steps` from the start, without the crumbs of binary fractions."""
        toward = 1 if self._end >= self._start else -1
        number = round(self._start + toward * steps * self._step, 9)
        return str(int(number)) if number == int(number) else str(number)


class _Slider(QSlider):
    """The wheel moves the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page, never the answer."""
        event.ignore()
