"""How long a page takes from its key to being painted whole, with 100,000 records behind it."""

import tempfile
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop.app import Notebook
from desktop.operations import Operation
from desktop.profile import SAMPLE, read
from desktop.shell.window import Shell
from tests.benchmarks.common import alone, dressed, large_vault

ROUNDS = 6
PAGES = ("today", "notes", "people", "cards", "send", "settings", "help", "log", "forms")


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `app.page_switch.p95`: milliseconds until the page shows all it fetches."""
    app = dressed()
    with tempfile.TemporaryDirectory() as folder, large_vault(folder) as (vault, _stream):
        notebook = Notebook(vault, read(SAMPLE), lambda: None, lambda: None)
        notebook.shell.show()
        figures = [_p95(app, notebook.shell) for _run in range(runs)]
        notebook.seal()
    return [alone("app.page_switch.p95", figures, "the bound is 50 ms")]


def _p95(app: QApplication, shell: Shell) -> float:
    """Seconds, over `ROUNDS` walks through all pages."""
    taken = []
    for _round in range(ROUNDS):
        for name in PAGES:
            begin = perf_counter()
            shell.go(name)
            _settle(app, shell)
            taken.append(perf_counter() - begin)
            assert shell.place()["page"] == name
    return sorted(taken)[int(len(taken) * 0.95)]


def _settle(app: QApplication, shell: Shell) -> None:
    """Until the page has had every answer it asked the vault for, and is painted with them."""
    while True:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not shell.page.findChildren(Operation):
            break
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
    app.processEvents()  # paints
