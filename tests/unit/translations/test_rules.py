"""Each rule of a catalog, proven by a translation that it refuses."""

from __future__ import annotations

import pytest

from translations import fonts
from translations.cards import Message
from translations.catalogs.entries import Entry, SignOff, Written
from translations.catalogs.rules import Finding, check, names_of
from translations.catalogs.scripts import script_of
from translations.catalogs.status import Status
from translations.languages import Language, language

NAMES = names_of(["National Ugly Mugs", "SARC"])
SENTENCE = "You can say **no** to {officer} within 30 days."
ROMANIAN = "Îi poți spune **nu** lui {officer} în 30 de zile."
RING = "Ring 0800 0121 700 or see nationaluglymugs.org."


def found(code: str, english: str, text: str, **fields: object) -> set[str]:
    """The rules that one entry breaks."""
    entry = Entry("c.x", english, text)._replace(**fields)
    return {each.rule for each in told(code, english, entry)}


def drawn(character: str, _: Language) -> bool:
    """As if there were fonts for every letter and digit, and for the signs of Chinese."""
    known = bool(script_of(character)) or character.isdigit() or character == "。"
    return known or fonts.covers(character)


def told(code: str, english: str, entry: Entry, head: str | None = None) -> tuple[Finding, ...]:
    status = head or entry.status.word
    written = Written({entry.id: entry}, "A. Popescu", "2026-11-22", status)
    messages = (Message("c.x", english, "design"),)
    return check(language(code), written, messages, NAMES, drawn)


def test_a_right_translation_breaks_no_rule() -> None:
    assert not found("ro", SENTENCE, ROMANIAN)
    assert not found("ro", RING, "Sună la 0800 0121 700 sau vezi nationaluglymugs.org.")
    assert not found("es", "No", "No")
    assert not found("ru", "Ask National Ugly Mugs.", "Спросите National Ugly Mugs.")
    assert not found("zh-Hans", "A SARC can help.", "SARC可以帮助你。")
    assert not found("fa", "You have 30 days.", "شما ۳۰ روز وقت دارید.")
    assert not found("fa", "They go.", "می\u200cروند.")


@pytest.mark.parametrize(
    ("rule", "code", "english", "text"),
    [
        ("missing message", "ro", SENTENCE, ""),
        ("placeholder", "ro", SENTENCE, ROMANIAN.replace("{officer}", "polițist")),
        ("placeholder", "ro", SENTENCE, ROMANIAN.replace("{officer}", "{ofițer}")),
        ("placeholder", "ro", "Hello you.", "Bună ziua, {officer}."),
        ("phone number", "ro", RING, "Sună la 0800 121 700 sau vezi nationaluglymugs.org."),
        ("phone number", "fa", "Ring 999 now.", "اکنون با ۹۹۹ تماس بگیرید."),
        ("phone number", "fa", "Press 55.", "۵۵ را فشار دهید."),
        ("phone number", "ro", "Ring us today.", "Sună-ne azi la 116 123."),
        ("web address", "ro", RING, "Sună la 0800 0121 700 sau vezi nationaluglymug.org."),
        ("number", "ro", SENTENCE, ROMANIAN.replace("30", "13")),
        ("number", "ro", SENTENCE, ROMANIAN.replace("30 de", "multe")),
        ("number", "fa", "You have 30 days.", "شما ۳۱ روز وقت دارید."),
        ("bold", "ro", SENTENCE, ROMANIAN.replace("**nu**", "**nu*")),
        ("bold", "ro", SENTENCE, ROMANIAN.replace("**nu**", "** nu **")),
        ("bold", "ro", SENTENCE, ROMANIAN.replace("**", "")),
        ("untranslated", "ro", SENTENCE, SENTENCE),
        ("script", "th", "You can say no.", "You can say no."),
        ("script", "th", "Say no.", "Khun phut mai dai"),
        ("script", "ru", "You can say no.", "Вы можете cказать нет."),
        ("script", "ru", "You can say no.", "Вы можете say нет."),
        ("script", "ro", "You can say no.", "Poți spune нет."),
        ("length", "ro", "Yes", "Da, sunt de acord cu tot ce ați spus până acum"),
        ("glyph", "ro", "Say no.", "Spune nu ⍼."),
        ("direction mark", "ar", "Say no.", "\u200fقل لا."),
        ("direction mark", "ar", "Say no.", "\u2067قل لا.\u2069"),
        ("direction mark", "th", "You can say no.", "คุณ\u200bพูดไม่ได้"),
        ("direction mark", "ro", "Say no.", "Spune\u200d nu."),
        ("blank", "ro", "Say no.", "Spune  nu."),
        ("blank", "ro", "Say no.", "Spune nu. "),
        ("composition", "ro", "Stay here.", "Ra\u0306mâi aici."),
    ],
)
def test_what_breaks_a_rule_is_refused(rule: str, code: str, english: str, text: str) -> None:
    assert rule in found(code, english, text)


SIGNED = (SignOff(Status.APPROVED, "A. Popescu", "2026-11-22"),)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("outdated", {"source": "You can say **no** to {officer} within 20 days."}),
        ("status", {"fuzzy": True, "signed": SIGNED}),
        ("status", {"fuzzy": False}),
        ("status", {"fuzzy": False, "unclear": ("approved: A. Popescu yesterday",)}),
        ("status", {"signed": (SignOff(Status.APPROVED, "Fieldbook draft", "2026-11-22"),)}),
    ],
)
def test_a_draft_does_not_pass_for_more(rule: str, fields: dict[str, object]) -> None:
    assert rule in found("ro", SENTENCE, ROMANIAN, **fields)


def test_the_head_says_what_its_messages_say() -> None:
    draft = Entry("c.x", SENTENCE, ROMANIAN)
    approved = draft._replace(fuzzy=False, signed=SIGNED)
    assert not told("ro", SENTENCE, approved)
    assert [each.rule for each in told("ro", SENTENCE, draft, "approved")] == ["status"]
    assert [each.rule for each in told("ro", SENTENCE, draft, "revised")] == ["status"]
    nobody = Written({"c.x": approved}, "Fieldbook draft", "", "approved")
    messages = (Message("c.x", SENTENCE, "design"),)
    assert [each.rule for each in check(language("ro"), nobody, messages)] == ["status"]


def test_ids_are_known_and_stand_once() -> None:
    entry = Entry("c.y", "Yes", "Da")
    written = Written({"c.y": entry}, "", "", "draft", ("c.y",))
    rules = {each.rule for each in check(language("ro"), written, ())}
    assert rules == {"unknown message", "twice"}
    assert "ro: c.y: " in "\n".join(map(str, check(language("ro"), written, ())))
