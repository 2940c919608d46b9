"""Search finds what was written, newest first, whatever stands in the query."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import Order, RecordRow, Session, Vault
from storage.tables.folding import words
from tests.storage.helpers import add, ask, do, found, note

TEXT = "She asked: “Is Zoë's clinic open?” — call 0800 0121 700, not (020) 7946-0958."


@pytest.mark.parametrize(
    "query",
    [
        "clinic",
        "CLINIC zoe",
        "clin",
        "zoe's",
        "ZOË’S CLINIC",
        "0800 0121",
        "7946-0958",
        "(020)",
        '"is zoe"',
        "open?”",
        "she asked call",
        "clinic\tshe\nis",
        "clinic —",
        "  clinic  ",
    ],
)
def test_found(vault: Vault, query: str) -> None:
    written = add(vault, TEXT)
    add(vault, "another note about nothing of the kind")
    assert found(vault, query) == [written.record]


@pytest.mark.parametrize(
    "query",
    ["", " ", "*", '"', '""', "—", "()", "-", "closed", "clinics", "linic", "asked closed", "\0"],
)
def test_not_found(vault: Vault, query: str) -> None:
    add(vault, TEXT)
    assert found(vault, query) == []


@pytest.mark.parametrize(
    "query",
    ["cli*", "clinic OR", "NOT clinic", "folded:clinic", "NEAR(a b)", "^clinic", "a + b", "{a}:b"],
)
def test_nothing_in_a_query_is_an_operator(vault: Vault, query: str) -> None:
    written = add(vault, f"prefix {query} suffix")
    add(vault, "unrelated near folded or not")
    assert found(vault, query) == [written.record]


def test_newest_first_and_by_relevance(vault: Vault) -> None:
    often = add(vault, "clinic clinic clinic").record
    once = add(vault, "clinic " + "and other words " * 50).record
    assert found(vault, "clinic") == [once, often]
    rows = ask(vault, lambda s: s.search.find("clinic", order=Order.RELEVANCE))
    assert [row.id for row in rows] == [often, once]


def test_the_limit_keeps_the_newest(vault: Vault) -> None:
    made = do(vault, lambda s: [s.records.add(note(f"note {i}")).record for i in range(30)])
    rows = ask(vault, lambda s: s.search.find("note", limit=7))
    assert [row.id for row in rows] == made[:-8:-1]


def test_a_row_is_that_of_the_list(vault: Vault) -> None:
    written = add(vault, "clinic")
    listed = ask(vault, lambda s: s.records.row(written.record))
    assert ask(vault, lambda s: s.search.find("clinic")) == [listed]


def test_words_typed_letter_by_letter_are_found_all_the_way(vault: Vault) -> None:
    for word in ("locksmith", "Ştefania", "المدرسة", "Ηράκλειο", "한국어", "ጽሑፍ", "क्लिनिक"):
        written = add(vault, f"before {word} after")
        for end in range(1, len(word) + 1):
            assert written.record in found(vault, word[:end]), word[:end]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=60), extra=st.text(max_size=20))
def test_any_text_is_found_by_its_own_words_and_any_query_is_answered(
    vault: Vault, text: str, extra: str
) -> None:
    text = text.encode("utf-8", "replace").decode()
    written = add(vault, text)
    try:
        if words(text):
            assert written.record in found(vault, text)
            assert written.record in found(vault, text.swapcase()) or not text.isascii()
        found(vault, extra + '"' + text)
    finally:
        do(vault, lambda s: s.records.amend(written.record, 1, note(""), "emptied"))


LETTERS = st.text("ab é’漢-", min_size=1, max_size=8)


@given(
    st.lists(LETTERS, min_size=1, max_size=12), st.sampled_from(["a", "b", "ab", "ba", "é", "a b"])
)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_short_beginnings_find_what_the_index_finds(
    vault: Vault, texts: list[str], query: str
) -> None:
    """Asked for few, the newest records are looked through; asked for many, the index is."""
    for text in texts:
        add(vault, text)
    every = ask(vault, lambda session: session.search.find(query, 100_000))
    few = [ask(vault, partial(_first, query, limit)) for limit in (1, 2, 5)]
    assert few == [every[:1], every[:2], every[:5]]


def _first(query: str, limit: int, session: Session) -> list[RecordRow]:
    return session.search.find(query, limit)
