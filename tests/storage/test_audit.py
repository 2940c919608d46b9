"""Every act leaves its row; the chain can't be rewritten, shortened or reordered unnoticed."""

from collections.abc import Callable

import pytest

from storage import Session, Vault
from tests.storage.helpers import ME, Sample, add, ask, do, note


def rows(vault: Vault) -> list[tuple[str, str, int, str, str]]:
    return [
        (entry.action, entry.record, entry.version, entry.recipient, entry.reason)
        for entry in ask(vault, lambda s: s.audit.entries())
    ]


def test_each_act_leaves_exactly_one_row(vault: Vault) -> None:
    assert rows(vault) == [("administration", "", 0, "", "The vault was made.")]
    one, two = add(vault, "one").record, add(vault, "two").record
    do(vault, lambda s: s.records.amend(one, 1, note("uno"), "language"))
    draft = do(vault, lambda s: s.drafts.open("encounter", "1", b"", "", two, 1))
    do(vault, lambda s: s.drafts.save(draft.id, b"typed", "", {}))
    do(vault, lambda s: s.drafts.discard(draft.id, "not needed"))
    link = do(vault, lambda s: s.links.add(one, two, "met", "same evening"))
    do(vault, lambda s: s.links.remove(link.id, "not so"))
    do(vault, lambda s: s.settings.set("page", 1))
    do(vault, lambda s: s.audit.consulted(one, "before a visit"))
    do(vault, lambda s: s.audit.disclosed(one, 2, "Sample clinic", "she asked"))
    assert rows(vault)[1:] == [
        ("collection", one, 1, "", ""),
        ("collection", two, 1, "", ""),
        ("alteration", one, 2, "", ""),
        ("draft opened", two, 1, "", ""),
        ("draft discarded", two, 1, "", "not needed"),
        ("combination", one, 0, "", ""),
        ("alteration", one, 0, "", ""),
        ("consultation", one, 0, "", "before a visit"),
        ("disclosure", one, 2, "Sample clinic", "she asked"),
    ]
    entries = ask(vault, lambda s: s.audit.entries())
    assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
    assert {(entry.person, entry.device) for entry in entries} == {(ME.person, ME.device)}
    assert ask(vault, lambda s: [e.record for e in s.audit.entries(two)]) == [two, two, two]


def test_a_row_carries_the_hash_of_what_was_written(vault: Vault) -> None:
    written = add(vault, "one")
    link = do(vault, lambda s: s.links.add(written.record, written.record, "self"))
    hashes = [entry.hash for entry in ask(vault, lambda s: s.audit.entries())]
    assert hashes == [b"", written.hash, link.hash]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET reason = 'another' WHERE sequence = 5",
        "UPDATE audit SET person = 'somebody' WHERE sequence = 5",
        "UPDATE audit SET time = '' WHERE sequence = 5",
        "UPDATE audit SET hash = x'00' WHERE sequence = 5",
        "UPDATE audit SET mac = zeroblob(32) WHERE sequence = 5",
        "DELETE FROM audit WHERE sequence = 5",
        "DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)",
        "DELETE FROM audit",
        "INSERT INTO audit SELECT 99, time, action, person, device, record, version, recipient,"
        " reason, hash, mac FROM audit WHERE sequence = 5",
        "UPDATE version SET content = x'00' WHERE rowid = 2",
        "UPDATE version SET reason = 'another' WHERE rowid = 2",
        "UPDATE version SET author = 'somebody' WHERE rowid = 2",
        "DELETE FROM version WHERE rowid = 2",
        "UPDATE record SET title = 'another' WHERE number = 2",
        "UPDATE record SET salt = zeroblob(32) WHERE number = 2",
        "UPDATE record SET form = 'other' WHERE number = 2",
        "UPDATE record SET version = 1 WHERE number = 1",
        "UPDATE link SET kind = 'other'",
        "UPDATE link SET removed = 0",
        "DELETE FROM link WHERE removed = 0",
        "UPDATE draft SET content = x'00'",
        "UPDATE draft SET place = '{}'",
        "DELETE FROM draft",
        "UPDATE setting SET value = '0'",
        "DELETE FROM setting",
        "UPDATE definition SET xform = x'00'",
        "UPDATE definition SET title = 'another'",
        "DELETE FROM definition",
        "INSERT INTO definition SELECT 99, form, '3', title, languages, source, own, person,"
        " device, added, hash, xform FROM definition WHERE number = 1",
        "UPDATE state SET writes = 7",
        "UPDATE state SET digest = zeroblob(32)",
        "DELETE FROM state",
        "UPDATE search_text SET folded = 'other' WHERE number = 2",
        "DELETE FROM search_text WHERE number = 2",
        "INSERT INTO search_text VALUES (99, 'more')",
        "INSERT INTO search (search, rowid, folded) SELECT 'delete', number, folded"
        " FROM search_text WHERE number = 2",
        "CREATE TRIGGER spy AFTER INSERT ON record BEGIN DELETE FROM audit; END",
        "DROP INDEX audit_record",
        "ALTER TABLE record ADD COLUMN more TEXT",
        "PRAGMA user_version = 0",
        "PRAGMA application_id = 1",
    ],
)
def test_what_is_changed_behind_our_back_is_found(sample: Sample, statement: str) -> None:
    """Even by somebody who has the database's key, or a page of an older time, or a disk error."""
    vault = sample.open()
    vault._durable.connection.execute("PRAGMA foreign_keys = OFF")
    vault._durable.connection.execute(statement)
    vault.close()
    assert sample.check() != []


def test_the_untouched_vault_is_clean(sample: Sample) -> None:
    assert sample.check() == []
    assert sample.check() == []


def test_two_acts_in_one_write_are_kept_or_lost_together(vault: Vault) -> None:
    def both(fail: bool) -> Callable[[Session], None]:
        def work(session: Session) -> None:
            written = session.records.add(note("one"))
            session.audit.consulted(written.record, "at once")
            if fail:
                raise RuntimeError

        return work

    with pytest.raises(RuntimeError):
        do(vault, both(True))
    assert len(rows(vault)) == 1
    do(vault, both(False))
    assert [row[0] for row in rows(vault)] == ["administration", "collection", "consultation"]
