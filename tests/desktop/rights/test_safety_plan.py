"""A safety plan's text leaves with her, unless she agreed that it is kept."""

import pytest

from desktop.filling import filled
from desktop.safety_plan import amending, holds_text, is_fleeting, to_keep
from forms import FormEngine, Library, read
from storage import RecordId, Vault, Version
from storage.errors import RecordHeld
from storage.tables.retention import HoldKind

WORRY = "zebrafinchquintessence"
FORM = Library.default().get("safety_plan")
ANSWERS = {
    "/data/start/outcome": "made",
    "/data/plan/always/worries": WORRY,
    "/data/kept/holder": "herself",
}
AGREED = {
    "/data/kept/keep_text": "yes",
    "/data/kept/keep_agreed": "keep it for me",
    "/data/kept/keep_asked": "english",
}
WANTED = {
    "/data/start/paper_safe": "no",
    "/data/start/exit_asked_by_her": "yes",
    "/data/start/path": "stay leave",
}


def engine_with(answers: dict[str, str], instance: bytes | None = None) -> FormEngine:
    engine = FormEngine(FORM, instance, language="en")
    for path, value in answers.items():
        engine.set(path, value)
    return engine


def add(vault: Vault, answers: dict[str, str]) -> Version:
    engine = engine_with(answers)
    content = to_keep("safety_plan", engine.finalise())
    return vault.perform(lambda s: s.records.add(filled(engine, content))).result()


def amend(vault: Vault, version: Version, answers: dict[str, str]) -> Version:
    engine = engine_with(answers, version.content)
    content = filled(engine, to_keep("safety_plan", engine.finalise()))
    return vault.perform(
        lambda s: amending(s, version.record, version.number, content, "she said so")
    ).result()


def found(vault: Vault) -> list[RecordId]:
    return [row.id for row in vault.query(lambda s: s.search.find(WORRY)).result()]


def test_without_her_agreement_the_text_is_not_kept(vault: Vault) -> None:
    version = add(vault, ANSWERS)
    assert WORRY.encode() not in version.content
    assert not holds_text(version)
    assert found(vault) == []
    said = {line.path: line.text for line in read(FORM, version.content, "en")}
    assert said["/data/kept/holder"] == "She does"
    assert said["/data/start/outcome"] == "Made together"


def test_which_parts_she_wanted_is_not_kept_either(vault: Vault) -> None:
    """Nothing but: offered, made, date, holder, review, safe contact (design, 6)."""
    review = {"/data/kept/review": "2027-01-08", "/data/kept/safe_contact": "text, mornings"}
    version = add(vault, ANSWERS | WANTED | review)
    said = {line.path for line in read(FORM, version.content, "en") if line.kind == "question"}
    assert said == {
        "/data/start/outcome",
        "/data/kept/holder",
        "/data/kept/safe_contact",
        "/data/kept/review",
    }
    assert b"leave" not in version.content
    kept = add(vault, ANSWERS | WANTED | AGREED)
    assert b"stay leave" in kept.content


def test_with_her_agreement_it_is_kept_until_she_takes_it_back(vault: Vault) -> None:
    version = add(vault, ANSWERS | AGREED)
    assert holds_text(version)
    assert found(vault) == [version.record]
    second = amend(vault, version, {"/data/kept/holder": "chosen"})
    assert holds_text(second)
    third = amend(vault, second, {"/data/kept/keep_text": "withdrawn"})
    assert third.number == 3
    versions = vault.query(lambda s: s.records.versions(version.record)).result()
    assert [each.number for each in versions] == [3]
    assert found(vault) == []
    (receipt,) = vault.query(lambda s: s.purging.receipts(version.record)).result()
    assert [each.number for each in receipt.versions] == [1, 2]
    fourth = amend(vault, third, {"/data/kept/holder": "herself"})
    assert fourth.number == 4  # an ordinary amendment again


def test_no_list_shows_a_word_of_it(vault: Vault) -> None:
    add(vault, ANSWERS | AGREED)
    (row,) = vault.query(lambda s: s.records.page()).result()
    assert row.title == "Safety plan"
    assert row.summary == ""


def test_a_hold_keeps_the_text_and_says_so(vault: Vault) -> None:
    version = add(vault, ANSWERS | AGREED)
    vault.perform(lambda s: s.retention.hold(version.record, HoldKind.CPIA, "trial")).result()
    with pytest.raises(RecordHeld):
        amend(vault, version, {"/data/kept/keep_text": "withdrawn"})
    assert found(vault) == [version.record]


def test_other_forms_are_kept_as_they_are() -> None:
    assert to_keep("encounter", b"<data><plan>x</plan></data>") == b"<data><plan>x</plan></data>"
    assert is_fleeting("safety_plan")
    assert not is_fleeting("encounter")
