"""Before a migration the vault is kept as it was, until what it became has been checked."""

import shutil
from pathlib import Path

import pytest

from storage.backup.making import back_up, prove_migration
from storage.backup.restoring import restore
from storage.folder import snapshots
from storage.keys.slots import RecoveryCode
from storage.sqlcipher import schema
from tests.storage.helpers import ME, Sample, ask, do
from tests.storage.test_golden_vaults import CODES, GOLDEN


@pytest.fixture(params=sorted(set(CODES) - {str(len(schema.MIGRATIONS))}))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Sample:
    shutil.copytree(GOLDEN / request.param, tmp_path / "vault")
    return Sample(tmp_path / "vault", CODES[request.param])


def test_a_migration_leaves_what_was_until_a_check_is_clean(old: Sample, tmp_path: Path) -> None:
    vault = old.open()
    count = ask(vault, lambda s: s.records.count())
    (kept,) = snapshots.kept(old.folder)
    vault.close()
    old.open().close()  # nothing more to migrate
    assert snapshots.kept(old.folder) == [kept]
    made = restore(kept, tmp_path / "back", ME, RecoveryCode(old.code))
    assert ask(made, lambda s: s.records.count()) == count
    made.close()
    assert Sample(kept, old.code).check() == []
    assert old.check() == []
    assert snapshots.kept(old.folder) == []


def test_a_backup_that_was_tried_proves_the_migration_too(old: Sample, tmp_path: Path) -> None:
    vault = old.open()
    assert snapshots.kept(old.folder)
    back_up(vault, tmp_path)
    assert not snapshots.kept(old.folder)
    vault.close()


def test_a_migration_is_proven_on_a_copy_while_somebody_works(old: Sample) -> None:
    vault = old.open()
    assert snapshots.kept(old.folder)
    prove_migration(vault)
    assert not snapshots.kept(old.folder)
    assert not list(old.folder.glob("*.new"))
    prove_migration(vault)
    vault.close()
    assert old.check() == []


def test_a_migration_that_fails_can_be_tried_again(
    old: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: object) -> None:
        raise RuntimeError("the power failed")

    whole = schema.MIGRATIONS
    monkeypatch.setattr(schema, "MIGRATIONS", (*whole[:-1], fail))
    with pytest.raises(RuntimeError):
        old.open()
    assert len(snapshots.kept(old.folder)) == 1
    monkeypatch.setattr(schema, "MIGRATIONS", whole)
    old.open().close()
    assert old.check() == []
    assert snapshots.kept(old.folder) == []


def test_what_is_purged_is_not_kept_in_a_snapshot(old: Sample) -> None:
    vault = old.open()
    assert snapshots.kept(old.folder)
    record = ask(vault, lambda s: s.records.page())[0].id
    do(vault, lambda s: s.purging.purge(record, "its time has come", "retention"))
    assert not snapshots.kept(old.folder)
    vault.close()
    assert old.check() == []
