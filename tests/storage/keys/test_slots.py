"""Key slots are added, changed and removed while the vault is open; never the last one."""

import json
from pathlib import Path

import pytest

from storage import Vault, local_time
from storage.errors import NoDailySlot, SlotRefused, VaultBusy, VaultDamaged, WrongPassphrase
from storage.keyring.key_slots import KeySlot, change_slots, key_slots
from storage.keys import header
from storage.keys.derivation import new_recovery_code
from storage.keys.escrow import PrivateKey
from storage.keys.header import COPIES
from storage.keys.shares import Shares, ShareSet
from storage.keys.slots import MOST, PASSPHRASE, RECOVERY, NewSlot, Passphrase, RecoveryCode, Secret
from tests.storage.helpers import CHEAP, FILES, ME, Sample, add, ask, found
from tests.storage.helpers import PASSPHRASE as WORDS

NEW = Passphrase("a passphrase for tomorrow", CHEAP)


def code(sample: Sample) -> RecoveryCode:
    return RecoveryCode(sample.code)


def opens(sample: Sample, secret: Secret) -> bool:
    try:
        Vault.open(sample.folder, ME, secret=secret).close()
    except WrongPassphrase:
        return False
    return True


def slot(vault: Vault, kind: str) -> KeySlot:
    return next(each for each in key_slots(vault.header) if each.kind == kind)


def last_reason(vault: Vault) -> str:
    return ask(vault, lambda s: s.audit.entries())[-1].reason


def test_a_new_vault_has_two(sample: Sample) -> None:
    slots = key_slots(header.read(sample.folder).copies[0][0])
    assert [(each.kind, each.about) for each in slots] == [
        (PASSPHRASE, "passphrase"),
        (RECOVERY, "recovery code"),
    ]


def test_every_kind_opens_the_same_vault(sample: Sample, force: PrivateKey) -> None:
    vault = sample.open()
    written = add(vault, "kept under every key")
    shares = ShareSet.new(2, 3)
    another = RecoveryCode(new_recovery_code())
    change_slots(vault, code(sample), add=[NEW, another, force.public, shares])
    add(vault, "written after the change")
    vault.close()
    for secret in (NEW, another, force, Shares(shares.words[1:]), code(sample), Passphrase(WORDS)):
        vault = Vault.open(sample.folder, ME, secret=secret)
        assert found(vault, "under every key") == [written.record]
        assert vault.mended == ()
        vault.close()
    assert sample.check() == []


def test_a_change_is_in_the_log_and_names_no_secret(sample: Sample, force: PrivateKey) -> None:
    vault = sample.open()
    change_slots(vault, code(sample), add=[force.public], reason="the force asked for it")
    assert last_reason(vault) == (
        f"Key slot added: the force's key “Sample Constabulary 2026” ({force.public.fingerprint})."
        " the force asked for it"
    )
    change_slots(vault, code(sample), add=[NEW], remove=[slot(vault, PASSPHRASE).id])
    assert last_reason(vault) == "Key slot added: passphrase. Key slot removed: passphrase."
    vault.close()
    assert sample.check() == []


def test_a_changed_passphrase_replaces_the_old_one(sample: Sample) -> None:
    vault = sample.open()
    change_slots(vault, Passphrase(WORDS), add=[NEW], remove=[slot(vault, PASSPHRASE).id])
    vault.close()
    assert opens(sample, NEW)
    assert not opens(sample, Passphrase(WORDS))
    assert opens(sample, code(sample))


def test_who_knows_no_secret_changes_nothing(sample: Sample) -> None:
    vault = sample.open()
    before = {name: sample.file(name).read_bytes() for name in COPIES}
    for wrong in (Passphrase("not the passphrase"), RecoveryCode(new_recovery_code())):
        with pytest.raises(WrongPassphrase):
            change_slots(vault, wrong, add=[NEW])
    assert {name: sample.file(name).read_bytes() for name in COPIES} == before
    vault.close()


def test_never_the_last_one(sample: Sample) -> None:
    vault = sample.open()
    with pytest.raises(SlotRefused, match="last key slot"):
        change_slots(
            vault,
            code(sample),
            remove=[each.id for each in key_slots(vault.header)],
            accept_no_daily=True,
        )
    vault.close()
    assert opens(sample, Passphrase(WORDS))


def test_only_a_recovery_code_is_left_only_if_that_is_said(sample: Sample) -> None:
    vault = sample.open()
    passphrase = slot(vault, PASSPHRASE).id
    with pytest.raises(NoDailySlot, match="only this: recovery code"):
        change_slots(vault, code(sample), remove=[passphrase])
    assert len(vault.header.slots) == 2
    change_slots(vault, code(sample), remove=[passphrase], accept_no_daily=True)
    with pytest.raises(SlotRefused, match="last key slot"):
        change_slots(vault, code(sample), remove=[slot(vault, RECOVERY).id], accept_no_daily=True)
    vault.close()
    assert not opens(sample, Passphrase(WORDS))
    assert opens(sample, code(sample))


def test_all_or_nothing(sample: Sample, force: PrivateKey) -> None:
    vault = sample.open()
    refused: list[tuple[list[NewSlot], list[str], str]] = [
        ([NEW, force.public, force.public], [], "opens to that force key already"),
        ([NEW], ["0000000000000000"], "no key slot 0000000000000000"),
        ([RecoveryCode(new_recovery_code()) for _ in range(MOST)], [], "32 key slots at most"),
    ]
    for new, gone, sentence in refused:
        with pytest.raises(SlotRefused, match=sentence):
            change_slots(vault, code(sample), add=new, remove=gone)
        assert len(vault.header.slots) == 2
    vault.close()
    assert len(header.read(sample.folder).copies[0][0].slots) == 2


def test_as_many_as_there_may_be_are_read_again(sample: Sample) -> None:
    vault = sample.open()
    codes = [RecoveryCode(new_recovery_code()) for _ in range(MOST - 2)]
    change_slots(vault, code(sample), add=codes)
    vault.close()
    assert opens(sample, codes[-1])
    assert sample.check() == []


def put_back(sample: Sample, old: dict[str, bytes]) -> None:
    for name, data in old.items():
        sample.file(name).write_bytes(data)


def test_an_old_header_put_back_is_noticed(sample: Sample) -> None:
    """It brings the removed passphrase back: that can't be prevented, but it can't be hidden."""
    old = {name: sample.file(name).read_bytes() for name in COPIES}
    vault = sample.open()
    change_slots(vault, code(sample), add=[NEW], remove=[slot(vault, PASSPHRASE).id])
    vault.close()
    put_back(sample, old)
    vault = Vault.open(sample.folder, ME, passphrase=WORDS)
    assert "An older header was put back" in vault.mended[0]
    assert "An older header was put back" in last_reason(vault)
    vault.close()
    assert sample.check() == []
    put_back(sample, old)
    assert "An older header was put back" in sample.check()[0].problem


def test_a_kill_between_header_and_log_is_written_down_later(sample: Sample) -> None:
    vault = sample.open()
    data_key = vault.header.open_slot(code(sample))
    changed = vault.header.with_slot(NEW, data_key)
    header.write(sample.folder, changed, changed.keys(data_key))
    vault.close()
    vault = Vault.open(sample.folder, ME, secret=NEW)
    assert vault.mended == ()
    assert last_reason(vault) == "The key slots were changed before this opening."
    vault.close()
    assert sample.check() == []


def test_a_kill_between_the_two_copies_leaves_the_new_header(sample: Sample) -> None:
    old = sample.file(COPIES[1]).read_bytes()
    vault = sample.open()
    change_slots(vault, code(sample), add=[NEW])
    vault.close()
    sample.file(COPIES[1]).write_bytes(old)
    vault = Vault.open(sample.folder, ME, secret=NEW)
    assert vault.mended == ("The two copies of the header differ.",)
    vault.close()
    assert sample.check() == []


def test_keys_changed_while_somebody_typed(sample: Sample) -> None:
    read_before = header.read(sample.folder)
    vault = sample.open()
    change_slots(vault, code(sample), add=[NEW])
    vault.close()
    newest, data_key = read_before.unlock(code(sample))
    with pytest.raises(VaultBusy, match="just been changed"):
        Vault(sample.folder, newest, data_key, ME, local_time)
    sample.open().close()


def test_a_slot_of_a_newer_fieldbook_is_listed_and_kept(sample: Sample) -> None:
    class Newer:
        kind = "retina"

        def parameters(self) -> dict[str, object]:
            return {"iris": "blue"}

        def seal(self, *_parts: object) -> bytes:
            return b"sealed"

    vault = sample.open()
    change_slots(vault, code(sample), add=[Newer()])
    slots = change_slots(vault, code(sample), add=[NEW])
    vault.close()
    assert slots[2].about == "a key slot of a newer Fieldbook (retina)"
    assert json.loads(sample.file(COPIES[0]).read_bytes())["slots"][2]["iris"] == "blue"
    assert sample.check() == []


def test_no_secret_stands_in_any_file(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    another = new_recovery_code()
    shares = ShareSet.new(2, 3)
    change_slots(vault, code(sample), add=[RecoveryCode(another), NEW, shares])
    data_key = vault.header.open_slot(NEW)
    vault.close()
    secrets = (another, NEW.text, data_key.hex(), *(words[:60] for words in shares.words))
    for name in FILES:
        data = sample.file(name).read_bytes()
        assert data_key not in data
        assert all(text.encode() not in data for text in secrets)


def test_a_forged_slot_never_opens_and_never_crashes(sample: Sample, force: PrivateKey) -> None:
    vault = sample.open()
    change_slots(vault, code(sample), add=[force.public, ShareSet.new(2, 2, force.public)])
    slots = vault.header.slots
    vault.close()
    secrets: list[Secret] = [code(sample), force, Shares((), force), Shares(("academic",), None)]
    for place, whole in enumerate(slots):
        for name in whole:
            for value in (None, "", "00", 7, -1, 1 << 80, [], {}, "zz" * 16):
                forged = {**whole, name: value}
                changed = [*slots[:place], forged, *slots[place + 1 :]]
                other = type(vault.header)("00" * 16, vault.header.salt, "", 1, tuple(changed))
                for secret in secrets:
                    with pytest.raises((WrongPassphrase, VaultDamaged)):
                        other.open_slot(secret)
