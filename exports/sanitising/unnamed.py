"""Finds “she” and “the girl” where no woman was named before: whoever reads it will ask who."""

import re
from collections.abc import Iterator

from exports.sanitising.ordinary import is_female_name
from exports.sanitising.talk import HELPERS, MODAL, PLAIN_ACTS, SAYS, THINKS

_PARAGRAPH = re.compile(r"[^\n]+")
_KIN = (
    r"(?:wife|partner|sister|mother|aunt|auntie|girlfriend|daughter|cousin|niece|mistress|widow"
    r"|fianc[eé]e|secretary|bookkeeper|accountant|deputy|assistant)"
)
_INTRODUCED = re.compile(
    rf"\b(?i:his|their|whose|[A-Z][\w'’-]*['’]s?)\s+(?i:\w+[- ]){{0,2}}(?i:{_KIN})\b"
    r"|\b(?i:mrs|ms|miss|madam|madame|auntie|manageress|ringleader|matriarch|landlady)\b"
    r"|\b(?i:an?|another|one|second|third|older|middle-aged|elderly|female|unknown)\s+"
    r"(?i:[\w-]+\s+){0,2}(?i:woman|female|lady|suspect|offender|subject|nominal)\b"
    r"(?!\s+(?i:who|that)\s+(?i:works?|worked|lives?|lived|sleeps?|stays?|rents?)\b)"
    r"|\b(?i:partner|woman|female|wife|girlfriend|sister|mother|lady)\b[^.\n]{0,40}"
    r"\b(?i:named|called|known\s+as|nicknamed|alias|aka)\s+[A-Z]"
)
_CAPITAL = re.compile(r"\b[A-Z][a-zéèáíóúçğşłžšč'’-]{2,}\b")
_SHE = re.compile(r"\b[Ss]he(?:['’](?:s|d|ll))?\b(?=\s+[a-z])")
_ROLE = re.compile(
    r"\b[Tt](?:he|his|hat)\s+(?:(?:young|older|same|other|new|poor)\s+)?"
    r"(?:girl|lady|woman|lass|escort|worker|maid|masseuse|female|source|informant)\s+"
    r"((?:[a-z]+\s+){0,2}?)([a-z]+)\b"
)
_BEING = frozenset({"is", "was", "has", "does", "were", "be", "been", "its", "this", "as", "us"})


def find_unnamed(text: str) -> Iterator[tuple[int, int]]:
    """Where a paragraph says what a woman does whom it has not named or brought in before."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if "she" not in paragraph[0].lower() and " the " not in f" {paragraph[0].lower()}":
            continue
        known = _introduced(text, start, end)
        for match in _SHE.finditer(text, start, end if known is None else known):
            yield match.span()
        for match in _ROLE.finditer(text, start, end if known is None else known):
            if _is_act(match[1].split(), match[2]):
                yield match.span()


def _introduced(text: str, start: int, end: int) -> int | None:
    """Where the first woman of a paragraph is named, if one is."""
    match = _INTRODUCED.search(text, start, end)
    named = next(
        (
            word.start()
            for word in _CAPITAL.finditer(text, start, end)
            if is_female_name(word[0].lower())
        ),
        None,
    )
    places = [place for place in (match.start() if match else None, named) if place is not None]
    return min(places, default=None)


def _is_act(between: list[str], word: str) -> bool:
    if not all(one in HELPERS or one in MODAL or one.endswith("ly") for one in between):
        return False
    verb = word in PLAIN_ACTS or word in SAYS or word in THINKS
    return verb and word not in _BEING and word.endswith(("s", "ed", "ept", "ook", "ave", "ought"))
