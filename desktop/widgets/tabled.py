"""Rows of a table of choices: a head with the words, and rows with a mark under each of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.theme.checks import Check, Radio
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.widgets.answer import Answer
from forms import Choice

WIDEST = 7
"""More choices than this have no room beside each other; each row then shows its own words."""
_QUESTION, _CHOICE = 5, 2  # shares of the width


class _Tabled(Answer):
    """The question at the side where reading begins, a cell for each choice after it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._words = Label(kind="label")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setColumnStretch(0, _QUESTION)
        self.grid.setColumnMinimumWidth(0, current().px(120))
        self.grid.addWidget(self._words, 0, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def says_label(self) -> bool:
        """The first cell is the label."""
        return True

    @property
    def says_hint(self) -> bool:
        """The hint stands above, as always."""
        return False

    def describe(self, name: str, description: str) -> None:
        """The question's words."""
        del description
        self._words.setText(name)

    def put(self, cells: Sequence[QWidget], side: Qt.AlignmentFlag) -> None:
        """Put a cell under each choice, in columns that are even in every row."""
        for place in range(1, self.grid.columnCount()):
            self.grid.setColumnStretch(place, 0)
            item = self.grid.itemAtPosition(0, place)
            if item is not None and (widget := item.widget()) is not None:
                self.grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for place, cell in enumerate(cells, 1):
            self.grid.setColumnStretch(place, _CHOICE)
            self.grid.setColumnMinimumWidth(place, current().px(64))
            self.grid.addWidget(cell, 0, place, side)


class TableHead(_Tabled):
    """The words of the choices, above their columns (appearance `label`); nothing to answer."""

    def __init__(self, path: str, choices: Sequence[Choice]) -> None:
        super().__init__(path)
        self.show_choices(choices)

    def write(self, value: str) -> None:
        """It holds no answer."""

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Name the columns."""
        cells = [Label(choice.label, "hint") for choice in choices]
        for cell in cells:
            cell.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.put(cells, Qt.AlignmentFlag.AlignBottom)

    def set_readonly(self, readonly: bool) -> None:
        """It always is."""

    def parts(self) -> tuple[QWidget, ...]:
        """Nothing to fill in."""
        return ()


class TableRow(_Tabled):
    """One question of the table: marks whose words stand in the head (`list-nolabel`, `list`)."""

    def __init__(
        self, path: str, choices: Sequence[Choice], *, several: bool, worded: bool
    ) -> None:
        """`several` may be ticked; `worded` shows the words with each mark (`list`)."""
        super().__init__(path)
        self._several, self._worded = several, worded
        self._marks: dict[str, Check | Radio] = {}
        self.show_choices(choices)

    def write(self, value: str) -> None:
        """Mark what `value` lists."""
        listed = value.split() if self._several else [value]
        for offered, mark in self._marks.items():
            if isinstance(mark, Radio):
                if mark.isChecked() != (offered in listed):
                    mark.check(offered in listed)
            else:
                mark.setChecked(offered in listed)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`; what is marked stays if still offered."""
        if [choice.value for choice in choices] != list(self._marks):
            marked = self._marked()
            self._marks = {choice.value: self._mark() for choice in choices}
            side = Qt.AlignmentFlag.AlignLeft if self._worded else Qt.AlignmentFlag.AlignHCenter
            self.put(list(self._marks.values()), side)
            self.write(marked)
        for choice in choices:
            mark = self._marks[choice.value]
            mark.setAccessibleName(choice.label)
            mark.setToolTip("" if self._worded else choice.label)
            if self._worded:
                mark.set_words(choice.label)

    def parts(self) -> tuple[QWidget, ...]:
        """The marks."""
        return tuple(self._marks.values())

    def describe(self, name: str, description: str) -> None:
        """Each mark keeps its own name."""
        super().describe(name, description)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for mark in self._marks.values():
            mark.setAccessibleDescription(name)

    def _mark(self) -> Check | Radio:
        mark: Check | Radio
        if self._several:
            mark = Check(parent=self)
            mark.clicked.connect(lambda: self.give(self._marked()))
        else:
            mark = Radio(parent=self)
            mark.settled.connect(lambda: self.give(self._marked()))
        return mark

    def _marked(self) -> str:
        return " ".join(value for value, mark in self._marks.items() if mark.isChecked())
