"""Which fonts are made for the scripts beside Latin, Greek and Cyrillic, and of what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """One family of the shipped typeface.

    Attributes:
        name: after "Fieldbook Sans"; the family is called so.
        package: of npm's scope `@fontsource`.
        subset: the part of the package that is taken.
        bold: whether a bold is made; where it is not, the regular stands for it.
        zoom: how much larger it is drawn, so that it reads as large as Latin letters beside it.
        fill: the character set (a codec) whose rarer characters are taken from other parts of
            the package, with the least and greatest leading byte.
        common: the set whose characters the bold is limited to, as `fill`; None for all.
    """

    name: str
    package: str
    subset: str
    bold: bool = True
    zoom: float = 1.0
    fill: tuple[str, int, int] | None = None
    common: tuple[str, int, int] | None = None


SCRIPTS = (
    Script("Arabic", "noto-naskh-arabic", "arabic", zoom=1.14),
    Script("Nastaliq", "noto-nastaliq-urdu", "arabic"),
    Script("Devanagari", "noto-sans-devanagari", "devanagari"),
    Script("Bengali", "noto-sans-bengali", "bengali"),
    Script("Gurmukhi", "noto-sans-gurmukhi", "gurmukhi"),
    Script("Thai", "noto-sans-thai", "thai"),
    Script("Ethiopic", "noto-sans-ethiopic", "ethiopic"),
    Script("Hebrew", "noto-sans-hebrew", "hebrew"),
    Script(
        "SC",
        "noto-sans-sc",
        "chinese-simplified",
        fill=("gb2312", 0xB0, 0xF7),
        common=("gb2312", 0xB0, 0xD7),
    ),
    Script(
        "TC",
        "noto-sans-tc",
        "chinese-traditional",
        fill=("big5", 0xA4, 0xC6),
        common=("big5", 0xA4, 0xC6),
    ),
    Script("JP", "noto-sans-jp", "japanese", bold=False),
    Script("KR", "noto-sans-kr", "korean", bold=False),
)
VERSION = "5.3.0"
EAST_ASIAN = ("SC", "TC", "JP", "KR")
"""In this order; what an earlier one has, the Japanese one need not have: see `build.py`."""


def characters(charset: tuple[str, int, int]) -> set[int]:
    """The ideographs of a two-byte character set, from the least to the greatest leading byte."""
    codec, least, greatest = charset
    found = set()
    for code in range(0x3400, 0xA000):
        try:
            written = chr(code).encode(codec)
        except UnicodeEncodeError:
            continue
        if len(written) == 2 and least <= written[0] <= greatest:
            found.add(code)
    return found
