"""Why a record is amended: the field that must be filled, on the card that asks for it."""

from PySide6.QtWidgets import QLineEdit

from desktop.theme.frames import Card
from desktop.theme.labels import Label, redress
from translations.interface import _


class ReasonField(QLineEdit):
    """One line; marked from when it was missed until something is written."""

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(lambda: self._mark(""))

    def ask(self) -> None:
        """It is missing: mark it, and put the caret there."""
        self._mark("danger")
        self.setFocus()

    def _mark(self, state: str) -> None:
        self.setProperty("state", state)
        redress(self)


def amending_card(number: int, reason: ReasonField) -> Card:
    """The card that asks why version `number` is amended; that version stays readable."""
    card = Card("amber")
    label = Label(
        _("Amending version {number}. What was written stays readable. Why?").format(number=number),
        "label",
    )
    label.setBuddy(reason)
    reason.setAccessibleName(_("Reason for the amendment"))
    reason.setPlaceholderText(_("For example: the time was wrong"))
    card.column.addWidget(label)
    card.column.addWidget(reason)
    return card
