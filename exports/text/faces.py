"""The shipped fonts, opened once for shaping and measuring."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from translations import fonts

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


class Face:
    """One font file as HarfBuzz sees it; lengths are in thousandths of the type size."""

    def __init__(self, file: Path, italic: bool = False) -> None:
        self.name = file.stem
        self.italic = italic
        self.source = hb.Face(hb.Blob.from_file_path(str(file)))
        self.font = hb.Font(self.source)
        self.covered = frozenset(self.source.unicodes)
        self.scale = 1000 / self.source.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = extents.descender * self.scale
        self.empty: int = self.font.get_nominal_glyph(ord(" ")) or 0
        self._advances: dict[int, int] = {}

    def advance(self, glyph: int) -> int:
        """The horizontal advance of `glyph` as the font has it, in font units."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return width


@cache
def shipped(weight: str) -> tuple[Face, ...]:
    """The faces of `weight`, one of `translations.fonts.WEIGHTS`, the preferred one first."""
    return (Face(fonts.path(weight), italic=weight == "italic"),)


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
