"""Kills at random moments while a data key is changed, and while the vault is opened after it.

`REKEY_KILLS=50` says how many; the vault has 500 notes, so that copying and sealing take a while.
"""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from storage.keys.derivation import new_recovery_code
from tests.storage.helpers import Sample, ask, create, do, note
from tests.storage.keys.killing import Attempt, attempt_all, survivor

KILLS = int(os.environ.get("REKEY_KILLS", "50"))
NOTES = 500
BATCH = 10


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        sample = _filled(Path(folder) / "vault")
        longest = _time_it(sample, Path(folder) / "timed")
        killed = renewed = 0
        while killed < KILLS:
            copies = [sample.copy(Path(folder) / str(number)) for number in range(BATCH)]
            new = new_recovery_code()
            killed += sum(_attempts(copies, new, rng, longest))
            renewed += sum(_check(copy, new) for copy in copies)
        yield f"{killed} kills, {renewed} came after the change was made: every vault opens, whole"


def _filled(folder: Path) -> Sample:
    vault, sample = create(folder)
    for number in range(NOTES // 50):
        texts = [f"sample note {number} {each} " * 40 for each in range(50)]
        do(vault, lambda s, texts=texts: [s.records.add(note(text)) for text in texts])
    vault.close()
    return sample


def _time_it(sample: Sample, folder: Path) -> float:
    """Seconds that a change takes on this machine, beyond starting a process and opening."""
    times = []
    for new in ("", new_recovery_code()):
        copy = sample.copy(folder)
        start = time.monotonic()
        attempt_all([Attempt(str(copy.folder), copy.code, new, 1 << 30)])
        times.append(time.monotonic() - start)
        shutil.rmtree(folder)
    return max(times[1] - times[0], 0.1)


def _attempts(copies: list[Sample], new: str, rng: random.Random, longest: float) -> list[bool]:
    """Kill each while it changes the key, and again while it is opened after that."""
    moments = [0.001 + rng.random() * longest for _copy in copies]
    changes = [
        Attempt(str(copy.folder), copy.code, new, moment)
        for copy, moment in zip(copies, moments, strict=True)
    ]
    killed = attempt_all(changes)
    openings = []
    for copy in copies:
        code = new if (copy.folder / "replacement.ready").is_dir() else ""
        if code:
            openings.append(Attempt(str(copy.folder), code, "", rng.randrange(12)))
    return killed + (attempt_all(openings) if openings else [])


def _check(copy: Sample, new: str) -> bool:
    survived, is_new = survivor(copy, new)
    findings = survived.check()
    assert findings == [], f"{findings}"
    vault = survived.open()
    assert ask(vault, lambda s: s.records.count()) == NOTES
    vault.close()
    shutil.rmtree(copy.folder)
    return is_new
