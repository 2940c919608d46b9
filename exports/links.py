"""The picture of links on paper: drawn as lines and words, and told again as a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable

from exports import layout, styles
from exports.laid_out import LaidOut
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from translations.interface import _

_HIGH, _DISC, _ROOM = 470.0, 5.0, 96.0
_NAME = Look(7, "semibold", styles.TEXT)
_KIND = Look(6, "regular", styles.MUTED)
_WORDS = BlockStyle(leading=8, align="centre")
_LONG = 60  # letters of a name that stand in the picture; the list has all of it


@dataclass(frozen=True, slots=True)
class Knot:
    """One thing in the picture: what it is and is called, its place, and what it is tied to."""

    kind: str
    words: str
    x: float
    y: float
    beside: tuple[str, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinksDocument:
    """All that the document is made of; equal input gives an equal file.

    Attributes:
        ties: pairs of places in `knots`.
        marking, force, officer, language, produced: as in `RecordDocument`.
    """

    knots: tuple[Knot, ...]
    ties: tuple[tuple[int, int], ...]
    marking: str
    force: str
    officer: str
    language: str
    produced: datetime


class LinksPages(LaidOut):
    """The picture, and what it says as a list."""

    def __init__(self, document: LinksDocument) -> None:
        """Lay out `document`."""
        super().__init__(document, _("Fieldbook links"), _("Links"))
        self._document = document

    def parts(self, typesetter: Typesetter) -> Iterator[Flowable]:
        """See `LaidOut`."""

        def block(text: str, look: Look, style: BlockStyle) -> Block:
            return typesetter.block(Piece(text, look), style, _("the text of the document"))

        document = self._document
        yield block(_("Links"), styles.TITLE, styles.TITLE_BLOCK)
        told = _("Those who exploit, and what they use, as reports name them. Never workers.")
        yield block(told, styles.LABEL, styles.SUBTITLE_BLOCK)
        named = [
            (
                block(_short(knot.words), _NAME, _WORDS),
                block(knot.kind, _KIND, _WORDS),
            )
            for knot in document.knots
        ]
        yield _Picture(document, named)
        heading = _("What is tied to what")
        yield from layout.section(block(heading, styles.SECTION, styles.SECTION_BLOCK), heading)
        for knot in document.knots:
            label = block(
                f"{knot.kind}\n{', '.join(knot.references)}", styles.LABEL, styles.LABEL_BLOCK
            )
            lines = [block(knot.words, styles.ANSWER, styles.ANSWER_BLOCK)]
            if knot.beside:
                tied = _("Tied to: {names}").format(names="; ".join(knot.beside))
                lines.append(block(tied, styles.LABEL, styles.LABEL_BLOCK))
            yield layout.Row(label, lines, label)
        note = _(
            "A tie means that one record names both; it does not say what they have to do with"
            " each other. Read the reports with their grades before you act on it."
        )
        yield block(note, styles.NOTE, styles.NOTE_BLOCK)


class _Picture(Flowable):  # type: ignore[misc]
    """The things and their ties, as large as the page is wide."""

    def __init__(self, document: LinksDocument, named: Sequence[tuple[Block, Block]]) -> None:
        super().__init__()
        self._document, self._named = document, named
        self.spaceAfter = 12

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        knots = self._document.knots
        left, right = min(k.x for k in knots), max(k.x for k in knots)
        top, bottom = min(k.y for k in knots), max(k.y for k in knots)
        wide, high = max(right - left, 0.01), max(bottom - top, 0.01)
        room = width - _ROOM
        scale = min(room / wide, (_HIGH - 60) / high, 90.0)
        self._places = [
            (
                width / 2 + (k.x - (left + right) / 2) * scale,
                high * scale + 40 - (k.y - top) * scale,
            )
            for k in knots
        ]
        self.width, self.height = width, high * scale + 60
        return self.width, self.height

    def draw(self) -> None:
        """Draw ties, discs and words."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColorRGB(*styles.MUTED)
            canvas.setLineWidth(styles.HAIR)
            for one, other in self._document.ties:
                canvas.line(*self._places[one], *self._places[other])
            canvas.setFillColorRGB(*styles.ACCENT)
            for x, y in self._places:
                canvas.circle(x, y, _DISC, stroke=0, fill=1)
        for (x, y), (name, kind) in zip(self._places, self._named, strict=True):
            base = y - _DISC - 1
            for part in (name, kind):
                part.wrap(_ROOM)
                self._clear(part, x, base)
                part.paint(canvas, x - _ROOM / 2, base)
                base -= part.height

    def _clear(self, part: Block, x: float, top: float) -> None:
        """A white ground for words that stand over a tie."""
        wide = max((line.width for line in part.lines), default=0.0)
        with self.canv.artifact():
            self.canv.setFillColorRGB(1, 1, 1)
            self.canv.rect(x - wide / 2, top - part.height, wide, part.height, stroke=0, fill=1)


def _short(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= _LONG else f"{first[: _LONG - 1]}…"
