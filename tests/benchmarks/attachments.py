"""What attaching a file costs: beside the same bytes as a BLOB, and beside a plain file.

Each act ends when the bytes are on the disk; each comes first by turns.
"""

import hashlib
import os
import random
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from storage import Addition, Cost, Filled, Identity, RecordId, Vault
from storage.disk.files import sync_folder
from storage.sqlcipher import database

FOLDER = Path(__file__).parents[2] / "build" / "benchmarks-attachments"  # no RAM disk
ME = Identity("PC 4711 Sample", "laptop-01")
SIZE = 64 << 20
BLOCK = 1 << 20
TIMES = 5  # acts a run; the run's figure is their median
BLOB = "the same 64 MB as a BLOB in SQLCipher, hashed too, committed, out of the log"
PLAIN = "the same 64 MB copied to a plain file, hashed on a thread of its own, synced"


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The rows `vault.attach_write` and `vault.attach_vs_file`."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    try:
        source = FOLDER / "source"
        source.write_bytes(random.Random(1).randbytes(SIZE))
        vault, _code = Vault.create(FOLDER / "vault", "p", ME, cost=Cost(64 * 1024, 1, 1))
        filled = Filled("encounter", "1", b"<data/>", "E", "", "", "")
        record = vault.perform(lambda s: s.records.add(filled)).result().record
        blobs = _blobs(FOLDER / "blobs.db")
        try:
            acts = {
                "ours": lambda: _ours(vault, record, source),
                "blob": lambda: _blob(blobs, FOLDER / "blobs.db", source),
                "plain": lambda: _plain(FOLDER / "plain", source),
            }
            taken = [_run(acts, number) for number in range(runs)]
        finally:
            vault.close()
            blobs.close()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    return [
        _row("vault.attach_write", taken, "blob", BLOB),
        _row("vault.attach_vs_file", taken, "plain", PLAIN),
    ]


def _run(acts: dict[str, Callable[[], None]], number: int) -> dict[str, float]:
    """The median seconds of each act."""
    taken: dict[str, list[float]] = {name: [] for name in acts}
    names = list(acts)
    for turn in range(TIMES):
        first = (turn + number) % len(names)
        for name in (*names[first:], *names[:first]):
            os.sync()  # what others left to be written is not charged to whoever comes next
            start = time.perf_counter()
            acts[name]()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def _ours(vault: Vault, record: RecordId, source: Path) -> None:
    vault.attach(Addition(source, "film.mp4", "video/mp4", record)).result()


def _blobs(path: Path) -> sqlcipher.Connection:
    connection = database.create(path, bytes(32), bytes(16))
    connection.execute("CREATE TABLE file (data BLOB NOT NULL) STRICT")
    connection.execute("CREATE TABLE hash (sha256 BLOB NOT NULL) STRICT")
    return connection


def _blob(connection: sqlcipher.Connection, path: Path, source: Path) -> None:
    data = source.read_bytes()
    with ThreadPoolExecutor(1) as hashing, database.transaction(connection):
        digest = hashing.submit(lambda: hashlib.sha256(data).digest())
        connection.execute("INSERT INTO file VALUES (?)", (data,))
        connection.execute("INSERT INTO hash VALUES (?)", (digest.result(),))
    database.checkpoint(connection, path)  # as SQLite does by itself after a write of that size


def _plain(path: Path, source: Path) -> None:
    """The fastest that a careful program would do without a key."""
    digest = hashlib.sha256()
    path.unlink(missing_ok=True)
    with (
        ThreadPoolExecutor(1) as hashing,
        open(source, "rb", buffering=0) as reading,
        open(path, "xb", buffering=0) as writing,
    ):
        hashed = None
        while block := reading.read(BLOCK):
            if hashed:
                hashed.result()
            hashed = hashing.submit(digest.update, block)
            writing.write(block)
        os.fsync(writing.fileno())
    sync_folder(path.parent)


def _row(name: str, runs: list[dict[str, float]], peer: str, peer_name: str) -> dict[str, Any]:
    ours = statistics.median(run["ours"] for run in runs)
    theirs = statistics.median(run[peer] for run in runs)
    print(
        f"  attachments: {name} {ours * 1000:.0f} ms, peer {theirs * 1000:.0f} ms", file=sys.stderr
    )
    return {
        "name": name,
        "unit": "s",
        "ours": ours,
        "peer": theirs,
        "peer_name": peer_name,
        "ratio": ours / theirs,
        "runs": len(runs),
    }
