"""The page that makes a new notebook: a neutral name, a folder, a passphrase typed twice."""

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from desktop.file_dialogs import open_folder
from desktop.profile import places
from desktop.theme.buttons import Button
from desktop.theme.fields import Field
from desktop.theme.frames import row
from desktop.theme.labels import Label, breaking
from desktop.unlock.frame import Page
from desktop.unlock.new_passphrase import NewPassphrase
from desktop.unlock.notebooks import Notebook
from translations.interface import _

WIDTH = 520
_NAME = re.compile(r"\w[\w .\-]{0,39}")
"""Fits a file name on every system."""


def fits_as_name(name: str) -> bool:
    """Whether a notebook can be called that."""
    return bool(_NAME.fullmatch(name))


class MakingPage(Page):
    """What a new notebook needs to know, and nothing more."""

    asked = Signal(object, str)
    """The `Notebook` to make and its passphrase."""
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page with a name and a folder that would do."""
        super().__init__(_("A new notebook"), WIDTH, parent)
        self._parent_folder = Path(places().user_data_path)
        self.name = QLineEdit(_("Notebook"))
        self._secret = NewPassphrase(lambda: (self.name.text(),))
        self.passphrase, self.again = self._secret.first, self._secret.again
        self._named = Field(
            _("Name"), self.name, hint=_("It is seen before unlocking: let it give nothing away.")
        )
        self._where = Label("", "hint")
        self._force = Label(
            _("Your force’s recovery key opens it too, so that nothing is lost with you."), "hint"
        )
        self._force.hide()
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.make_button = Button(_("Make it"), "primary", big=True)
        self._elsewhere = Button(_("Another folder"), "link")
        self._back = Button(_("Back"), "link")
        self._lay_out()
        self._connect()
        self._show_place()

    def _lay_out(self) -> None:
        self._elsewhere.clicked.connect(self._choose_folder)
        self.column.addWidget(self._named)
        place = row(self._where, self._elsewhere)
        place.setStretch(0, 1)
        self.column.addLayout(place)
        for part in (self._secret, self._force, self._busy):
            self.column.addWidget(part)
        self.column.addLayout(row(None, self.make_button))
        self._back.clicked.connect(self.back_asked)
        self.set_foot(self._back)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._show_place)
        self.make_button.clicked.connect(self._ask)
        self.again.returnPressed.connect(self._ask)

    def enter(self) -> None:
        """The passphrase has the focus: name and folder would do as they are."""
        self.passphrase.setFocus()

    def tell_who_else(self, force_can: bool) -> None:
        """Say honestly whether the force can open the notebook too."""
        self._force.setVisible(force_can)

    def keep_in(self, folder: Path) -> None:
        """Let the notebook's own folder lie in `folder`."""
        self._parent_folder = folder
        self._show_place()

    def _folder(self) -> Path:
        return self._parent_folder / self.name.text().strip()

    def _show_place(self) -> None:
        self._where.setText(_("Kept in {folder}").format(folder=breaking(str(self._folder()))))

    def _choose_folder(self) -> None:
        folder = open_folder(self, Path.home(), title=_("Where to keep the notebook"))
        if folder:
            self.keep_in(folder)

    def _ask(self) -> None:
        """Make it, if nothing is missing; what is missing is said where it is missing."""
        name = self.name.text().strip()
        fits = fits_as_name(name)
        self._named.set_error("" if fits else _("Letters, figures, spaces and hyphens only."))
        if not (self._secret.enough() and fits):
            if not fits:
                self.name.setFocus()
            return
        for part in (self._named, self._elsewhere, self._secret, self.make_button, self._back):
            part.setEnabled(False)
        self.make_button.set_words(_("Making it"))
        self._busy.show()
        self.asked.emit(Notebook(name, self._folder()), self.passphrase.text())
