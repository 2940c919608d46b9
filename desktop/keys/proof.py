"""Who changes a notebook's keys shows again that it is theirs: finding it open is not enough."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.file_dialogs import open_file
from desktop.keys.window import keep_secret
from desktop.operations import told
from desktop.theme.buttons import Button
from desktop.theme.fields import Field
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.unlock.opening import typed
from desktop.unlock.recovering import Holder
from storage import Vault
from storage.errors import NotAKey
from storage.keys.slots import ESCROW, PASSPHRASE, RECOVERY, SECURITY_KEY, Secret
from translations.interface import _

Ask = Callable[[], Secret]
"""Gives what opens the notebook; may wait for somebody to touch a key, so not for the window."""


class Proof(QWidget):
    """A field for what opens the notebook: passphrase or recovery code, key with PIN, or the
    force's key with its own passphrase; the first that the notebook has, the others by a link."""

    touch_asked = Signal()
    """The key blinks; told from another thread."""

    def __init__(self, vault: Vault, hint: str = "") -> None:
        """Take what opens `vault`; `hint` says what giving it means."""
        super().__init__()
        self._vault, self._hint, self._text = vault, hint, ""
        kinds = {slot["type"] for slot in vault.header.slots}
        self._has_passphrase = PASSPHRASE in kinds
        order = (PASSPHRASE, SECURITY_KEY, RECOVERY, ESCROW)
        self._ways = [kind for kind in order if kind in kinds] or [RECOVERY]
        if self._has_passphrase and RECOVERY in kinds:
            self._ways.remove(RECOVERY)  # one field takes both
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        keep_secret(self.field)
        self._asked = Field("", self.field)
        self._chosen = Label("", "muted")
        self._file = Button(_("Choose the key’s file …"))
        self._file.clicked.connect(self._choose)
        self._other = Button("", "link")
        self._other.clicked.connect(self._swap)
        self._other.setVisible(len(self._ways) > 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addLayout(row(self._file, self._chosen, None))
        lines.addWidget(self._asked)
        lines.addLayout(row(self._other, None))
        self._show_words()

    def is_given(self) -> bool:
        """Whether something was typed; what is missing is said where it is missing."""
        given = bool(self.field.text()) and (bool(self._text) or self._ways[0] != ESCROW)
        self._asked.set_error("" if given else _("Type it first: this shows that it is you."))
        if self._ways[0] == ESCROW and not self._text:
            self._asked.set_error(_("Choose the file first."))
            self._file.setFocus()
        elif not given:
            self.field.setFocus()
        return given

    def ask(self) -> Ask:
        """What gives the secret, on any thread."""
        text, slots, key = self.field.text(), self._vault.header.slots, self._text
        touch = told(self, self.touch_asked.emit)

        def ask_key() -> Secret:
            from storage.keys.security_key import SecurityKey

            return SecurityKey.ask(slots, Holder(text, touch))

        def ask_force() -> Secret:
            from storage.keys.escrow import PrivateKey

            return PrivateKey.parse(key, text)

        return {SECURITY_KEY: ask_key, ESCROW: ask_force}.get(self._ways[0], lambda: typed(text))

    def take_file(self, path: Path) -> None:
        """Take the file with the force's private key at `path`, or say why it is none."""
        from storage.keys.escrow import PrivateKey

        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            self._chosen.setText(PrivateKey.whose(text).name)
        except (OSError, NotAKey):
            self._asked.set_error(_("This is not the private file of a force’s key."))
            return
        self._text = text
        self._asked.set_error("")
        self.field.setFocus()

    def _choose(self) -> None:
        if path := open_file(self):
            self.take_file(path)

    def _swap(self) -> None:
        self._ways.append(self._ways.pop(0))
        self.field.clear()
        self._asked.set_error("")
        self._show_words()
        self.field.setFocus()

    def _show_words(self) -> None:
        asked = {
            PASSPHRASE: (
                _("Your passphrase now"),
                self._hint or _("The recovery code does as well, if you have it."),
            ),
            SECURITY_KEY: (_("PIN of the security key"), _("Plug the key in first.")),
            RECOVERY: (_("Your recovery code"), self._hint),
            ESCROW: (_("Passphrase of the force’s key"), self._hint),
        }
        self._asked.set_words(*asked[self._ways[0]])
        is_force = self._ways[0] == ESCROW
        self._file.setVisible(is_force)
        self._chosen.setVisible(is_force)
        if len(self._ways) > 1:
            others = {
                PASSPHRASE: _("Use the passphrase instead"),
                SECURITY_KEY: _("Use the security key instead"),
                RECOVERY: _("Use the recovery code instead"),
                ESCROW: _("Use the force’s key instead"),
            }
            self._other.set_words(others[self._ways[1]])
