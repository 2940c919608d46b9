"""Ends an open notebook: everything typed is sealed, everything shown is gone, the process too.

A lock never asks. The windows become invisible first and keep their focus, so that the draft is
sealed together with the place of the caret; then they are hidden without their widgets noticing, so
that no code of a page runs; the vault is closed, and the process ends. What memory held is gone
with it.
"""

import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.locking.activity import Activity
from desktop.locking.clipboard import ClipboardKeeper, empty_clipboard
from desktop.locking.composing import Composing
from desktop.locking.idleness import Idleness
from desktop.locking.neutral import NeutralScreens
from desktop.locking.screen import ScreenWatch
from desktop.locking.unsealed import Unsealed
from desktop.protection import exclude_from_capture
from desktop.story import Reason, Story
from storage.errors import StorageError

TICK = 1000
"""Milliseconds between two looks at the clock."""
PATIENCE = 5.0
"""Seconds that sealing may take, on a disk that hangs, until the process ends without it."""


class Locker(QObject):
    """Watches an open notebook and seals it in time; there is one for a process."""

    remaining = Signal(int)
    """Seconds until it seals itself, told each second."""

    def __init__(
        self, idle_minutes: int, say: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        """Seal after `idle_minutes` without a touch; `say` writes a line to the supervisor."""
        super().__init__(parent)
        self._say = say
        self._idleness = Idleness(idle_minutes * 60)
        self._vault = Path()
        self._window: QWidget | None = None
        self._seal: Callable[[], None] = _nothing
        self._close: Callable[[], None] = _nothing
        self._settle: Callable[[], None] = _nothing
        self._ending = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._look)

    def watch(self, window: QWidget, vault: Path, close: Callable[[], None]) -> None:
        """Start to watch, now that `vault` (its folder) is open in `window`; `close` closes it."""
        self._window, self._vault, self._close = window, vault, close
        ClipboardKeeper(self)
        self._settle = Composing(self).settle
        activity = Activity(self)
        activity.window_came.connect(exclude_from_capture)
        activity.watch_all()
        activity.seen.connect(self.touch)
        activity.lock_asked.connect(lambda: self.lock(Reason.KEY))
        neutral = NeutralScreens(self)
        activity.hide_asked.connect(neutral.toggle)
        neutral.expired.connect(lambda: self.lock(Reason.KEY))
        screen = ScreenWatch(self)
        screen.locked.connect(lambda: self.lock(Reason.SCREEN))
        screen.sleeping.connect(lambda: self.lock(Reason.SLEEP))
        self._timer.timeout.connect(activity.watch_all)
        self._timer.timeout.connect(screen.look)
        QGuiApplication.instance().commitDataRequest.connect(self._session_ends)  # type: ignore[union-attr]
        self._timer.start()
        self.touch()

    def follow(self, window: QWidget) -> None:
        """Watch `window` from now on, which has come in the place of the one before."""
        self._window = window

    def seal_with(self, seal: Callable[[], None]) -> None:
        """Let `seal` be called at a lock: it seals what is typed and returns when that is durable.

        It may raise a StorageError; it must not ask, wait for the user, or run an event loop.
        """
        self._seal = seal

    def touch(self) -> None:
        """Somebody is there: the time until the notebook seals itself starts anew."""
        self._idleness.touch()

    def lock(self, reason: Reason = Reason.KEY) -> None:
        """Seal everything and end this process; the spare shows its unlock window. No return."""
        place = self._window.saveGeometry().toBase64().toStdString() if self._window else ""
        behind = QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive
        self._end(lambda sealed: f"locked {self._story(reason, sealed, place, behind).to_json()}")

    def leave(self) -> None:
        """Seal everything and end Fieldbook. No return."""
        self._end(_quit)

    def close(self) -> None:
        """The officer closes the window: leave, but ask if the vault refuses the last words."""
        if self._ending or self._window is None:
            return
        watchdog = self._in_patience(_quit)
        try:
            self._seal()
        except StorageError:
            Unsealed(self._window, self.leave).open()
        else:
            self.leave()
        finally:
            watchdog.cancel()

    def _session_ends(self) -> None:
        """The user logs out, perhaps: some systems give no time later."""
        self._seal()

    def _look(self) -> None:
        """Once a second: has the time run out, or the machine slept?"""
        if self._idleness.slept(TICK / 1000):
            self.lock(Reason.SLEEP)
        left = self._idleness.remaining()
        if left <= 0:
            self.lock(Reason.IDLE)
        self.remaining.emit(round(left))

    def _end(self, line: Callable[[bool], str]) -> None:
        if self._ending:
            return
        self._ending = True
        self._timer.stop()
        self._in_patience(line)
        sealed = False
        try:
            _veil_everything()
            self._settle()
            self._seal()
            sealed = True
        finally:  # whatever went wrong: the process ends, and what is sealed stays sealed
            try:
                _hide_everything()
                empty_clipboard(QGuiApplication.clipboard())
                self._close()
            finally:
                self._say(line(sealed))
                os._exit(0)

    def _in_patience(self, line: Callable[[bool], str]) -> threading.Timer:
        """Give up after a while, unless that is cancelled."""
        watchdog = threading.Timer(PATIENCE, self._give_up, (line,))
        watchdog.daemon = True
        watchdog.start()
        return watchdog

    def _give_up(self, line: Callable[[bool], str]) -> None:
        """End without having sealed: the disk does not answer, and a lock does not wait for it."""
        self._say(line(False))
        os._exit(1)

    def _story(self, reason: Reason, sealed: bool, place: str, behind: bool) -> Story:
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        return Story(reason, since, str(self._vault), sealed, place, behind)


def _quit(_sealed: bool) -> str:
    """What the supervisor is told when Fieldbook shall end."""
    return "quit"


class _Deaf(QObject):
    """Keeps what happens to a window that is being hidden from its widgets."""

    _TOLD = frozenset(
        {
            QEvent.Type.Hide,
            QEvent.Type.HideToParent,
            QEvent.Type.FocusOut,
            QEvent.Type.FocusAboutToChange,
            QEvent.Type.FocusIn,
            QEvent.Type.WindowDeactivate,
            QEvent.Type.ActivationChange,
            QEvent.Type.Leave,
        }
    )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() in self._TOLD


def _veil_everything() -> None:
    """Make every window invisible without taking its focus, where the desktop can."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.setWindowOpacity(0)


def _hide_everything() -> None:
    """Take every window off the screen; no handler of a page runs meanwhile."""
    application = QApplication.instance()
    if application:
        application.installEventFilter(_Deaf(application))
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.hide()


def _nothing() -> None:
    """Nothing is open yet, so there is nothing to do."""
