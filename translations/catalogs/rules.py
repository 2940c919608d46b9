"""The rules of a catalog: what a translation must not lose, change or pretend."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from translations.cards import Message
from translations.catalogs.entries import DRAFTER, Entry, Written, lowest
from translations.catalogs.scripts import letters_of, script_of
from translations.catalogs.status import Status
from translations.direction import MARKS
from translations.languages import Language

Covered = Callable[[str, Language], bool]
"""Whether the shipped fonts draw a character in a language."""

_SLOT = re.compile(r"\{[^{}]*\}")
_ADDRESS = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:org|uk|com|net|gov|info)(?:\.uk)?\b")
_PHONE = re.compile(r"(?<!\d)(?<!\d\.)(?:\d[\d ]{3,}\d|999|101|111|112|116|55)(?!\d|\.\d)")
_DIGITS = re.compile(r"\d+")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_WORD = re.compile(r"[^\W\d_]+")
_JOINERS = {"\u200c", "\u200d"}
_JOINED = {"Arab", "Deva", "Beng", "Guru"}
"""Scripts in which joiners belong to the spelling."""
_ALIKE = {"Cyrl", "Grek"}
"""Scripts with letters that look Latin: a slip of the keyboard that no eye sees."""
_LONGEST, _SLACK = 3, 24
"""How many times the English a translation may be, and characters that any may have besides."""
_SAME_WORDS = 2
"""So many words may be the same in two languages by chance, as "No" is in Spanish."""


class Finding(NamedTuple):
    """One thing that is wrong: the language, the message (or ""), the rule, and a sentence."""

    language: str
    message: str
    rule: str
    text: str

    def __str__(self) -> str:
        """All of it in one line."""
        return f"{self.language}: {self.message or 'catalog'}: {self.text} [{self.rule}]"


Told = Iterator[tuple[str, str]]
"""Rules that are broken, each with a sentence."""


def check(
    language: Language,
    written: Written,
    messages: Iterable[Message],
    names: frozenset[str] = frozenset(),
    covered: Covered | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong with a catalog.

    `messages` are all that it must have, `names` the words that stay as they are in English, and
    `covered` says what the fonts can draw.
    """
    wanted = {message.id: message for message in messages}
    found = [Finding(language.code, "", *each) for each in _whole(written)]
    found += [
        Finding(language.code, id, "unknown message", "No text in English has this id.")
        for id in written.entries
        if id not in wanted
    ]
    for id, message in wanted.items():
        entry = written.entries.get(id, Entry(id, message.text, ""))
        found += [
            Finding(language.code, id, *each)
            for each in check_entry(language, entry, message, names, covered)
        ]
    return tuple(found)


def check_entry(
    language: Language,
    entry: Entry,
    message: Message,
    names: frozenset[str] = frozenset(),
    covered: Covered | None = None,
) -> Told:
    """What is wrong with one entry of a catalog."""
    if not entry.text.strip():
        yield "missing message", "This is not translated."
        return
    if entry.source != message.text:
        yield "outdated", f"The English now reads: {message.text}"
        return
    yield from _status(entry)
    yield from _kept(message.text, entry.text)
    yield from _bold(message.text, entry.text)
    yield from _length(message.text, entry.text)
    yield from _same(message.text, entry.text, names)
    yield from _marks(language, entry.text)
    yield from _script(language, message.text, entry.text, names)
    if covered is not None:
        yield from _glyphs(language, entry.text, covered)


def _whole(written: Written) -> Told:
    """What concerns no single message."""
    for id in written.twice:
        yield "twice", f"“{id}” stands in the file twice."
    if not written.entries:
        return
    least = lowest(written.entries.values())
    if written.status != least.word:
        yield (
            "status",
            f"The head says status “{written.status}”, but the least of its messages is"
            f" {least.word}.",
        )
    if least > Status.DRAFT and written.translator in {"", DRAFTER}:
        yield "status", "No translator is named, yet nothing in it is a draft."


def _status(entry: Entry) -> Told:
    """A draft must not pass for more."""
    for comment in entry.unclear:
        yield "status", f"“{comment}” must read: approved: NAME, YYYY-MM-DD."
    if entry.fuzzy and entry.signed:
        yield "status", "It is marked as a draft (fuzzy), but signed off."
    if not entry.fuzzy and not entry.signed:
        yield "status", "It is not marked as a draft (fuzzy), but nobody has signed it off."
    for sign in entry.signed:
        if sign.reviewer.casefold() == DRAFTER.casefold():
            yield "status", "A draft's translator cannot sign it off."


def _kept(english: str, text: str) -> Told:
    """Placeholders, addresses and numbers are the same."""
    for rule, pattern in (
        ("placeholder", _SLOT),
        ("web address", _ADDRESS),
        ("phone number", _PHONE),
    ):
        yield from _difference(rule, pattern.findall(english), pattern.findall(text))
    bare = _SLOT.sub("", english), _SLOT.sub("", text)
    yield from _difference("number", *(map(_value, _DIGITS.findall(each)) for each in bare))


def _value(digits: str) -> str:
    """A number in ASCII, whichever script's digits it is written in."""
    return "".join(str(unicodedata.digit(digit)) for digit in digits)


def _difference(rule: str, wanted: Iterable[str], given: Iterable[str]) -> Told:
    expected, found = Counter(wanted), Counter(given)
    for lost in expected - found:
        yield rule, f"“{lost}” is lost or changed."
    for extra in found - expected:
        yield rule, f"“{extra}” is not in the English."


def _bold(english: str, text: str) -> Told:
    if _BOLD.sub("", text).count("**"):
        yield "bold", "The markers ** do not stand around words in pairs."
    elif len(_BOLD.findall(text)) != len(_BOLD.findall(english)):
        yield "bold", f"{len(_BOLD.findall(english))} parts are bold in the English."


def _length(english: str, text: str) -> Told:
    if len(text) > _LONGEST * len(english) + _SLACK:
        yield "length", f"It is {len(text)} characters long, the English {len(english)}."


def _same(english: str, text: str, names: frozenset[str]) -> Told:
    words = [word for word in _words(english) if word not in names]
    if text == english and len(words) > _SAME_WORDS:
        yield "untranslated", "It is the same as the English."


def _words(text: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", _SLOT.sub(" ", text)))


def _marks(language: Language, text: str) -> Told:
    """Marks are put in when it is shown; left-over ones turn the text around."""
    joined = language.script in _JOINED
    for character in dict.fromkeys(text):
        code = f"U+{ord(character):04X}"
        if character in MARKS:
            yield "direction mark", f"The direction mark {code} stands in it."
        elif character in _JOINERS and joined:
            continue
        elif unicodedata.category(character) in {"Cc", "Cf", "Co", "Cn", "Zl", "Zp"}:
            yield "direction mark", f"The invisible character {code} stands in it."
    if text != text.strip() or "  " in text:
        yield "blank", "It begins or ends with a blank, or has two in a row."
    if text != unicodedata.normalize("NFC", text):
        yield "composition", "Its accents are not composed (Unicode NFC)."


def _script(language: Language, english: str, text: str, names: frozenset[str]) -> Told:
    """It is in the language's script, but for names that stay in English."""
    own = letters_of(language.script)
    known = names.union(word for word in _words(english) if word != word.lower())
    count = 0
    for word in _words(text):
        runs = [(script, "".join(letters)) for script, letters in groupby(word, script_of)]
        scripts = {script for script, _ in runs if script}
        count += own in scripts
        if own in _ALIKE and len(scripts) > 1:
            yield "script", f"“{word}” mixes scripts."
            continue
        for script, run in runs:
            if script not in {"", own} and (script != "Latn" or run not in known):
                yield "script", f"“{run}” is not in the script of {language.english}."
    if not count and not (names >= set(_words(english)) or names >= set(_words(text))):
        yield "script", f"Nothing in it is in the script of {language.english}."


def _glyphs(language: Language, text: str, covered: Covered) -> Told:
    for character in dict.fromkeys(text):
        if not character.isspace() and not covered(character, language):
            name = unicodedata.name(character, "a character without a name")
            yield "glyph", f"The fonts cannot draw “{character}” (U+{ord(character):04X}, {name})."


def names_of(names: Iterable[str]) -> frozenset[str]:
    """The words of official names, which stay in English."""
    return frozenset(word for name in names for word in _words(name))
