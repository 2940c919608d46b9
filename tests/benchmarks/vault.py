"""What encryption costs: each act on a vault beside the same act on the same vault without a key.

Both vaults are filled and asked alternately, so that a busy machine is busy for both.
"""

import contextlib
import secrets
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from storage import Cost, Filled, Identity, Order, Session, Vault
from storage.tables.folding import fold
from tests.benchmarks import keyless
from tests.benchmarks.notes import Notes

FOLDER = Path(__file__).parents[2] / "build" / "benchmarks"  # the project's disk, not a RAM disk
ME = Identity("PC 4711 Sample", "laptop-01")
CHUNK, LAID = 5_000, 50_000
MANY, FEW, MILLION = 100_000, 10_000, 1_000_000
Taken = tuple[float, float]  # seconds: ours, the peer's
MILLION_NEWEST = "vault.search_1m.newest.p50"
SECOND, MILLISECOND = ("s", 1.0), ("ms", 1000.0)


@dataclass
class Pair:
    """Our vault and its peer, in a folder of their own."""

    folder: Path
    notes: Notes
    vaults: tuple[Vault, ...] = ()
    codes: list[str] = field(default_factory=list)
    _turn: int = 0

    def create(self) -> None:
        made = []
        for name, mode in MODES:
            with mode():
                vault, code = Vault.create(self.folder / name, "p", ME, cost=Cost(64 * 1024, 1, 1))
                vault.query(lambda s: s.records.count()).result()  # the reader opens at first use
            made.append(vault)
            self.codes.append(code)
        self.vaults = tuple(made)

    def fill(self, size: int) -> list[Taken]:
        """Write `size` notes, a chunk a transaction; seconds for each chunk of ours and peer's."""
        taken = []
        for done in range(0, size, CHUNK):
            chunk = [self.notes.note() for _ in range(min(CHUNK, size - done))]
            taken.append(self.write(lambda s, c=chunk: [s.records.add(note) for note in c]))
            say(f"{done + len(chunk)} of {size} notes, {taken[-1][0]:.2f} and {taken[-1][1]:.2f} s")
        return taken

    def lay(self, size: int) -> None:
        """Put `size` notes where a search reads them; to write them takes an hour."""
        for _done in range(0, size, LAID):
            notes = [self.notes.note() for _ in range(LAID)]
            self.write(lambda s, n=notes: _lay(s, n))

    def write(self, work: Callable[[Session], object]) -> Taken:
        """Seconds that `work` takes as one durable write."""
        return self._both(lambda vault: vault.perform(work).result())

    def read(self, work: Callable[[Session], object]) -> Taken:
        """Seconds that `work` takes on the reading thread."""
        return self._both(lambda vault: vault.query(work).result())

    def _both(self, act: Callable[[Vault], object]) -> Taken:
        """Time `act` on both, each first by turns, when neither has work left from before."""
        taken = [0.0, 0.0]
        self._turn = 1 - self._turn
        for side in (self._turn, 1 - self._turn):
            for vault in self.vaults:
                vault.check(lambda *_: None)  # waits until the log is tidied
            start = time.perf_counter()
            act(self.vaults[side])
            taken[side] = time.perf_counter() - start
        return taken[0], taken[1]

    def reopen(self) -> Taken:
        """Seconds from opening, the data key aside, to the first list."""
        taken: list[float] = []
        opened = []
        for (name, mode), vault, code in zip(MODES, self.vaults, self.codes, strict=True):
            vault.close()
            with mode():
                start = time.perf_counter()
                opened.append(Vault.open(self.folder / name, ME, recovery_code=code))
                opened[-1].query(lambda s: s.records.page(50)).result()
                taken.append(time.perf_counter() - start)
        self.vaults = tuple(opened)
        return taken[0], taken[1]


MODES: tuple[tuple[str, Callable[[], Any]], ...] = (
    ("ours", nullcontext),
    ("peer", keyless.without_key),
)


def measure(runs: int = 5, only: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """The rows `vault.*`, of those in `only` if it names any."""
    rows = []
    searched = not only or any("search_100k" in name for name in only)
    if not only or only - {MILLION_NEWEST}:
        rows += _main(runs, MANY if searched else FEW)
    if not only or MILLION_NEWEST in only:
        rows += _million(runs)
    return rows


def _main(runs: int, size: int) -> list[dict[str, Any]]:
    with _pair(Notes(1)) as pair:
        bulk = pair.fill(size)[-max(runs, 10) :]
        commits = _repeat(runs, 200, lambda: _commit(pair))
        relevant = _repeat(runs, 60, lambda: _search(pair, Order.RELEVANCE))
        return [
            _row("vault.bulk", SECOND, [[chunk] for chunk in bulk]),
            _row("vault.commit.p50", MILLISECOND, commits),
            _row("vault.commit.p99", MILLISECOND, commits, 0.99),
            _row("vault.list50", MILLISECOND, _repeat(runs, 200, lambda: _list(pair))),
            _row("vault.search_100k.p50", MILLISECOND, _repeat(runs, 200, lambda: _search(pair))),
            _row("vault.search_100k.relevance.p50", MILLISECOND, relevant),
            _row("vault.cold_open", MILLISECOND, _repeat(runs, 9, pair.reopen)),
        ]


def _million(runs: int) -> list[dict[str, Any]]:
    """A million short notes, newest first."""
    with _pair(Notes(2, words=40)) as pair:
        start = time.perf_counter()
        pair.lay(MILLION)
        say(f"{MILLION} notes were laid into each vault in {time.perf_counter() - start:.0f} s")
        return [_row(MILLION_NEWEST, MILLISECOND, _repeat(runs, 200, lambda: _search(pair)))]


def _lay(session: Session, notes: list[Filled]) -> None:
    """What a search reads of `notes`: their lines, and their words in the index."""
    connection = session._context.connection
    for filled in notes:
        line = (secrets.token_hex(16), filled.form, b"", 1, filled.title, filled.summary)
        times = (filled.event_time, filled.event_time)
        cursor = connection.execute(
            "INSERT INTO record VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", (*line, *times)
        )
        session.search.index(cursor.lastrowid, fold(filled.text))


def _repeat(runs: int, times: int, act: Callable[[], Taken]) -> list[list[Taken]]:
    return [[act() for _ in range(times)] for _ in range(runs)]


def _commit(pair: Pair) -> Taken:
    note = pair.notes.note()
    return pair.write(lambda s: s.records.add(note))


def _list(pair: Pair) -> Taken:
    return pair.read(lambda s: s.records.page(50))


def _search(pair: Pair, order: Order = Order.NEWEST) -> Taken:
    query = pair.notes.query()
    return pair.read(lambda s: s.search.find(query, order=order))


@contextlib.contextmanager
def _pair(notes: Notes) -> Iterator[Pair]:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    pair = Pair(FOLDER, notes)
    try:
        pair.create()
        yield pair
    finally:
        for vault in pair.vaults:
            vault.close()
        shutil.rmtree(FOLDER, ignore_errors=True)


def _row(
    name: str,
    unit: tuple[str, float],
    runs: list[list[Taken]],
    quantile: float = 0.5,
) -> dict[str, Any]:
    """The median over runs of each run's quantile, of ours and the peer's."""
    ours, peer = (
        statistics.median(_quantile([pair[side] for pair in run], quantile) for run in runs)
        for side in (0, 1)
    )
    say(f"{name} {ours * 1000:.2f} ms, peer {peer * 1000:.2f} ms")
    return {
        "name": name,
        "unit": unit[0],
        "ours": ours * unit[1],
        "peer": peer * unit[1],
        "peer_name": keyless.NAME,
        "ratio": ours / peer,
        "runs": len(runs),
    }


def _quantile(taken: list[float], quantile: float) -> float:
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * quantile))]


def say(text: str) -> None:
    """Progress, beside the figures."""
    print(f"  vault: {text}", file=sys.stderr, flush=True)
