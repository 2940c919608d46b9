"""A card as it is shown: filled in, English where words are missing, empty parts left out."""

from __future__ import annotations

from pathlib import Path

from translations.cards.reading import read
from translations.cards.showing import passages, spans
from translations.languages import ENGLISH, language
from translations.words import Span

CARDS = read(Path(__file__).with_name("sample"))
RIGHTS = CARDS.card("your_rights")
OFFICER = {"officer": "PC 1234 **"}


def test_english_is_filled_in() -> None:
    shown = passages(RIGHTS, ENGLISH, lambda _: None, OFFICER)
    assert [each.kind for each in shown] == [block.kind for block in RIGHTS.blocks]
    assert shown[1].spans == (
        Span("You can say "),
        Span("no", bold=True),
        Span(". You can ask PC 1234 ** to leave."),
    )


def test_what_the_profile_leaves_blank_is_left_out() -> None:
    assert [each.message for each in passages(RIGHTS, ENGLISH, lambda _: None, {})] == [
        "your_rights.title",
        "your_rights.more",
        "your_rights.list_intro",
        "your_rights.ring",
        "your_rights.home",
    ]


def test_a_subheading_with_nothing_under_it_is_left_out() -> None:
    shown = passages(RIGHTS, ENGLISH, lambda _: None, OFFICER, RIGHTS.blocks[:3])
    assert [each.kind for each in shown] == ["heading", "paragraph"]


def test_words_without_a_translation_are_english_and_say_so() -> None:
    arabic = {"your_rights.ring": "اتصل على **0800 0121 700** أو nationaluglymugs.org."}
    shown = passages(RIGHTS, language("ar"), arabic.get, OFFICER)
    ring = next(each for each in shown if each.message == "your_rights.ring")
    assert ring.language.code == "ar"
    assert ring.service == "num"
    assert ring.spans[1] == Span("\u20660800\u00a00121\u00a0700\u2069", bold=True)
    assert {each.language.code for each in shown if each is not ring} == {"en"}


def test_what_fills_a_slot_is_isolated_too() -> None:
    shown = spans("أنا {officer}.", language("ar"), {"officer": "PC 1234"})
    assert shown == (Span("أنا \u2066PC 1234\u2069."),)
