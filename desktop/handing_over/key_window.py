"""This notebook's hand-over key: as a QR code, as text, with its fingerprint to compare."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.handing_over.code import Code
from desktop.handing_over.fitting import FittingDialog
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import row
from desktop.theme.labels import Label
from storage.escrow import PublicKey
from storage.handover_keys import public_text
from translations.interface import _

WIDTH = 480


class KeyWindow(FittingDialog):
    """Shows the public half, which is no secret; saves it to a file."""

    def __init__(self, parent: QWidget, key: PublicKey) -> None:
        """Show `key`."""
        super().__init__(WIDTH, parent)
        self._text = public_text(key)
        self._trouble = ErrorLine()
        column = self.column
        column.addWidget(Label(_("Your hand-over key"), "heading"))
        words = _(
            "Give it to whoever hands records over to you. It is no secret: with it they can only"
            " seal. Have them read the fingerprint back to you."
        )
        column.addWidget(Label(words))
        column.addLayout(row(None, Code(self._text, _("QR code of the key")), None))
        column.addLayout(row(None, Label(key.fingerprint, "strong", wrap=False), None))
        save = Button(_("Save to a file …"))
        save.clicked.connect(self._save)
        close = Button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.set_foot(row(None, save, close), self._trouble)

    def save_to(self, path: Path) -> None:
        """Write the key to `path`; where that can't be done, it is said."""
        try:
            path.write_text(self._text, encoding="utf-8")
        except OSError:
            self._trouble.show_error(_("Nothing could be written there."), self)
        else:
            self._trouble.show_error("", self)

    def _save(self) -> None:
        option = QFileDialog.Option.DontUseNativeDialog
        name, _kind = QFileDialog.getSaveFileName(
            self, "Fieldbook", "handover-key.txt", "", "", option
        )
        if name:
            self.save_to(Path(name))
