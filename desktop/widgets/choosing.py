"""Answers chosen from a few: segments, rows to tick, chips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.checks import Check, ChipCheck, Radio
from desktop.theme.fields import SearchField
from desktop.theme.layouts import Arranged, Columns, Flow
from desktop.theme.look import current
from desktop.theme.segmented import Segmented
from desktop.widgets.answer import Answer
from forms import Choice
from translations.interface import _

SEARCHED_FROM = 24
"""So many rows to tick get a field to find one with."""


@dataclass(frozen=True)
class SetOut:
    """How rows of choices are set out.

    Attributes:
        columns: the most that stand beside each other.
        packed: as close together as they fit, whatever their widths.
        bare: without boxes or rings, framed instead.
        wanted: whether the form itself asks for rows.
    """

    columns: int = 3
    packed: bool = False
    bare: bool = False
    wanted: bool = False

    def layout(self, parent: QWidget) -> Arranged:
        """The layout of `parent` that sets them out so."""
        return Flow(parent) if self.packed else Columns(parent, 8, self.columns)


class SegmentAnswer(Answer):
    """One of a few, side by side."""

    def __init__(self, path: str, choices: Sequence[Choice]) -> None:
        super().__init__(path)
        self._segments = Segmented()
        self._segments.chosen.connect(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._segments)
        self.show_choices(choices)

    @property
    def is_short(self) -> bool:
        """Segments are."""
        return True

    def write(self, value: str) -> None:
        """Choose `value`."""
        self._segments.set_value(value)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`."""
        self._segments.set_choices([(choice.value, choice.label) for choice in choices])

    def set_readonly(self, readonly: bool) -> None:
        """Let the choice be read only."""
        self._segments.setEnabled(not readonly)

    def parts(self) -> tuple[QWidget, ...]:
        """The radio buttons."""
        return self._segments.segments()

    def describe(self, name: str, description: str) -> None:
        """The group is named; each button keeps its own words as its name."""
        self._segments.setAccessibleName(name)
        self._segments.setAccessibleDescription(description)
        for part in self.parts():
            part.setAccessibleDescription(name)


class RadioAnswer(Answer):
    """One of several, a row each."""

    def __init__(self, path: str, choices: Sequence[Choice], set_out: SetOut = SetOut()) -> None:
        super().__init__(path)
        self._rows: dict[str, Radio] = {}
        self._set_out = set_out
        self._columns = set_out.layout(self)
        self.show_choices(choices)

    def write(self, value: str) -> None:
        """Choose `value`."""
        for offered, row in self._rows.items():
            if row.isChecked() != (offered == value):
                row.check(offered == value)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`; what is chosen stays if still offered."""
        if [choice.value for choice in choices] != list(self._rows):
            chosen = [value for value, row in self._rows.items() if row.isChecked()]
            _clear(self._columns)
            self._rows = {choice.value: self._row(choice.value) for choice in choices}
            self.write(chosen[0] if chosen else "")
        for choice in choices:
            self._rows[choice.value].set_words(choice.label)

    def show_pictures(self, pictures: Mapping[str, QPixmap]) -> None:
        """Each above its words."""
        for value, row in self._rows.items():
            row.set_picture(pictures.get(value))

    def parts(self) -> tuple[QWidget, ...]:
        """The rows."""
        return tuple(self._rows.values())

    def describe(self, name: str, description: str) -> None:
        """Each row keeps its own words as its name."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for row in self._rows.values():
            row.setAccessibleDescription(name)

    def _row(self, value: str) -> Radio:
        row = Radio(parent=self)
        if self._set_out.bare:
            row.set_bare()
        row.settled.connect(lambda: self.give(value if row.isChecked() else ""))
        self._columns.addWidget(row)
        return row


class CheckAnswer(Answer):
    """Any of several: chips where there are few and short ones, else a row each.

    The value lists what is ticked in the order of the choices (XForms: space-separated).
    """

    def __init__(
        self,
        path: str,
        choices: Sequence[Choice],
        *,
        chips: bool = False,
        set_out: SetOut = SetOut(),
        searched: bool = False,
    ) -> None:
        """`searched` offers the field to find choices with, however few there are."""
        super().__init__(path)
        self._chips = chips
        self._set_out = set_out
        self._searched = searched
        self._boxes: dict[str, Check | ChipCheck] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._search = SearchField("")
        self._search.setMaximumWidth(current().px(420))
        self._search.textChanged.connect(self._sift)
        self._list = QWidget()
        self._layout = Flow(self._list) if chips else set_out.layout(self._list)
        column.addWidget(self._search)
        column.addWidget(self._list)
        self.retranslate()
        self.show_choices(choices)

    def write(self, value: str) -> None:
        """Tick what `value` lists."""
        ticked = value.split()
        for offered, box in self._boxes.items():
            box.setChecked(offered in ticked)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`; what is ticked stays if still offered."""
        self._search.setVisible(self._searched or len(choices) >= SEARCHED_FROM)
        if [choice.value for choice in choices] != list(self._boxes):
            ticked = " ".join(value for value, box in self._boxes.items() if box.isChecked())
            _clear(self._layout)
            self._boxes = {choice.value: self._box() for choice in choices}
            self.write(ticked)
        for choice in choices:
            self._boxes[choice.value].set_words(choice.label)

    def show_pictures(self, pictures: Mapping[str, QPixmap]) -> None:
        """Each above its words; chips have no room for any."""
        for value, box in self._boxes.items():
            if isinstance(box, Check):
                box.set_picture(pictures.get(value))

    def parts(self) -> tuple[QWidget, ...]:
        """The boxes."""
        return tuple(self._boxes.values())

    def describe(self, name: str, description: str) -> None:
        """Each box keeps its own words as its name."""
        self._list.setAccessibleName(name)
        self._list.setAccessibleDescription(description)
        for box in self._boxes.values():
            box.setAccessibleDescription(name)

    def sought(self) -> str:
        """What stands in the search field."""
        return self._search.text()

    def show_loose(self, words: str) -> None:
        """Go on searching for `words`."""
        self._search.setText(words)

    def retranslate(self) -> None:
        """The words of the search field."""
        self._search.setPlaceholderText(_("Find in this list"))
        self._search.setAccessibleName(_("Find in this list"))

    def _box(self) -> Check | ChipCheck:
        box: Check | ChipCheck
        if self._chips:
            box = ChipCheck(parent=self._list)
        else:
            box = Check(parent=self._list)
            if self._set_out.bare:
                box.set_bare()
        box.clicked.connect(self._give_ticked)
        self._layout.addWidget(box)
        return box

    def _give_ticked(self) -> None:
        self.give(" ".join(value for value, box in self._boxes.items() if box.isChecked()))

    def _sift(self, text: str) -> None:
        """Show what is ticked or has `text` in its words."""
        wanted = text.strip().casefold()
        for box in self._boxes.values():
            box.setVisible(box.isChecked() or wanted in box.words().casefold())


def _clear(layout: Arranged) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
