"""Numbers, addresses and Latin names stay whole in text that is written from the right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.breaking import BREAK, broken
from translations.direction import MARKS, isolated, unbroken, without_marks


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("اتصل على 0800 0121 700 الآن.", ["0800 0121 700"]),
        ("موقع nationaluglymugs.org.", ["nationaluglymugs.org"]),
        ("(National Ugly Mugs) هي خدمة", ["National Ugly Mugs"]),
        ("Modern Slavery & Exploitation Helpline: 08000 121 700", None),
        ("24/7، 999", ["24/7", "999"]),
        ("شماره ۰۸۰۰ ۰۱۲۱ را بگیرید", ["۰۸۰۰ ۰۱۲۱"]),
        ("حق 5.1a و s.46", ["5.1a", "s.46"]),
        ("لا شيء هنا", []),
    ],
)
def test_runs_are_isolated(text: str, runs: list[str] | None) -> None:
    shown = isolated(text)
    assert without_marks(shown) == text
    if runs is not None:
        assert [part.partition("\u2069")[0] for part in shown.split("\u2066")[1:]] == runs


def test_the_full_stop_and_the_brackets_stay_outside() -> None:
    assert isolated("(SARC).") == "(\u2066SARC\u2069)."


@given(st.text(alphabet="ابپ ۰۱09 aZ.,()&/-'’**{}"))
def test_isolating_loses_nothing_and_twice_is_once(text: str) -> None:
    shown = isolated(text)
    assert without_marks(shown) == text
    assert isolated(shown) == shown
    assert shown.count("\u2066") == shown.count("\u2069")


def test_marks_that_were_left_over_go() -> None:
    assert not MARKS & set(isolated("\u200fسلام\u202b"))


def test_thai_can_break_between_its_words_and_nowhere_else() -> None:
    text = "ตำรวจช่วยคุณได้ โทร **0800 0121 700** หรือ {officer} nationaluglymugs.org"
    shown = broken(text, "th")
    assert shown.replace(BREAK, "") == text
    assert BREAK in shown.partition(" ")[0]
    assert BREAK not in shown[shown.index("**") :].replace(broken("หรือ", "th"), "")
    assert broken(text, "ro") == text


def test_a_slot_stays_a_slot() -> None:
    assert isolated("صفحة {page} من 3") == "صفحة {page} من \u20663\u2069"


def test_a_telephone_number_is_never_broken() -> None:
    assert unbroken("call 0808 500 2222, or 999 55") == (
        "call 0808\u00a0500\u00a02222, or 999\u00a055"
    )
    assert unbroken("18 years and 2 people") == "18 years and 2 people"
