"""The window of an open vault: built when it opens, and anew when its officer changes language."""

from PySide6.QtCore import QObject, QTimer

from desktop.app import Notebook
from desktop.locking import Locker
from desktop.preferences import Preferences
from desktop.unlock import OpenedVault
from desktop.wearing import wear


class Standing(QObject):
    """Keeps one window of an open vault, which the locker watches and seals."""

    def __init__(self, opened: OpenedVault, locker: Locker) -> None:
        """Build the window of `opened`, where its officer was last; not shown yet."""
        super().__init__(locker)
        self._opened = opened
        self._locker = locker
        self.notebook = self._build()

    def _build(self) -> Notebook:
        locker, opened = self._locker, self._opened
        notebook = Notebook(opened.vault, opened.profile, locker.lock, locker.close)
        locker.seal_with(notebook.seal)
        locker.remaining.connect(notebook.shell.foot.show_remaining)
        notebook.looks_chosen.connect(self._wear)
        notebook.go_back()
        return notebook

    def _wear(self, liked: Preferences) -> None:
        if wear(liked):
            QTimer.singleShot(0, self._renew)  # not below the button that was pressed

    def _renew(self) -> None:
        """Seal what is typed, and go on in a window that speaks the new language."""
        before = self.notebook
        before.seal()
        self.notebook = self._build()
        window = self.notebook.shell
        window.restoreGeometry(before.shell.saveGeometry())
        window.show()
        self._locker.follow(window)
        before.shell.hide()
        before.shell.deleteLater()
