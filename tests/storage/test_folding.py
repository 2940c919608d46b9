"""Folding: what a text becomes is the same for every spelling of it, and never fails."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storage.tables.folding import _plain, fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("  Two\n words\t", "two words"),
        ("Zoë MÜLLER", "zoe muller"),
        ("STRASSE Straße STRAẞE", "strasse strasse strasse"),
        ("İstanbul Iğdır", "istanbul igdir"),
        ("Łódź Đà Nẵng", "lodz da nang"),
        ("ﬁne ½ ① Ⅳ", "fine 1⁄2 1 iv"),
        ("Ёлка Їжак", "елка іжак"),
        ("ΌΔΟΣ οδός", "οδοσ οδοσ"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد إلى", "محمد الي"),
        ("فارسی کتاب", "فارسي كتاب"),
        ("٠٧٧٠٠ ०७७०० 07700", "07700 07700 07700"),
        ("soft\u00adhyphen \u202ebidi\u202c", "softhyphen bidi"),
        ("می\u200cخواهم", "مي خواهم"),
        ("中文ab", "中 文 ab"),
        ("ﾊﾞ が", "ハ ゙ か ゙"),
        ("हिन्दी", "हिन्दी"),
        ("O’Brien п\u02bcять", "o’brien п'ять"),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("word", "indexed", "sought"),
    [
        ("المدرسة", "المدرسه مدرسه", "مدرسه"),
        ("(المدرسة)", "(المدرسه مدرسه)", "(مدرسه)"),
        ("والبيت", "والبيت بيت", "بيت"),
        ("للطبيب", "للطبيب طبيب", "طبيب"),
        ("الله", "الله", "الله"),
        ("مدرسة", "مدرسه", "مدرسه"),
    ],
)
def test_an_arabic_word_is_indexed_with_and_without_its_article(
    word: str, indexed: str, sought: str
) -> None:
    assert fold(word) == indexed
    assert words(word) == [sought]


@settings(deadline=None)
@given(st.text())
def test_any_text_folds_to_words_and_single_spaces(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    folded.encode()  # no lone surrogate is left, which no database would take


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_is_the_long_one(text: str) -> None:
    assert fold(text) == " ".join(_plain(text).split())


@settings(deadline=None)
@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_every_normal_form_of_a_text_folds_alike(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x52F, categories=["Lu", "Ll"])))
def test_case_does_not_matter(text: str) -> None:
    assume("\u0345" not in unicodedata.normalize("NFKD", text))  # a Greek mark that turns letter
    assert fold(text.upper()) == fold(text) or fold(text.lower()) == fold(text)


@settings(deadline=None)
@given(st.text())
def test_what_is_sought_is_never_empty(text: str) -> None:
    for word in words(text):
        assert any(character.isalnum() for character in word)
        assert word == " ".join(word.split())
