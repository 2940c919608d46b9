"""Characters to glyphs: HarfBuzz places ligatures, kerning and marks."""

from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from exports.text.faces import Face


class Glyph(NamedTuple):
    """A glyph of a font with its advance and its displacement, in font units."""

    glyph: int
    advance: int
    dx: int
    dy: int


class Cluster(NamedTuple):
    """The characters that are drawn, and may be broken from their neighbours, only together."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: int


def shape(text: str, face: Face, language: str, leftward: bool) -> tuple[Cluster, ...]:
    """The clusters of `text` (one word or less, one face) in reading order.

    `language` is a BCP 47 tag; it chooses letter forms that differ between languages. Where the
    text is written `leftward`, the glyphs inside a cluster are still in the order of drawing.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    buffer.language = language
    hb.shape(face.font, buffer)
    rows = [
        (info.cluster, Glyph(info.codepoint, at.x_advance, at.x_offset, at.y_offset))
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    if len(rows) == len(text) and all(row[0] == i for i, row in enumerate(rows)):
        return tuple([Cluster(text[i], (glyph,), glyph.advance) for i, glyph in rows])
    parts = [(start, tuple(row[1] for row in same)) for start, same in groupby(rows, _start)]
    if leftward:
        parts.reverse()
    ends = [start for start, _ in parts[1:]] + [len(text)]
    return tuple(
        Cluster(text[start:end], glyphs, sum(glyph.advance for glyph in glyphs))
        for (start, glyphs), end in zip(parts, ends, strict=True)
    )


def _start(row: tuple[int, Glyph]) -> int:
    """Where in the text the cluster of a row begins."""
    return row[0]
