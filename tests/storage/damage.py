"""Ways in which files go bad: flipped bits, cuts, emptied, zeroed and misplaced pages."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from storage import Finding, Vault
from storage.errors import VaultDamaged
from tests.storage.helpers import Sample, add

PAGE = 4096


@dataclass(frozen=True)
class Damage:
    """What was done to which file, for the message of a test that fails."""

    file: str
    kind: str
    place: int


def spoil(rng: random.Random, path: Path, kinds: tuple[str, ...] = ()) -> Damage:
    """Damage the file at `path` in one of the `kinds` (all, if none is named)."""
    data = bytearray(path.read_bytes())
    kind = rng.choice(kinds or ("flip", "flip", "flip", "cut", "zeros", "lump", "empty", "longer"))
    place = rng.randrange(len(data))
    if kind == "flip":
        data[place] ^= 1 << rng.randrange(8)
    elif kind == "cut":
        del data[place:]
    elif kind == "zeros":  # a sector that the disk lost
        place -= place % 512
        lost = data[place : place + 512]
        data[place : place + 512] = bytes(len(lost)) if any(lost) else b"\xff" * len(lost)
    elif kind == "lump":
        data[place : place + 64] = rng.randbytes(min(64, len(data) - place))
    elif kind == "empty":
        data.clear()
    else:
        data += rng.randbytes(rng.choice((1, 512, PAGE)))
    path.write_bytes(data)
    return Damage(path.name, kind, place)


def files(sample: Sample) -> list[Path]:
    """The files of a closed vault, each as likely as the others to be damaged."""
    every = (path for path in sample.folder.rglob("*") if path.is_file())
    return sorted(path for path in every if path.stat().st_size)


def killed(sample: Sample, folder: Path, writes: int = 12) -> tuple[Sample, list[str]]:
    """What a SIGKILL leaves of `sample` in `folder` after `writes`, and the ids acknowledged.

    A copy of the files of an open vault is what a killed process leaves: the kernel keeps what was
    written, and SQLite's shared index is rebuilt from the log.
    """
    vault = sample.open()
    ids = [str(add(vault, f"acknowledged {number}").record) for number in range(writes)]
    left = sample.copy(folder)
    vault.close()
    return left, ids


def told(sample: Sample) -> list[Finding]:
    """What unlocking or checking says of a vault."""
    return sample.check()


def holds(sample: Sample, ids: list[str]) -> bool:
    """Whether the vault opens with all of `ids` in it."""
    try:
        vault: Vault = sample.open()
    except VaultDamaged:
        return False
    try:
        return all(vault.query(lambda s, i=i: s.records.newest(i)).result() for i in ids)
    finally:
        vault.close()


def again(template: Sample, folder: Path) -> Sample:
    """A fresh copy of `template` in `folder`, over what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    return template.copy(folder)
