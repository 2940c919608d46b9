"""The one typeface of screen and paper, shipped so that nothing depends on the machine's fonts."""

from bisect import bisect_right
from functools import cache
from pathlib import Path

FAMILY = "Fieldbook Sans"
"""The private family name: never confused with a Noto Sans that a machine may have."""

_FOLDER = Path(__file__).parent
_FILES = {
    "regular": "FieldbookSans-Regular.ttf",
    "semibold": "FieldbookSans-SemiBold.ttf",
    "bold": "FieldbookSans-Bold.ttf",
    "italic": "FieldbookSans-Italic.ttf",
}
WEIGHTS = tuple(_FILES)


def path(weight: str) -> Path:
    """The TrueType file of `weight`, one of `WEIGHTS`; raises KeyError for any other name."""
    return _FOLDER / _FILES[weight]


def covers(character: str) -> bool:
    """Whether every weight has a glyph for `character` (one code point)."""
    starts, ends = _ranges()
    code = ord(character)
    place = bisect_right(starts, code) - 1
    return place >= 0 and code <= ends[place]


@cache
def _ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code points of the covered ranges, from the file that `build.py` writes."""
    rows = (_FOLDER / "coverage.txt").read_text(encoding="ascii").split()
    pairs = [row.split("-") for row in rows]
    return tuple(int(first, 16) for first, _ in pairs), tuple(int(last, 16) for _, last in pairs)
