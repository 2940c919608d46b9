"""The public half of a key in a window: as a QR code, as a file, with its fingerprint."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.file_dialogs import save_file
from desktop.handing_over.code import Code
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import row
from desktop.theme.labels import Label
from translations.interface import _

WIDTH = 480


class PublicKeyWindow(FittingDialog):
    """Shows what is no secret, and saves it to a file."""

    def __init__(
        self,
        parent: QWidget,
        heading: str,
        words: str,
        text: str,
        code: str,
        fingerprint: str,
        file: str,
    ) -> None:
        """Show `text`, and say in `words` what it is for.

        Parameters:
            code: what the QR code is, for who cannot see it.
            fingerprint: what two people compare.
            file: the name that is proposed.
        """
        super().__init__(WIDTH, parent)
        self.text, self._file = text, file
        self._trouble = ErrorLine()
        compared = Label(fingerprint, "strong", wrap=False)
        compared.setAccessibleName(_("Fingerprint"))
        self.column.addWidget(Label(heading, "heading"))
        self.column.addWidget(Label(words))
        self.column.addLayout(row(None, Code(text, code), None))
        self.column.addLayout(row(None, compared, None))
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
        if path := save_file(self, self._file):
            self.save_to(path)
