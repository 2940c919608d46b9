"""Finds known names in a text: in any script, misspelt, taken apart, as initials."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.nations import TOWNS
from exports.sanitising.ordinary import (
    is_also_a_word,
    is_common,
    is_given_name,
    is_often_said,
    is_written_small,
)
from exports.sanitising.reading import Word, disguised, words
from exports.sanitising.shortened import forms_of
from exports.sanitising.sounds import Crowd, is_near_across_scripts, is_pet_name, sound
from exports.sanitising.wade import wade
from translations.interface import _

_TITLES = frozenset(
    [
        "the",
        "of",
        "and",
        "a",
        "an",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "de",
        "da",
        "di",
        "la",
        "el",
        "al",
        "van",
        "von",
        "bin",
        "bint",
    ]
)
_INITIALS = re.compile(
    r"\b[A-Z]\.? ?[A-Z]\.(?!\w)|\b[A-Z]\.[A-Z]\b"
    r"|(?<=initials )[A-Z] ?[A-Z]\b|(?<=initials are )[A-Z] ?[A-Z]\b"
    r"|(?<=initials of )[A-Z] ?[A-Z]\b"
)
_COMMON = 1500  # a name that is one of so many words counts only with a capital
_MONTHS = frozenset({"april", "may", "june", "august", "autumn", "summer", "spring", "winter"})
_IN_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|last|this|next|during|late|early|mid|before|after|from|to|and"
    r"|between|every|each|through)|\d(?:st|nd|rd|th)?)[ -]$",
    re.IGNORECASE,
)
_REACH = 12  # signs before a word that tell whether it is a month
_ORDINARY = 4500  # words so common are no short form of a name
_LONG_NAME = 7  # letters of a name whose end is a name too: Kemi of Oluwakemi
_END_OF_NAME = 4
_CARS_ARE = """
caddy transit corsa astra focus golf polo yaris civic fiesta zafira vivaro qashqai octavia prius
tesla alhambra sharan fabia superb leon ibiza meriva insignia mokka juke micra clio megane kangoo
"""
_CARS = frozenset(_CARS_ARE.split())
_LONGEST = 80  # letters; longer is no name
_LONG = 5  # letters of an ordinary word that may stand for a name
_NOT_A_THING = re.compile(
    r"(?<!\bthe)(?<!\ba)(?<!\ban)(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bthis)[a-z,] $"
)
_GENERIC = 400  # no name by itself, only with the words beside it


@dataclass(frozen=True)
class _Part:
    """One word of a known name."""

    latin: str
    foreign: bool
    known: Known


class Names:
    """The names to look for; `known` may hold hundreds."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._parts: list[_Part] = []
        self._whole: list[tuple[tuple[str, ...], Known]] = []
        self._initials: dict[str, Known] = {}
        for name in known:
            self._learn(name)
        self._exact = {part.latin: part for part in reversed(self._parts)}
        self._crowd = Crowd(part.latin for part in self._parts)
        self._begun: dict[str, list[_Part]] = {}
        for part in self._parts:
            self._begun.setdefault(part.latin[:2], []).append(part)
        self._instead_of: dict[str, _Part | None] = {}
        self._ends = {end: part for part in reversed(self._parts) for end in _ends_of(part.latin)}
        self._foreign_parts = [part for part in self._parts if part.foreign]

    def _learn(self, name: Known) -> None:
        pieces = words(name.text)
        self._whole.append((tuple(word.latin for word in pieces), name))
        for word in pieces:
            plain = len(pieces) > 1 and is_common(word.latin, _GENERIC)
            if word.latin in _TITLES or plain or (len(word.latin) < 3 and not word.foreign):
                continue
            for latin in forms_of(word.latin):
                if latin == word.latin or is_given_name(latin) or not is_common(latin):
                    self._parts.append(_Part(latin, word.foreign, name))
        before_pinyin = [wade(word.latin) or word.latin for word in pieces]
        if len(pieces) in (2, 3) and before_pinyin != [word.latin for word in pieces]:
            self._whole.append((tuple(before_pinyin), name))
        for first, second in pairwise(pieces):
            if len(first.latin + second.latin) > 4:
                self._parts.append(_Part(first.latin + second.latin, first.foreign, name))
        capitals = [word.latin[:1] for word in pieces if word.latin not in _TITLES]
        if len(capitals) == 2:
            self._initials["".join(capitals).upper()] = name

    def find(self, text: str) -> Iterator[Finding]:
        """The places where a known name seems to stand; several may overlap."""
        tokens = [word for word in words(text) if len(word.text) <= _LONGEST]
        for word in tokens:
            if word.latin in _MONTHS and _IN_MONTH.search(text[: word.start][-_REACH:]):
                continue
            part = self._foreign(word) if word.foreign else self._latin(word)
            if part is None and word.is_capital and not word.opens:
                part = self._instead(word, text[: word.start][-_REACH:])
            if part is not None:
                yield _finding(text, word.start, word.end, part.known)
            elif word.foreign:
                why = _("Written in another script: it could be a name. Leave it out.")
                yield Finding(Kind.NAME, word.start, word.end, word.text, why)
        yield from self._phrases(text, tokens)
        yield from self._joined(text, tokens)
        for word in disguised(text):
            readings = (word.latin, word.latin.replace("i", "l"), word.latin.strip("0123456789"))
            part = next((self._exact[one] for one in readings if one in self._exact), None)
            if part is not None:
                yield _finding(text, word.start, word.end, part.known)
        for match in _INITIALS.finditer(text):
            known = self._initials.get("".join(c for c in match[0] if c.isalpha()))
            if known is not None:
                yield _finding(text, match.start(), match.end(), known)

    def _latin(self, word: Word) -> _Part | None:
        if word.latin in self._exact:
            common = is_common(word.latin, _COMMON)
            if word.is_capital and (not common or not word.opens or len(word.text) == 1):
                return self._exact[word.latin]
            if not word.is_capital and len(word.latin) < _END_OF_NAME:
                return None if is_common(word.latin) else self._exact[word.latin]
            if not word.is_capital and not common and not is_also_a_word(word.latin):
                return self._exact[word.latin]
            return None
        if word.is_capital and not word.opens:
            if is_common(word.latin) and not is_given_name(word.latin):
                if is_common(word.latin, _ORDINARY):
                    return None
                return self._pet_name(word)
        elif (is_often_said if word.opens else is_written_small)(word.latin) and not (
            word.opens and is_given_name(word.latin)
        ):
            return None
        if word.latin in _CARS or (not word.is_capital and len(word.latin) <= _END_OF_NAME):
            return None
        if word.text.isupper() and len(word.text) < 4:
            return None  # an abbreviation, or the end of a number plate
        return self._nearest(word.latin, word.text.isupper()) or self._pet_name(word)

    @staticmethod
    def _is_ordinary(word: Word) -> bool:
        """Whether `word` is one of the language rather than one that holds a name."""
        small = not word.is_capital and is_common(word.latin)
        return small or is_also_a_word(word.latin)

    def _instead(self, word: Word, before: str) -> _Part | None:
        """The name for which an ordinary word with a capital stands: Channel for Chanel."""
        if len(word.latin) < _LONG or word.latin in TOWNS or not _NOT_A_THING.search(before):
            return None
        if word.latin not in self._instead_of:
            near = (one for one in self._crowd.all_near(word.latin) if one[:3] == word.latin[:3])
            same = (one for one in near if _sound_alike(one, word.latin))
            self._instead_of[word.latin] = self._exact.get(next(same, ""))
        return self._instead_of[word.latin]

    def _nearest(self, latin: str, shouted: bool = False) -> _Part | None:
        """The name that `latin` is near to; with `shouted` it begins with the same letter."""
        near = (
            one
            for one in self._crowd.all_near(latin)
            if not shouted or (one[0] == latin[0] and (len(latin) > 5 or _sound_alike(one, latin)))
        )
        found = next(near, None)
        if found is not None:
            return self._exact[found]
        if len(latin) < 3:
            return None
        across = (one for one in self._foreign_parts if is_near_across_scripts(one.latin, latin))
        return next(across, None)

    def _pet_name(self, word: Word) -> _Part | None:
        """The name whose short form `word` is, if it is written as a name."""
        if not word.text.istitle():
            return None
        beginning = self._begun.get(word.latin[:2], ())
        short = next((one for one in beginning if is_pet_name(one.latin, word.latin)), None)
        if short is None and (not word.opens or is_given_name(word.latin)):
            short = None if is_common(word.latin, _ORDINARY) else self._ends.get(word.latin)
        return short

    def _foreign(self, word: Word) -> _Part | None:
        for part in self._parts:
            if is_near_across_scripts(part.latin, word.latin):
                return part
        for part in self._parts:  # scripts without spaces: the name lies within a longer run
            if len(word.latin) > len(part.latin) > 3:
                score = fuzz.partial_ratio(part.latin, word.latin)
                if score > 85:
                    return part
        for latin, known in self._whole:
            if len(latin) > 1 and is_near_across_scripts("".join(latin), word.latin):
                return _Part("".join(latin), False, known)
        return None

    def _phrases(self, text: str, tokens: Sequence[Word]) -> Iterator[Finding]:
        """Whole names, also of words that alone are too short or too ordinary."""
        said = [word.latin for word in tokens]
        present = set(said)
        for latin, known in self._whole:
            size = len(latin)
            if not present.issuperset(latin):
                continue
            for place in range(len(said) - size + 1) if size > 1 else ():
                if tuple(said[place : place + size]) == latin:
                    first, last = tokens[place], tokens[place + size - 1]
                    yield _finding(text, first.start, last.end, known)
            if size == 1 and len(latin[0]) == 2:
                for word in tokens:
                    if word.latin == latin[0] and word.is_capital and not is_common(word.latin, 99):
                        yield _finding(text, word.start, word.end, known)

    def _joined(self, text: str, tokens: Sequence[Word]) -> Iterator[Finding]:
        """Names broken into two, and a first name and a surname written as one word."""
        wholes = {"".join(latin): known for latin, known in self._whole if len("".join(latin)) > 4}
        for first, second in pairwise(tokens):
            both = first.latin + second.latin
            part = self._exact.get(both)
            hyphen = text[first.end : second.start] == "-"
            if len(both) > 4 - hyphen and second.start - first.end <= 3 and part is not None:
                yield _finding(text, first.start, second.end, part.known)
            elif len(both) > 5 and first.is_capital and hyphen:
                part = self._nearest(both)
                if part is not None:
                    yield _finding(text, first.start, second.end, part.known)
        for word in tokens:
            for whole, known in wholes.items():
                if whole in word.latin and not self._is_ordinary(word):
                    yield _finding(text, word.start, word.end, known)
            if not word.foreign and not is_written_small(word.latin):
                for part in self._parts:
                    if len(part.latin) > 5 and part.latin in word.latin:
                        yield _finding(text, word.start, word.end, part.known)


def _ends_of(name: str) -> Iterator[str]:
    """What people leave of a name when they drop how it begins: Stela, Kemi."""
    if len(name) > _END_OF_NAME:
        yield name[1:]
    if len(name) >= _LONG_NAME:
        yield from (name[-size:] for size in range(_END_OF_NAME, len(name) - 2))


def _sound_alike(one: str, other: str) -> bool:
    long = min(len(one), len(other)) > _LONG_NAME
    return sound(one) == sound(other) or (long and OSA.distance(one, other) < 3)


def _finding(text: str, start: int, end: int, known: Known) -> Finding:
    why = _("This is, or is like, a name the notebook knows. Put a role or nothing in its place.")
    return Finding(Kind.NAME, start, end, text[start:end], why, known)
