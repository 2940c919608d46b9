"""A new data key: everything goes over, the log stays as it was, and old keys open nothing."""

import os
from pathlib import Path

import pytest

from storage import Vault
from storage.errors import (
    NoDailySlot,
    RecordsMissing,
    SlotRefused,
    VaultDamaged,
    VaultFull,
    WrongPassphrase,
)
from storage.folder import replacement
from storage.keyring.key_slots import change_slots, key_slots
from storage.keyring.rekey import rekey
from storage.keys import header
from storage.keys.derivation import new_recovery_code
from storage.keys.escrow import PrivateKey
from storage.keys.slots import Passphrase, RecoveryCode
from tests.storage.helpers import CHEAP, FILES, ME, Sample, add, ask, contents, do

NEW = Passphrase("a passphrase for tomorrow", CHEAP)


def change_key(sample: Sample, code: str, **more: object) -> Sample:
    """Give the vault a new data key, open to `NEW` and `code`."""
    vault = sample.open()
    rekey(vault, RecoveryCode(sample.code), [NEW, RecoveryCode(code)], **more)  # type: ignore[arg-type]
    return Sample(sample.folder, code)


def files(sample: Sample) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sample.folder.iterdir()}


def without_seals(tables: list[list[tuple[object, ...]]]) -> list[list[tuple[object, ...]]]:
    """Rows of drafts and settings carry a MAC that a new key changes; it is their last column."""
    return [[row[:-1] if isinstance(row[-1], bytes) else row for row in rows] for rows in tables]


def test_everything_goes_over_and_the_log_goes_on(sample: Sample) -> None:
    vault = sample.open()
    before, log = contents(vault), ask(vault, lambda s: s.audit.entries())
    vault.close()
    renewed = change_key(sample, new_recovery_code())
    assert sorted(files(renewed)) == sorted(FILES)
    vault = renewed.open()
    assert vault.mended == ()
    after, log_after = contents(vault), ask(vault, lambda s: s.audit.entries())
    vault.close()
    assert log_after[:-1] == log  # with the very same MACs, so that receipts stay good
    assert log_after[-1].reason == (
        "The data key was changed. Key slots: passphrase; recovery code."
    )
    kept = [rows for rows in without_seals(after) if rows not in without_seals(before)]
    assert len(kept) <= 3  # the log, the state and the header's generation have moved on
    assert renewed.check() == []


def test_old_keys_and_old_files_open_nothing(sample: Sample, force: PrivateKey) -> None:
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=[force.public])
    data_key = vault.header.open_slot(force)
    vault.close()
    old = files(sample)
    renewed = change_key(sample, new_recovery_code())
    new = files(renewed)
    for secret in (RecoveryCode(sample.code), force):
        with pytest.raises(WrongPassphrase):
            Vault.open(sample.folder, ME, secret=secret)
    assert all(data_key not in data for data in new.values())
    assert new["vault.db"][:16] != old["vault.db"][:16]
    for name in ("header.json", "header.copy.json"):
        sample.file(name).write_bytes(old[name])
    with pytest.raises(VaultDamaged, match="not the one that this header belongs to"):
        sample.open()
    for name in FILES:
        sample.file(name).write_bytes(old[name] if name == "vault.db" else new[name])
    with pytest.raises(VaultDamaged, match="not the one that this header belongs to"):
        renewed.open()
    for name in FILES:
        sample.file(name).write_bytes(old[name] if name == "anchor" else new[name])
    with pytest.raises(VaultDamaged, match="both its slots"):
        renewed.open()


def test_again_and_again(sample: Sample) -> None:
    vault = sample.open()
    log = ask(vault, lambda s: s.audit.entries())
    vault.close()
    for number in range(3):
        sample = change_key(sample, new_recovery_code())
        vault = sample.open()
        add(vault, f"written under key {number}")
        do(vault, lambda s: s.settings.set("page", {"name": "today"}))
        vault.close()
        assert sample.check() == []
    vault = sample.open()
    assert ask(vault, lambda s: s.audit.entries())[: len(log)] == log
    vault.close()
    assert header.read(sample.folder).copies[0][0].chain


def test_a_row_changed_in_the_carried_chain_is_still_found(sample: Sample) -> None:
    renewed = change_key(sample, new_recovery_code())
    vault = renewed.open()
    vault._durable.connection.execute("UPDATE audit SET reason = 'another' WHERE sequence = 3")
    vault.close()
    assert "broken at row 3" in renewed.check()[0].problem


def test_the_header_of_a_renewed_vault_guards_the_key_of_the_chain(sample: Sample) -> None:
    renewed = change_key(sample, new_recovery_code())
    whole, data_key = header.read(renewed.folder).unlock(RecoveryCode(renewed.code))
    swapped = type(whole)(whole.vault_id, whole.salt, whole.created, 99, whole.slots, "00" * 60)
    with pytest.raises(VaultDamaged, match="audit chain"):
        swapped.keys(data_key)


def test_who_knows_no_secret_changes_nothing(sample: Sample) -> None:
    before = files(sample)
    vault = sample.open()
    with pytest.raises(WrongPassphrase):
        rekey(vault, Passphrase("not the passphrase"), [NEW])
    assert files(sample) == before
    sample.open().close()


def test_new_slots_must_do(sample: Sample) -> None:
    code = RecoveryCode(sample.code)
    with pytest.raises(SlotRefused, match="last key slot"):
        rekey(sample.open(), code, [])
    with pytest.raises(NoDailySlot):
        rekey(sample.open(), code, [code])
    rekey(sample.open(), code, [code], accept_no_daily=True)
    slots = key_slots(header.read(sample.folder).copies[0][0])
    assert [each.kind for each in slots] == ["recovery"]
    assert sample.check() == []


def test_who_gives_up_keeps_the_old_vault(sample: Sample) -> None:
    before = files(sample)

    class GivenUp(Exception):
        pass

    def give_up(done: int, total: int) -> None:
        assert 0 < done <= total
        raise GivenUp

    with pytest.raises(GivenUp):
        change_key(sample, new_recovery_code(), progress=give_up)
    assert files(sample) == before
    assert sample.check() == []


def test_progress_reaches_the_end(sample: Sample) -> None:
    told: list[tuple[int, int]] = []
    change_key(sample, new_recovery_code(), progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


def test_a_damaged_vault_is_not_sealed_anew(sample: Sample) -> None:
    vault = sample.open()
    vault._durable.connection.execute("PRAGMA foreign_keys = OFF")
    vault._durable.connection.execute("UPDATE version SET author = 'somebody' WHERE rowid = 2")
    before = files(sample)
    with pytest.raises(VaultDamaged, match="The key was not changed"):
        rekey(vault, RecoveryCode(sample.code), [NEW])
    assert sorted(files(sample)) == sorted(name for name in before if name in FILES)
    assert sample.check() != []


def test_a_log_set_aside_still_needs_the_old_key(sample: Sample) -> None:
    (sample.folder / "log-set-aside-20261121T225000").write_bytes(b"sealed pages")
    with pytest.raises(SlotRefused, match="set aside"):
        change_key(sample, new_recovery_code())
    assert len(sample.check()) == 1


def test_records_missing_are_told_before_anything_is_changed(sample: Sample) -> None:
    old = sample.file("vault.db").read_bytes()
    vault = sample.open()
    add(vault, "will be missing")
    vault.close()
    sample.file("vault.db").write_bytes(old)
    with pytest.raises(RecordsMissing):
        change_key(sample, new_recovery_code())
    assert sample.file("vault.db").read_bytes() == old


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_leaves_the_old_vault(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new files go to a device that takes nothing; the old ones are not touched."""
    before = files(sample)
    begin = replacement.begin

    def begin_on_a_full_device(folder: Path) -> Path:
        new = begin(folder)
        (new / "anchor.new").symlink_to("/dev/full")
        return new

    monkeypatch.setattr(replacement, "begin", begin_on_a_full_device)
    with pytest.raises(VaultFull):
        change_key(sample, new_recovery_code())
    assert files(sample) == before
    assert sample.check() == []
