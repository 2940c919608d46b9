"""On Today: reports that wait to leave, how many and why, without a word of what they say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.operations import Operation
from desktop.theme.buttons import Button
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside
from storage import Session, Vault
from storage.outbox.items import Item
from storage.outbox.states import State
from translations.interface import _, ngettext

WAITING = (State.DRAFT, State.SEALED, State.SENDING, State.UNKNOWN, State.REJECTED)


class WaitingReports(Card):
    """Says how many reports have not arrived; hides itself where there is none."""

    send_asked = Signal()

    def __init__(self, vault: Vault) -> None:
        """Look into the outbox of `vault`; `refresh` looks."""
        super().__init__()
        self._vault = vault
        self._words = Label()
        self._under = Label("", "muted")
        self._button = Button(_("Open"))
        self._button.clicked.connect(self.send_asked)
        words, made, beside = QWidget(), QWidget(), QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(self._words)
        texts.addWidget(self._under)
        at_end = QVBoxLayout(beside)
        at_end.setContentsMargins(0, 0, 0, 0)
        at_end.addWidget(self._button)
        across = Beside(made, 12)
        across.addWidget(words)
        across.addWidget(beside)
        self.column.addWidget(Label(_("Waiting to leave"), "heading"))
        self.column.addWidget(made)
        self.hide()

    def refresh(self) -> None:
        """Look what has not arrived."""

        def work(session: Session) -> list[Item]:
            return [item for item in session.outbox.all() if item.state in WAITING]

        Operation(self, self._vault.query(work)).on_success(self._show).start()

    def _show(self, items: list[Item]) -> None:
        parked = sum(item.parked for item in items)
        self._words.setText(
            ngettext("{count} sealed report", "{count} sealed reports", len(items)).format(
                count=len(items)
            )
        )
        self._under.setText(
            ngettext("{count} needs a look", "{count} need a look", parked).format(count=parked)
            if parked
            else _("They leave by themselves as soon as their destination can be reached.")
        )
        self._button.setAccessibleName(
            _("{action}: {what}").format(action=self._button.text(), what=self._words.text())
        )
        self.setVisible(bool(items))
