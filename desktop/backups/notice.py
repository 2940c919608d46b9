"""The line on Today that says that the last backup is old; nothing where it is not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.backups.card import notice_words
from desktop.backups.keeper import BackupKeeper
from desktop.operations import Operation
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from storage import Session, Vault
from storage.backup.plan import Last, Plan, last, plan
from translations.interface import _


class BackupNotice(Card):
    """One quiet card with one button: back up now, or first choose where to."""

    asked = Signal()
    """No place is known, or it is not there: the settings shall be shown."""

    def __init__(self, vault: Vault, keeper: BackupKeeper, parent: QWidget | None = None) -> None:
        """Watch over the backups of `vault`, which `keeper` makes."""
        super().__init__("amber", parent)
        self._vault, self._keeper = vault, keeper
        self._plan: Plan | None = None
        self._words = Label("")
        self.button = Button(_("Back up now"))
        self.button.clicked.connect(self._act)
        line = row(self._words, self.button)
        line.setStretch(0, 1)
        self.column.addLayout(line)
        self.hide()
        keeper.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Fetch how old the last backup is, and show it if that is too old."""
        Operation(self, self._vault.query(_both)).on_success(
            lambda found: self._show(*found)
        ).on_failure(lambda _error: None).start()

    def _show(self, wanted: Plan | None, newest: Last | None) -> None:
        self._plan = wanted
        words = notice_words(newest, self._vault.header.created)
        if words and self._keeper.running:
            words = _("Backing up. You can go on working.")
        self._words.setText(words)
        self.button.setVisible(not self._keeper.running)
        self.setVisible(bool(words))

    def _act(self) -> None:
        if self._plan is not None and self._plan.place.is_dir():
            self._keeper.start(self._plan)
        else:
            self.asked.emit()


def _both(session: Session) -> tuple[Plan | None, Last | None]:
    return plan(session), last(session)
