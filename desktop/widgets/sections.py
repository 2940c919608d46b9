"""Groups as sections, and repeats as cards that fold, can be added and taken away again."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.widgets.column import FormColumn
from forms import NodeState
from translations.interface import _


class Section(QWidget):
    """A group: its heading and what belongs to it, gone while it is not relevant."""

    def __init__(self, state: NodeState, depth: int) -> None:
        """`depth` is 0 for a group of the form itself, more for groups within groups."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._make_head(depth))
        self.body = QWidget()
        self.column = FormColumn(self.body)
        column.addWidget(self.body)
        self._relevant = True
        self.show_state(state)

    def show_state(self, state: NodeState) -> None:
        """Show the group's words, or nothing while it is not relevant."""
        self._tell(state)
        if state.relevant != self._relevant:
            self._relevant = state.relevant
            self.setVisible(state.relevant)

    def _make_head(self, depth: int) -> QWidget:
        head = QWidget()
        self._heading = Label(kind="strong" if depth else "heading")
        self._hint = Label(kind="muted")
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        return head

    def _tell(self, state: NodeState) -> None:
        self._heading.setText(state.label)
        self._heading.setVisible(bool(state.label))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))


class RepeatSection(QWidget):
    """A repeat: a card for each instance and the button that adds one."""

    add_asked = Signal(str)
    """The repeat's path."""

    def __init__(self, path: str, state: NodeState) -> None:
        super().__init__()
        self.path = path
        self.cards: list[InstanceCard] = []
        self._label = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._heading = Label(kind="label")
        self._add = Button("", icon="plus")
        self._add.clicked.connect(lambda: self.add_asked.emit(self.path))
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self._column.addWidget(self._heading)
        self._column.addLayout(row)
        self._relevant = True
        self.show_state(state)

    def show_state(self, state: NodeState) -> None:
        """Show the repeat's words, or nothing while it is not relevant."""
        self._label = state.label
        self._heading.setText(state.label)
        self._heading.setVisible(bool(state.label))
        self._add.setEnabled(not state.readonly)
        if state.relevant != self._relevant:
            self._relevant = state.relevant
            self.setVisible(state.relevant)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of the button and of the cards."""
        self._add.set_words(_("Add another") if self.cards else _("Add"))
        self._add.setAccessibleDescription(self._label)
        for number, card in enumerate(self.cards, 1):
            card.tell(self._label, number)

    def allow_adding(self, allowed: bool) -> None:
        """Whether the form leaves the number of instances to the officer."""
        self._add.setVisible(allowed)

    def put(self, card: "InstanceCard") -> None:
        """Put `card` after the others."""
        self._column.insertWidget(1 + len(self.cards), card)
        self.cards.append(card)
        self.retranslate()

    def drop_from(self, index: int) -> list["InstanceCard"]:
        """Take the cards from `index` on away; they are gone when control returns to Qt."""
        dropped, self.cards = self.cards[index:], self.cards[:index]
        for card in dropped:
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
        self.retranslate()
        return dropped

    @property
    def add_button(self) -> Button:
        """Where the focus goes when the last card is removed."""
        return self._add


class InstanceCard(Card):
    """One instance of a repeat, with what it says in a line while folded."""

    remove_asked = Signal(str)
    """The instance's path."""

    def __init__(
        self, path: str, grow: Callable[["InstanceCard"], None], summary: Callable[[str], str]
    ) -> None:
        """`grow` fills the card when it is first opened; `summary` tells what a path holds."""
        super().__init__()
        self.path = path
        self._grow = grow
        self._summary = summary
        self._grown = False
        self.folder = Button("", "quiet", icon="chevron-down")
        self.folder.clicked.connect(lambda: self.fold(not self.is_folded))
        self._told = Label(kind="muted", wrap=False)
        self._remove = Button("", "quiet", icon="trash-2")
        self._remove.clicked.connect(lambda: self.remove_asked.emit(self.path))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.folder)
        head.addWidget(self._told, 1)
        head.addWidget(self._remove)
        self._body = QWidget()
        self.body = FormColumn(self._body)
        self._body.hide()
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.addLayout(head)
        self.column.addWidget(self._body)
        self.body.setContentsMargins(8, 4, 8, 12)

    @property
    def is_folded(self) -> bool:
        """Whether only its line is shown."""
        return self._body.isHidden()

    def fold(self, folded: bool) -> None:
        """Show only its line, or all of it."""
        if not folded and not self._grown:
            self._grown = True
            self._grow(self)
        self._body.setVisible(not folded)
        self.folder.set_icon("chevron-right" if folded else "chevron-down")
        self._told.setText(self._summary(self.path) if folded else "")
        self._say_folded()

    def tell(self, label: str, number: int) -> None:
        """Its title: what it is an instance of, and which."""
        title = f"{label} {number}".strip()
        self.folder.set_words(title)
        self._remove.set_words(_("Remove"))
        self._remove.setAccessibleName(_("Remove {thing}").format(thing=title))
        if self.is_folded:
            self._told.setText(self._summary(self.path))
        self._say_folded()

    def allow_removing(self, allowed: bool) -> None:
        """Whether the officer may take it away."""
        self._remove.setVisible(allowed)

    def _say_folded(self) -> None:
        state = _("folded") if self.is_folded else _("open")
        self.folder.setAccessibleDescription(state)
