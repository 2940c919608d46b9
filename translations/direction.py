"""Keeps numbers, addresses and Latin names whole inside text that is written from the right.

Without isolates (UAX 9, 6.2), 0800 0121 700 in Arabic reads 700 0121 0800. Catalogs are free of
direction marks; they are put in here, the same for screen and paper.
"""

import re

LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"
MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Every invisible character that turns the direction of text."""

_LATIN = r"A-Za-z\u00c0-\u024f"
_WORD = rf"[{_LATIN}0-9](?:[{_LATIN}0-9.@/_'’+-]*[{_LATIN}0-9])?"
_NUMBER = r"\+?\d(?:[\d.,:/-]*\d)?"
_SLOT = r"\{[^{}]*\}"
_RUN = re.compile(
    rf"{_SLOT}|(?:{_WORD}|{_NUMBER})(?:(?:[ \u00a0]| ?& ?)(?:{_WORD}|{_NUMBER}))*", re.UNICODE
)
_PHONE = re.compile(r"(?<!\d)\d[\d ]{3,}\d(?!\d)")


def isolated(text: str) -> str:
    """`text`, of a language written from the right, with each run of Latin or digits isolated.

    A run is made of Latin words, addresses and numbers in any digits, with single spaces or "&"
    between them; brackets and full stops around it stay outside, and a slot that is filled in later
    stays a slot. Running it twice changes nothing.
    """
    plain = "".join(character for character in text if character not in MARKS)
    return _RUN.sub(lambda run: run[0] if run[0][0] == "{" else _isolate(run[0]), plain)


def _isolate(run: str) -> str:
    return LEFT_TO_RIGHT_ISOLATE + run + POP_ISOLATE


def unbroken(text: str) -> str:
    """`text` with its telephone numbers in one line each: nobody dials half a number."""
    return _PHONE.sub(lambda number: number[0].replace(" ", "\u00a0"), text)


def without_marks(text: str) -> str:
    """`text` as it was before marks and break points were put in."""
    return "".join(" " if c == "\u00a0" else c for c in text if c not in MARKS and c != "\u200b")
