"""The window of the card screen; it says "Fieldbook" and nothing about itself."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import profile
from desktop.cards.view import CardView
from translations.interface import _


class CardWindow(QWidget):
    """Shows cards while the notebook is sealed, or where there is none."""

    def __init__(self, code: str = "") -> None:
        """Begin in the language `code`, or with the choice of one."""
        super().__init__()
        self.setWindowTitle("Fieldbook")
        self.view = CardView(_profile, code, note=_("the notebook is sealed"))
        self.view.closed.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)


def _profile() -> profile.Profile | None:
    """The force profile; None where it is wrong: a card can be shown without it."""
    try:
        return profile.load()
    except profile.ProfileErrors:
        return None
