"""Backups: whole or not there, made beside the writer, restored to what they were made of."""

import io
import threading
from pathlib import Path

import pytest

from storage import check
from storage.attachments.attaching import Addition
from storage.backup.making import back_up
from storage.backup.plan import last, plan
from storage.backup.restoring import restore, restored_from
from storage.errors import (
    Cancelled,
    IsABackup,
    NoSuchPlace,
    NotABackup,
    VaultDamaged,
    VaultExists,
    WrongPassphrase,
)
from storage.folder.backup_sets import backups_in
from storage.keys.derivation import new_recovery_code
from storage.keys.slots import RecoveryCode
from tests.storage.environment import read_only, small_disk
from tests.storage.helpers import FILES, ME, Sample, add, ask, contents, do


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_a_restored_vault_is_what_was_backed_up_and_says_so(
    sample: Sample, place: Path, tmp_path: Path
) -> None:
    vault = sample.open()
    tables = contents(vault)[:4]
    done = back_up(vault, place)
    add(vault, "written after it")
    assert ask(vault, last).folder == str(done.folder)
    vault.close()
    assert Sample(done.folder, sample.code).check() == []
    made = restore(done.folder, tmp_path / "new", ME, RecoveryCode(sample.code))
    assert contents(made)[:4] == tables
    assert ask(made, restored_from) == done.made.isoformat()
    assert "restored from the backup" in ask(made, lambda s: s.audit.entries())[-1].reason
    add(made, "and it goes on")
    made.close()
    again = Sample(tmp_path / "new", sample.code)
    assert again.check() == []
    again.open().close()


def test_a_backup_is_never_worked_in_and_checking_it_changes_nothing(
    sample: Sample, place: Path
) -> None:
    vault = sample.open()
    done = back_up(vault, place)
    vault.close()
    backup = Sample(done.folder, sample.code)
    before = {path.name: path.read_bytes() for path in done.folder.iterdir()}
    with pytest.raises(IsABackup, match="restore it"):
        backup.open()
    with read_only(done.folder):
        assert backup.check() == []
    assert {path.name: path.read_bytes() for path in done.folder.iterdir()} == before


def test_it_is_made_while_somebody_writes(sample: Sample, place: Path, tmp_path: Path) -> None:
    vault = sample.open()
    end = threading.Event()

    def write() -> None:
        number = 0
        while not end.is_set():
            add(vault, f"beside {number} " * 50)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    steps: list[tuple[int, int]] = []
    for _ in range(4):
        back_up(vault, place, progress=lambda *step: steps.append(step))
    end.set()
    writer.join()
    count = ask(vault, lambda s: s.records.count())
    vault.close()
    backups = backups_in(place)
    assert len(backups) == 4
    made = restore(backups[0].folder, tmp_path / "new", ME, RecoveryCode(sample.code))
    assert 14 < ask(made, lambda s: s.records.count()) <= count
    made.close()
    assert sample.check() == []


def test_stopping_leaves_nothing_behind(sample: Sample, place: Path) -> None:
    vault = sample.open()
    with pytest.raises(Cancelled):
        back_up(vault, place, cancelled=lambda: True)
    assert list(place.iterdir()) == []
    trying: list[bool] = []
    with pytest.raises(Cancelled):
        back_up(
            vault,
            place,
            progress=lambda _done, total: trying.append(total == 0),
            cancelled=lambda: bool(trying and trying[-1]),
        )
    assert list(place.iterdir()) == []
    vault.close()
    with pytest.raises(Cancelled):
        back_up(vault, place)
    assert list(place.iterdir()) == []


def test_places_that_are_none(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    with pytest.raises(NoSuchPlace, match="plug the stick in"):
        back_up(vault, tmp_path / "nowhere")
    with pytest.raises(NoSuchPlace, match="inside the vault"):
        back_up(vault, sample.folder)
    assert ask(vault, plan) is None
    vault.close()


@pytest.mark.parametrize("size", ["16k", "100k", "400k", "600k"])
def test_a_full_stick_has_no_half_backup(sample: Sample, tmp_path: Path, size: str) -> None:
    vault = sample.open()
    with small_disk(tmp_path / "disk", size) as disk:
        with pytest.raises(Exception, match="The disk is full"):
            back_up(vault, disk)
        assert list(disk.iterdir()) == []
    add(vault, "and the vault goes on")
    vault.close()
    assert sample.check() == []


def test_what_a_kill_left_is_swept(sample: Sample, place: Path) -> None:
    vault = sample.open()
    name = f"fieldbook-{vault.header.vault_id[:8]}-20261101T000000Z"
    for ending in (".new", ".going"):
        (place / (name + ending)).mkdir()
    (place / "fieldbook-01234567-20261101T000000Z.new").mkdir()
    done = back_up(vault, place)
    vault.close()
    assert {path.name for path in place.iterdir()} == {
        done.folder.name,
        "fieldbook-01234567-20261101T000000Z.new",
    }


def test_restoring_asks_for_a_whole_backup_its_secret_and_an_empty_folder(
    sample: Sample, place: Path, tmp_path: Path
) -> None:
    vault = sample.open()
    done = back_up(vault, place)
    vault.close()
    mine = RecoveryCode(sample.code)
    with pytest.raises(NotABackup, match="is a vault"):
        restore(sample.folder, tmp_path / "new", ME, mine)
    with pytest.raises(WrongPassphrase):
        restore(done.folder, tmp_path / "new", ME, RecoveryCode(new_recovery_code()))
    assert not (tmp_path / "new").exists()
    with pytest.raises(VaultExists):
        restore(done.folder, sample.folder, ME, mine)
    data = bytearray((done.folder / "vault.db").read_bytes())
    data[5 * 4096 + 7] ^= 1
    (done.folder / "vault.db").write_bytes(data)
    with pytest.raises(VaultDamaged, match="not whole"):
        restore(done.folder, tmp_path / "new", ME, mine)
    assert list((tmp_path / "new").iterdir()) == []
    assert check(done.folder, ME, recovery_code=sample.code) != []


def test_a_damaged_vault_makes_no_backup_and_takes_none_away(sample: Sample, place: Path) -> None:
    vault = sample.open()
    back_up(vault, place)
    data = bytearray(sample.file("vault.db").read_bytes())
    for page in range(6, len(data) // 4096):
        data[page * 4096 + 9] ^= 1
    with sample.file("vault.db").open("r+b") as file:
        file.write(data)
    with pytest.raises(VaultDamaged):
        back_up(vault, place)
    vault.close()
    assert len(list(place.iterdir())) == 1


def test_files_are_linked_from_backup_to_backup_and_any_damage_is_found(
    sample: Sample, place: Path, tmp_path: Path
) -> None:
    vault = sample.open()
    record = add(vault, "with a photo").record
    for size in (0, 70_000):
        vault.attach(Addition(io.BytesIO(bytes(size)), "p.jpg", "image/jpeg", record)).result()
    first = back_up(vault, place)
    second = back_up(vault, place)
    pairs = [(first.folder / "attachments" / p.name, p) for p in _files(second.folder)]
    assert len(pairs) == 2
    assert all(one.samefile(two) for one, two in pairs)
    large = max(_files(second.folder), key=lambda path: path.stat().st_size)
    data = bytearray(large.read_bytes())
    data[40_000] ^= 1
    large.write_bytes(data)
    backup = Sample(second.folder, sample.code)
    assert [finding.part for finding in backup.check()] == ["attachments"]
    third = back_up(vault, place)  # notices, and copies anew
    vault.close()
    assert Sample(third.folder, sample.code).check() == []
    (third.folder / "attachments" / ("0" * 32)).write_bytes(b"x")
    assert Sample(third.folder, sample.code).check() != []
    with pytest.raises(VaultDamaged, match="damaged in part"):
        restore(second.folder, tmp_path / "new", ME, RecoveryCode(sample.code))
    lossy = restore(
        second.folder, tmp_path / "new", ME, RecoveryCode(sample.code), accept_loss="the only one"
    )
    assert any("the only one" in entry.reason for entry in ask(lossy, lambda s: s.audit.entries()))
    lossy.close()


def _files(backup: Path) -> list[Path]:
    return list((backup / "attachments").iterdir())


def test_what_lives_for_a_day_is_in_no_backup(sample: Sample, place: Path, tmp_path: Path) -> None:
    vault = sample.open()
    kept = len(ask(vault, lambda s: s.drafts.all()))
    draft = do(
        vault,
        lambda s: s.drafts.open("safety_plan", "1", b"<data>hers</data>", "Plan", fleeting=True),
    )
    done = back_up(vault, place)
    assert ask(vault, lambda s: s.drafts.get(draft.id)).content == b"<data>hers</data>"
    vault.close()
    assert sorted(path.name for path in done.folder.iterdir()) == sorted(FILES)
    made = restore(done.folder, tmp_path / "new", ME, RecoveryCode(sample.code))
    assert len(ask(made, lambda s: s.drafts.all())) == kept
    assert (
        ask(made, lambda s: s._context.connection.execute("SELECT * FROM fleeting").fetchall())
        == []
    )
    made.close()
    assert Sample(tmp_path / "new", sample.code).check() == []


def test_a_purge_meanwhile_starts_it_anew(sample: Sample, place: Path) -> None:
    vault = sample.open()
    record = add(vault, "with two photos").record
    for size in (5, 6):
        vault.attach(Addition(io.BytesIO(bytes(size)), "p.jpg", "image/jpeg", record)).result()
    purged: list[object] = []

    def purge_between_two_files(done: int, total: int) -> None:
        if (done, total) == (1, 2) and not purged:
            purged.append(do(vault, lambda s: s.purging.purge(record, "enough", "retention")))

    done = back_up(vault, place, progress=purge_between_two_files)
    vault.close()
    assert purged
    assert not (done.folder / "attachments").exists()
    assert Sample(done.folder, sample.code).check() == []
    assert [path.name for path in place.iterdir()] == [done.folder.name]
