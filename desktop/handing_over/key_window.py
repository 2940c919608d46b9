"""This notebook's hand-over key: as a QR code, as text, with its fingerprint to compare."""

from PySide6.QtWidgets import QWidget

from desktop.handing_over.public_key import PublicKeyWindow
from storage.handover.keys import public_text
from storage.keys.escrow import PublicKey
from translations.interface import _


class KeyWindow(PublicKeyWindow):
    """The key that others seal records with for this notebook."""

    def __init__(self, parent: QWidget, key: PublicKey) -> None:
        """Show `key`."""
        words = _(
            "Give it to whoever hands records over to you. It is no secret: with it they can only"
            " seal. Have them read the fingerprint back to you."
        )
        super().__init__(
            parent,
            heading=_("Your hand-over key"),
            words=words,
            text=public_text(key),
            code=_("QR code of the key"),
            fingerprint=key.fingerprint,
            file="handover-key.txt",
        )
