"""What a backup costs: a whole one beside the same engine's `VACUUM INTO` without a key.

The peer writes the same notes, in the same tables, into one plain file and syncs it. Ours is
sealed, has its headers and anchor, and stands under its final name. Trying it by restoring it,
which every real backup goes through, is told beside it, and not part of the ratio.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from storage import Vault
from storage.backup.making import back_up
from storage.disk.files import sync_file, sync_folder
from storage.sqlcipher import database, stoppable
from tests.benchmarks import keyless
from tests.benchmarks.notes import Notes
from tests.benchmarks.vault import FOLDER, Pair, say

NAME = "vault.backup"
NOTES = int(os.environ.get("BACKUP_NOTES", "20000"))


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `vault.backup`: medians of alternating runs."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    pair = Pair(FOLDER, Notes(3))
    taken: list[tuple[float, float, float]] = []
    try:
        pair.create()
        pair.fill(NOTES)
        for vault in pair.vaults:
            vault.check(lambda *_: None)
        taken += [_one(pair, FOLDER / f"run{turn}", bool(turn % 2)) for turn in range(runs + 1)]
    finally:
        for vault in pair.vaults:
            vault.close()
        shutil.rmtree(FOLDER, ignore_errors=True)
    ours, peer, tried = (statistics.median(run[i] for run in taken[1:]) for i in range(3))
    say(f"{NAME} {ours:.2f} s, peer {peer:.2f} s; with its trial {tried:.2f} s, {NOTES} notes")
    row = {"name": NAME, "unit": "s", "ours": ours, "peer": peer, "ratio": ours / peer}
    return [{**row, "peer_name": "VACUUM INTO of the same vault without a key", "runs": runs}]


def _one(pair: Pair, folder: Path, ours_first: bool) -> tuple[float, float, float]:
    """Seconds of ours, of the peer, and of ours with its trial."""
    ours, peer = pair.vaults
    for part in ("ours", "peer", "tried"):
        (folder / part).mkdir(parents=True)
    acts: list[Callable[[], object]] = [
        lambda: back_up(ours, folder / "ours", verify=False),
        lambda: _plain(peer, folder / "peer" / "copy.db"),
    ]
    order = (0, 1) if ours_first else (1, 0)
    seconds = [0.0, 0.0]
    for side in order:
        seconds[side] = _seconds(acts[side])
    tried = _seconds(lambda: back_up(ours, folder / "tried"))
    shutil.rmtree(folder)
    return seconds[0], seconds[1], tried


def _plain(vault: Vault, target: Path) -> None:
    with keyless.without_key():
        stoppable.copy_into(vault.folder / database.NAME, b"", b"", target)
    sync_file(target)
    sync_folder(target.parent)


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
