"""A key of the force that opens the notebook: its public file, and its fingerprint compared."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.file_dialogs import open_file
from desktop.keys.proof import Proof
from desktop.keys.window import KeysWindow, column
from desktop.keys.words import unbroken
from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from storage import Vault
from storage.errors import NotAKey
from storage.keyring.key_slots import change_slots
from storage.keys.escrow import PublicKey
from storage.keys.slots import ESCROW
from translations.interface import _


class ForceKeyWindow(KeysWindow):
    """Takes the public file, shows whose it is, and adds it."""

    def __init__(self, parent: QWidget, vault: Vault) -> None:
        """Add a key of the force to `vault`."""
        super().__init__(parent, vault, _("Add a key of the force"))
        self.key: PublicKey | None = None
        self.proof = Proof(vault)
        self.proof.touch_asked.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self._chosen = Label("", "strong")
        self._chosen.hide()
        self.choose = Button(_("Choose the key’s file …"))
        self.choose.clicked.connect(self._choose)
        place = QWidget()
        line = row(self._chosen, self.choose, None)
        place.setLayout(line)
        self.turn(
            _(
                "Whoever holds the private half can open this notebook. Ask force IT for the public"
                " file, and compare the fingerprint with them by voice."
            ),
            column(place, self.proof, spacing=16),
            _("Add it"),
            self.add,
        )
        self.choose.setFocus()

    def take_file(self, path: Path) -> None:
        """Take the public file at `path`, or say why it is none."""
        try:
            key = PublicKey.parse(path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            self.say(_("This file cannot be read. Nothing was changed. Choose it again."))
            return
        except NotAKey as error:
            self.refuse(error)
            return
        slots = self.vault.header.slots
        if any(slot["type"] == ESCROW and slot["public"] == key.raw.hex() for slot in slots):
            self.say(_("This notebook opens to that key already. Nothing was changed."))
            return
        self.key = key
        self._chosen.setText(f"{key.name}\n{unbroken(key)}")
        self._chosen.show()
        self.say("")
        self.proof.field.setFocus()

    def add(self) -> None:
        """Add it, if everything is given."""
        key = self.key
        if key is None:
            self.say(_("Choose the file first."))
            self.choose.setFocus()
            return
        if not self.proof.is_given():
            return
        ask = self.proof.ask()
        self.work(
            lambda: change_slots(self.vault, ask(), add=[key]), lambda _slots: self._added(key)
        )

    def _added(self, key: PublicKey) -> None:
        self.told.emit(_("The force’s key “{name}” opens this notebook now.").format(name=key.name))
        self.accept()

    def _choose(self) -> None:
        if path := open_file(self):
            self.take_file(path)
