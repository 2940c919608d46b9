"""A new passphrase in the place of the one that opens the notebook now."""

from PySide6.QtWidgets import QWidget

from desktop.keys.proof import Proof
from desktop.keys.window import KeysWindow, column, keep_secret
from desktop.theme.frames import line
from desktop.unlock.new_passphrase import NewPassphrase
from storage import Vault
from storage.keyring.key_slots import change_slots
from storage.keys.calibration import calibrate
from storage.keys.slots import Passphrase
from translations.interface import _


class PassphraseWindow(KeysWindow):
    """Asks for the old one, and twice for the new one."""

    def __init__(self, parent: QWidget, vault: Vault, slot: str = "") -> None:
        """Change the passphrase of `slot`; "" adds one."""
        super().__init__(
            parent, vault, _("Change the passphrase") if slot else _("Add a passphrase")
        )
        self._slot = slot
        self.proof = Proof(vault)
        self.proof.touch_asked.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self.passphrase = NewPassphrase(lambda: (vault.folder.name,))
        for field in (self.passphrase.first, self.passphrase.again):
            keep_secret(field)
        self.turn(
            _("From then on the old one opens this notebook no more.")
            if slot
            else _("Either passphrase opens the notebook then."),
            column(self.proof, line(), self.passphrase, spacing=16),
            _("Use it from now on"),
            self.change,
        )
        self.proof.field.setFocus()

    def change(self) -> None:
        """Change it, if everything is given."""
        if not (self.proof.is_given() and self.passphrase.enough()):
            return
        ask, text, slot = self.proof.ask(), self.passphrase.first.text(), self._slot

        def work() -> None:
            new = Passphrase(text, calibrate())
            change_slots(self.vault, ask(), add=[new], remove=[slot] if slot else [])

        self.work(work, lambda _nothing: self._changed())

    def _changed(self) -> None:
        self.told.emit(
            _("The passphrase was changed.") if self._slot else _("A passphrase was added.")
        )
        self.accept()
