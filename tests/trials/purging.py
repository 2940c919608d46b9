"""Kills at random moments while a record is purged, and while the vault is opened after it.

`PURGE_KILLS=50` says how many; the vault has 500 notes, so that sweeping its files takes a while.
"""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.storage.rights.killing import Attempt, attempt_all, outcome
from tests.storage.rights.purged import CANARY, vault_with_canary

KILLS = int(os.environ.get("PURGE_KILLS", "50"))
NOTES = 500
BATCH = 10


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample, record = vault_with_canary(folder / "vault", NOTES)
        timed = sample.copy(folder / "timed")
        start = time.monotonic()
        vault = timed.open()
        vault.perform(lambda s: s.purging.purge(record, "timed", "trial")).result()
        vault.close()
        longest = time.monotonic() - start
        killed = gone = 0
        while killed < KILLS:
            copies = [sample.copy(folder / str(number)) for number in range(BATCH)]
            killed += sum(
                attempt_all(
                    [
                        Attempt(str(c.folder), c.code, record, 0.001 + longest * rng.random() ** 2)
                        for c in copies
                    ]
                )
            )
            openings = [Attempt(str(c.folder), c.code, "", longest * rng.random()) for c in copies]
            killed += sum(attempt_all(openings))
            gone += sum(outcome(copy, record, CANARY, NOTES) for copy in copies)
            for copy in copies:
                shutil.rmtree(copy.folder)
        yield (
            f"{killed} kills while purging and while opening after it: {gone} records were gone,"
            " every other was there, whole; no file held a word of what was gone"
        )
