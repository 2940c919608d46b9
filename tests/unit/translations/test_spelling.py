"""The dictionaries are real, and so is Hunspell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.spelling import LONGEST, Speller, words


@pytest.fixture(scope="module")
def english() -> Speller:
    return Speller("en")


@pytest.fixture(scope="module")
def welsh() -> Speller:
    return Speller("cy")


def looked_at(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    "word",
    [
        *("colour", "organised", "premises", "She", "don't", "don’t", "it’s", "safeguarding"),
        *("café", "naïve", "cafe\u0301", "brothel", "officer's"),
    ],
)
def test_english_is_known_as_it_is_written_here(english: Speller, word: str) -> None:
    assert english.knows(word)


@pytest.mark.parametrize("word", ["recieve", "seperate", "teh", "color", "dont"])
def test_what_is_misspelt_is_not_known(english: Speller, word: str) -> None:
    assert not english.knows(word)


@pytest.mark.parametrize("word", ["nodiadau", "swyddog", "ysgrifennu", "tŷ", "gwnaeth"])
def test_welsh_is_known(welsh: Speller, word: str) -> None:
    assert welsh.knows(word)
    assert not welsh.knows(word + "qx")


def test_the_likeliest_word_is_offered_first(english: Speller, welsh: Speller) -> None:
    assert english.suggest("recieve")[0] == "receive"
    assert "swyddog" in welsh.suggest("swydog")
    assert "didn’t" in english.suggest("didnt’") or english.suggest("did’nt")[0] == "didn’t"


def test_words_of_her_own_are_known_however_they_are_capitalised() -> None:
    speller = Speller("en", ["Ugly", "Mugs", "sarnie", "Zuzka"])
    assert speller.knows("Zuzka")
    assert speller.knows("zuzka’s")
    assert not Speller("en").knows("zuzka")
    speller.take([])
    assert not speller.knows("zuzka")


def test_what_can_be_no_mistake_is_not_looked_at() -> None:
    assert looked_at("She went to Leeds on 14th of May, NPCC 5.6.") == [
        *("She", "went", "to", "on", "of")
    ]
    assert looked_at("write to anna@exampel.org or https://exampel.org/pagge www.exampel.org") == [
        *("write", "to", "or")
    ]
    assert looked_at("ab12cd snake_case x") == []


def test_other_scripts_are_left_alone() -> None:
    assert looked_at("she said مرحبا and здравствуйте and สวัสดี") == ["she", "said", "and", "and"]


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name() -> None:
    assert looked_at("Teh door. Teh lock? “Teh key.” Ask Teh.\nTeh end") == [
        *("Teh", "door", "Teh", "lock", "Teh", "key", "Ask", "Teh", "end")
    ]


@given(st.text(max_size=200))
def test_a_word_is_what_stands_in_its_place(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.stop] == word.text
        assert len(word.text) <= LONGEST


@given(st.text(max_size=80))
def test_any_text_can_be_asked_for(english: Speller, text: str) -> None:
    for word in words(text):
        assert english.knows(word.text) in (True, False)
