"""Forgotten Python objects are cleared away on the window's thread alone, between two events.

Left to itself, Python does so wherever something is made: on a thread that seals or draws, from
which no widget may be deleted, or in the midst of Qt's own deleting, which then goes on with what
is gone. Either can end the process, and with it the last second of typing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two looks at how much was made."""


class Collector(QObject):
    """Collects as often as Python would by itself, while the loop of events runs."""

    def __init__(self, parent: QObject) -> None:
        """Take over from Python, as long as the process lasts."""
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(EVERY)

    def look(self) -> None:
        """Collect the oldest generation of objects that is due, and the younger ones with it."""
        made, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if made[generation] > limits[generation]:
                gc.collect(generation)
                return


@contextmanager
def collecting(parent: QObject) -> Iterator[Collector]:
    """A collector for a while; after it, Python collects by itself again."""
    collector = Collector(parent)
    try:
        yield collector
    finally:
        collector.deleteLater()
        gc.enable()
