"""The one typeface of screen and paper, shipped so that nothing depends on the machine's fonts.

Latin, Greek and Cyrillic are in the family "Fieldbook Sans"; every other script has a family beside
it, opened only when a text needs it. `families` is the one list that says in which order they are
asked; screen and print both follow it.
"""

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
_SCRIPTS = (
    "Arabic",
    "Nastaliq",
    "Devanagari",
    "Bengali",
    "Gurmukhi",
    "Thai",
    "Ethiopic",
    "Hebrew",
    "SC",
    "TC",
    "JP",
    "KR",
)
"""Families beside Latin, in the order in which they are asked; the largest come last."""
_REGULAR_ONLY = frozenset({"JP", "KR"})
_OWN = {
    "ar": "Arabic",
    "fa": "Arabic",
    "ckb": "Arabic",
    "ur": "Nastaliq",
    "hi": "Devanagari",
    "bn": "Bengali",
    "pa": "Gurmukhi",
    "th": "Thai",
    "ti": "Ethiopic",
    "am": "Ethiopic",
    "he": "Hebrew",
    "zh": "SC",
    "zh-Hans": "SC",
    "zh-Hant": "TC",
    "ja": "JP",
    "ko": "KR",
}
"""The family that a language is asked in first: its letters, and its punctuation too."""
FAMILIES = (FAMILY, *(f"{FAMILY} {script}" for script in _SCRIPTS))
"""Every shipped family."""


@cache
def families(language: str = "en") -> tuple[str, ...]:
    """All families in the order in which a text of `language` (BCP 47) asks them for a glyph."""
    tag = language.replace("_", "-")
    own = _OWN.get(tag) or _OWN.get(tag.partition("-")[0])
    first = (f"{FAMILY} {own}", FAMILY) if own else (FAMILY,)
    return (*first, *(family for family in FAMILIES if family not in first))


def needed(text: str, language: str = "en") -> tuple[str, ...]:
    """The families that `text` of `language` is drawn with, in the order of `families`."""
    left = {ord(character) for character in text}
    found = []
    for family in families(language):
        drawn = {code for code in left if _within(code, *_ranges(family))}
        if drawn:
            found.append(family)
            left -= drawn
        if not left:
            break
    return tuple(found)


def path(weight: str, family: str = FAMILY) -> Path:
    """The TrueType file of a family in `weight`, one of `WEIGHTS`; raises KeyError otherwise.

    Only "Fieldbook Sans" has all four; elsewhere bold stands for semibold, regular for italic, and
    regular for bold where a family has no bold.
    """
    if family == FAMILY:
        return _FOLDER / _FILES[weight]
    script = family.removeprefix(f"{FAMILY} ")
    if script not in _SCRIPTS or weight not in _FILES:
        raise KeyError(f"{family}, {weight}")
    bold = weight in ("bold", "semibold") and script not in _REGULAR_ONLY
    return _FOLDER / f"FieldbookSans{script}-{'Bold' if bold else 'Regular'}.ttf"


def files(family: str) -> tuple[Path, ...]:
    """Every file of a family, each once."""
    return tuple(dict.fromkeys(path(weight, family) for weight in WEIGHTS))


def covers(character: str, family: str | None = None) -> bool:
    """Whether `family`, or any where none is named, has a glyph for `character`.

    A glyph in the regular: bold Chinese is limited to common characters, and the regular stands in
    for the others.
    """
    asked = (family,) if family else FAMILIES
    return any(_within(ord(character), *_ranges(each)) for each in asked)


def _within(code: int, starts: tuple[int, ...], ends: tuple[int, ...]) -> bool:
    place = bisect_right(starts, code) - 1
    return place >= 0 and code <= ends[place]


@cache
def _ranges(family: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code points of the covered ranges, from the files that the builds write."""
    script = family.removeprefix(FAMILY).strip()
    file = _FOLDER / "coverage" / f"{script}.txt" if script else _FOLDER / "coverage.txt"
    pairs = [row.split("-") for row in file.read_text(encoding="ascii").split()]
    return tuple(int(first, 16) for first, _ in pairs), tuple(int(last, 16) for _, last in pairs)
