"""Several of many, folded away behind a line that says what is ticked (appearance `minimal`)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.labels import Label
from desktop.widgets.answer import Answer
from desktop.widgets.choosing import CheckAnswer
from forms import Choice
from translations.interface import _


class FoldedAnswer(Answer):
    """The boxes of a `CheckAnswer` behind a button, with what is ticked beside it."""

    def __init__(self, path: str, choices: Sequence[Choice]) -> None:
        super().__init__(path)
        self._labels: dict[str, str] = {}
        self._value = ""
        self._inner = CheckAnswer(path, choices, searched=len(choices) > 8)
        self._inner.answer_changed.connect(self._ticked)
        self._inner.hide()
        self._button = Button("", icon="chevron-down")
        self._button.clicked.connect(lambda: self._unfold(self._inner.isHidden()))
        self._told = Label(kind="strong")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._button)
        head.addWidget(self._told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._inner)
        self.show_choices(choices)
        self.retranslate()

    def write(self, value: str) -> None:
        """Tick what `value` lists."""
        self._value = value
        self._inner.show_value(value)
        self._tell()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`."""
        self._labels = {choice.value: choice.label for choice in choices}
        self._inner.show_choices(choices)
        self._tell()

    def sought(self) -> str:
        """What stands in the search field, while it is unfolded."""
        return "" if self._inner.isHidden() else self._inner.sought()

    def show_loose(self, words: str) -> None:
        """Unfold, and go on searching for `words`."""
        self._unfold(True)
        self._inner.show_loose(words)

    def set_readonly(self, readonly: bool) -> None:
        """Let it be unfolded and read only."""
        self._inner.setEnabled(not readonly)

    def parts(self) -> tuple[QWidget, ...]:
        """The button, then the boxes."""
        return (self._button, *self._inner.parts())

    def describe(self, name: str, description: str) -> None:
        """The button says of what it is, and what is ticked."""
        self._inner.describe(name, description)
        self._button.setAccessibleName(f"{name}: {self._button.text()}")
        self._button.setAccessibleDescription(f"{self._told.text()} {description}".strip())

    def retranslate(self) -> None:
        """The words of the button."""
        self._inner.retranslate()
        self._button.set_words(_("Choose"))

    def _unfold(self, shown: bool) -> None:
        self._inner.setVisible(shown)
        self._button.set_icon("chevron-up" if shown else "chevron-down")

    def _ticked(self, _path: str, value: str) -> None:
        self._value = value
        self._tell()
        self.give(value)

    def _tell(self) -> None:
        self._told.setText(", ".join(self._labels.get(v, v) for v in self._value.split()))
