"""One way to open the notebook less; never the last one."""

from PySide6.QtWidgets import QWidget

from desktop.keys.proof import Proof
from desktop.keys.window import KeysWindow, column
from desktop.keys.words import Way
from desktop.theme.checks import Check
from storage import Vault
from storage.errors import NoDailySlot, StorageError
from storage.keyring.key_slots import change_slots
from translations.interface import _


class RemoveWindow(KeysWindow):
    """Says what it means, asks who asks, and takes the way away."""

    def __init__(self, parent: QWidget, vault: Vault, way: Way) -> None:
        """Take `way` away."""
        super().__init__(parent, vault, _("Remove: {way}").format(way=way.title))
        self._way = way
        self.proof = Proof(vault)
        self.proof.touch_asked.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self.anyhow = Check(_("Even so: I will come in by recovery each time"))
        self.anyhow.hide()
        self.turn(
            _(
                "It opens this notebook no more. A copy of the notebook that was made before still"
                " opens with it, and what is written later can be read from there with some skill:"
                " a new data key ends that."
            ),
            column(self.proof, self.anyhow),
            _("Remove it"),
            self.remove,
        )
        self.proof.field.setFocus()

    def remove(self) -> None:
        """Remove it, once it is clear who asks."""
        if not self.proof.is_given():
            return
        ask, id, anyhow = self.proof.ask(), self._way.id, self.anyhow.isChecked()

        def work() -> None:
            change_slots(self.vault, ask(), remove=[id], accept_no_daily=anyhow)

        self.work(work, lambda _nothing: self._removed())

    def refuse(self, error: StorageError) -> None:
        """Where nothing for every day would be left, the officer may say that this is meant."""
        super().refuse(error)
        if isinstance(error, NoDailySlot):
            self.anyhow.show()

    def _removed(self) -> None:
        self.told.emit(_("Removed: {way}").format(way=self._way.title))
        self.accept()
