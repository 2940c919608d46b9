"""This device's key, to be enrolled by force IT: as a QR code, as a file, with its fingerprint."""

from PySide6.QtWidgets import QWidget

from desktop.handing_over.public_key import PublicKeyWindow
from storage.tables.devices import DeviceKey, fingerprint
from translations.interface import _


class DeviceWindow(PublicKeyWindow):
    """The key that says which device a report comes from, as force IT's list takes it."""

    def __init__(self, parent: QWidget, key: DeviceKey, name: str) -> None:
        """Show `key` of the device that people call `name`."""
        words = _(
            "What this notebook sends is signed by its own key. Give the public half to force IT"
            " once: they add it to their list of devices, and know your reports from others’. It is"
            " no secret. Have them read the fingerprint back to you."
        )
        super().__init__(
            parent,
            heading=_("This device"),
            words=words,
            text=key.enrolment(name),
            code=_("QR code of the device’s key"),
            fingerprint=fingerprint(key.public),
            file="fieldbook-device.toml",
        )
