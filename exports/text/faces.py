"""The shipped fonts, opened once for shaping and measuring."""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from translations import fonts

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


_ROOM = {
    "Nastaliq": 1.62,
    "Arabic": 1.12,
    "Thai": 1.12,
    "Devanagari": 1.1,
    "Bengali": 1.1,
    "Gurmukhi": 1.08,
}
"""How much more room a line needs than one of Latin letters, where marks stand high and low."""


class _Listed:
    """The characters that a shipped family draws, known without opening it."""

    def __init__(self, family: str) -> None:
        self._family = family
        self._known: dict[int, bool] = {}

    def __contains__(self, code: object) -> bool:
        assert isinstance(code, int)
        known = self._known.get(code)
        if known is None:
            known = self._known[code] = fonts.covers(chr(code), self._family)
        return known


class Face:
    """One font file as HarfBuzz sees it; lengths are in thousandths of the type size.

    A file of the shipped `family` is opened when the first glyph of it is asked for: a Latin
    document never opens the others.
    """

    def __init__(
        self, file: Path, italic: bool = False, family: str = "", whole: bool = True
    ) -> None:
        """Take `file`; `whole` says that it has all characters of its `family`."""
        self.name = file.stem
        self.italic = italic
        self.room = _ROOM.get(family.removeprefix(fonts.FAMILY).strip(), 1.0)
        self.slopes = "Nastaliq" in family
        self._file = file
        self._family = family if whole else ""
        self._listed = _Listed(family) if family else None
        self._advances: dict[int, int] = {}

    @cached_property
    def source(self) -> Any:
        """The file as HarfBuzz has opened it."""
        return hb.Face(hb.Blob.from_file_path(str(self._file)))

    @cached_property
    def font(self) -> Any:
        """The font at its own size."""
        return hb.Font(self.source)

    @cached_property
    def covered(self) -> Container[int]:
        """The code points that it has glyphs for."""
        if self._listed and self._family:
            return self._listed
        return _Both(self._listed, self) if self._listed else frozenset(self.source.unicodes)

    @cached_property
    def scale(self) -> float:
        """From font units to thousandths of the type size."""
        return 1000 / float(self.source.upem)

    @cached_property
    def ascent(self) -> float:
        """Above the line."""
        return float(self.font.get_font_extents("ltr").ascender) * self.scale

    @cached_property
    def descent(self) -> float:
        """Below the line, negative."""
        return float(self.font.get_font_extents("ltr").descender) * self.scale

    @cached_property
    def empty(self) -> int:
        """The glyph that draws nothing."""
        return int(self.font.get_nominal_glyph(ord(" ")) or 0)

    def advance(self, glyph: int) -> int:
        """The horizontal advance of `glyph` as the font has it, in font units."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return width


class _Both:
    """What a file has of its family's characters; it is opened for those only."""

    def __init__(self, listed: _Listed, face: Face) -> None:
        self._listed, self._face = listed, face

    def __contains__(self, code: object) -> bool:
        return code in self._listed and code in self._own

    @cached_property
    def _own(self) -> frozenset[int]:
        return frozenset(self._face.source.unicodes)


@cache
def shipped(weight: str, language: str = "en") -> tuple[Face, ...]:
    """The faces of `weight`, one of `translations.fonts.WEIGHTS`, for text of `language`.

    The preferred one comes first. Rare Chinese characters, which the bold lacks, are regular.
    """
    chain = []
    for family in fonts.families(language):
        chain.append(_opened(weight, family))
        if fonts.path(weight, family) != fonts.path("regular", family) and family != fonts.FAMILY:
            chain.append(_opened("regular", family))
    return tuple(chain)


@cache
def _opened(weight: str, family: str) -> Face:
    """The one face of a file."""
    if family == fonts.FAMILY:
        return Face(fonts.path(weight), italic=weight == "italic")
    file = fonts.path(weight, family)
    if file != fonts.path("regular", family):
        return Face(file, family=family, whole=False)
    return _regular(family)


@cache
def _regular(family: str) -> Face:
    return Face(fonts.path("regular", family), family=family)


def itemise(text: str, faces: Sequence[Face]) -> Iterator[tuple[str, Face]]:
    """Stretches of `text`, each with the first of `faces` that covers it.

    Marks, joiners, spaces and punctuation stay with what stands before them where its face can
    draw them, so that shaping sees whole words.
    """
    first = faces[0]
    if len(faces) == 1 or all(ord(character) in first.covered for character in text):
        yield text, first
        return
    current = first
    start = 0
    for i, character in enumerate(text):
        wanted = _face(character, current if i else None, faces)
        if wanted is not current:
            if i:
                yield text[start:i], current
            current, start = wanted, i
    yield text[start:], current


def _face(character: str, current: Face | None, faces: Sequence[Face]) -> Face:
    """The face for `character` after a character in `current`."""
    code = ord(character)
    follows = unicodedata.category(character)[0] in "MPZSC"
    if current and follows and (code in current.covered or is_unseen(character)):
        return current
    return next((face for face in faces if code in face.covered), current or faces[0])


def can_draw(character: str, faces: Sequence[Face]) -> bool:
    """Whether one of `faces` has a glyph for `character`, or it needs none."""
    if is_unseen(character):
        return True
    drawn = unicodedata.category(character) != "Cc"
    return drawn and any(ord(character) in face.covered for face in faces)


def is_unseen(character: str) -> bool:
    """Whether `character` changes its neighbours or nothing, and is never drawn itself."""
    return _UNSEEN.match(character) is not None
