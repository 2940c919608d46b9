"""Old parts put back: a page, the database, the log, the anchor; and what is not noticed yet."""

import shutil
from pathlib import Path

import pytest

from storage.errors import RecordsMissing, VaultDamaged
from storage.sqlcipher import database
from tests.storage.damage import PAGE, again
from tests.storage.helpers import Sample, add, ask, contents, definition, do, note


def grow(sample: Sample) -> None:
    """Something new in every table, so that many pages are no longer what they were."""
    vault = sample.open()
    rows = ask(vault, lambda s: s.records.page(100))
    for row in rows:
        do(vault, lambda s, r=row: s.records.amend(r.id, r.version, note("amended"), "why"))
    for draft in ask(vault, lambda s: s.drafts.all()):
        do(vault, lambda s, d=draft: s.drafts.save(d.id, b"<data>further</data>", "E", {}))
    for link in ask(vault, lambda s: s.links.every()):
        if not link.removed:
            do(vault, lambda s, i=link.id: s.links.remove(i, "no longer so"))
    do(vault, lambda s: s.definitions.keep(definition("3")))
    do(vault, lambda s: s.settings.set("page", {"name": "contacts"}))
    vault.close()


def same(one: Sample, other: Sample) -> bool:
    """Whether two vaults hold and find the same."""
    found = []
    for sample in (one, other):
        vault = sample.open()
        found.append(contents(vault))
        vault.close()
    return found[0] == found[1]


def test_any_old_page_put_back_is_found(sample: Sample, tmp_path: Path) -> None:
    """Every page is rightly sealed for its place; only its time is wrong.

    What check may pass is a page whose text no longer matters: one that is free, or says the same.
    """
    old = sample.file("vault.db").read_bytes()
    grow(sample)
    new = sample.file("vault.db").read_bytes()
    changed = [
        place
        for place in range(0, len(old), PAGE)
        if old[place : place + PAGE] != new[place : place + PAGE]
    ]
    assert len(changed) > 15
    missed = []
    for place in changed:
        copy = again(sample, tmp_path / "copy")
        mixed = new[:place] + old[place : place + PAGE] + new[place + PAGE :]
        copy.file("vault.db").write_bytes(mixed)
        if not copy.check() and not same(copy, sample):
            missed.append(place // PAGE + 1)
    assert missed == []


def test_an_old_database_is_found(sample: Sample) -> None:
    old = sample.file("vault.db").read_bytes()
    vault = sample.open()
    add(vault, "one more")
    vault.close()
    sample.file("vault.db").write_bytes(old)
    with pytest.raises(RecordsMissing, match="The last 1 writes"):
        sample.open()
    assert sample.check()[0].part == "records"


def test_an_old_log_put_back_is_found_and_destroys_nothing(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    add(vault, "one")
    log = sample.file("vault.db-wal").read_bytes()
    add(vault, "two")
    vault.close()
    whole = sample.file("vault.db").read_bytes()
    sample.file("vault.db-wal").write_bytes(log)
    with pytest.raises(VaultDamaged):
        sample.open()
    assert sample.check() != []
    assert sample.file("vault.db").read_bytes() == whole
    sample.file("vault.db-wal").unlink()
    assert sample.check() == []


def test_an_old_database_under_a_new_log_is_found(sample: Sample, tmp_path: Path) -> None:
    old = sample.file("vault.db").read_bytes()
    grow(sample)
    vault = sample.open()
    add(vault, "one more")
    left = sample.copy(tmp_path / "left")
    vault.close()
    left.file("vault.db").write_bytes(old)
    assert left.check() != []


def test_another_history_of_the_same_vault_is_found(sample: Sample, tmp_path: Path) -> None:
    other = sample.copy(tmp_path / "other")
    for copy, text in ((sample, "here"), (other, "there")):
        vault = copy.open()
        add(vault, text)
        vault.close()
    shutil.copy(other.file("vault.db"), sample.file("vault.db"))
    with pytest.raises(RecordsMissing, match="does not continue"):
        sample.open()


def test_the_database_of_another_vault_is_found(sample: Sample, blank: Sample) -> None:
    shutil.copy(blank.file("vault.db"), sample.file("vault.db"))
    with pytest.raises(VaultDamaged, match="not the one that this header"):
        sample.open()
    data = blank.file("vault.db").read_bytes()
    salt = sample.file("header.json").read_text().split('"salt": "')[1][:32]
    sample.file("vault.db").write_bytes(bytes.fromhex(salt) + data[database.SALT_SIZE :])
    with pytest.raises(VaultDamaged, match="damaged pages"):
        sample.open()


def test_the_whole_vault_put_back_is_not_noticed(sample: Sample, tmp_path: Path) -> None:
    """The honest limit (docs/threat-model.md): nothing outside the folder knows better."""
    old = sample.copy(tmp_path / "old")
    grow(sample)
    shutil.rmtree(sample.folder)
    old.copy(sample.folder)
    assert sample.check() == []
