"""Hand-over: what comes out on the other side is what went in, and nobody else opens it."""

import io
import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from storage import Filled, RecordId, Vault
from storage.attachments.attaching import Addition
from storage.errors import (
    HandoverRefused,
    NotAHandover,
    NotAKey,
    StorageError,
    VaultFull,
    WrongPassphrase,
)
from storage.handover.giving import hand_over, sent, take_receipt
from storage.handover.keys import own_key, public_text, recipient
from storage.handover.taking import take_in
from storage.keys.escrow import PrivateKey
from storage.tables.devices import Device
from storage.tables.retention import HoldKind
from tests.storage.environment import small_disk
from tests.storage.helpers import Sample, add, ask, contents, create, definition, do, found, note

EARLIER = date(2026, 1, 1)


@pytest.fixture
def other(tmp_path: Path) -> Sample:
    vault, sample = create(tmp_path / "other")
    vault.close()
    return sample


def filled(vault: Vault) -> list[RecordId]:
    """Two records with versions, a link, files and their form."""
    do(vault, lambda s: s.definitions.keep(definition("1")))
    first, second = add(vault, "She asked for a clinic: clínica Ştefania."), add(vault, "Premises")
    do(vault, lambda s: s.records.amend(first.record, 1, note("She asked for a doctor"), "typo"))
    do(vault, lambda s: s.links.add(first.record, second.record, "about", "said so"))
    other = add(vault, "stays here")
    do(vault, lambda s: s.links.add(first.record, other.record, "met"))
    for size in (0, 10, 200_000):
        content = io.BytesIO(random.Random(size).randbytes(size))
        vault.attach(Addition(content, "photo.jpg", "image/jpeg", first.record)).result()
    return [first.record, second.record]


def to_other(vault: Vault, other: Vault, records: list[RecordId], path: Path) -> str:
    text = public_text(do(other, own_key).public)
    return hand_over(vault, records, recipient(text), path, reason="she moved").id


def test_what_comes_out_is_what_went_in(sample: Sample, other: Sample, tmp_path: Path) -> None:
    mine, theirs, path = sample.open(), other.open(), tmp_path / "a.fieldbook-handover"
    records = filled(mine)
    id = to_other(mine, theirs, records, path)
    taken = take_in(theirs, path)
    assert (taken.id, taken.versions, taken.attachments) == (id, 3, 3)
    for record in records:
        before, after = (
            ask(vault, lambda s, r=record: s.records.versions(r)) for vault in (mine, theirs)
        )
        assert before == after
        assert [x.kind for x in ask(theirs, lambda s, r=record: s.links.of(r))] == ["about"]
    files = [ask(v, lambda s: s.attachments.of(records[0])) for v in (mine, theirs)]
    assert [(f.id, f.hash, f.added) for f in files[0]] == [
        (f.id, f.hash, f.added) for f in files[1]
    ]
    for one, two in zip(*files, strict=True):
        assert one.key != two.key
        with mine.read_attachment(one.id) as a, theirs.read_attachment(two.id) as b:
            assert a.read() == b.read()
    assert found(theirs, "clinica stefania") == []  # of an older version
    assert found(theirs, "doctor") == [records[0]]
    assert ask(theirs, lambda s: s.definitions.all())[0].xform == definition("1", size=9000).xform
    assert any(
        "Handed over by" in e.reason for e in ask(theirs, lambda s: s.audit.entries(records[0]))
    )
    mine.close()
    theirs.close()
    assert sample.check() == []
    assert other.check() == []


def test_the_receipt_goes_back(sample: Sample, other: Sample, tmp_path: Path) -> None:
    mine, theirs, path = sample.open(), other.open(), tmp_path / "a"
    records = filled(mine)
    to_other(mine, theirs, records, path)
    assert [s.taken for s in ask(mine, sent)] == [""]
    receipt = take_in(theirs, path).receipt
    assert take_in(theirs, path).receipt == receipt  # once more: nothing new
    for changed in (receipt.replace('"records": 2', '"records": 3'), receipt[:-9], "{}", "x"):
        with pytest.raises(NotAHandover):
            do(mine, lambda s, c=changed: take_receipt(s, c))
    with pytest.raises(NotAHandover, match="not made here"):
        do(theirs, lambda s: take_receipt(s, receipt))
    do(mine, lambda s: take_receipt(s, receipt))
    assert ask(mine, sent)[0].taken
    entries = ask(mine, lambda s: s.audit.entries(records[0]))
    assert [e.action for e in entries][-2:] == ["disclosure", "disclosure"]
    assert "Taken in" in entries[-1].reason
    mine.close()
    theirs.close()
    assert sample.check() == []


def test_an_amendment_follows_and_what_went_on_differently_is_refused(
    sample: Sample, other: Sample, tmp_path: Path
) -> None:
    mine, theirs = sample.open(), other.open()
    (first, _second) = filled(mine)
    to_other(mine, theirs, [first], tmp_path / "a")
    take_in(theirs, tmp_path / "a")
    do(mine, lambda s: s.records.amend(first, 2, note("more"), "later"))
    to_other(mine, theirs, [first], tmp_path / "b")
    assert take_in(theirs, tmp_path / "b").versions == 1
    do(theirs, lambda s: s.records.amend(first, 3, note("theirs"), "later"))
    do(mine, lambda s: s.records.amend(first, 3, note("mine"), "later"))
    to_other(mine, theirs, [first], tmp_path / "c")
    before = contents(theirs)
    with pytest.raises(HandoverRefused, match="differently"):
        take_in(theirs, tmp_path / "c")
    assert contents(theirs) == before
    mine.close()
    theirs.close()
    assert other.check() == []


def test_every_changed_byte_is_refused(sample: Sample, other: Sample, tmp_path: Path) -> None:
    mine, theirs, path = sample.open(), other.open(), tmp_path / "a"
    to_other(mine, theirs, filled(mine)[1:], path)
    whole = path.read_bytes()
    rng = random.Random(5)
    before = contents(theirs)
    for number in range(120):
        data = bytearray(whole)
        if number % 4 == 3:
            del data[rng.randrange(len(data)) :]
        else:
            data[number // 2 if number < 80 else rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        path.write_bytes(data)
        with pytest.raises((NotAHandover, WrongPassphrase)):
            take_in(theirs, path)
    path.write_bytes(whole + b"x")
    with pytest.raises(NotAHandover):
        take_in(theirs, path)
    assert contents(theirs)[:4] == before[:4]
    mine.close()
    theirs.close()
    assert not list((other.folder / "attachments").glob("*"))


def test_only_its_recipient_opens_it_and_the_force_can_be_one(
    sample: Sample, other: Sample, tmp_path: Path
) -> None:
    mine, theirs, path = sample.open(), other.open(), tmp_path / "a"
    force = PrivateKey.new("Sample Constabulary")
    records = filled(mine)
    hand_over(mine, records, recipient(force.public.text()), path, reason="left the force")
    for canary in (b"clinic", b"Sample", b"encounter", b"PC 4711"):
        assert canary not in path.read_bytes()
    with pytest.raises(WrongPassphrase, match="another key"):
        take_in(theirs, path)
    assert take_in(theirs, path, force_key=force).versions == 3
    mine.close()
    theirs.close()
    assert other.check() == []


def test_she_is_asked_before_her_record_leaves(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    to = PrivateKey.new("Sample").public
    person = Filled("person", "1", b"<data/>", "A sample", "", "", "")
    record = do(vault, lambda s: s.records.add(person)).record
    with pytest.raises(HandoverRefused, match="ask her first"):
        hand_over(vault, [record], to, tmp_path / "a", reason="moved")
    with pytest.raises(HandoverRefused, match="reason"):
        hand_over(vault, [record], to, tmp_path / "a", reason=" ")
    hand_over(vault, [record], to, tmp_path / "a", reason="moved", agreement="yes, on Friday")
    entry = ask(vault, lambda s: s.audit.entries(record))[-1]
    assert "yes, on Friday" in entry.reason
    vault.close()


def test_what_could_not_be_written_is_not_left_in_the_log_as_handed_over(
    sample: Sample, tmp_path: Path
) -> None:
    vault = sample.open()
    records = filled(vault)
    to = PrivateKey.new("Sample").public
    with pytest.raises(StorageError):
        hand_over(vault, records, to, tmp_path / "no" / "a", reason="moved")
    with pytest.raises(StorageError):
        hand_over(vault, records, to, tmp_path / "a", reason="moved", cancelled=lambda: True)
    assert not list(tmp_path.glob("a*"))
    last = ask(vault, lambda s: s.audit.entries(records[0]))[-1]
    assert last.reason == "The document was not written."
    assert ask(vault, sent) == []
    vault.close()


def test_keys_are_read_as_they_are_mailed(sample: Sample) -> None:
    vault = sample.open()
    text = public_text(do(vault, own_key).public)
    vault.close()
    assert recipient("\ufeff\n" + text.replace("\n", "  \r\n")).raw == recipient(text).raw
    for wrong in ("", "hello", text.replace("public: ", "public: 0"), text[:-3]):
        with pytest.raises(NotAKey):
            recipient(wrong)


def test_only_known_devices_may_have_signed_it_and_holds_go_along(
    sample: Sample, other: Sample, tmp_path: Path
) -> None:
    mine, theirs, path = sample.open(), other.open(), tmp_path / "a"
    records = filled(mine)
    do(mine, lambda s: s.retention.hold(records[0], HoldKind.CPIA, "trial in May"))
    to_other(mine, theirs, records, path)
    key = do(mine, lambda s: s.device.key())
    for list_ in ([], [Device("another", bytes(32))], [Device("me", key.public, until=EARLIER)]):
        with pytest.raises(HandoverRefused, match="not on the list"):
            take_in(theirs, path, devices=list_)
    for _ in range(2):
        take_in(theirs, path, devices=[Device("me", key.public)])
    held = ask(theirs, lambda s: s.retention.holds(records[0]))
    assert [(hold.kind, hold.reason) for hold in held] == [(HoldKind.CPIA, "trial in May")]
    mine.close()
    theirs.close()
    assert other.check() == []


def test_what_was_purged_here_does_not_come_back(
    sample: Sample, other: Sample, tmp_path: Path
) -> None:
    mine, theirs, path = sample.open(), other.open(), tmp_path / "a"
    records = filled(mine)
    to_other(mine, theirs, records, path)
    take_in(theirs, path)
    do(theirs, lambda s: s.purging.purge(records[1], "its time has come", "retention"))
    with pytest.raises(HandoverRefused, match="purged here"):
        take_in(theirs, path)
    mine.close()
    theirs.close()
    assert other.check() == []


@pytest.mark.parametrize("room", ["700k", "900k", "1200k"])
def test_a_full_disk_takes_in_nothing(sample: Sample, tmp_path: Path, room: str) -> None:
    mine, path = sample.open(), tmp_path / "a"
    with small_disk(tmp_path / "disk", room) as disk:
        theirs, other = create(disk / "vault")
        to_other(mine, theirs, filled(mine), path)
        (disk / "film").write_bytes(bytes(shutil.disk_usage(disk).free - 150_000))
        with pytest.raises(VaultFull):
            take_in(theirs, path)
        assert ask(theirs, lambda s: s.records.count()) == 0
        (disk / "film").unlink()
        theirs.close()
        assert other.check() == []
        assert not [*other.folder.glob("attachments/*")]
    mine.close()
