"""This device's key, to be enrolled by force IT: as a QR code, as a file, with its fingerprint."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.handing_over.code import Code
from desktop.handing_over.fitting import FittingDialog
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import row
from desktop.theme.labels import Label
from storage.devices import DeviceKey, fingerprint
from translations.interface import _

WIDTH = 480


class DeviceWindow(FittingDialog):
    """Shows the public half, which is no secret; saves it as force IT's list takes it."""

    def __init__(self, parent: QWidget, key: DeviceKey, name: str) -> None:
        """Show `key` of the device that people call `name`."""
        super().__init__(WIDTH, parent)
        self.text = key.enrolment(name)
        self._trouble = ErrorLine()
        signs = Label(fingerprint(key.public), "strong", wrap=False)
        signs.setAccessibleName(_("Fingerprint"))
        words = _(
            "What this notebook sends is signed by its own key. Give the public half to force IT"
            " once: they add it to their list of devices, and know your reports from others'. It is"
            " no secret. Have them read the fingerprint back to you."
        )
        self.column.addWidget(Label(_("This device"), "heading"))
        self.column.addWidget(Label(words))
        self.column.addLayout(row(None, Code(self.text, _("QR code of the device's key")), None))
        self.column.addLayout(row(None, signs, None))
        save = Button(_("Save to a file …"))
        save.clicked.connect(self._save)
        close = Button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.set_foot(row(None, save, close), self._trouble)

    def save_to(self, path: Path) -> None:
        """Write the key to `path`; where that can't be done, it is said."""
        try:
            path.write_text(self.text, encoding="utf-8")
        except OSError:
            self._trouble.show_error(_("Nothing could be written there."), self)
        else:
            self._trouble.show_error("", self)

    def _save(self) -> None:
        option = QFileDialog.Option.DontUseNativeDialog
        name, _kind = QFileDialog.getSaveFileName(
            self, "Fieldbook", "fieldbook-device.toml", "", "", option
        )
        if name:
            self.save_to(Path(name))
