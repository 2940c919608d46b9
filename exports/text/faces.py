"""The shipped fonts, opened once for shaping and measuring."""

from functools import cache

import uharfbuzz as hb

from translations import fonts


class Face:
    """One font file as HarfBuzz sees it; lengths are in thousandths of the type size."""

    def __init__(self, weight: str) -> None:
        self.name = fonts.path(weight).stem
        self.italic = weight == "italic"
        self.source = hb.Face(hb.Blob.from_file_path(str(fonts.path(weight))))
        self.font = hb.Font(self.source)
        self.covered = frozenset(self.source.unicodes)
        self.scale = 1000 / self.source.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = extents.descender * self.scale
        self._advances: dict[int, int] = {}

    def advance(self, glyph: int) -> int:
        """The horizontal advance of `glyph` as the font has it, in font units."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return width


@cache
def face(weight: str) -> Face:
    """The face of `weight`, one of `translations.fonts.WEIGHTS`; opened at first use."""
    return Face(weight)
