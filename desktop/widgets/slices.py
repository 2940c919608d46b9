"""Long building done in slices of time, so that painting and keys come between."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

_FIRST = 0.020  # seconds before anything is shown
_SLICE = 0.012  # seconds between two events


class Slices(QObject):
    """Runs an iterator to its end, a slice whenever Qt has nothing else to do."""

    finished = Signal()
    """The end has come; sent once."""

    def __init__(self, work: Iterator[None], parent: QObject) -> None:
        """Each step of `work` should take a few milliseconds at most."""
        super().__init__(parent)
        self._work: Iterator[None] | None = work
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._run(_SLICE))

    @property
    def are_left(self) -> bool:
        """Whether there is work left."""
        return self._work is not None

    def start(self) -> None:
        """Do the first slice at once, the others as time allows."""
        self._timer.start(0)
        self._run(_FIRST)

    def finish(self) -> None:
        """Do all that is left at once."""
        self._run(float("inf"))

    def _run(self, seconds: float) -> None:
        until = perf_counter() + seconds
        while self._work is not None and perf_counter() < until:
            try:
                next(self._work)
            except StopIteration:
                self._work = None
                self._timer.stop()
                self.finished.emit()
