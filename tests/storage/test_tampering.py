"""Damage to any file of a vault is found, and no damage is made worse by looking at it."""

import contextlib
import random
from pathlib import Path

import pytest

from storage.errors import RecordsMissing, VaultDamaged
from tests.storage.damage import PAGE, again, files, holds, killed, spoil
from tests.storage.helpers import Sample, add, ask


def test_random_damage_to_a_closed_vault_is_always_found(template: Sample, tmp_path: Path) -> None:
    rng = random.Random(20_26)
    missed = []
    for _ in range(100):
        sample = again(template, tmp_path / "vault")
        damage = spoil(rng, rng.choice(files(sample)))
        if not sample.check():
            missed.append(damage)
    assert missed == []


@pytest.mark.parametrize("kind", ["flip", "zeros"])
def test_damage_to_any_page_of_the_database_is_found(
    template: Sample, tmp_path: Path, kind: str
) -> None:
    pages = template.file("vault.db").stat().st_size // PAGE
    rng = random.Random(7)
    for page in range(pages):
        sample = again(template, tmp_path / "vault")
        data = bytearray(sample.file("vault.db").read_bytes())
        if kind == "flip":
            data[page * PAGE + rng.randrange(PAGE)] ^= 16
        else:
            data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
        sample.file("vault.db").write_bytes(data)
        assert sample.check() != [], (kind, page)


def test_two_pages_that_changed_places_are_found(template: Sample, tmp_path: Path) -> None:
    sample = again(template, tmp_path / "vault")
    data = sample.file("vault.db").read_bytes()
    pages = [data[start : start + PAGE] for start in range(0, len(data), PAGE)]
    pages[5], pages[6] = pages[6], pages[5]
    sample.file("vault.db").write_bytes(b"".join(pages))
    assert sample.check() != []


@pytest.mark.parametrize("size", [0, 1, 15, 16, 100, 4095, 4096, 4097, 8192, -4096, -1])
def test_a_cut_database_is_damage_never_a_new_vault(sample: Sample, size: int) -> None:
    data = sample.file("vault.db").read_bytes()
    sample.file("vault.db").write_bytes(data[:size])
    assert sample.check()[0].part == "database"
    if 0 <= size < PAGE:
        with pytest.raises(VaultDamaged, match="empty or cut off"):
            sample.open()
    assert sample.file("vault.db").stat().st_size == len(data[:size])


def test_a_missing_database_is_damage_never_a_new_vault(sample: Sample) -> None:
    sample.file("vault.db").unlink()
    with pytest.raises(VaultDamaged, match="database file is missing"):
        sample.open()
    assert not sample.file("vault.db").exists()


def test_the_first_sixteen_bytes_which_no_seal_covers(sample: Sample) -> None:
    for place in range(16):
        data = bytearray(sample.file("vault.db").read_bytes())
        data[place] ^= 1
        sample.file("vault.db").write_bytes(data)
        with pytest.raises(VaultDamaged, match="not the one that this header"):
            sample.open()
        data[place] ^= 1
        sample.file("vault.db").write_bytes(data)
    sample.open().close()


def test_a_page_that_breaks_while_in_use_is_told_not_served(sample: Sample) -> None:
    vault = sample.open()
    data = bytearray(sample.file("vault.db").read_bytes())
    for page in range(2, len(data) // PAGE):
        data[page * PAGE + 99] ^= 1
    with sample.file("vault.db").open("r+b") as file:
        file.write(data)
    with pytest.raises(VaultDamaged, match="damaged pages"):
        ask(vault, lambda s: [s.records.versions(row.id) for row in s.records.page(50)])
    vault.close()


def test_a_log_that_a_kill_left_is_taken_in(sample: Sample, tmp_path: Path) -> None:
    left, ids = killed(sample, tmp_path / "left")
    assert left.file("vault.db-wal").stat().st_size > 0
    assert holds(left, ids)
    assert left.check() == []
    assert not left.file("vault.db-wal").exists()


def test_damage_to_a_log_that_a_kill_left_is_found(sample: Sample, tmp_path: Path) -> None:
    left, ids = killed(sample, tmp_path / "left")
    rng = random.Random(4)
    missed = []
    for _ in range(60):
        copy = again(left, tmp_path / "copy")
        damage = spoil(rng, copy.file("vault.db-wal"))
        if not (copy.check() or holds(copy, ids)):
            missed.append(damage)
        elif damage.kind in ("flip", "cut", "empty") and holds(copy, ids):
            missed.append(damage)  # every frame was acknowledged, so every flip must tell
    assert missed == []


def test_a_missing_log_is_found(sample: Sample, tmp_path: Path) -> None:
    left, _ids = killed(sample, tmp_path / "left")
    left.file("vault.db-wal").unlink()
    with pytest.raises(RecordsMissing, match="The last 12 writes") as caught:
        left.open()
    assert caught.value.expected - caught.value.found == 12


def test_a_lost_shared_index_is_no_loss(sample: Sample, tmp_path: Path) -> None:
    left, ids = killed(sample, tmp_path / "left")
    rng = random.Random(9)
    for kind in ("flip", "cut", "zeros", "lump", "empty"):
        copy = again(left, tmp_path / "copy")
        spoil(rng, copy.file("vault.db-shm"), (kind,))
        assert holds(copy, ids)
        assert copy.check() == []


def test_looking_at_a_damaged_log_changes_nothing(sample: Sample, tmp_path: Path) -> None:
    """Else a read error, or a log copied to the wrong place, would be made good for ever."""
    left, ids = killed(sample, tmp_path / "left")
    whole = left.file("vault.db-wal").read_bytes()
    left.file("vault.db-wal").write_bytes(whole[:5000])
    names = ("vault.db", "vault.db-wal", "anchor", "header.json")
    before = {name: left.file(name).read_bytes() for name in names}
    for _ in range(3):
        with pytest.raises(RecordsMissing):
            left.open()
        assert left.check()[0].part == "records"
    assert {name: left.file(name).read_bytes() for name in names} == before
    left.file("vault.db-wal").write_bytes(whole)
    assert holds(left, ids)
    assert left.check() == []


def test_going_on_with_what_is_left_is_written_down(sample: Sample, tmp_path: Path) -> None:
    left, ids = killed(sample, tmp_path / "left")
    whole = left.file("vault.db-wal").read_bytes()
    left.file("vault.db-wal").write_bytes(whole[: len(whole) // 2])
    vault = left.open(accept_loss="the laptop fell; the rest is on paper")
    there = {str(row.id) for row in ask(vault, lambda s: s.records.page(500))}
    assert 0 < len(there & set(ids)) < len(ids)
    entry = ask(vault, lambda s: s.audit.entries())[-1]
    assert entry.action == "administration"
    assert "writes to this vault are missing" in entry.reason
    assert entry.reason.endswith("the laptop fell; the rest is on paper")
    add(vault, "after the loss")
    vault.close()
    aside = list(left.folder.glob("log-set-aside-*"))
    assert [path.read_bytes() for path in aside] == [whole[: len(whole) // 2]]
    left.open().close()  # nothing more to accept
    assert [finding.part for finding in left.check()] == ["log"]


def test_no_error_of_damage_is_a_wrong_passphrase(template: Sample, tmp_path: Path) -> None:
    rng = random.Random(11)
    for _ in range(30):
        sample = again(template, tmp_path / "vault")
        spoil(rng, rng.choice(files(sample)))
        with contextlib.suppress(VaultDamaged):
            sample.open().close()
