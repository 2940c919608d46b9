"""Random damage to every file of a vault, closed or killed (FLIPS=500): all of it must be found."""

import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.storage.damage import again, files, holds, killed, spoil
from tests.storage.helpers import Sample, attach, create, fill

FLIPS = int(os.environ.get("FLIPS", "500"))


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        vault, closed = create(root / "closed")
        fill(vault)
        record = vault.query(lambda s: s.records.page(1)).result()[0].id
        for size in (99, 150_000):
            attach(vault, rng.randbytes(size), record=record)
        vault.close()
        assert closed.check() == [], "an untouched vault is not clean"
        left, ids = killed(closed.copy(root / "used"), root / "killed", writes=40)
        found: Counter[str] = Counter()
        for number in range(FLIPS):
            if number % 4:
                what = _closed(rng, again(closed, root / "copy"))
            else:
                what = _log(rng, again(left, root / "copy"), ids)
            found[what] += 1
        assert killed_is_clean(left), "an untouched log is not clean"
    yield from (f"{count} × {what}: found" for what, count in sorted(found.items()))
    yield f"{FLIPS} of {FLIPS} found"


def _closed(rng: random.Random, sample: Sample) -> str:
    damage = spoil(rng, rng.choice(files(sample)))
    assert sample.check() != [], f"not found: {damage}"
    return f"{'attachment' if len(damage.file) == 32 else damage.file}, {damage.kind}"


def _log(rng: random.Random, sample: Sample, ids: list[str]) -> str:
    damage = spoil(rng, sample.file("vault.db-wal"), ("flip", "flip", "cut", "zeros", "empty"))
    assert not holds(sample, ids), f"opens as if nothing were: {damage}"
    assert sample.check() != [], f"not found: {damage}"
    return f"{damage.file}, {damage.kind}"


def killed_is_clean(left: Sample) -> bool:
    return left.check() == []
