"""Where a file goes that leaves the vault: a line with its path, and the dialog beside it."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from desktop.file_dialogs import documents, open_folder, save_file
from desktop.theme.buttons import Button
from translations.interface import _


class WhereTo(QLineEdit):
    """Among the officer's documents, until they say otherwise; lay `button` out beside it."""

    def __init__(self, name: str, kinds: str = "", *, is_folder: bool = False) -> None:
        """Propose `name`; `kinds` is the file dialog's.

        Parameters:
            is_folder: whether `name` is a new folder in the one that is chosen.
        """
        super().__init__(str(documents() / name))
        self._name, self._kinds, self._is_folder = name, kinds, is_folder
        self.button = Button(_("Choose …"))
        self.button.clicked.connect(self._choose)

    @property
    def path(self) -> Path:
        """Where it goes."""
        return Path(self.text())

    def _choose(self) -> None:
        window = self.window()
        if self._is_folder:
            folder = open_folder(window, self.text())
            chosen = folder / self._name if folder else None
        else:
            chosen = save_file(window, self.text(), kinds=self._kinds)
        if chosen:
            self.setText(str(chosen))
