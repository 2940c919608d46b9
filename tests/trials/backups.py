"""Backups that are killed, damaged, or written to full disks (BACKUP_KILLS=60, FLIPS=500).

A third of the kills each fall into a backup, a restoring and a migration, before any touch of a
file or, at a time, into the middle of one.
"""

import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from storage.backup.making import back_up
from storage.errors import VaultFull
from storage.folder import snapshots
from storage.folder.backup_sets import backups_in
from tests.storage.damage import spoil
from tests.storage.environment import small_disk
from tests.storage.helpers import Sample, add, ask, create, fill
from tests.storage.killing_backups import (
    STICK,
    Attempt,
    attempt_all,
    fill_with_files,
    laid_out,
    look_after_backup,
    look_after_restore,
)
from tests.storage.test_golden_vaults import CODES, GOLDEN

KILLS = int(os.environ.get("BACKUP_KILLS", "60"))
FLIPS = int(os.environ.get("FLIPS", "500"))
BATCH = 10
TOUCHES = 80
SIZES = range(16, 1_600, 32)  # KiB


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vault, sample = create(folder / "vault")
        fill(vault)
        fill_with_files(vault)
        records = ask(vault, lambda s: s.records.count())
        vault.close()
        for act in ("backup", "restore", "open"):
            killed = 0
            while killed < KILLS // 3:
                killed += _kill(rng, act, sample, folder / "roots", records)
            yield f"{killed} kills during {_NAMES[act]}: all whole, and it could be done again"
        yield from _flip(rng, sample, folder / "flips")
        yield _fill_disks(sample, folder)


_NAMES = {"backup": "a backup", "restore": "a restoring", "open": "a migration"}


def _kill(rng: random.Random, act: str, sample: Sample, folder: Path, records: int) -> int:
    roots = [folder / str(number) for number in range(BATCH)]
    code = CODES[min(CODES)] if act == "open" else sample.code
    for root in roots:
        if act == "open":
            shutil.copytree(GOLDEN / min(CODES), root / "vault")
        else:
            laid_out(sample, root)
    moments = [rng.choice((rng.randrange(TOUCHES), rng.random() * 0.3 + 0.001)) for _ in roots]
    killed = attempt_all(
        [Attempt(act, str(root), code, moment) for root, moment in zip(roots, moments, strict=True)]
    )
    for root in roots:
        if act == "backup":
            look_after_backup(root, code)
        elif act == "restore":
            look_after_restore(root, code, records)
        else:
            _look_after_migration(Sample(root / "vault", code))
    shutil.rmtree(folder)
    return sum(killed)


def _look_after_migration(sample: Sample) -> None:
    vault = sample.open()
    assert ask(vault, lambda s: s.records.count()) == 2
    vault.close()
    assert sample.check() == []
    assert not snapshots.kept(sample.folder)


def _flip(rng: random.Random, sample: Sample, folder: Path) -> Iterator[str]:
    copy = laid_out(sample, folder)
    (made,) = backups_in(folder / STICK)
    found: Counter[str] = Counter()
    for _ in range(FLIPS):
        backup = Sample(folder / "copy", copy.code)
        shutil.copytree(made.folder, backup.folder)
        files = [path for path in backup.folder.rglob("*") if path.is_file()]
        damage = spoil(rng, rng.choice(sorted(path for path in files if path.stat().st_size)))
        assert backup.check() != [], f"not found: {damage}"
        kind = damage.file if "." in damage.file or damage.file == "anchor" else "attachment"
        found[kind] += 1
        shutil.rmtree(backup.folder)
    assert Sample(made.folder, copy.code).check() == [], "an untouched backup is not clean"
    counted = ", ".join(f"{file} {count}" for file, count in sorted(found.items()))
    yield f"{FLIPS} of {FLIPS} damages to a backup found ({counted})"


def _fill_disks(sample: Sample, folder: Path) -> str:
    vault = sample.copy(folder / "full").open()
    refused = 0
    for size in SIZES:
        with small_disk(folder / "disk", f"{size}k") as disk:
            try:
                back_up(vault, disk)
            except VaultFull:
                refused += 1
                assert list(disk.iterdir()) == [], "half a backup was left behind"
            else:
                (done,) = backups_in(disk)
                assert Sample(done.folder, sample.code).check() == []
        add(vault, "the vault goes on")
    vault.close()
    assert Sample(folder / "full", sample.code).check() == []
    return f"{len(SIZES)} disks of {SIZES[0]} to {SIZES[-1]} KiB: {refused} too small, none half"
