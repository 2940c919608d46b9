"""What several benchmarks of the window begin with, and how they tell a figure without a peer."""

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.theme import Theme, apply
from storage import Cost, Filled, Identity, Session, Vault
from tests.benchmarks.notes import Notes

_RECORDS, _BATCH, _PEOPLE = 100_000, 5_000, 300
_WORDS = 40  # a note here; what long notes cost is measured by vault.search_100k


def dressed() -> QApplication:
    """The application as an officer in the United Kingdom sees it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale("en_GB"))
    apply(app, Theme.LIGHT)
    return app


@contextmanager
def empty_vault(folder: str) -> Iterator[Vault]:
    """A new vault in `folder`, closed at the end."""
    me = Identity("PC 0000", "sample laptop")
    path, cost = Path(folder) / "vault", Cost(64 * 1024, 1, 1)
    vault, _code = Vault.create(path, "a sample passphrase", me, cost=cost)
    yield vault
    vault.close()


@contextmanager
def large_vault(folder: str) -> Iterator[tuple[Vault, Notes]]:
    """A vault of 100,000 notes and 300 people, with the stream that the notes came from."""
    stream = Notes(6, _WORDS)

    def fill(session: Session) -> None:
        for _note in range(_BATCH):
            session.records.add(stream.note())

    with empty_vault(folder) as vault:
        for _batch in range(_RECORDS // _BATCH):
            vault.perform(fill).result()
        vault.perform(_people).result()
        yield vault, stream


def alone(name: str, taken: Sequence[float], bound: str) -> dict[str, Any]:
    """The row of a figure that has no peer: `taken` in seconds, one a run; `bound` in words."""
    return {
        "name": name,
        "unit": "ms",
        "ours": statistics.median(taken) * 1000,
        "peer": None,
        "peer_name": f"none: {bound}",
        "ratio": None,
        "runs": len(taken),
    }


def _people(session: Session) -> None:
    for number in range(_PEOPLE):
        alias = f"Sample {number}"
        session.records.add(Filled("person", "1", b"<data/>", alias, "", alias, ""))
