"""Watches over a vault that is open before its officer is in: a code is shown, a passphrase asked.

Whoever came by could read the one, or give the other.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.locking.activity import Activity
from desktop.locking.idleness import Idleness
from desktop.story import Reason

_TICK = 1000
"""Milliseconds between two looks at the clock."""


class Waiting(QObject):
    """Counts from when it is made until it is deleted."""

    ended = Signal(object)
    """The `Reason` why the vault shall not stay open."""

    def __init__(self, idle_minutes: int, parent: QObject) -> None:
        """End after `idle_minutes` without a touch, after a sleep, and by the keys that lock."""
        super().__init__(parent)
        self._idleness = Idleness(idle_minutes * 60)
        activity = Activity(self)
        activity.watch_all()
        activity.seen.connect(self._idleness.touch)
        for asked in (activity.lock_asked, activity.hide_asked):
            asked.connect(lambda: self.ended.emit(Reason.KEY))
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(_TICK)

    def _look(self) -> None:
        if self._idleness.slept(_TICK / 1000):
            self.ended.emit(Reason.SLEEP)
        elif self._idleness.remaining() <= 0:
            self.ended.emit(Reason.IDLE)
