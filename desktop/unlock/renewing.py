"""The page after a recovery: the passphrase that was forgotten gets a successor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.unlock.frame import Page
from desktop.unlock.new_passphrase import NewPassphrase
from translations.interface import _

WIDTH = 520


class RenewingPage(Page):
    """A new passphrase, or not now."""

    given = Signal(str)
    """The new passphrase."""
    kept = Signal()
    """The old passphrase stays."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """For the notebook that goes by `name`."""
        super().__init__(_("A new passphrase"), WIDTH, parent)
        words = _("The notebook is open. Give it a passphrase that replaces the forgotten one.")
        self.column.addWidget(Label(words))
        self.passphrase = NewPassphrase(lambda: (name,))
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.renew_button = Button(_("Use it from now on"), "primary", big=True)
        self.renew_button.clicked.connect(self._give)
        self.passphrase.again.returnPressed.connect(self._give)
        for part in (self.passphrase, self._busy):
            self.column.addWidget(part)
        self.column.addLayout(row(None, self.renew_button))
        self.keep_button = Button(_("Keep the old passphrase"), "link")
        self.keep_button.clicked.connect(self.kept)
        self.set_foot(self.keep_button)

    def enter(self) -> None:
        """The passphrase has the focus."""
        self.passphrase.first.setFocus()

    def _give(self) -> None:
        if not (self.renew_button.isEnabled() and self.passphrase.enough()):
            return
        for part in (self.passphrase, self.renew_button, self.keep_button):
            part.setEnabled(False)
        self._busy.show()
        self.given.emit(self.passphrase.first.text())
