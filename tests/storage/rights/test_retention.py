"""Review dates are proposed by form and changed with a reason; holds block a purge."""

from datetime import date, timedelta

import pytest

from storage import RecordId, Vault
from storage.errors import RecordHeld, UnknownRecord
from storage.tables.retention import HoldKind, Rule, Rules
from tests.storage.helpers import ME, Sample, add, ask, do, note

RULES = Rules({"encounter": Rule(3, 90)}, Rule(4, 30))


def today(vault: Vault) -> date:
    newest = ask(vault, lambda s: s.audit.entries())[-1].time
    return date.fromisoformat(newest[:10])


def test_a_review_is_proposed_by_form(vault: Vault) -> None:
    one = add(vault, "one").record
    other = do(vault, lambda s: s.records.add(note("other", form="visit"))).record
    day = today(vault)
    proposed = ask(vault, lambda s: s.retention.of(one, RULES))
    assert (proposed.group, proposed.review) == (3, (day + timedelta(90)).isoformat())
    assert proposed.changed == ""
    assert ask(vault, lambda s: s.retention.of(other, RULES)).group == 4


def test_what_is_due_comes_in_the_order_of_its_days(vault: Vault) -> None:
    one = add(vault, "one").record
    two = do(vault, lambda s: s.records.add(note("two", form="visit"))).record
    day = today(vault)

    def due(on: date) -> list[str]:
        return [due.row.id for due in ask(vault, lambda s: s.retention.due(RULES, on))]

    assert due(day + timedelta(29)) == []
    assert due(day + timedelta(30)) == [two]
    assert due(day + timedelta(90)) == [two, one]
    do(vault, lambda s: s.retention.change(two, 2, day + timedelta(400), "case goes on"))
    assert due(day + timedelta(90)) == [one]
    assert due(day + timedelta(400)) == [one, two]
    first = ask(vault, lambda s: s.retention.due(RULES, day + timedelta(400), limit=1))
    assert [due.row.id for due in first] == [one]


def test_a_change_says_who_why_and_what_without_its_words_in_the_log(vault: Vault) -> None:
    one = add(vault, "one").record
    do(vault, lambda s: s.retention.change(one, 2, date(2030, 5, 1), "she asked for it"))
    kept = ask(vault, lambda s: s.retention.of(one, RULES))
    assert (kept.group, kept.review, kept.reason) == (2, "2030-05-01", "she asked for it")
    assert kept.person == ME.person
    entry = ask(vault, lambda s: s.audit.entries(one))[-1]
    assert (entry.action, entry.reason) == (
        "retention",
        "Review on 2030-05-01, retention group 2.",
    )


def test_a_hold_blocks_a_purge_until_it_is_lifted(vault: Vault) -> None:
    one = add(vault, "one").record
    hold = do(vault, lambda s: s.retention.hold(one, HoldKind.CPIA, "trial in spring"))
    due = ask(vault, lambda s: s.retention.due(RULES, date(2999, 1, 1)))
    assert [(each.row.id, each.held) for each in due] == [(one, True)]
    with pytest.raises(RecordHeld, match="cpia"):
        do(vault, lambda s: s.purging.purge(one, "short life", "laptop"))
    assert ask(vault, lambda s: s.records.count()) == 1
    do(vault, lambda s: s.retention.lift(hold.id, "the trial is over"))
    assert ask(vault, lambda s: s.retention.holds(one)) == []
    do(vault, lambda s: s.purging.purge(one, "short life", "laptop"))
    assert ask(vault, lambda s: s.records.count()) == 0


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_of_it_goes_without_a_reason(vault: Vault, reason: str) -> None:
    one = add(vault, "one").record
    for work in (
        lambda s: s.retention.change(one, 3, date(2030, 1, 1), reason),
        lambda s: s.retention.hold(one, HoldKind.OTHER, reason),
        lambda s: s.purging.purge(one, reason, "laptop"),
        lambda s: s.purging.purge(one, "short life", reason),
    ):
        with pytest.raises(ValueError, match="reason"):
            do(vault, work)


def test_what_is_not_there_has_no_review(vault: Vault) -> None:
    nobody = RecordId("0" * 32)
    for work in (
        lambda s: s.retention.of(nobody, RULES),
        lambda s: s.retention.change(nobody, 1, date(2030, 1, 1), "why"),
        lambda s: s.retention.hold(nobody, HoldKind.OTHER, "why"),
        lambda s: s.retention.lift("0" * 32, "why"),
        lambda s: s.purging.purge(nobody, "why", "rule"),
    ):
        with pytest.raises(UnknownRecord):
            do(vault, work)


@pytest.mark.parametrize("table", ["retention", "hold"])
def test_a_row_that_was_changed_or_taken_away_is_found(sample: Sample, table: str) -> None:
    for statement in (f"UPDATE {table} SET reason = 'another'", f"DELETE FROM {table}"):
        vault = sample.open()
        one = ask(vault, lambda s: s.records.page())[0].id
        do(vault, lambda s, r=one: s.retention.change(r, 2, date(2030, 1, 1), "why"))
        do(vault, lambda s, r=one: s.retention.hold(r, HoldKind.OTHER, "why"))
        vault._durable.connection.execute(statement)
        vault.close()
        assert [finding.part for finding in sample.check()] == ["drafts"]
        vault = sample.open(accept_loss="test")
        vault.close()
        break
