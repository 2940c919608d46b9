"""Passphrases are judged by what people choose, and thrown by chance for those who ask."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.keys import passphrases
from storage.keys.passphrases import Verdict, generate, judge, word_list


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("", Verdict.SHORT),
        ("elevenchars", Verdict.SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Verdict.GUESSABLE),
        ("password password password", Verdict.GUESSABLE),
        ("qwertyuiop[]", Verdict.GUESSABLE),
        ("Blackpool1987!", Verdict.GUESSABLE),
        ("Fieldbook2026!", Verdict.GUESSABLE),
        ("winter2025winter2025", Verdict.GUESSABLE),
        ("a new passphrase", Verdict.ENOUGH),
        ("xK9#mQ2$vL7p", Verdict.ENOUGH),
        ("violet lantern harbour", Verdict.STRONG),
        ("cy gwr gath ddu bach", Verdict.STRONG),
        ("x" * 5000, Verdict.GUESSABLE),
    ],
)
def test_judged_as_somebody_would_guess(text: str, verdict: Verdict) -> None:
    found = judge(text)
    assert found.verdict is verdict
    assert found.enough == (verdict in (Verdict.ENOUGH, Verdict.STRONG))
    assert found.missing == max(0, 12 - len(text))


def test_what_is_known_of_the_officer_counts_for_nothing() -> None:
    text = "Gwenllian Sample 4711"
    assert judge(text).enough
    assert not judge(text, ["PC 4711", "Gwenllian Sample"]).enough


@given(st.text(max_size=90))
def test_any_text_is_judged(text: str) -> None:
    assert judge(text).verdict in Verdict


def test_thrown_words_are_many_and_fit() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 7655
    assert passphrases.WORDS * math.log2(len(words)) > 77
    assert not {"police", "suspect", "enslave"} & set(words)
    thrown = {generate() for _ in range(50)}
    assert len(thrown) == 50
    for text in thrown:
        assert len(text.split(" ")) == 6
        assert set(text.split(" ")) <= set(words)
        assert judge(text).verdict is Verdict.STRONG


def test_every_word_comes_up() -> None:
    """No word is favoured: of 60,000 throws none comes up four times as often as it should."""
    counts: dict[str, int] = {}
    for word in generate(60_000).split(" "):
        counts[word] = counts.get(word, 0) + 1
    assert len(counts) > 0.99 * len(word_list())
    assert max(counts.values()) < 4 * 60_000 / len(word_list())
