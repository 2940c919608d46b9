"""The page that offers a notebook to play in: what it is, and what opens it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.sample.place import PASSPHRASE, folder
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label, breaking
from desktop.unlock.frame import Page
from translations.interface import _

WIDTH = 520


class PlayingPage(Page):
    """Says that everything in it is invented, and shows its passphrase."""

    asked = Signal()
    """It shall be made, if it isn't there yet, and opened."""
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(_("A notebook to play in"), WIDTH, parent)
        words = _(
            "Everybody in it is invented, and every text says so. Try whatever you like: nothing"
            " can be sent from it. Write nothing real here, because everybody knows its passphrase."
        )
        self.column.addWidget(Label(words))
        card = Card("soft")
        card.column.addWidget(Label(_("Its passphrase"), "label"))
        shown = Label(PASSPHRASE, "strong")
        shown.setAccessibleName(_("Its passphrase: {passphrase}").format(passphrase=PASSPHRASE))
        card.column.addWidget(shown)
        self.column.addWidget(card)
        where = _("Kept in {folder}").format(folder=breaking(str(folder())))
        gone = _("To delete it: lock, Another notebook, Delete.")
        self.column.addWidget(Label(where, "hint"))
        self.column.addWidget(Label(gone, "hint"))
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.column.addWidget(self._busy)
        self.open_button = Button(_("Open it"), "primary", big=True)
        self.open_button.clicked.connect(self._ask)
        self.column.addLayout(row(None, self.open_button))
        back = Button(_("Back"), "link")
        back.clicked.connect(self.back_asked)
        self.set_foot(back)

    def enter(self) -> None:
        """One key opens it."""
        self.open_button.setFocus()

    def _ask(self) -> None:
        self.open_button.setEnabled(False)
        self.open_button.set_words(_("Making it"))
        self._busy.show()
        self.asked.emit()
