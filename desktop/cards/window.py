"""The window of the card screen; it says "Fieldbook" and nothing about itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cards.view import CardView
from translations.interface import _

if TYPE_CHECKING:  # loaded after the window is painted
    from desktop.profile import Profile


class CardWindow(QWidget):
    """Shows cards while the notebook is sealed, or where there is none."""

    def __init__(
        self, code: str = "", load_profile: "Callable[[], Profile | None] | None" = None
    ) -> None:
        """Begin in the language `code`, or with the choice of one.

        `load_profile` gives the force profile, by default the one that counts on this machine.
        """
        super().__init__()
        self.setWindowTitle("Fieldbook")
        self.view = CardView(load_profile or _profile, code, note=_("the notebook is sealed"))
        self.view.closed.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)


def _profile() -> "Profile | None":
    """The force profile; None where it is wrong: a card can be shown without it."""
    from desktop import profile

    try:
        return profile.load()
    except profile.ProfileErrors:
        return None
