"""Disks that run full at every moment of a vault's life: what was acknowledged stays."""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storage import Draft, Vault, Version
from storage.errors import VaultFull
from tests.storage.environment import small_disk
from tests.storage.helpers import ask, attach, create, do, note

SIZES = range(4, 1_400, 12)  # KiB


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    too_small = written = 0
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            with small_disk(Path(folder) / "disk", f"{size}k") as disk:
                kept = _one(rng, disk, Path(folder) / f"room{size}")
            too_small += kept is None
            written += kept or 0
    yield f"{len(SIZES)} disks of {SIZES[0]} to {SIZES[-1]} KiB, each filled to the last byte"
    yield f"{too_small} too small for a vault: said so, nothing left behind"
    yield f"{written} acknowledged writes before the disks were full: none lost"


def _one(rng: random.Random, disk: Path, room: Path) -> int | None:
    try:
        vault, sample = create(disk / "vault")
    except VaultFull:
        assert list((disk / "vault").iterdir()) == [], "half a vault was left behind"
        return None
    kept = _fill(rng, vault)
    _compare(vault, kept)
    vault.close()
    vault = sample.open()
    _compare(vault, kept)
    vault.close()
    moved = sample.copy(room)
    findings = moved.check()
    assert findings == [], findings
    vault = moved.open()
    _compare(vault, kept)
    vault.close()
    return len(kept.versions) + len(kept.drafts) + len(kept.files)


@dataclass
class Kept:
    """What was acknowledged: versions, drafts by id, and the bytes of files by id."""

    versions: list[Version] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def _fill(rng: random.Random, vault: Vault) -> Kept:
    kept = Kept()
    refusals = 0
    while refusals < 5:  # smaller writes may still find room after the first refusal
        text = "she said " * rng.choice((1, 30, 3000 if not refusals else 1))
        try:
            _write(rng, vault, text, kept)
        except VaultFull:
            refusals += 1
    return kept


def _write(rng: random.Random, vault: Vault, text: str, kept: Kept) -> None:
    """One write; what it was promised is noted only if it was."""
    drafts, versions = kept.drafts, kept.versions
    if versions and rng.random() < 0.2:
        data = rng.randbytes(len(text))
        kept.files[attach(vault, data, record=rng.choice(versions).record).id] = data
    elif drafts and rng.random() < 0.5:
        id = rng.choice(list(drafts))
        drafts[id] = do(vault, lambda s: s.drafts.save(id, text.encode(), "E", {}))
    elif rng.random() < 0.3:
        draft = do(vault, lambda s: s.drafts.open("encounter", "1", text.encode(), "E"))
        drafts[draft.id] = draft
    else:
        versions.append(do(vault, lambda s: s.records.add(note(text))))


def _compare(vault: Vault, kept: Kept) -> None:
    there = ask(vault, lambda s: [s.records.newest(row.id) for row in s.records.page(100_000)])
    assert there == kept.versions[::-1], "a record is missing, or one came that was refused"
    drafts = {draft.id: draft for draft in ask(vault, lambda s: s.drafts.all())}
    assert drafts == kept.drafts, "a draft is not what was acknowledged"
    every = [one.id for one in ask(vault, lambda s: s.attachments.every())]
    files = {id: vault.read_attachment(id).read() for id in every}
    assert files == kept.files, "a file is not what was acknowledged"
