"""Who changes a notebook's keys shows again that it is theirs: finding it open is not enough."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.keys.window import keep_secret
from desktop.theme.buttons import Button
from desktop.theme.fields import Field
from desktop.theme.frames import row
from desktop.unlock.opening import typed
from desktop.unlock.recovering import Holder
from storage import Vault
from storage.slots import SECURITY_KEY, Secret
from translations.interface import _

Ask = Callable[[], Secret]
"""Gives what opens the notebook; may wait for somebody to touch a key, so not for the window."""


class Proof(QWidget):
    """A field for the passphrase or the recovery code, or for the PIN of a security key."""

    touch_asked = Signal()
    """The key blinks; told from another thread."""

    def __init__(self, vault: Vault) -> None:
        """Take what opens `vault`."""
        super().__init__()
        self._vault = vault
        self._by_key = False
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        keep_secret(self.field)
        self._asked = Field("", self.field)
        self._other = Button("", "link")
        self._other.clicked.connect(self._swap)
        self._other.setVisible(any(slot["type"] == SECURITY_KEY for slot in vault.header.slots))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self._asked)
        lines.addLayout(row(self._other, None))
        self._show_words()

    def is_given(self) -> bool:
        """Whether something was typed; what is missing is said where it is missing."""
        given = bool(self.field.text())
        self._asked.set_error("" if given else _("Type it first: this shows that it is you."))
        if not given:
            self.field.setFocus()
        return given

    def ask(self) -> Ask:
        """What gives the secret, on any thread."""
        text, slots = self.field.text(), self._vault.header.slots
        if not self._by_key:
            return lambda: typed(text)

        def ask_key() -> Secret:
            from storage.security_key import SecurityKey

            return SecurityKey.ask(slots, Holder(text, self.touch_asked.emit))

        return ask_key

    def _swap(self) -> None:
        self._by_key = not self._by_key
        self.field.clear()
        self._show_words()
        self.field.setFocus()

    def _show_words(self) -> None:
        if self._by_key:
            self._asked.set_words(_("PIN of the security key"), _("Plug the key in first."))
            self._other.set_words(_("Use the passphrase instead"))
        else:
            self._asked.set_words(
                _("Your passphrase now"), _("The recovery code does as well, if you have it.")
            )
            self._other.set_words(_("Use the security key instead"))
