"""How long a page takes from its key to being painted whole, with 100,000 records behind it."""

import statistics
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLocale
from PySide6.QtWidgets import QApplication

from desktop.app import Notebook
from desktop.operations import Operation
from desktop.profile import SAMPLE, read
from desktop.shell.window import Shell
from desktop.theme import Theme, apply
from storage import Cost, Filled, Identity, Session, Vault
from tests.benchmarks.notes import Notes

RECORDS = 100_000
BATCH = 5_000
PEOPLE = 300
ROUNDS = 6
PAGES = ("today", "notes", "people", "cards", "send", "settings", "help", "log", "forms")
_WORDS = 40


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `app.page_switch.p95`: milliseconds until the page shows all it fetches."""
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
        notebook = Notebook(vault, read(SAMPLE), lambda: None, lambda: None)
        notebook.shell.show()
        figures = [_p95(app, notebook.shell) for _run in range(runs)]
        notebook.seal()
        vault.close()
    return [
        {
            "name": "app.page_switch.p95",
            "unit": "ms",
            "ours": statistics.median(figures) * 1000,
            "peer": None,
            "peer_name": "none: the bound is 50 ms",
            "ratio": None,
            "runs": runs,
        }
    ]


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


def _fill(session: Session, stream: Notes) -> None:
    for _note in range(BATCH):
        session.records.add(stream.note())


def _people(session: Session) -> None:
    for number in range(PEOPLE):
        alias = f"Sample {number}"
        session.records.add(Filled("person", "1", b"<data/>", alias, "", alias, ""))
