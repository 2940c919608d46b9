"""Migrations: each is all or nothing, old vaults become what new ones are, newer ones are left."""

from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from storage import Vault
from storage.errors import UnsupportedSchema
from storage.sqlcipher import schema
from storage.sqlcipher.database import Connection
from tests.storage.helpers import FILES, ME, Sample, add, ask


def fresh() -> Connection:
    return sqlcipher.connect(":memory:", isolation_level=None)


def test_migrating_is_done_once() -> None:
    connection = fresh()
    schema.migrate(connection)
    shape = schema.shape(connection)
    assert schema.current(connection) == len(schema.MIGRATIONS)
    schema.migrate(connection)
    assert schema.shape(connection) == shape
    connection.close()


def test_a_vault_on_disk_has_the_shape_of_a_fresh_one(sample: Sample) -> None:
    connection = fresh()
    schema.migrate(connection)
    vault = sample.open()
    assert ask(vault, lambda s: schema.shape(s._context.connection)) == schema.shape(connection)
    vault.close()
    connection.close()


@pytest.mark.parametrize("fails_at", range(1, len(schema.MIGRATIONS) + 1))
def test_a_migration_that_fails_leaves_the_vault_as_it_was(
    monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    whole = schema.MIGRATIONS

    def failing(connection: Any) -> None:
        whole[fails_at - 1](connection)
        raise RuntimeError("the power failed")

    connection = fresh()
    monkeypatch.setattr(schema, "MIGRATIONS", whole[: fails_at - 1])
    schema.migrate(connection)
    before = schema.shape(connection)
    monkeypatch.setattr(schema, "MIGRATIONS", (*whole[: fails_at - 1], failing))
    with pytest.raises(RuntimeError):
        schema.migrate(connection)
    assert schema.current(connection) == fails_at - 1
    assert schema.shape(connection) == before
    monkeypatch.setattr(schema, "MIGRATIONS", whole)
    schema.migrate(connection)
    assert schema.current(connection) == len(whole)
    connection.close()


def make_newer(sample: Sample) -> Vault:
    vault = sample.open()
    vault._durable.connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    return vault


def test_a_newer_database_is_refused_before_any_write(sample: Sample) -> None:
    make_newer(sample).close()
    before = {name: sample.file(name).read_bytes() for name in FILES}
    for read in (sample.open, sample.check):
        with pytest.raises(UnsupportedSchema, match="newer version"):
            read()
    assert {name: sample.file(name).read_bytes() for name in FILES} == before


def test_a_newer_database_with_a_log_is_refused_before_any_write(
    sample: Sample, tmp_path: Path
) -> None:
    vault = make_newer(sample)
    add(vault, "written by a newer Fieldbook that was killed")
    left = sample.copy(tmp_path / "left")
    vault.close()
    names = (*FILES, "vault.db-wal")
    before = {name: left.file(name).read_bytes() for name in names}
    with pytest.raises(UnsupportedSchema, match="newer version"):
        Vault.open(left.folder, ME, recovery_code=left.code, accept_loss="never")
    with pytest.raises(UnsupportedSchema, match="newer version"):
        left.open()
    assert left.file("vault.db-wal").read_bytes() == before["vault.db-wal"]
    assert {name: left.file(name).read_bytes() for name in names} == before
