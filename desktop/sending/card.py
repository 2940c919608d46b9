"""A list of items of the outbox in a card: what each is, its road, its state in words."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.sending.road import Road
from desktop.sending.words import meaning, receipt, state
from desktop.sizes import weight
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, Rows
from desktop.theme.labels import Chip, Label, redress
from desktop.theme.layouts import Beside
from desktop.theme.look import current
from desktop.times import moment
from exports.envelope.naming import reference
from storage.outbox.items import Item
from storage.outbox.states import State, allows
from translations.interface import _

_SIDE = 150
Title = Callable[[Item], str]


class ItemsCard(Card):
    """Hides itself while it has nothing to show."""

    withdrawn = Signal(int)
    """The item of this number shall be taken back."""
    again = Signal(int)
    """The item of this number shall be sent as soon as can be."""
    record_chosen = Signal(str)
    """The record of this id shall be shown."""

    def __init__(self, heading: str, state: str = "") -> None:
        """`state` is "danger" where somebody has to look."""
        super().__init__()
        if state:
            self.setProperty("state", state)
            redress(self)
        self.column.addWidget(Label(heading, "heading"))
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self.items: list[Item] = []
        self.hide()

    def show_items(self, items: list[Item], title: Title) -> None:
        """Show `items`, each under its `title`; nothing is drawn anew that stands there already."""
        if items == self.items:
            return
        self.items = items
        self._rows.show_rows(self._line(item, title) for item in items)
        self.setVisible(bool(items))

    def _line(self, item: Item, title: Title) -> QWidget:
        made = QWidget()
        across = Beside(made, 16)
        across.setContentsMargins(0, 4, 0, 4)
        name = title(item)
        told, beside = QWidget(), QWidget()
        words = QVBoxLayout(told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(Label(f"{name} · {reference(item.instance)}"))
        words.addWidget(Label(self._facts(item), "muted"))
        words.addWidget(Label(meaning(item), "muted"))
        across.addWidget(told)
        middle = Qt.AlignmentFlag.AlignVCenter
        road = QHBoxLayout(beside)
        road.setContentsMargins(0, 0, 0, 0)
        road.setSpacing(16)
        road.addWidget(Road(item), alignment=middle)
        end = QVBoxLayout()
        end.setSpacing(6)
        proof = receipt(item)
        said, look = state(item)
        said = _("receipt {signs}").format(signs=proof) if proof else said
        end.addWidget(Chip(said, look), alignment=Qt.AlignmentFlag.AlignHCenter)
        for button in self._buttons(item, name):
            end.addWidget(button)
        side = QWidget()
        side.setLayout(end)
        side.setMinimumWidth(current().px(_SIDE))  # so that the roads stand below one another
        end.setContentsMargins(0, 0, 0, 0)
        road.addWidget(side, alignment=middle)
        across.addWidget(beside)
        return made

    def _facts(self, item: Item) -> str:
        facts = [_("to {destination}").format(destination=item.destination), moment(item.changed)]
        if item.size:
            facts.append(weight(item.size))
        return " · ".join(facts)

    def _buttons(self, item: Item, name: str) -> list[Button]:
        made = []

        def add(words: str, call: Callable[[], None]) -> None:
            button = Button(words)
            button.setAccessibleName(f"{words}: {name}, {reference(item.instance)}")
            button.clicked.connect(call)
            made.append(button)

        if item.state == State.REJECTED or (item.state == State.SEALED and item.attempts):
            add(_("Send again"), lambda: self.again.emit(item.number))
        elif item.state == State.UNKNOWN:
            add(_("Ask again"), lambda: self.again.emit(item.number))
        if item.state != State.DRAFT and allows(item.state, State.WITHDRAWN, item.doubtful):
            add(_("Withdraw"), lambda: self.withdrawn.emit(item.number))
        if item.parked:
            add(_("Look"), lambda: self.record_chosen.emit(item.record))
        return made
