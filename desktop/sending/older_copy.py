"""Says on Today that an older copy of the vault was put back, until its officer has said why."""

from PySide6.QtWidgets import QWidget

from desktop.operations import Operation
from desktop.sending.witnesses import places_of_witnesses
from desktop.theme.buttons import Button
from desktop.theme.fields import TextField
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from storage import Session, Vault
from storage.checking.witnessing import contradictions
from storage.tables.receipts import Head
from translations.interface import _


class OlderCopyNotice(Card):
    """What a receipt of the force shows to be missing, and the one way to go on with what is left.

    Nothing is blocked: what stands in the vault is as true as it was.
    """

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        """Watch over `vault`; says nothing until `refresh` finds something."""
        super().__init__("danger", parent)
        self._vault = vault
        self._seen: list[Head] = []
        self._words = Label("")
        self._advice = Label(
            _(
                "If you restored a backup, say so, and it is written into the log. If you did not,"
                " somebody has put old files back: tell force IT before you write on."
            )
        )
        self.reason = TextField()
        self.reason.setAccessibleName(_("Why this copy is used"))
        self.reason.setPlaceholderText(_("Why this copy is used"))
        self.button = Button(_("Go on with this copy"))
        self.button.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.button.clicked.connect(self._accept)
        self.column.addWidget(self._words)
        self.column.addWidget(self._advice)
        line = row(self.reason, self.button)
        line.setStretch(0, 1)
        self.column.addLayout(line)
        self.hide()

    def refresh(self) -> None:
        """Ask the witnesses."""
        Operation(self, contradictions(self._vault, places_of_witnesses())).on_success(
            self._show
        ).on_failure(lambda _error: None).start()

    def _show(self, found: list[tuple[Head, str]]) -> None:
        self._seen = [seen for seen, _said in found]
        self._words.setText("\n".join(said for _seen, said in found))
        self.setVisible(bool(found))

    def _accept(self) -> None:
        seen, reason = list(self._seen), self.reason.text().strip()

        def work(session: Session) -> None:
            for one in seen:
                session.witness.accept(one, reason)
            session.outbox.doubt()

        Operation(self, self._vault.perform(work)).on_success(lambda _done: self.refresh()).start()
