"""The words of a text with their places, in any script, also when taken apart."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from exports.sanitising.letters import is_foreign, roman

_JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"(?<!\w)\w(?:[ .\-_*·,|/]{1,3}\w){2,}(?!\w)")
_DISGUISE = re.compile(r"[\w@$!|€]{3,}")
_PLAIN = str.maketrans("013457@$!|€", "oieasyasile"[:11])
_LOOK_BACK = 24  # signs before a word in which the end of the sentence before it is sought
_ENDS_SENTENCE = ".!?:\n\r\t•-–—"


@dataclass(frozen=True)
class Word:
    """A word at `start` to `end`; `latin` is how it reads in small Latin letters."""

    text: str
    start: int
    end: int
    latin: str
    foreign: bool
    opens: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """Every run of letters of `text` in reading order, without a possessive ’s."""
    if _is_plain(text):
        plain = (_word(text, *match.span()) for match in _LETTERS.finditer(text))
        return tuple(word for word in plain if not _is_possessive(text, word))
    found = []
    start = None
    for place, letter in enumerate(f"{text} "):
        if letter in _JOINERS or unicodedata.category(letter)[0] in "LM":
            start = place if start is None else start
        elif start is not None:
            word = _word(text, start, place)
            if word.latin or word.foreign:
                found.append(word)
            start = None
    return tuple(word for word in found if not _is_possessive(text, word))


@lru_cache(maxsize=256)
def small(text: str) -> str:
    """`text` in small letters, every letter in its place: rules are twice as quick on it."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one) == 1 else sign for sign in text for one in [sign.lower()])


def disguised(text: str) -> Iterator[Word]:
    """Words spelt out letter by letter (M-a-r-i-a) or with other signs for letters (M4ri@)."""
    for match in _APART.finditer(text):
        letters = "".join(letter for letter in match[0] if letter.isalpha())
        if len(letters) >= 3:
            yield Word(letters, match.start(), match.end(), roman(letters), False, False)
    for match in _DISGUISE.finditer(text):
        signs = match[0].rstrip("!|")
        if any(sign.isalpha() for sign in signs) and not signs.isalpha():
            latin = roman(signs.translate(_PLAIN))
            yield Word(signs, match.start(), match.start() + len(signs), latin, False, False)


def _is_plain(text: str) -> bool:
    """Whether what a pattern takes for letters are the letters of `text`: no marks, no joiners."""
    return all(
        sign.isalpha() or not (sign.isalnum() or unicodedata.category(sign)[0] in "MC")
        for sign in set(text)
        if not sign.isascii()
    )


def _word(text: str, start: int, end: int) -> Word:
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" \"'“‘(")
    opens = (not before and start < _LOOK_BACK) or before[-1:] in _ENDS_SENTENCE
    piece = text[start:end]
    return Word(piece, start, end, roman(piece), is_foreign(piece), opens)


def _is_possessive(text: str, word: Word) -> bool:
    return word.text == "s" and text[max(0, word.start - 1) : word.start] in ("'", "’")
