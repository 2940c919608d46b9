"""Choices as large buttons below each other: for fingers, and for who does not read forms daily."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.widgets.answer import Answer
from forms import Choice


class ChoiceButtons(Answer):
    """One choice or several; a choice that is taken bears a tick, and is taken back by a press."""

    def __init__(self, path: str, choices: Sequence[Choice], *, several: bool) -> None:
        """Offer `choices`; with `several` more than one can be taken."""
        super().__init__(path)
        self._several = several
        self._taken: list[str] = []
        self._choices = list(choices)
        self._buttons = [self._button(choice) for choice in choices]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        for button in self._buttons:
            column.addWidget(button)

    def write(self, value: str) -> None:
        """Show the choices in `value`, their names with blanks between them."""
        self._taken = value.split()
        for choice, button in zip(self._choices, self._buttons, strict=True):
            taken = choice.value in self._taken
            button.setChecked(taken)
            button.set_words(f"✓  {choice.label}" if taken else choice.label)

    def parts(self) -> tuple[QWidget, ...]:
        """The buttons."""
        return tuple(self._buttons)

    def describe(self, name: str, description: str) -> None:
        """Each button keeps its own words, and says what is asked besides."""
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setAccessibleName(choice.label)
            button.setAccessibleDescription(f"{name} {description}".strip())

    def _button(self, choice: Choice) -> Button:
        button = Button(choice.label, big=True)
        button.setCheckable(True)
        button.setProperty("choice", True)
        button.clicked.connect(partial(self._press, choice.value))
        return button

    def _press(self, value: str) -> None:
        if value in self._taken:
            taken = [each for each in self._taken if each != value]
        else:
            taken = [*self._taken, value] if self._several else [value]
        order = [choice.value for choice in self._choices]
        answer = " ".join(sorted(taken, key=order.index))
        self.write(answer)
        self.give(answer)
