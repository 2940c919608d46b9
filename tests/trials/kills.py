"""Kills at random moments while records, amendments and drafts are written (KILLS=200).

A vault is killed 50 times in a row, then the next one begins.
"""

import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.storage.helpers import create
from tests.storage.kills import Promises, write_until_killed

KILLS = int(os.environ.get("KILLS", "200"))
KILLS_A_VAULT = 50


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    acknowledged = 0
    for first in range(0, KILLS, KILLS_A_VAULT):
        kills = min(KILLS_A_VAULT, KILLS - first)
        with tempfile.TemporaryDirectory() as folder:
            acknowledged += _kill(rng, Path(folder), kills)
        done = first + kills
        yield f"{done} kills, {acknowledged} acknowledged writes: none lost, every vault opens"


def _kill(rng: random.Random, folder: Path, kills: int) -> int:
    vault, sample = create(folder / "vault")
    vault.close()
    promises = Promises()
    for kill in range(kills):
        write_until_killed(sample, rng, promises)
        if rng.random() < 0.2:
            findings = sample.check()
            assert findings == [], f"kill {kill}: {findings}"
        broken = promises.broken(sample)
        assert broken == [], f"kill {kill}: {broken}"
    findings = sample.check()
    assert findings == [], findings
    return promises.count
