"""Trying a way in while the notebook is open, so that the day of need is not the first time."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.file_dialogs import open_file
from desktop.keys.window import KeysWindow, column, keep_secret
from desktop.keys.words import Way
from desktop.theme.buttons import Button
from desktop.theme.fields import Field, WritingField
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.unlock.recovering import Holder
from storage import Vault
from storage.errors import NotAKey, StorageError, WrongPassphrase
from storage.keyring.drill import rehearse
from storage.keys.escrow import PrivateKey
from storage.keys.shares import Shares
from storage.keys.slots import (
    ESCROW,
    PASSPHRASE,
    RECOVERY,
    SECURITY_KEY,
    Passphrase,
    RecoveryCode,
    Secret,
)
from storage.vault.slot_notes import remember_trial
from translations.interface import _


class TryWindow(KeysWindow):
    """Asks for what the way takes, and says whether the notebook would open to it."""

    touch_asked = Signal()
    """The key blinks; told from another thread."""

    def __init__(self, parent: QWidget, vault: Vault, way: Way) -> None:
        """Try `way`; whatever is typed, nothing is changed but the note that it was tried."""
        super().__init__(parent, vault, _("Try: {way}").format(way=way.title))
        self._way = way
        self.touch_asked.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self.field, self.shares = QLineEdit(), WritingField(4)
        for each in (self.field, self.shares):
            keep_secret(each)
        self._asked = Field("", self.shares if way.kind == "shares" else self.field)
        self._text = ""
        self._chosen = Label("", "strong")
        parts: list[QWidget] = [self._asked]
        if way.kind == ESCROW:
            place = QWidget()
            choose = Button(_("Choose the key’s file …"))
            choose.clicked.connect(self._choose)
            place.setLayout(row(self._chosen, choose, None))
            parts.insert(0, place)
        self._word()
        self.turn(
            _("The notebook stays as it is. This only says whether the way in works."),
            column(*parts),
            _("Try it"),
            self.attempt,
        )
        self._asked.editor.setFocus()

    def attempt(self) -> None:
        """Try it with what is given."""
        ask = self._ask()
        if ask is None:
            return

        def work() -> str:
            id = rehearse(self.vault, ask())
            self.vault.perform(lambda session: remember_trial(session, id)).result()
            return id

        self.work(work, self._works)

    def take_file(self, path: Path) -> None:
        """Take the force's private file at `path`."""
        try:
            self._text = path.read_text(encoding="utf-8", errors="replace")
            self._chosen.setText(PrivateKey.whose(self._text).name)
        except OSError:
            self.say(_("This file cannot be read. Nothing was changed. Choose it again."))
        except NotAKey as error:
            self._text = ""
            self.refuse(error)
        else:
            self.say("")
            self.field.setFocus()

    def refuse(self, error: StorageError) -> None:
        """It does not work, or could not be tried."""
        super().refuse(error)
        if isinstance(error, WrongPassphrase):
            self.say(
                _(
                    "That does not open this notebook. Compare each character with what is written"
                    " down. If it is lost, make a new one while you can."
                )
            )

    def _works(self, id: str) -> None:
        if id == self._way.id:
            self.told.emit(_("Tried, and it works: {way}").format(way=self._way.title))
            self.end(_("It works. The notebook would open to it."))
        else:
            self.told.emit(_("Tried, and it works."))
            self.end(_("It works, but it is another one than you chose to try."))

    def _word(self) -> None:
        """What the field asks for."""
        kind = self._way.kind
        if kind == RECOVERY:
            self._asked.set_words(_("The code, from what you have written down"))
        elif kind == PASSPHRASE:
            self._asked.set_words(_("Passphrase"))
        elif kind == SECURITY_KEY:
            self._asked.set_words(_("PIN of the key"), _("Plug the key in first."))
        elif kind == ESCROW:
            self._asked.set_words(_("Passphrase of the key"))
        else:
            self._asked.set_words(
                _("The words of the shares"), _("Each share on a line of its own.")
            )
        if kind != RECOVERY:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)

    def _ask(self) -> Callable[[], Secret] | None:
        """What gives the secret on another thread; None where something is missing."""
        kind, text = self._way.kind, self.field.text()
        typed = self.shares.toPlainText() if self._asked.editor is self.shares else text
        self._asked.set_error("" if typed.strip() else _("Type it first."))
        if not typed.strip():
            return None
        if kind == RECOVERY:
            return lambda: RecoveryCode(text)
        if kind == PASSPHRASE:
            return lambda: Passphrase(text)
        if kind == SECURITY_KEY:
            return lambda: _ask_key(self.vault, text, self.touch_asked.emit)
        if kind == ESCROW:
            key = self._text
            if not key:
                self.say(_("Choose the file first."))
                return None
            return lambda: PrivateKey.parse(key, text)
        shares = tuple(line for line in typed.splitlines() if line.strip())
        return lambda: Shares(shares)

    def _choose(self) -> None:
        if path := open_file(self):
            self.take_file(path)


def _ask_key(vault: Vault, pin: str, blink: Callable[[], None]) -> Secret:
    from storage.keys.security_key import SecurityKey

    return SecurityKey.ask(vault.header.slots, Holder(pin, blink))
