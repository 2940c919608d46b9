"""What a notebook process does: waits hidden, shows the unlock window, opens a vault, ends."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop import preferences, profile
from desktop.collecting import Collector
from desktop.line import Line
from desktop.story import Story
from desktop.unlock import Door, Notebooks, OpenedVault
from desktop.warming import Warming
from desktop.wearing import wear

if TYPE_CHECKING:  # loaded after the unlock window is painted
    from desktop.locking import Locker

OpenNotebook = Callable[[OpenedVault, "Locker"], QWidget]
"""Builds an open vault's window, not shown yet, and tells the locker how to seal what is typed."""
WARM_AFTER = 500
"""Milliseconds after which a process that nobody wants to see yet makes itself warm."""


def run(chosen: Path | None, open_notebook: OpenNotebook | None = None) -> int:
    """Run this process under its supervisor, with the profile `chosen`; gives the exit code.

    `open_notebook` builds the window of an open vault, by default the composition root's.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the supervisor acts
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Fieldbook")
    application.setQuitOnLastWindowClosed(False)
    line = Line()
    line.listen()  # what is heard meanwhile waits until the process is ready
    wear(preferences.load())
    process = Process(
        line,
        lambda: Door(lambda: profile.load(chosen), Notebooks()),
        open_notebook or _open_notebook,
    )
    process.begin()
    return application.exec()


class Process(QObject):
    """Ties the supervisor's line, the door and the open notebook together."""

    def __init__(
        self, line: Line, make_door: Callable[[], Door], open_notebook: OpenNotebook
    ) -> None:
        """Prepare to be shown."""
        super().__init__()
        self._line = line
        self._make_door = make_door
        self._open_notebook = open_notebook
        self._locker: Locker | None = None
        self._notebook: QWidget | None = None
        self._collector: Collector | None = None
        self._warming = Warming(self)
        line.asked.connect(self._asked)
        line.ended.connect(self._end)
        self._door = self._build_door()

    def begin(self) -> None:
        """Be warm when the supervisor asks."""
        QTimer.singleShot(WARM_AFTER, self._warm)

    def _build_door(self) -> Door:
        door = self._make_door()
        door.window.painted.connect(self._painted)
        door.window.closed.connect(self._leave)
        door.opened.connect(self._open)
        door.left_alone.connect(self._lock)
        return door

    def _asked(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "show":
            if wear(preferences.load()):  # another language was chosen while this process waited
                self._door.window.deleteLater()
                self._door = self._build_door()
            self._door.arrive(Story.from_json(rest))

    def _painted(self) -> None:
        self._line.say("painted")
        self._warm()

    def _warm(self) -> None:
        if not self._warming.has_begun:
            self._collector = Collector(self)
            self._warming.begin()

    def _open(self, opened: OpenedVault) -> None:
        """The officer is in. A notebook that can't be watched over is not kept open."""
        try:
            self._show(opened)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)  # the supervisor shows the next unlock window

    def _show(self, opened: OpenedVault) -> None:
        """Show the notebook, and watch over it from now on."""
        from desktop.locking import Locker

        self._warm()
        self._warming.finish()
        locker = self._locker = Locker(opened.profile.idle_minutes, self._line.say, self)
        window = self._notebook = self._open_notebook(opened, locker)
        window.restoreGeometry(self._door.window.saveGeometry())
        window.show()
        self._door.window.hide()
        self._door.window.deleteLater()  # and with it what was typed there
        locker.watch(window, opened.folder, opened.vault.close)
        for ending in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, ending):
                signal.signal(getattr(signal, ending), lambda *_: self._end())
        self._line.say("opened")

    def _end(self) -> None:
        """The supervisor is gone, or the system wants this process to end: nothing is lost."""
        if self._locker:
            self._locker.leave()
        self._door.close()
        os._exit(0)

    def _lock(self, story: Story) -> None:
        """Nobody came in through the door that stands open: nothing of the vault stays here."""
        self._door.window.hide()
        self._door.close()
        self._line.say(f"locked {story.to_json()}")
        os._exit(0)

    def _leave(self) -> None:
        """The officer has closed the unlock window."""
        self._door.close()
        self._line.say("quit")
        os._exit(0)


def _open_notebook(opened: OpenedVault, locker: "Locker") -> QWidget:
    """The real notebook, by the composition root."""
    from desktop.standing import Standing

    return Standing(opened, locker).notebook.shell
