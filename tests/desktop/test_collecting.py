"""What nobody needs any more goes, and only on the thread of the windows."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.collecting import EVERY, collecting


class Forgotten(QWidget):
    """Holds itself, as a widget does whose own method is called by its signal."""

    def __init__(self, went: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: went.append(threading.current_thread()))


def _busy() -> None:
    """Makes enough that Python would collect, by itself, on the thread that calls it."""
    for _round in range(40):
        rings: list[list[object]] = [[] for _one in range(1_000)]
        for ring in rings:
            ring.append(ring)


def test_a_busy_thread_deletes_no_widget(qapp: QApplication, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    with collecting(qapp) as collector:
        Forgotten(gone)
        thread = threading.Thread(target=_busy)
        thread.start()
        thread.join()
        assert gone == []
        collector.look()
    assert gone == [threading.main_thread()]


def test_what_is_forgotten_goes_by_itself(qapp: QApplication, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    with collecting(qapp):
        Forgotten(gone)
        _busy()
        qtbot.waitUntil(lambda: bool(gone), timeout=20 * EVERY)
        assert not gc.isenabled()
