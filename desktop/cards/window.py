"""The window of the card screen; it says "Fieldbook" and nothing about itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cards.view import CardView
from desktop.theme.reaching import Reaching
from translations.interface import _

if TYPE_CHECKING:  # loaded after the window is painted
    from desktop.cards.paper import PaperWay
    from desktop.profile import Profile


class CardWindow(Reaching, QWidget):
    """Shows cards while the notebook is sealed, or where there is none."""

    def __init__(
        self, code: str = "", load_profile: "Callable[[], Profile | None] | None" = None
    ) -> None:
        """Begin in the language `code`, or with the choice of one.

        `load_profile` gives the force profile, by default the one that counts on this machine.
        """
        super().__init__()
        self.setWindowTitle("Fieldbook")
        self._paper: PaperWay | None = None
        self.view = CardView(load_profile or _profile, code, note=_("the notebook is sealed"))
        self.view.closed.connect(self.close)
        self.view.print_asked.connect(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def _print(self, card: str, code: str) -> None:
        from desktop.cards.paper import PaperWay  # a maker of PDFs is slow to load

        if self._paper is None:
            self._paper = PaperWay(self.view)
            self._paper.ask(card, code)


def _profile() -> "Profile | None":
    """The force profile; None where it is wrong: a card can be shown without it."""
    from desktop import profile

    try:
        return profile.load()
    except profile.ProfileErrors:
        return None
