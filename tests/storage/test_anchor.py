"""The anchor: one whole slot suffices, and what is missing behind it is told."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Vault
from storage.errors import AnchorNotWritten, DiskFailing, RecordsMissing, VaultDamaged
from tests.storage.helpers import ME, PASSPHRASE, Sample, add, ask, found

SLOT = 512


def flip(sample: Sample, place: int) -> None:
    data = bytearray(sample.file("anchor").read_bytes())
    data[place] ^= 1
    sample.file("anchor").write_bytes(data)


@pytest.mark.parametrize("place", [0, 8, 15, 30, 60, 95, 127, 128, 511, 512, 700, 1023])
def test_one_slot_damaged_opens_is_told_and_mended(sample: Sample, place: int) -> None:
    flip(sample, place)
    vault = sample.open()
    assert f"Slot {place // SLOT + 1} of the anchor is damaged." in vault.mended
    entry = ask(vault, lambda s: s.audit.entries())[-1]
    assert "of the anchor is damaged" in entry.reason
    vault.close()
    assert sample.check() == []


def test_check_tells_of_a_damaged_slot(sample: Sample) -> None:
    flip(sample, 40)
    assert "Slot 1 of the anchor" in sample.check()[0].problem


@pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 1023, 1025, 4096])
def test_a_wrong_size_is_seen(sample: Sample, size: int) -> None:
    data = sample.file("anchor").read_bytes()
    sample.file("anchor").write_bytes((data + bytes(4096))[:size])
    assert sample.check() != []


def test_both_slots_damaged_does_not_open_but_by_accepting_it(sample: Sample) -> None:
    flip(sample, 40)
    flip(sample, 600)
    with pytest.raises(VaultDamaged, match="both its slots"):
        sample.open()
    vault = sample.open(accept_loss="the disk was failing")
    entry = ask(vault, lambda s: s.audit.entries())[-1]
    assert entry.reason.endswith("the disk was failing")
    assert ask(vault, lambda s: s.records.count()) == 14
    vault.close()
    assert sample.check() == []


def test_a_missing_anchor_does_not_open_but_by_accepting_it(sample: Sample) -> None:
    sample.file("anchor").unlink()
    with pytest.raises(VaultDamaged, match="anchor is missing"):
        sample.open()
    assert not sample.file("anchor").exists()
    assert sample.check()[0].part == "anchor"
    sample.open(accept_loss="it was not copied to the new laptop").close()
    assert sample.check() == []


def test_an_old_anchor_put_back_is_seen(sample: Sample) -> None:
    old = sample.file("anchor").read_bytes()
    vault = sample.open()
    for number in range(3):
        add(vault, f"after {number}")
    vault.close()
    sample.file("anchor").write_bytes(old)
    with pytest.raises(VaultDamaged, match="older than the database"):
        sample.open()
    assert sample.check()[0].part == "anchor"


@pytest.mark.parametrize("more", [3, 4], ids=["after an odd number", "after an even number"])
def test_one_old_slot_put_back_is_seen(sample: Sample, tmp_path: Path, more: int) -> None:
    """Whichever slot it is: what is left may look like a kill, but for the gap between the two."""
    vault = sample.open()
    for number in range(4):
        add(vault, f"before {number}")
    old = sample.file("anchor").read_bytes()
    for number in range(more):
        add(vault, f"after {number}")
    vault.close()
    now = sample.file("anchor").read_bytes()
    for name, mixed in (("one", old[:SLOT] + now[SLOT:]), ("two", now[:SLOT] + old[SLOT:])):
        copy = sample.copy(tmp_path / name)  # of its own: opening mends, which is a write
        copy.file("anchor").write_bytes(mixed)
        (finding,) = copy.check()
        assert "do not follow each other" in finding.problem
        assert copy.check() == []


def test_one_old_slot_put_back_after_a_mending_is_refused(sample: Sample) -> None:
    """The mending was a write, so the newest slot of before is behind by more than a kill."""
    old = sample.file("anchor").read_bytes()
    vault = sample.open()
    for number in range(4):
        add(vault, f"after {number}")
    vault.close()
    now = sample.file("anchor").read_bytes()
    behind = [old[:SLOT] + now[SLOT:], now[:SLOT] + old[SLOT:]]
    behind.sort(key=lambda anchor: max(writes(anchor[:SLOT]), writes(anchor[SLOT:])))
    sample.file("anchor").write_bytes(behind[0])
    assert "do not follow each other" in sample.check()[0].problem
    sample.file("anchor").write_bytes(behind[0])
    with pytest.raises(VaultDamaged, match="older than the database"):
        sample.open()


def writes(slot: bytes) -> int:
    """How many writes a slot knows of (docs/vault-format.md, Anchor)."""
    return int.from_bytes(slot[8:16])


def test_an_anchor_one_write_behind_is_what_a_kill_leaves_and_loses_nothing(sample: Sample) -> None:
    vault = sample.open()
    add(vault, "before")
    old = sample.file("anchor").read_bytes()
    written = add(vault, "after")
    vault.close()
    sample.file("anchor").write_bytes(old)
    vault = sample.open()
    assert ask(vault, lambda s: s.records.newest(written.record)) == written
    vault.close()
    assert sample.check() == []


def test_the_anchor_of_another_vault(sample: Sample, blank: Sample) -> None:
    shutil.copy(blank.file("anchor"), sample.file("anchor"))
    with pytest.raises(VaultDamaged, match="both its slots"):
        sample.open()


def test_the_anchor_of_another_history_of_the_same_vault(sample: Sample) -> None:
    """Two copies of one vault that went on apart, with equally many writes."""
    other = sample.copy(sample.folder.parent / "other")
    for copy, text in ((sample, "here"), (other, "there")):
        vault = copy.open()
        add(vault, text)
        add(vault, text)
        vault.close()
    shutil.copy(other.file("anchor"), sample.file("anchor"))
    with pytest.raises(RecordsMissing, match="does not continue"):
        Vault.open(sample.folder, ME, passphrase=PASSPHRASE)


@contextlib.contextmanager
def refusing(vault: Vault) -> Iterator[None]:
    """Let the kernel refuse every write to the anchor: its descriptor can only read meanwhile."""
    file = vault._anchor._file
    writable, readable = os.dup(file._descriptor), os.open(file.path, os.O_RDONLY)
    os.dup2(readable, file._descriptor)
    try:
        yield
    finally:
        os.dup2(writable, file._descriptor)
        os.close(writable)
        os.close(readable)


def test_a_write_that_the_anchor_could_not_follow_is_kept_and_told(sample: Sample) -> None:
    vault = sample.open()
    with refusing(vault):
        with pytest.raises(AnchorNotWritten, match="This was kept"):
            add(vault, "kept")
        with pytest.raises(DiskFailing) as caught:
            add(vault, "not kept")
        assert not isinstance(caught.value, AnchorNotWritten)
    assert len(found(vault, "kept")) == 1
    add(vault, "goes on")
    vault.close()
    assert sample.check() == []


def test_a_kill_before_the_anchor_could_follow_loses_nothing(
    sample: Sample, tmp_path: Path
) -> None:
    vault = sample.open()
    with refusing(vault), pytest.raises(AnchorNotWritten):
        add(vault, "kept")
    left = sample.copy(tmp_path / "left")
    vault.close()
    opened = left.open()
    assert len(found(opened, "kept")) == 1
    opened.close()
    assert left.check() == []
    assert sample.check() == []
