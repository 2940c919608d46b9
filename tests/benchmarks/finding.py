"""How long Ctrl+K takes from a key to the line it finds, over 100,000 records."""

import tempfile
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from desktop.finding.finder import Finder
from storage import Vault
from tests.benchmarks.common import alone, dressed, large_vault
from tests.benchmarks.notes import Notes

SOUGHT = 6


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `find.keystroke.p95`: milliseconds from a letter to the list painted with it."""
    app = dressed()
    with tempfile.TemporaryDirectory() as folder, large_vault(folder) as (vault, stream):
        figures = [_p95(app, vault, stream) for _run in range(runs)]
    return [alone("find.keystroke.p95", figures, "the bound is 50 ms")]


def _p95(app: QApplication, vault: Vault, stream: Notes) -> float:
    """Type words letter by letter; the 95th percentile of all letters."""
    window = QWidget()
    window.resize(1366, 768)
    finder = Finder(window, vault, (), lambda record: record, lambda record: record)
    finder.show()
    taken = []
    for _word in range(SOUGHT):
        finder.field.clear()
        _settle(app, finder)
        for letter in stream.words(1)[0]:
            begin = perf_counter()
            finder.field.insert(letter)
            _settle(app, finder)
            finder.grab()
            taken.append(perf_counter() - begin)
    finder.hide()
    window.deleteLater()
    return sorted(taken)[int(len(taken) * 0.95)]


def _settle(app: QApplication, finder: Finder) -> None:
    """Until the vault has answered what was typed last."""
    while finder.is_seeking:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
    app.processEvents()
