"""A block of set text that Platypus can place, split over pages, and draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, takewhile
from typing import Any
from unicodedata import bidirectional

from reportlab.platypus import Flowable

from exports.text.embedding import EmbeddedFont, hexadecimal
from exports.text.faces import Face
from exports.text.look import Look
from exports.text.shaping import Cluster
from exports.text.words import Line, Run, Word, fill

_BASELINE = 0.74  # of the leading, from the top of the line to the foot of the letters
_STRIKE = (0.27, 0.055)  # height above the foot of the letters, thickness; of the type size
RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
_SEPARATORS = frozenset({"CS", "ES", "ET"})
_UNDERLINE = (-0.14, 0.055)


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Measures of a block, in points.

    Attributes:
        leading: from line to line.
        before, after: space around it, left out at the head of a page.
        align: "start", "centre" or "end"; a paragraph written leftward starts at the right.
        gap: height of an empty line between paragraphs.
        lead: space above the first line, to bring small type onto the line of larger type.
        tag: what it is, for screen readers (ISO 32000-1, 14.8.4).
    """

    leading: float
    before: float = 0.0
    after: float = 0.0
    align: str = "start"
    gap: float = 6.0
    lead: float = 0.0
    tag: str = "P"


class Block(Flowable):  # type: ignore[misc]
    """Text set in lines of the width that it is given."""

    def __init__(self, words: Sequence[Word], style: BlockStyle) -> None:
        super().__init__()
        self.style = style
        self.lines: list[Line] = []
        self._words = words
        self._set_for: float | None = None
        self.language = ""
        self.spaceBefore, self.spaceAfter = style.before, style.after

    def wrap(self, width: float, _height: float = 0) -> tuple[float, float]:
        """Set the lines for `width` points; return width and height."""
        if self._set_for != width:
            if self._words:
                self.lines = fill(self._words, width)
            self._set_for = width
        self.width, self.height = width, self._extent(self.lines)
        return self.width, self.height

    @property
    def natural_width(self) -> float:
        """Of the text in one line, in points."""
        return sum(run.width for word in self._words for run in (*word.runs, *word.space))

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits into `height` points and what does not; empty if it had better not be cut."""
        self.wrap(width)
        head, tail = self.cut(height)
        return [head, tail] if head and tail else []

    def cut(self, height: float) -> tuple["Block | None", "Block | None"]:
        """The part of a wrapped block that fits into `height`, and the rest, either may be None.

        Neither the first nor the last line of a paragraph stands alone on a page.
        """
        if self.height <= height:
            return self, None
        bottoms = accumulate(map(self._advance, self.lines), initial=self.style.lead)
        count = sum(1 for _ in takewhile(lambda bottom: bottom <= height, bottoms)) - 1
        while count > 0 and not self._parts_well(count):
            count -= 1
        if count <= 0:
            return None, self
        head, tail = self._part(self.lines[:count]), self._part(self.lines[count:])
        if not head.lines:  # only gaps, which don't stand at the head of a page
            return None, tail if tail.lines else self
        return head, tail if tail.lines else None

    def draw(self) -> None:
        """Draw at the place that Platypus has chosen."""
        self.paint(self.canv, 0, self.height)

    def paint(self, canvas: Any, x: float, top: float) -> None:
        """Draw the wrapped lines with their upper left corner at `x`, `top` of `canvas`."""
        with canvas.content(self.style.tag, self.language):
            self._paint(canvas, x, top - self.style.lead)

    def _paint(self, canvas: Any, x: float, top: float) -> None:
        for line in self.lines:
            if line.runs:
                left = x + self._indent(line)
                base = top - self._advance(line) * _BASELINE
                canvas._code.extend(_commands(canvas, line, left, base))
            top -= self._advance(line)

    def _parts_well(self, count: int) -> bool:
        """Whether the first `count` lines may stand on one page and the others on the next."""
        if count == len(self.lines):
            return True
        begins = count == 1 or self.lines[count - 2].ends
        lonely_above = begins and not self.lines[count - 1].ends
        lonely_below = not self.lines[count - 1].ends and self.lines[count].ends
        return not lonely_above and not lonely_below

    def _part(self, lines: Sequence[Line]) -> "Block":
        part = Block((), self.style)
        while lines and not lines[0].runs:  # no gap at the head of a page
            lines = lines[1:]
        part.lines, part._set_for = list(lines), self._set_for
        part.language = self.language
        part.wrap(self.width)
        return part

    def _extent(self, lines: Sequence[Line]) -> float:
        return sum(map(self._advance, lines)) + self.style.lead

    def _advance(self, line: Line) -> float:
        """From the top of `line` to that of the next."""
        if not line.runs:
            return self.style.gap
        return self.style.leading * max(run.face.room for run in line.runs)

    def _indent(self, line: Line) -> float:
        room = self.width - line.width
        if self.style.align == "centre":
            return room / 2
        return room if (self.style.align == "end") != line.leftward else 0.0


def _commands(canvas: Any, line: Line, x: float, base: float) -> Iterator[str]:
    """The PDF operators that draw `line` with the foot of its letters at `x`, `base`."""
    yield f"BT 1 0 0 1 {x:.2f} {base:.2f} Tm"
    drawn = line.drawn()
    edges = _edges(drawn, line.leftward)
    before: tuple[Look, Face] | None = None
    for place, run in enumerate(drawn):
        font = canvas.embedded.font(run.face)
        if before != (run.look, run.face):
            before = run.look, run.face
            yield f"/{font.name} {run.look.size:g} Tf {_colour(run.look)}"
        edge = edges.get(place, "")
        operators = font.drawn.get((run, edge))
        if operators is None:
            shown = _shown(font, run, edge, line.leftward)
            operators = font.drawn[run, edge] = " ".join(shown)
        yield operators
    yield "ET"
    for run in drawn:
        for wanted, (height, thickness) in (
            (run.look.struck, _STRIKE),
            (run.look.underlined, _UNDERLINE),
        ):
            if wanted:
                size = run.look.size
                yield (
                    f"{_colour(run.look)} {x:.2f} {base + height * size:.2f} "
                    f"{run.width:.2f} {thickness * size:.2f} re f"
                )
        x += run.width


def _edges(drawn: Sequence[Run], leftward: bool) -> dict[int, str]:
    """The marks that runs written against their paragraph bear, by their place on the line.

    Readers guess the order of a line from its letters, and take the spaces and brackets after a
    number into the number. A direction mark at the number's end tells them where it ends.
    """
    against = [run.level % 2 != leftward for run in drawn]
    if not any(against):
        return {}
    if leftward:
        return {
            i: RIGHT_TO_LEFT_MARK
            for i, here in enumerate(against)
            if here and not (i and against[i - 1])
        }
    ends = [*against[1:], False]
    return {i: LEFT_TO_RIGHT_MARK for i, here in enumerate(against) if here and not ends[i]}


def _colour(look: Look) -> str:
    return " ".join(f"{part:.3f}" for part in look.colour) + " rg"


def _shown(font: EmbeddedFont, run: Run, edge: str, leftward: bool) -> Iterator[str]:
    """The operators that show `run`; a cluster of several glyphs bears its text with it.

    ISO 32000-1, 14.9.4: ActualText replaces what a reader would make of the glyphs. Readers turn
    round what is written leftward letter by letter, so within a cluster too it stands as drawn.
    `edge` is a mark that goes with the first cluster of a line written `leftward`, else the last.
    """
    plain: list[str] = []
    clusters = _as_drawn(run)
    if edge and leftward:
        clusters[0] = clusters[0]._replace(text=edge + clusters[0].text)
    elif edge:
        clusters[-1] = clusters[-1]._replace(text=clusters[-1].text + edge)
    for cluster in clusters:
        if len(cluster.glyphs) == 1 and not cluster.glyphs[0].dy:
            plain.extend(_placed(font, cluster))
            continue
        if plain:
            yield f"[{''.join(plain)}]TJ"
            plain = []
        yield f"/Span<</ActualText<FEFF{hexadecimal(cluster.text)}>>>BDC"
        yield from _raised(font, run.look.size, cluster)
        yield "EMC"
    if plain:
        yield f"[{''.join(plain)}]TJ"


def _as_drawn(run: Run) -> list[Cluster]:
    """The clusters from left to right, the text of each in the order in which it is drawn.

    In a sloping script a reader would take each letter for a line of its own: there the word is
    one cluster.
    """
    clusters = list(run.drawn())
    if run.level % 2:
        clusters = [cluster._replace(text=_turned(cluster.text)) for cluster in clusters]
    if run.face.slopes and len(clusters) > 1:
        text = "".join(cluster.text for cluster in clusters)
        glyphs = tuple(glyph for cluster in clusters for glyph in cluster.glyphs)
        return [Cluster(text, glyphs, sum(cluster.advance for cluster in clusters))]
    return clusters


def _turned(text: str) -> str:
    """The text of a cluster written leftward, as it is drawn.

    Readers take a full stop or comma for part of a number, and a number for what is written
    rightward: a direction mark after it tells them better.
    """
    drawn = text[::-1]
    return RIGHT_TO_LEFT_MARK + drawn if bidirectional(text[-1]) in _SEPARATORS else drawn


def _placed(font: EmbeddedFont, cluster: Cluster) -> Iterator[str]:
    """The only glyph of `cluster`, with the kerning around it, as an element of TJ."""
    glyph, advance, dx, _ = cluster.glyphs[0]
    code = f"<{font.code(glyph, cluster.text):04X}>"
    scale = font.face.scale
    after = (font.face.advance(glyph) - advance + dx) * scale
    if dx:
        yield f"{-dx * scale:g}"
    yield code
    if after:
        yield f"{after:g}"


def _raised(font: EmbeddedFont, size: float, cluster: Cluster) -> Iterator[str]:
    """Base and marks of `cluster`, each in its place.

    Readers take the line and the extent of a cluster from its first and its last glyph. So what
    stands on the line at its beginning comes first, and if a mark comes last, an empty glyph
    follows that ends where the cluster ends.
    """
    scale = font.face.scale
    starts = accumulate((glyph.advance for glyph in cluster.glyphs), initial=0)
    placed = [
        (glyph.glyph, start + glyph.dx, glyph.dy, glyph.advance)
        for glyph, start in zip(cluster.glyphs, starts, strict=False)
    ]
    placed.sort(key=lambda item: (item[2] != 0, item[3] == 0, item[1]))
    if placed[0][2]:
        placed.insert(0, (font.face.empty, 0, 0, 0))
    last = placed[-1]
    if last[2] or last[1] + font.face.advance(last[0]) != cluster.advance:
        empty = font.face.empty
        placed.append((empty, cluster.advance - font.face.advance(empty), 0, 0))
    text = cluster.text
    pen = 0
    for rise, level in groupby(placed, lambda item: item[2]):
        shown = ""
        for glyph, x, _, _ in level:
            shown += f"{(pen - x) * scale:g}<{font.code(glyph, text):04X}>"
            pen = x + font.face.advance(glyph)
            text = ""
        yield f"{rise * scale * size / 1000:.3f} Ts[{shown}]TJ 0 Ts" if rise else f"[{shown}]TJ"
