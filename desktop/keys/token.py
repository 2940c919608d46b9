"""A security key that opens the notebook: plugged in, with its PIN, touched."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.keys.proof import Proof
from desktop.keys.window import KeysWindow, column, keep_secret
from desktop.operations import told
from desktop.theme.fields import Field
from desktop.theme.frames import line
from desktop.unlock.recovering import Holder
from storage import Vault
from storage.keyring.key_slots import change_slots
from translations.interface import _

_LONGEST = 40


class SecurityKeyWindow(KeysWindow):
    """Asks for a name and the PIN, and has the key make its secret."""

    touch_asked = Signal()
    """The key blinks; told from another thread."""

    def __init__(self, parent: QWidget, vault: Vault) -> None:
        """Add a security key to `vault`."""
        super().__init__(parent, vault, _("Add a security key"))
        self.proof = Proof(vault)
        for blinking in (self.touch_asked, self.proof.touch_asked):
            blinking.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self.name, self.pin = QLineEdit(), QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        keep_secret(self.pin)
        self._named = Field(
            _("Name"),
            self.name,
            hint=_("Such as its colour. It is seen before unlocking: let it give nothing away."),
        )
        self._pinned = Field(
            _("PIN of the key"), self.pin, hint=_("Set with its maker’s program, on any computer.")
        )
        self.turn(
            _(
                "Plug in the key that shall open this notebook, and no other. It blinks twice, and"
                " wants to be touched each time."
            ),
            column(self.proof, line(), self._named, self._pinned, spacing=16),
            _("Add it"),
            self.add,
        )
        self.proof.field.setFocus()

    def add(self) -> None:
        """Add it, if everything is given."""
        name, pin = self.name.text().strip(), self.pin.text()
        self._named.set_error("" if name else _("It needs a name, to tell it from another."))
        self._pinned.set_error("" if pin else _("The PIN is missing."))
        if not (self.proof.is_given() and name and pin):
            return
        ask = self.proof.ask()
        touch = told(self, self.touch_asked.emit)

        def work() -> None:
            from storage.keys.security_key import NewSecurityKey

            secret = ask()
            self.vault.header.open_slot(secret)  # before anybody touches anything
            made = NewSecurityKey.ask(name, Holder(pin, touch))
            change_slots(self.vault, secret, add=[made])

        self.work(work, lambda _nothing: self._added(name))

    def _added(self, name: str) -> None:
        self.told.emit(_("The security key “{name}” opens this notebook now.").format(name=name))
        self.accept()
