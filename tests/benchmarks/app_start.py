"""How long until an unlock window is painted: at a cold start, and after a lock.

Figures need a machine that is not busy: ours are two processes, and the peer is one.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.desktop.process.fieldbook import Fieldbook, make_vault

ROOT = Path(__file__).parents[2]
PEER = "a Fusion window with one label, field and button"
WARM = 2
"""Starts that are not counted: the disk's cache and compiled modules are there afterwards."""
REST = 1.0
"""Seconds for the spare to stand and the processes to end before the next start."""
_OURS = """
import sys
from desktop.forking import fork
from desktop.supervisor import notebook_command
first = fork([]) if sys.platform == "linux" else None
from desktop.supervision import Supervisor
tell = lambda line: print(line, flush=True)
sys.exit(Supervisor(notebook_command([]), first, tell).run())
"""
_PEER = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print("painted", flush=True), app.quit()))

app = QApplication([])
app.setStyle("Fusion")
window = Window()
column = QVBoxLayout(window)
for widget in (QLabel("Passphrase"), QLineEdit(), QPushButton("Open")):
    column.addWidget(widget)
window.resize(1366, 768)
window.show()
app.exec()
"""


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The rows `app.cold_start` and `app.lock_to_unlock`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ours, peer = _cold_starts(max(runs, 9))
    locked = _locks(max(runs, 5))
    return [
        _row("app.cold_start", ours, peer, PEER),
        _row("app.lock_to_unlock", locked, None, "no peer locks by ending its process"),
    ]


def _row(name: str, ours: list[float], peer: list[float] | None, words: str) -> dict[str, Any]:
    mine = statistics.median(ours)
    theirs = statistics.median(peer) if peer else None
    return {
        "name": name,
        "unit": "ms",
        "ours": mine,
        "peer": theirs,
        "peer_name": words,
        "ratio": mine / theirs if theirs else None,
        "runs": len(ours),
    }


def _cold_starts(runs: int) -> tuple[list[float], list[float]]:
    """Milliseconds from the start of a process to its painted window, by turns."""
    ours, peer = [], []
    with tempfile.TemporaryDirectory() as settings:
        for _run in range(runs + WARM):
            ours.append(_until_painted(_OURS, settings))
            peer.append(_until_painted(_PEER, settings))
    return ours[WARM:], peer[WARM:]


def _until_painted(program: str, settings: str) -> float:
    places = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    environment = os.environ | dict.fromkeys(places, settings)
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", program],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        text=True,
    )
    assert process.stdout
    with process.stdout as lines:
        assert lines.readline() == "painted\n"
        took = time.perf_counter() - began
        time.sleep(REST)
        process.terminate()
        lines.read()
    process.wait(30)
    return 1000 * took


def _locks(runs: int) -> list[float]:
    """Milliseconds from the wish to lock to the next unlock window, in real processes."""
    took = []
    for _run in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            book = Fieldbook(Path(folder), make_vault(Path(folder) / "vault"))
            try:
                first, _spare = book.opened()
                time.sleep(2 * REST)
                began = time.perf_counter()
                book.tell(first, "locker.lock()")
                while book.line() != "painted":
                    pass
                took.append(1000 * (time.perf_counter() - began))
            finally:
                book.close()
    return took
