"""Disks that answer a read or a write with an error at any moment (ERRORS=210).

Each time a process writes into a vault while strace makes one kind of system call fail, once or
from then on; afterwards the disk is well again, and the vault is asked for all it acknowledged.
"""

import collections
import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.storage.dying_disk import CALLS, contents, on_a_dying_disk
from tests.storage.helpers import add, create

ERRORS = int(os.environ.get("ERRORS", "210"))


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    kept = unopened = touched = 0
    refusals: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        vault, blank = create(Path(name) / "blank")
        add(vault, "before")
        vault.close()
        before = contents(blank)
        for number in range(ERRORS):
            call = list(CALLS)[number % len(CALLS)]
            others = () if call == "pread64" else ("ENOSPC", "EROFS")  # no read meets these
            error = rng.choice(("EIO", "EIO", "EIO", *others))
            when = (
                f"{rng.choice((rng.randrange(1, 9), rng.randrange(1, 90)))}{rng.choice(('', '+'))}"
            )
            sample = blank.copy(Path(name) / str(number))
            told = on_a_dying_disk(sample, call, error, when, rng.randrange(1 << 30))
            findings = sample.check()
            assert findings == [], (call, error, when, findings)
            broken = told.broken(before, sample)
            assert broken == [], (call, error, when, broken)
            kept += len(told.kept)
            unopened += not told.opened
            touched += bool(told.refusals) or not told.opened
            refusals.update(told.refusals)
    yield f"{ERRORS} disks failing in {len(CALLS)} kinds of call, {touched} of them met"
    yield f"{unopened} vaults did not open while it lasted"
    yield f"{kept} acknowledged writes: none lost, every vault whole afterwards"
    yield "refused: " + ", ".join(f"{name} {count}" for name, count in refusals.most_common())
