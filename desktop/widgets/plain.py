"""What asks for little or nothing: notes, things to confirm, kinds not known."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.checks import Check
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from desktop.theme.notices import Icon
from desktop.widgets.answer import Answer
from translations.interface import _


class NoteAnswer(Answer):
    """Words to read, set apart from the questions; a value the form computed stands under them."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._words = Label()
        self._value = Label(kind="strong")
        card = Card("soft")
        card.column.setContentsMargins(12, 10, 12, 10)
        line = row(Icon("info", "soft_text", 18), self._words, spacing=10)
        line.setStretch(1, 1)
        card.column.addLayout(line)
        card.column.addWidget(self._value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    @property
    def says_label(self) -> bool:
        """The note is its label."""
        return True

    def write(self, value: str) -> None:
        """Show `value`, if there is one."""
        self._value.setText(value)
        self._value.setVisible(bool(value))

    def set_readonly(self, readonly: bool) -> None:
        """It always is."""

    def parts(self) -> tuple[QWidget, ...]:
        """Nothing to fill in."""
        return ()

    def describe(self, name: str, description: str) -> None:
        """The note's words, with its hint after them."""
        self._words.setText(f"{name}\n{description}" if description else name)


class UnaskedAnswer(Answer):
    """Keeps the place of an answer until it is asked for: a field takes 120 kB, this takes 5."""

    def write(self, value: str) -> None:
        """Nobody sees it yet."""

    def parts(self) -> tuple[QWidget, ...]:
        """Nothing to fill in."""
        return ()


class TriggerAnswer(Answer):
    """Something to confirm; the form stores "OK" (XForms trigger)."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._box = Check()
        self._box.clicked.connect(lambda on: self.give("OK" if on else ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.retranslate()

    def write(self, value: str) -> None:
        """Tick it where anything is stored."""
        self._box.setChecked(bool(value))

    def parts(self) -> tuple[QWidget, ...]:
        """The box."""
        return (self._box,)

    def describe(self, name: str, description: str) -> None:
        """The box keeps its own words as its name."""
        self._box.setAccessibleDescription(f"{name} {description}".strip())

    def retranslate(self) -> None:
        """The words of the box."""
        self._box.set_words(_("Read and understood"))


class LaterAnswer(Answer):
    """A kind of question that cannot be answered here; what it holds stays as it is."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._words = Label(kind="muted")
        self._held = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        self.retranslate()

    def write(self, value: str) -> None:
        """Show what is held."""
        self._held = value
        self.retranslate()

    def set_readonly(self, readonly: bool) -> None:
        """It always is."""

    def parts(self) -> tuple[QWidget, ...]:
        """Nothing to fill in."""
        return ()

    def retranslate(self) -> None:
        """The sentence that says so."""
        words = _("This kind of question cannot be answered here.")
        self._words.setText(f"{self._held}\n{words}" if self._held else words)
