"""Forms kept beside the records: once, unchanged, in the log, and found when they are not."""

import dataclasses
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from storage import Definition, Vault
from storage.errors import RecordsMissing
from storage.sqlcipher import schema
from tests.storage.helpers import ME, Sample, add, ask, definition, do


def kept(vault: Vault) -> list[Definition]:
    return ask(vault, lambda s: s.definitions.all())


def test_a_form_is_kept_as_it_is_with_who_and_when(vault: Vault) -> None:
    given = Definition("own", "2", "Sample", ("en", "ar"), "own.xlsx", True, b"<h:html/>")
    assert do(vault, lambda s: s.definitions.keep(given))
    (found,) = kept(vault)
    assert dataclasses.replace(found, person="", device="", added="", hash=b"") == given
    assert (found.person, found.device) == (ME.person, ME.device)
    assert found.added
    assert found.hash == found.true_hash()


def test_the_first_of_a_version_stays(vault: Vault) -> None:
    do(vault, lambda s: s.definitions.keep(definition("1")))
    other = dataclasses.replace(definition("1"), xform=b"another")
    assert not do(vault, lambda s: s.definitions.keep(other))
    assert [one.xform for one in kept(vault)] == [definition("1").xform]
    assert do(vault, lambda s: s.definitions.keep(definition("2")))
    assert [one.version for one in kept(vault)] == ["1", "2"]


def test_the_log_says_what_was_kept_once(vault: Vault) -> None:
    for _ in range(3):
        do(vault, lambda s: s.definitions.keep(definition("1")))
    entries = ask(vault, lambda s: s.audit.entries())
    told = [entry for entry in entries if entry.action == "form kept"]
    assert [entry.reason for entry in told] == ["encounter, version 1, from library"]
    assert told[0].hash == kept(vault)[0].hash


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE definition SET xform = CAST(xform || 'x' AS BLOB) WHERE version = '1'",
        "UPDATE definition SET version = '9' WHERE version = '2'",
        "UPDATE definition SET own = 1",
        "DELETE FROM definition WHERE version = '1'",
        "INSERT INTO definition SELECT 77, form, '3', title, languages, source, own, person,"
        " device, added, hash, xform FROM definition WHERE version = '1'",
    ],
)
def test_a_form_that_was_changed_inside_is_found(sample: Sample, change: str) -> None:
    vault = sample.open()
    vault._durable.connection.execute(change)
    vault.close()
    assert "forms" in {finding.part for finding in sample.check()}


def without_definitions(sample: Sample) -> None:
    """Make of `sample` what a Fieldbook before the second migration would have left."""
    vault = sample.open()
    first = sqlcipher.connect(":memory:", isolation_level=None)
    schema.MIGRATIONS[0](first)
    names = {name for name, _sql in schema.shape(first)}
    first.close()
    for kind in ("index", "table"):
        made = vault._durable.connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = ?", (kind,)
        )
        for (name,) in made.fetchall():
            if name not in names and not name.startswith("sqlite_"):
                vault._durable.connection.execute(f"DROP {kind} {name}")
    for column in ("salt", "reason", "removal"):
        vault._durable.connection.execute(f"ALTER TABLE link DROP COLUMN {column}")
    vault._durable.connection.execute("PRAGMA user_version = 1")
    vault.close()


def test_a_vault_from_before_takes_forms_in(blank: Sample, tmp_path: Path) -> None:
    old = blank.copy(tmp_path / "old")
    without_definitions(old)
    vault = old.open()
    assert kept(vault) == []
    assert do(vault, lambda s: s.definitions.keep(definition()))
    assert ask(vault, lambda s: schema.current(s._context.connection)) == len(schema.MIGRATIONS)
    vault.close()
    assert old.check() == []


def test_a_damaged_vault_from_before_takes_forms_in(blank: Sample, tmp_path: Path) -> None:
    cut = blank.copy(tmp_path / "cut")
    without_definitions(cut)
    old = cut.copy(tmp_path / "old")
    vault = cut.open()
    add(vault, "lost")
    anchor = cut.file("anchor").read_bytes()
    vault.close()
    old.file("anchor").write_bytes(anchor)
    with pytest.raises(RecordsMissing):
        old.open()
    vault = old.open(accept_loss="restored from an old copy")
    assert do(vault, lambda s: s.definitions.keep(definition()))
    vault.close()
