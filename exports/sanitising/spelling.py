"""Reads letters and figures spelt by the words that radio operators use: golf four nine."""

import re
from collections.abc import Iterator

_ALPHABET = """
alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november
oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu
"""
_FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SPELT = {word: word[0].upper() for word in _ALPHABET.split()} | {
    word: str(figure) for figure, word in enumerate((*_FIGURES, *_TEENS))
}
SPELT |= {word: str(figure) for figure, word in enumerate(_TENS, 2)}
"""What each such word stands for."""

_SIGN = rf"\b(?:x-ray|{'|'.join(SPELT)}|[a-z]|\d+)\b"
_RUN = re.compile(rf"{_SIGN}(?:[ ,.-]+{_SIGN}){{2,}}", re.I)
_WORD = re.compile(r"x-ray|[a-z]+|\d+", re.I)


def spelt_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Each run of such words: where it begins and ends, and what it spells."""
    for run in _RUN.finditer(text):
        said = "".join(_sign(word) for word in _WORD.findall(run[0]))
        yield run.start(), run.start() + len(run[0].rstrip(" ,.-")), said


def _sign(word: str) -> str:
    return SPELT.get(word.lower().replace("-", ""), word.upper())
