"""How long Ctrl+K takes from a key to the line it finds, over 100,000 records."""

import statistics
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEventLoop, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop.finding.finder import Finder
from desktop.theme import Theme, apply
from storage import Cost, Filled, Identity, Session, Vault
from tests.benchmarks.notes import Notes

RECORDS = 100_000
BATCH = 5_000
PEOPLE = 300
SOUGHT = 6
_WORDS = 40  # a note here; what long notes cost is measured by vault.search_100k


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `find.keystroke.p95`: milliseconds from a letter to the list painted with it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale("en_GB"))
    apply(app, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        me = Identity("PC 0000", "sample laptop")
        vault, _code = Vault.create(
            Path(folder) / "vault", "a sample passphrase", me, cost=Cost(64 * 1024, 1, 1)
        )
        stream = Notes(6, _WORDS)
        for _batch in range(RECORDS // BATCH):
            vault.perform(lambda session: _fill(session, stream)).result()
        vault.perform(_people).result()
        figures = [_p95(app, vault, stream) for _run in range(runs)]
        vault.close()
    return [
        {
            "name": "find.keystroke.p95",
            "unit": "ms",
            "ours": statistics.median(figures) * 1000,
            "peer": None,
            "peer_name": "none: the bound is 50 ms",
            "ratio": None,
            "runs": runs,
        }
    ]


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


def _fill(session: Session, stream: Notes) -> None:
    for _note in range(BATCH):
        session.records.add(stream.note())


def _people(session: Session) -> None:
    for number in range(PEOPLE):
        alias = f"Sample {number}"
        session.records.add(Filled("person", "1", b"<data/>", alias, "", alias, ""))
