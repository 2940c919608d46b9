"""Receipts of the force, and the roll-back of a whole vault that they make noticeable."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from storage import RecordId, Session, Vault
from storage.checking.witnessing import contradictions, keep, take_receipt
from storage.errors import NotAReceipt, UnknownSubmission
from storage.keyring.rekey import rekey
from storage.keys.escrow import PrivateKey
from storage.keys.slots import Passphrase, RecoveryCode
from storage.outbox.items import Item
from storage.outbox.states import State
from storage.tables.receipts import Receipt
from tests.storage.helpers import CHEAP, ME, PASSPHRASE, Sample, add, ask, do

FORCE = PrivateKey.new("Sample Force 2026")


def queue(vault: Vault, instance: str) -> tuple[Item, Receipt]:
    """Something sealed, and what the force says of it; its secret lies in the envelope."""

    def work(session: Session) -> tuple[Item, Receipt]:
        item = session.outbox.begin(instance, RecordId("r"), 1, "intelligence_report", "1", "share")
        session.outbox.add_part(item.number, b"<data/>")
        item = session.outbox.seal(item.number, 7, b"h" * 32)
        head = session.witness.head()
        said = Receipt(
            instance, item.form, "1", item.hash.hex(), "00" * 32, head, "2026-11-22T10:00:00Z", ""
        )
        return item, said

    item, said = do(vault, work)
    return item, said.sealed_by(FORCE, item.secret)


def test_a_receipt_is_kept_and_proves_the_arrival(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    _item, receipt = queue(vault, "uuid:1")
    for _ in range(2):
        item = take_receipt(vault, receipt.text(), [tmp_path / "state"])
        assert item.state == State.RECEIVED
    assert ask(vault, lambda s: s.receipts.of("uuid:1")) == [receipt]
    assert ask(vault, lambda s: s.receipts.all()) == [receipt]
    assert contradictions(vault, [tmp_path / "state", tmp_path / "none"]).result() == []
    vault.close()
    assert sample.check() == []


@pytest.mark.parametrize(
    "change",
    [
        {"instance": "uuid:2"},
        {"form": "other"},
        {"envelope": "00" * 32},
        {"received": "2026-11-23T10:00:00Z"},
        {"proof": "00" * 32},
        {"signature": "00" * 64},
        {"signer": "00" * 32},
        {"signer": 7},
        {"device": "zz"},
        {"head": {"writes": 1, "sequence": 1, "hash": "00" * 32}},
        {"head": {"writes": "1", "sequence": 1, "hash": "00" * 32}},
        {"format": "other"},
        {"more": "fields"},
    ],
)
def test_a_receipt_that_was_changed_is_refused(vault: Vault, change: dict[str, object]) -> None:
    _item, receipt = queue(vault, "uuid:1")
    changed = json.dumps(json.loads(receipt.text()) | change)
    with pytest.raises(NotAReceipt):
        take_receipt(vault, changed, [])


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_receipt_is_refused(text: str) -> None:
    with pytest.raises(NotAReceipt):
        Receipt.parse(text)


def test_only_who_opened_the_submission_can_write_its_receipt(vault: Vault) -> None:
    item, receipt = queue(vault, "uuid:1")
    forged = receipt.sealed_by(PrivateKey.new("Somebody else"), b"guessed")
    with pytest.raises(NotAReceipt):
        take_receipt(vault, forged.text(), [])
    other = replace(receipt, envelope="11" * 32).sealed_by(FORCE, item.secret)
    with pytest.raises(NotAReceipt):
        take_receipt(vault, other.text(), [])


def test_an_older_copy_of_the_whole_vault_is_noticed(sample: Sample, tmp_path: Path) -> None:
    old = sample.copy(tmp_path / "old")
    place = tmp_path / "state"
    vault = sample.open()
    _item, receipt = queue(vault, "uuid:1")
    take_receipt(vault, receipt.text(), [place])
    vault.close()

    shutil.rmtree(sample.folder)
    shutil.copytree(old.folder, sample.folder)
    vault = sample.open()
    ((seen, problem),) = contradictions(vault, [place, place]).result()
    assert problem.startswith("This is an older copy of your vault")
    with pytest.raises(UnknownSubmission):
        take_receipt(vault, receipt.text(), [place])
    while ask(vault, lambda s: s.witness.head()).sequence <= seen.sequence:
        add(vault, "written on the older copy")
    ((seen, problem),) = contradictions(vault, [place]).result()
    assert problem.startswith("This is another copy of your vault")
    do(vault, lambda s: s.witness.accept(seen, "restored after the disk died"))
    assert contradictions(vault, [place]).result() == []
    last = ask(vault, lambda s: s.audit.entries())[-1]
    assert last.reason.endswith("Accepted: restored after the disk died")
    vault.close()
    assert sample.check() == []


def test_drafts_that_were_put_back_are_noticed_too(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    vault.close()
    old = sample.copy(tmp_path / "old")
    vault = sample.open()
    do(vault, lambda s: s.settings.set("a", 1))
    _item, receipt = queue(vault, "uuid:1")
    take_receipt(vault, receipt.text(), [tmp_path])
    vault.close()
    vault = old.open()
    assert contradictions(vault, [tmp_path]).result() != []
    vault.close()


def test_a_witness_stays_good_under_a_new_data_key(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    _item, receipt = queue(vault, "uuid:1")
    take_receipt(vault, receipt.text(), [tmp_path])
    (path,) = tmp_path.glob("*.witness")
    document = path.read_bytes()
    whole = ask(vault, lambda s: s.witness.read(document))
    rekey(vault, RecoveryCode(sample.code), [Passphrase(PASSPHRASE, CHEAP)], accept_no_daily=True)
    vault = Vault.open(sample.folder, ME, passphrase=PASSPHRASE)
    assert ask(vault, lambda s: s.witness.read(document)).sequence > receipt.head.sequence
    assert contradictions(vault, [tmp_path]).result() == []
    for index in range(0, len(document), 7):
        flipped = bytearray(document)
        flipped[index] ^= 1
        read = ask(vault, lambda s, d=bytes(flipped): s.witness.read(d))
        assert read in (None, whole)  # white space says nothing
    vault.close()


def test_a_newer_witness_is_never_replaced_by_an_older(vault: Vault, tmp_path: Path) -> None:
    _one, first = queue(vault, "uuid:1")
    _two, second = queue(vault, "uuid:2")
    keep(vault, second.head, tmp_path)
    (path,) = tmp_path.glob("*.witness")
    kept = path.read_bytes()
    keep(vault, first.head, tmp_path)
    assert path.read_bytes() == kept
    assert ask(vault, lambda s: s.witness.read(kept)) == second.head
