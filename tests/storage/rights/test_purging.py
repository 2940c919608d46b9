"""What is purged is gone from every table and page; a receipt and the hashes stay."""

import io
import random
import shutil
from pathlib import Path

import pytest

from storage import RecordId, Session, Vault
from storage.attachments.attaching import Addition
from storage.errors import EditConflict, ReportWaits, UnknownRecord
from storage.tables.purging import Receipt
from tests.storage.helpers import ME, Sample, add, ask, create, do, found, note, plain_pages

RULE = "laptop: short life"
CANARY = "zebrafinchquintessence"


def forms_of(canary: str) -> set[bytes]:
    """How a text may stand in a file: in any case and width, whole or half of it, in digits."""
    forms = set()
    for text in (canary, canary.upper(), canary[: len(canary) // 2], canary[len(canary) // 2 :]):
        forms |= {text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le")}
        forms |= {text.encode().hex().encode()}
    return forms


def sing(vault: Vault) -> RecordId:
    """Write the canary wherever a record has text; gives the record."""
    filled = note(f"She said {CANARY}. " * 40, title=CANARY)
    other = add(vault, "another").record
    one = do(vault, lambda s: s.records.add(filled)).record
    do(vault, lambda s: s.records.amend(one, 1, filled, f"because {CANARY}"))
    do(vault, lambda s: s.links.add(one, other, CANARY, CANARY))
    gone = do(vault, lambda s: s.links.add(other, one, "met", CANARY))
    do(vault, lambda s: s.links.remove(gone.id, CANARY))
    draft = do(vault, lambda s: s.drafts.open("encounter", "1", b"", CANARY, one, 2))
    for size in (1, 100, 3000):
        text = CANARY.encode() * size
        do(vault, lambda s, t=text: s.drafts.save(draft.id, t, CANARY, {CANARY: 1}))
    return one


def test_a_purge_leaves_the_log_and_a_receipt(vault: Vault) -> None:
    one = sing(vault)
    versions = ask(vault, lambda s: s.records.versions(one))
    receipt = do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    assert receipt.whole
    assert [version.hash for version in receipt.versions] == [v.hash.hex() for v in versions]
    assert (receipt.person, receipt.device) == (ME.person, ME.device)
    assert (receipt.reason, receipt.rule) == ("handed over", RULE)
    assert (receipt.drafts, len(receipt.links), receipt.form) == (1, 3, "encounter")
    assert CANARY not in receipt.document().decode()
    assert ask(vault, lambda s: s.purging.receipts(one)) == [receipt]
    entry = ask(vault, lambda s: s.audit.entries(one))[-1]
    assert (entry.action, entry.version, entry.hash) == ("erasure", 2, receipt.hash)
    logged = {e.hash for e in ask(vault, lambda s: s.audit.entries())}
    assert {bytes.fromhex(link) for link in receipt.links} < logged
    assert {version.hash for version in versions} < logged
    with pytest.raises(UnknownRecord):
        ask(vault, lambda s: s.records.versions(one))
    with pytest.raises(UnknownRecord):
        do(vault, lambda s: s.purging.purge(one, "again", RULE))
    assert found(vault, CANARY) == []
    assert ask(vault, lambda s: s.links.every()) == []
    assert ask(vault, lambda s: s.drafts.all()) == []
    assert not vault.unswept


def test_no_page_holds_what_was_purged(sample: Sample) -> None:
    vault = sample.open()
    one = sing(vault)
    assert sample.file("vault.db-wal").stat().st_size > 0
    do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    add(vault, "afterwards")
    left = sample.copy(sample.folder.with_name("killed"))  # as a kill would leave it
    vault.close()
    for copy in (sample, left):
        assert copy.check() == []  # takes the log in
        plain = plain_pages(copy)
        assert b"another" in plain
        assert [form for form in forms_of(CANARY) if form in plain] == []


def test_nothing_is_left_in_the_gaps_of_pages(tmp_path: Path) -> None:
    """SQLite alone leaves a copy now and then where it has spread rows over pages anew."""
    rng = random.Random(4)
    vault, sample = create(tmp_path / "vault")
    words = [f"zq{number:06}xw" for number in range(240)]
    records = []
    for first in range(0, len(words), 8):

        def write(session: Session, batch: list[str]) -> list[RecordId]:
            made = []
            for word in batch:
                filled = note(f"{word} " * rng.choice((1, 3, 30, 300)), title=word)
                made.append(session.records.add(filled).record)
                draft = session.drafts.open("encounter", "1", b"", "")
                session.drafts.save(draft.id, word.encode() * rng.choice((1, 50, 500)), "", {})
                session.drafts.finish(draft.id)
            return made

        records += do(vault, lambda s, b=words[first : first + 8]: write(s, b))
    gone = rng.sample(range(len(words)), 80)
    do(
        vault,
        lambda s: [s.purging.purge(records[place], "handed over", RULE) for place in gone],
    )
    vault.close()
    plain = plain_pages(sample)
    assert [words[place] for place in gone if words[place].encode() in plain] == []
    assert sum(word.encode() in plain for word in words) == len(words) - len(gone)
    assert sample.check() == []


def test_a_part_of_a_record_goes_and_the_rest_stays(sample: Sample) -> None:
    vault = sample.open()
    one = add(vault, f"worries {CANARY}").record
    do(vault, lambda s: s.records.amend(one, 1, note(f"more {CANARY}"), "added"))
    salt = vault._durable.connection.execute(
        "SELECT salt FROM record WHERE id = ?", (one,)
    ).fetchone()
    version, receipt = do(
        vault,
        lambda s: s.purging.replace(one, 2, note("plan made"), "she took it back", "her wish"),
    )
    assert (version.number, version.reason) == (3, "she took it back")
    assert [each.number for each in receipt.versions] == [1, 2]
    assert not receipt.whole
    assert [v.number for v in ask(vault, lambda s: s.records.versions(one))] == [3]
    assert (
        salt
        != vault._durable.connection.execute(
            "SELECT salt FROM record WHERE id = ?", (one,)
        ).fetchone()
    )
    assert found(vault, "plan made") == [one]
    with pytest.raises(EditConflict):
        do(vault, lambda s: s.purging.replace(one, 2, note("x"), "late", "her wish"))
    do(vault, lambda s: s.records.amend(one, 3, note("plan reviewed"), "review"))
    vault.close()
    assert sample.check() == []
    assert [form for form in forms_of(CANARY) if form in plain_pages(sample)] == []


def test_an_interrupted_sweep_is_done_at_the_next_opening(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    one = sing(vault)
    vault._durable._sweep_files = lambda: None  # type: ignore[method-assign]  # a kill comes before it
    do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    left = sample.copy(tmp_path / "left")
    vault.close()
    left.open().close()
    assert [form for form in forms_of(CANARY) if form in plain_pages(left)] == []
    assert left.check() == []


def test_what_was_purged_and_comes_back_is_found(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    one = sing(vault)
    kept = [
        vault._durable.connection.execute(f"SELECT * FROM {table} WHERE {key} = {value}").fetchone()
        for table, key, value in (
            ("record", "id", f"'{one}'"),
            ("version", "record", "(SELECT max(number) FROM record)"),
        )
    ]
    do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    for table, row in zip(("record", "version"), kept, strict=True):
        marks = ", ".join("?" * len(row))
        vault._durable.connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)
    vault.close()
    assert "What was purged from a record is there again." in [f.problem for f in sample.check()]


@pytest.mark.parametrize(
    "statement", ["DELETE FROM purge", "UPDATE purge SET receipt = replace(receipt, 'a', 'b')"]
)
def test_a_receipt_that_was_changed_or_taken_away_is_found(sample: Sample, statement: str) -> None:
    vault = sample.open()
    one = ask(vault, lambda s: s.records.page())[0].id  # the oldest waits to be sent
    do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    vault._durable.connection.execute(statement)
    vault.close()
    assert "purges" in [finding.part for finding in sample.check()]


def test_a_receipt_is_read_as_it_was_written(vault: Vault) -> None:
    one = add(vault, "one").record
    receipt = do(vault, lambda s: s.purging.purge(one, "fertig – “gut”", RULE))
    assert Receipt.parse(receipt.document().decode()) == receipt
    for wrong in ("{}", "[]", "null", '{"format": "other", "version": 1}'):
        with pytest.raises(ValueError, match="not the receipt"):
            Receipt.parse(wrong)


def test_a_purge_that_fails_changes_nothing(sample: Sample) -> None:
    vault = sample.open()
    one = sing(vault)

    def fails(session: Session) -> None:
        session.purging.purge(one, "handed over", RULE)
        raise KeyError

    with pytest.raises(KeyError):
        do(vault, fails)
    assert found(vault, CANARY) == [one]
    vault.close()
    assert sample.check() == []
    shutil.rmtree(sample.folder)


def test_files_go_with_the_record_and_its_drafts(sample: Sample) -> None:
    vault = sample.open()
    one = add(vault, "with files").record
    draft = do(vault, lambda s: s.drafts.open("encounter", "1", b"", "", one, 1))
    for number, owner in enumerate(({"record": one}, {"draft": draft.id})):
        data = io.BytesIO(CANARY.encode() * 9000 * (number + 1))
        vault.attach(Addition(data, f"{CANARY}.txt", "text/plain", **owner)).result()
    files = sample.folder / "attachments"
    assert len(list(files.iterdir())) == 2
    receipt = do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    assert (receipt.attachments, receipt.drafts) == (1, 1)
    vault.close()
    assert not files.exists() or list(files.iterdir()) == []
    assert sample.check() == []
    assert [form for form in forms_of(CANARY) if form in plain_pages(sample)] == []


def test_a_record_whose_report_waits_is_not_purged(vault: Vault) -> None:
    one = add(vault, "reported").record
    item = do(
        vault, lambda s: s.outbox.begin("uuid:1", one, 1, "intelligence_report", "1", "share")
    )
    with pytest.raises(ReportWaits):
        do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    do(vault, lambda s: s.outbox.withdraw(item.number, "not needed"))
    do(vault, lambda s: s.purging.purge(one, "handed over", RULE))
    assert ask(vault, lambda s: s.records.count()) == 0
