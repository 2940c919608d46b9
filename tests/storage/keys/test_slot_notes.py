"""What the vault remembers of its key slots, and writes that wait behind a change of its key."""

from storage.errors import VaultClosed
from storage.keyring.drill import rehearse
from storage.keyring.key_slots import change_slots, key_slots
from storage.keyring.rekey import rekey
from storage.keys.derivation import new_recovery_code
from storage.keys.shares import Shares, ShareSet
from storage.keys.slots import Passphrase, RecoveryCode
from storage.vault.slot_notes import name_holders, notes, remember_trial
from tests.storage.helpers import CHEAP, Sample, add, ask, create, do, found

NEW = Passphrase("a passphrase for tomorrow", CHEAP)


def test_every_slot_has_its_day_and_notes_go_with_their_slots(sample: Sample) -> None:
    vault = sample.open()
    first = set(ask(vault, notes))
    assert first == {slot.id for slot in key_slots(vault.header)}
    assert all(note.since for note in ask(vault, notes).values())
    shares = ShareSet.new(2, 2)
    change_slots(vault, RecoveryCode(sample.code), add=[shares])
    (id,) = set(ask(vault, notes)) - first
    do(vault, lambda s: name_holders(s, id, ("Insp. Sample", "")))
    assert rehearse(vault, Shares(shares.words)) == id
    do(vault, lambda s: remember_trial(s, id))
    note = ask(vault, notes)[id]
    assert note.since <= note.tried
    assert note.holders == ("Insp. Sample", "")
    other = ShareSet.new(2, 2)
    change_slots(vault, RecoveryCode(sample.code), add=[other], remove=[id])
    (new,) = set(ask(vault, notes)) - first
    assert ask(vault, notes)[new].holders == ("Insp. Sample", "")
    assert ask(vault, notes)[new].tried == ""
    vault.close()
    assert sample.check() == []


def test_a_slot_from_before_there_were_notes_gets_no_day(sample: Sample) -> None:
    vault = sample.open()
    do(vault, lambda s: s.settings.set("keys.notes", {}))
    assert ask(vault, notes) == {}
    change_slots(vault, RecoveryCode(sample.code), add=[NEW])
    known = ask(vault, notes)
    assert [bool(known[slot.id].since) for slot in key_slots(vault.header)] == [False, False, True]
    vault.close()


def test_a_change_of_the_key_hands_the_holders_on(sample: Sample) -> None:
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=[ShareSet.new(2, 3)])
    id = key_slots(vault.header)[-1].id
    do(vault, lambda s: name_holders(s, id, ("A", "B", "C")))
    code = new_recovery_code()
    slots = [NEW, RecoveryCode(code), ShareSet.new(2, 3)]
    rekey(vault, RecoveryCode(sample.code), slots)
    vault = Sample(sample.folder, code).open()
    kept = ask(vault, notes)
    ids = [slot.id for slot in key_slots(vault.header)]
    assert set(kept) == set(ids)
    assert [kept[id].holders for id in ids] == [(), (), ("A", "B", "C")]
    vault.close()


def test_a_write_that_waits_behind_a_new_key_is_never_acknowledged_and_lost(
    sample: Sample,
) -> None:
    """It would go into the files that are replaced."""
    vault = sample.open()
    waiting = []
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        if not told:
            waiting.append(vault.perform(lambda s: s.settings.set("late", True)))
        told.append((done, total))

    add(vault, "before")
    code = new_recovery_code()
    rekey(vault, RecoveryCode(sample.code), [NEW, RecoveryCode(code)], progress=progress)
    assert isinstance(waiting[0].exception(timeout=60), VaultClosed)
    vault = Sample(sample.folder, code).open()
    assert len(found(vault, "before")) == 1
    assert ask(vault, lambda s: s.settings.get("late")) is None
    vault.close()


def test_a_new_vault_knows_since_when(sample: Sample) -> None:
    vault, _made = create(sample.folder.parent / "new")
    assert [note.since[:4] for note in ask(vault, notes).values()] == [
        vault.header.created[:4],
        vault.header.created[:4],
    ]
    vault.close()
