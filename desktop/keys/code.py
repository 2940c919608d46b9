"""A new recovery code: shown once, asked back in part, and only then it counts."""

from PySide6.QtWidgets import QWidget

from desktop.keys.proof import Ask, Proof
from desktop.keys.window import KeysWindow, column, keep_secret
from desktop.unlock.shown_code import ShownCode
from storage import Vault
from storage.keyring.key_slots import change_slots
from storage.keys.derivation import new_recovery_code
from storage.keys.slots import RecoveryCode, Secret
from translations.interface import _


class CodeWindow(KeysWindow):
    """Asks who asks, shows the code, and puts it in the old one's place."""

    def __init__(self, parent: QWidget, vault: Vault, slot: str = "") -> None:
        """Make a code in the place of the one of `slot`; "" makes another one."""
        super().__init__(parent, vault, _("A new recovery code"))
        self._slot = slot
        self.shown: ShownCode | None = None
        self.proof = Proof(vault)
        self.proof.touch_asked.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self.turn(
            _(
                "It opens the notebook when the passphrase is forgotten. Have pen and paper ready:"
                " the code is shown once, and kept nowhere."
            ),
            column(self.proof),
            _("Show the code"),
            self.show_code,
        )
        self.proof.field.setFocus()

    def show_code(self) -> None:
        """Show a code, once it is clear who asks."""
        if not self.proof.is_given():
            return
        ask = self.proof.ask()

        def work() -> Secret:
            secret = ask()
            self.vault.header.open_slot(secret)
            return secret

        self.work(work, self._show)

    def _show(self, secret: Secret) -> None:
        code = new_recovery_code()
        self.shown = ShownCode(code)
        for answer in self.shown.answers:
            keep_secret(answer)
        said = (
            _("The old code opens the notebook until you press the button, and never again after.")
            if self._slot
            else _("It opens the notebook from the moment when you press the button.")
        )
        self.turn(said, self.shown, _("It is written down"), lambda: self._use(lambda: secret))
        self.shown.answers[0].setFocus()

    def _use(self, ask: Ask) -> None:
        """Let the code count, if two of its groups are right."""
        assert self.shown
        if not self.shown.is_written_down():
            return
        code, slot = self.shown.code, self._slot

        def work() -> None:
            new = RecoveryCode(code)
            change_slots(self.vault, ask(), add=[new], remove=[slot] if slot else [])

        self.work(work, lambda _nothing: self._used())

    def _used(self) -> None:
        self.told.emit(_("The new recovery code counts from now on."))
        self.accept()
