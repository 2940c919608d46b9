"""The page that makes a notebook of a backup: which backup, where to, and what opens it."""

import threading
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from desktop.file_dialogs import open_folder
from desktop.profile import places
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine, Field
from desktop.theme.frames import row
from desktop.theme.labels import Label, breaking
from desktop.theme.layouts import Beside
from desktop.times import moment
from desktop.unlock.frame import Page
from desktop.unlock.making import fits_as_name
from desktop.unlock.notebooks import Notebook
from translations.interface import _

WIDTH = 520


class RestoringPage(Page):
    """Takes a backup, or a folder of them, and what opened the notebook when it was made."""

    asked = Signal(object, object, str)
    """The backup's folder, the `Notebook` to make of it, and a passphrase or recovery code."""
    back_asked = Signal()
    step = Signal(int, int)
    """Bytes done and in all; may be told from any thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page with a name and a folder that would do."""
        super().__init__(_("Restore a backup"), WIDTH, parent)
        self._parent_folder = Path(places().user_data_path)
        self.backup: Path | None = None
        self.stopped = threading.Event()
        self._found = Label(_("Choose the backup, or the folder that holds them."), "muted")
        self._no_backup = ErrorLine()
        self.name = QLineEdit(_("Notebook"))
        self._named = Field(
            _("Name"), self.name, hint=_("It is seen before unlocking: let it give nothing away.")
        )
        self._where = Label("", "hint")
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret_field = Field(
            _("Passphrase or recovery code"),
            self.secret,
            hint=_("The one of the day on which the backup was made."),
        )
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.restore_button = Button(_("Restore it"), "primary", big=True)
        self._lay_out()
        self._show_place()

    def enter(self) -> None:
        """The first thing to do has the focus."""
        self._choose.setFocus()

    def take(self, path: Path) -> None:
        """Take the backup at `path`, or the newest of those in it; say where there is none."""
        from storage.errors import NotABackup
        from storage.folder.backup_sets import choose

        try:
            backup = choose(path)
        except NotABackup:
            self.backup = None
            self._no_backup.show_error(_("There is no whole backup of one notebook there."), self)
            return
        self.backup = backup.folder
        self._no_backup.show_error("", self)
        self._found.setText(
            _("Backup of {time}, in {folder}").format(
                time=moment(backup.made.isoformat()), folder=backup.folder.parent
            )
        )
        self.secret.setFocus()

    def keep_in(self, folder: Path) -> None:
        """Let the notebook's own folder lie in `folder`."""
        self._parent_folder = folder
        self._show_place()

    def rest(self) -> None:
        """It was stopped, and nothing was made: be as before."""
        self._set_busy(False)
        self.restore_button.setFocus()

    def refuse(self, words: str) -> None:
        """Say that what was typed does not open the backup; nothing was made."""
        self._set_busy(False)
        self._secret_field.set_error(words)
        self.secret.setFocus()
        self.secret.selectAll()

    def _lay_out(self) -> None:
        self._choose = Button(_("Choose the backup …"))
        self._choose.clicked.connect(self._choose_backup)
        chosen = Beside(spacing=12)
        chosen.addWidget(self._found)
        chosen.addWidget(self._choose)
        self.column.addLayout(chosen)
        self.column.addWidget(self._no_backup)
        self.column.addWidget(self._named)
        elsewhere = Button(_("Another folder"), "link")
        elsewhere.clicked.connect(self._choose_folder)
        place = row(self._where, elsewhere)
        place.setStretch(0, 1)
        self.column.addLayout(place)
        self.column.addWidget(self._secret_field)
        self.column.addWidget(self._busy)
        self.column.addLayout(row(None, self.restore_button))
        self.name.textChanged.connect(self._show_place)
        self.restore_button.clicked.connect(self._ask)
        self.secret.returnPressed.connect(self._ask)
        self.step.connect(self._show_step)
        self._back = Button(_("Back"), "link")
        self._back.clicked.connect(self._leave)
        self.set_foot(self._back)

    def _folder(self) -> Path:
        return self._parent_folder / self.name.text().strip()

    def _show_place(self) -> None:
        self._where.setText(_("Kept in {folder}").format(folder=breaking(str(self._folder()))))

    def _show_step(self, done: int, total: int) -> None:
        self._busy.setRange(0, max(1, total // 1024))
        self._busy.setValue(done // 1024)

    def _choose_backup(self) -> None:
        folder = open_folder(self, Path.home(), title=_("The backup"))
        if folder:
            self.take(folder)

    def _choose_folder(self) -> None:
        folder = open_folder(self, Path.home(), title=_("Where to keep the notebook"))
        if folder:
            self.keep_in(folder)

    def _ask(self) -> None:
        """Restore it, if nothing is missing; what is missing is said where it is missing."""
        name, secret = self.name.text().strip(), self.secret.text()
        fits = fits_as_name(name)
        self._named.set_error("" if fits else _("Letters, figures, spaces and hyphens only."))
        self._secret_field.set_error("" if secret else _("Nothing is typed yet."))
        if self.backup is None:
            self._no_backup.show_error(_("Choose a backup first."), self)
        if self.backup and fits and secret:
            self._set_busy(True)
            self.asked.emit(self.backup, Notebook(name, self._folder()), secret)

    def _leave(self) -> None:
        """Stop what is under way, else go back."""
        if self._busy.isHidden():
            self.back_asked.emit()
            return
        self.stopped.set()
        self.restore_button.set_words(_("Stopping"))

    def _set_busy(self, busy: bool) -> None:
        self.stopped.clear()
        self._back.set_words(_("Cancel") if busy else _("Back"))
        for part in (self._named, self._secret_field, self._choose, self.restore_button):
            part.setEnabled(not busy)
        self.restore_button.set_words(_("Restoring") if busy else _("Restore it"))
        self._busy.setVisible(busy)
