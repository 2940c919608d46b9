"""Characters to glyphs: HarfBuzz places ligatures, kerning and marks."""

from dataclasses import dataclass
from typing import NamedTuple

import uharfbuzz as hb

from exports.text.faces import Face


class Glyph(NamedTuple):
    """A glyph of a font with its advance and its displacement, in font units."""

    glyph: int
    advance: int
    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """The characters that are drawn, and may be broken from their neighbours, only together."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: int


def shape(text: str, face: Face, language: str) -> tuple[Cluster, ...]:
    """The clusters of `text` (one word or less, one face) in the order in which they are drawn.

    `language` is a BCP 47 tag; it chooses letter forms that differ between languages.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(face.font, buffer)
    clusters: list[Cluster] = []
    glyphs: list[Glyph] = []
    infos = buffer.glyph_infos
    starts = [info.cluster for info in infos] + [len(text)]
    for i, (info, place) in enumerate(zip(infos, buffer.glyph_positions, strict=True)):
        glyphs.append(Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset))
        if starts[i + 1] != starts[i]:
            drawn = text[starts[i] : starts[i + 1]]
            clusters.append(Cluster(drawn, tuple(glyphs), sum(g.advance for g in glyphs)))
            glyphs = []
    return tuple(clusters)
