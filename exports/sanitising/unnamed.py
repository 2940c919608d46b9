"""Finds “she” and “the girl” where no woman was named before: whoever reads it will ask who."""

import re
from collections.abc import Iterator
from functools import cached_property

from exports.sanitising.ordinary import is_female_name, is_male_name
from exports.sanitising.reading import small
from exports.sanitising.talk import HELPERS, MODAL, PLAIN_ACTS, SAYS, THINKS

_PARAGRAPH = re.compile(r"[^\n]+")
_KIN = (
    r"(?:wife|partner|sister|mother|aunt|auntie|girlfriend|daughter|cousin|niece|mistress|widow"
    r"|fianc[eé]e|secretary|bookkeeper|accountant|deputy|assistant)"
)
_BROUGHT_IN = re.compile(
    rf"\b(?i:his|their|whose|[A-Z][\w'’-]*['’]s?)\s+(?i:\w+[- ]){{0,2}}(?i:{_KIN})\b"
    r"|\b(?i:mrs|ms|miss|madam|madame|auntie|manageress|ringleader|matriarch|landlady)\b"
    r"|\b(?i:an?|another|one|second|third|older|middle-aged|elderly|female|unknown)\s+"
    r"(?i:[\w-]+\s+){0,2}(?i:woman|female|lady|suspect|offender|subject|nominal)\b"
    r"(?!\s+(?i:who|that)\s+(?i:works?|worked|lives?|lived|sleeps?|stays?|rents?)\b)"
)
_CALLED = re.compile(
    r"\b(?i:partner|woman|female|wife|girlfriend|sister|mother|lady)\b[^.\n]{0,60}"
    r"\b(?i:named|called|known\s+as|nicknamed|alias|aka)\s+([A-Z]\w+)"
    rf"|\b(?i:his|their|whose)\s+(?i:{_KIN}),?\s+([A-Z]\w+)"
    r"|\b(?:Mrs|Ms|Miss|Mama|Madam|Madame|Auntie|Aunty)\s+([A-Z][\w'’-]*)"
)
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]{2,}")
_FULL = re.compile(
    r"\b([A-Z][a-zéèáíóúçğşłžšč'’]{2,}(?:-[A-Z][a-zéèáíóúçğşłžšč]+)?)(?:\s+([A-Z][\w'’-]+))?"
)
_SHE = re.compile(r"\bshe(?:['’](?:s|d|ll))?\b(?=\s+[a-z])")
_MADE = re.compile(
    r"\b(?:makes|made|lets|let|has|had|gets|got|forces|forced|orders|ordered|wants|wanted)\s+her\s+"
    r"(?!(?:own|room|phone|passport|papers|name|number|money|debts?|car|picture|back|moved)\b)"
    r"(?:to\s+)?[a-z]+\b(?<!ed)(?<!ing)(?=\s+(?:the|his|their|what|how|a|an|it|them|him|up|out|to|in|on|for)\b)"
)
_ROLE = re.compile(
    r"\bt(?:he|his|hat)\s+(?:(?:young|older|same|other|new|poor)\s+)?"
    r"(?:girl|lady|woman|lass|escort|worker|maid|masseuse|female|source|informant)\s+"
    r"((?:[a-z]+\s+){0,2}?)([a-z]+)\b"
)
_MEANT = re.compile(
    r"\bt(?:he|his|hat)\s+(?:(?:young|older|other|new|poor|same|night|day)\s+)?"
    r"(?:girl|lady|lass|maid|escort|masseuse|informant|sex\s+worker|complainant|caller|female|lodger)"
    r"\b(?!['’]?s?\s+(?:suspect|offender|officer|nominal|subject|side|line|service|agency))"
)
_WHO_ELSE = re.compile(
    r"\b(?:girls?|lady|ladies|wom[ae]n|lass|escorts?|workers?|maid|masseuse|females?|source|victim"
    r"|informant|witness|complainant|tenant|one\s+of\s+(?:the|them))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|him|his|she|hers?)\b|[.\n][^.\n]*[.\n][^.\n]*[.\n]", re.I)
_NEXT = 240  # signs after a name in which a pronoun can tell whose it is
_BEING = frozenset({"is", "was", "has", "does", "were", "be", "been", "its", "this", "as", "us"})


class Women:
    """The women a text names itself, as it must name those who exploit."""

    def __init__(self, text: str, known: frozenset[str] = frozenset()) -> None:
        """Read `text`; `known` are the words of names (lower case) that must not stand in it."""
        self._text = text
        self._known = known

    @cached_property
    def _names(self) -> frozenset[str]:
        names: set[str] = set()
        sure: set[str] = set()
        for match in _FULL.finditer(self._text):
            given, surname = match[1].lower(), match[2] or match[1]
            parts = [given, *given.split("-")]
            if len(surname) > 2 and surname.isupper() and self._is_woman(parts, match[1]):
                sure |= {match[1], surname}  # as police write those whom a report is about
            elif any(map(is_female_name, parts)) and self._known.isdisjoint(parts):
                names |= {match[1], surname}
        names |= {match[1] or match[2] or match[3] for match in _CALLED.finditer(self._text)}
        return frozenset(sure | {name for name in names if name.lower() not in self._known})

    def _is_woman(self, given: list[str], name: str) -> bool:
        """Whether a woman has this name, or “she” is what the text calls its owner somewhere."""
        if any(map(is_female_name, given)):
            return True
        if any(map(is_male_name, given)):
            return False
        for mention in re.finditer(rf"\b{re.escape(name)}\b", self._text):
            pronoun = _PRONOUN.search(self._text, mention.end(), mention.end() + _NEXT)
            if pronoun is not None and pronoun[0].lower().startswith(("she", "her")):
                return True
        return False

    def is_named(self, at: int) -> bool:
        """Whether “she” at `at` is a woman named before in the text, and nobody since."""
        named = self._last_named(0, at)
        return named is not None and _WHO_ELSE.search(self._text, named, at) is None

    def _last_named(self, begin: int, end: int) -> int | None:
        if not self._names:
            return None
        words = _CAPITAL.finditer(self._text, begin, end)
        return max((w.end() for w in words if _bare(w[0]) in self._names), default=None)

    def unnamed(self) -> Iterator[tuple[int, int]]:
        """Where a paragraph says what a woman does whom it has not named or brought in before."""
        lower = small(self._text)
        for paragraph in _PARAGRAPH.finditer(self._text):
            start, end = paragraph.span()
            found = [
                match.span()
                for rule in (_SHE, _MADE, _MEANT, _ROLE)
                for match in rule.finditer(lower, start, end)
                if rule is not _ROLE or _is_act(match[1].split(), match[2])
            ]
            known = self._brought_in(start, end) if found else start
            yield from (one for one in found if one[0] < known and not self.is_named(one[0]))

    def _brought_in(self, start: int, end: int) -> int:
        """Where the first woman of a paragraph is brought in, its end if none is."""
        match = _BROUGHT_IN.search(self._text, start, end)
        words = _CAPITAL.finditer(self._text, start, end)
        named = next((word.start() for word in words if _bare(word[0]) in self._names), end)
        return min(named, match.start() if match else end)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _is_act(between: list[str], word: str) -> bool:
    if not all(one in HELPERS or one in MODAL or one.endswith("ly") for one in between):
        return False
    verb = word in PLAIN_ACTS or word in SAYS or word in THINKS
    return verb and word not in _BEING and word.endswith(("s", "ed", "ept", "ook", "ave", "ought"))
