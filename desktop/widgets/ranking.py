"""Answers that put things in order: dragged, moved by buttons, or by Alt and the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import Card
from desktop.theme.labels import Label, redress
from desktop.widgets.answer import Answer
from forms import Choice
from translations.interface import _

_A_LITTLE = 6  # pixels the pointer goes before a click becomes a drag


class RankAnswer(Answer):
    """Things to put in order; no order is given until one is moved or the order is kept."""

    def __init__(self, path: str, choices: Sequence[Choice]) -> None:
        super().__init__(path)
        self._labels: dict[str, str] = {}
        self._order: list[str] = []
        self._given = False
        self._held: int | None = None  # where the row is that is being dragged
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
            row.dragged.connect(lambda y, row=row: self._drag(row, y))
            row.dropped.connect(self._drop)
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

    def _drag(self, row: "_RankRow", y: float) -> None:
        """The pointer is at `y` of this widget: what is held goes there, the others make room."""
        held = self._held if self._held is not None else self._rows.index(row)
        over = [place for place, one in enumerate(self._rows) if y >= one.y()]
        to = over[-1] if over else 0
        if to != held:
            self._order.insert(to, self._order.pop(held))
            self._given = True
            self._draw()
        self._held = to
        for place, one in enumerate(self._rows):
            one.hold(place == to)

    def _drop(self) -> None:
        """What was dragged stays where it is; a click that moved nothing gives no order."""
        moved, self._held = self._held is not None, None
        for row in self._rows:
            row.hold(False)
        if moved and self._given:
            self._give_order()

    def _give_order(self) -> None:
        self._given = True
        self._draw()
        self.give(" ".join(self._order))


class _RankRow(Card):
    """One thing to be moved up or down, or to be dragged."""

    dragged = Signal(float)
    """The pointer holds it, and is so far down in the parent."""
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._from: QPointF | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.column.setContentsMargins(12, 4, 12, 4)  # the same mirrored
        row = QHBoxLayout()
        self._words = Label()
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # to drag by
        self.up = Button("", "quiet", icon="chevron-up")
        self.down = Button("", "quiet", icon="chevron-down")
        row.addWidget(self._words, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.column.addLayout(row)
        for keys, button in (("Alt+Up", self.up), ("Alt+Down", self.down)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            button.setCursor(Qt.CursorShape.ArrowCursor)
        self.retranslate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may be going to be dragged."""
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragged, once the pointer has gone a little way."""
        if self._from is None:
            return
        if (event.position() - self._from).manhattanLength() > _A_LITTLE:
            self.dragged.emit(self.mapToParent(event.position()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._from = None
        self.dropped.emit()

    def hold(self, held: bool) -> None:
        """Show whether it is being dragged."""
        if held != (self.property("kind") == "soft"):
            self.setProperty("kind", "soft" if held else "card")
            redress(self)

    def tell(self, place: int, label: str) -> None:
        """Show `label` at `place`, 0 while no order is given."""
        self._words.setText(f"{place}. {label}" if place else label)
        self.up.setAccessibleName(_("Move {thing} up").format(thing=label))
        self.down.setAccessibleName(_("Move {thing} down").format(thing=label))

    def retranslate(self) -> None:
        """The words of the buttons."""
        self.up.set_words(_("Up"))
        self.down.set_words(_("Down"))
