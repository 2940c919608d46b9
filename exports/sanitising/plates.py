"""Finds number plates that the vault knows, however spelt, and those of cars said to be hers."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterable, Iterator

from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.reading import small, words
from exports.sanitising.spelling import SPELT
from exports.sanitising.unnamed import Women
from translations.interface import _

_SAME = str.maketrans("OIQSZ", "01052")
_PIECE = re.compile(r"[xX][- ]?ray|[^\W_]+")
_LONGEST = 10  # pieces a plate may be taken apart into, and the most one piece may hold
_PLATE = (
    r"(?:[A-Z]{2}\s?\d{2}\s?[A-Z]{3}|[A-Z]\s?\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}\s?[A-Z]|[A-Z]{1,3}\s?\d{2,4}"
    r"|\d{1,4}\s?[A-Z]{1,3})"
)
WHOLE = re.compile(
    r"(?<![^\W_])(?:[A-Z]{2}\s?\d{2}\s?[A-Z]{3}|[A-Z]\s?\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}\s?[A-Z])(?![^\W_])"
)
"""A number plate as vehicles have had them since 1963."""
_ANY = re.compile(rf"(?<![^\W_]){_PLATE}(?![^\W_])")
_HERS = re.compile(
    r"\b(?:her|source['’]?s?|victim['’]?s|woman['’]?s|girl['’]?s|worker['’]?s|informant['’]?s)\s+(?:own\s+|\w+\s+){0,2}"
    r"(?:car|van|vehicle|motor|scooter|motorbike|moped|plate|registration|reg|vrm|index)\b"
    r"|\b(?:she|the\s+(?:source|victim|woman|girl|worker|lady))\s+(?:\w+\s+)?(?:drives?|drove|owns?|owned|uses?|bought|keeps?|is\s+the\s+keeper)\b"
    r"|\b(?:belong(?:s|ing)|registered|insured|owned|driven)\s+(?:to|by|in\s+the\s+name\s+of)\s+(?:her|the\s+(?:source|victim|woman|girl|worker|lady))\b",
    re.IGNORECASE,
)  # fmt: skip
_SENTENCE = re.compile(r"[^.!?\n]+")
_PARTLY = re.compile(r"(?:end(?:s|ed|ing)?|finish(?:es|ing)?|last|start(?:s|ing)?|begin(?:s|ning)?|part(?:ial|ly)?|letters|plate|registration|reg|vrm|index)\b[^.\n]{0,20}$", re.IGNORECASE)  # fmt: skip


class Plates:
    """The number plates to look for, and the rule for a car of hers."""

    def __init__(self, known: Iterable[Known], names: Iterable[Known] = ()) -> None:
        """Seek `known`; `names` are of people to be kept safe."""
        self._names = frozenset(small(word.text) for name in names for word in words(name.text))
        self._whole: dict[str, Known] = {}
        self._parts: dict[str, Known] = {}
        for plate in known:
            letters = "".join(sign for sign in plate.text.upper() if sign.isalnum())
            if 4 <= len(letters) <= 8:
                self._whole[letters.translate(_SAME)] = plate
            if len(letters) > 5:
                for part in (letters[-3:], letters[:-3], letters[-5:]):
                    self._parts[part.translate(_SAME)] = plate

    def find(self, text: str) -> Iterator[Finding]:
        """The places where such a plate stands; several may overlap."""
        if self._whole:
            yield from self._known(text)
        why = _("This is the number plate of a car said to be hers. Leave it out.")
        women = Women(text, self._names)
        for sentence in _SENTENCE.finditer(text):
            hers = _HERS.search(sentence[0])
            if hers and not women.is_named(sentence.start() + hers.start()):
                for match in _ANY.finditer(text, *sentence.span()):
                    yield Finding(Kind.PLATE, match.start(), match.end(), match[0], why)

    def _known(self, text: str) -> Iterator[Finding]:
        why = _("This is a number plate the notebook knows. Leave it out.")
        pieces = [(match.start(), match.end(), _sign(match[0])) for match in _PIECE.finditer(text)]
        for place, (start, _end, sign) in enumerate(pieces):
            run = ""
            for _start, end, more in pieces[place : place + _LONGEST]:
                run += more
                if not more or len(run) > 8:
                    break
                known = self._whole.get(run)
                if known is None and run in self._parts and sign.isupper() | sign.isdigit():
                    known = (
                        self._parts[run]
                        if _PARTLY.search(text[max(0, start - 40) : start])
                        else None
                    )
                if known is not None:
                    yield Finding(Kind.PLATE, start, end, text[start:end], why, known)
                    break


def _sign(piece: str) -> str:
    """What of a plate `piece` may be: letters and digits alike, or a word of the alphabet."""
    spelt = SPELT.get(piece.lower().replace("-", "").replace(" ", ""))
    return (spelt or piece.upper() if len(piece) <= 8 else "").translate(_SAME)
