"""Contact over time on paper: an axis with a dot for each contact, and the same told as a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable

from exports import layout, styles
from exports.laid_out import LaidOut
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from exports.times import short_time
from translations.interface import _, ngettext

_HIGH, _BASE, _DOT, _MOST = 120.0, 40.0, 3.2, 10
_SMALL = Look(7.5, "regular", styles.MUTED)
_WORD = Look(7.5, "semibold", styles.TEXT)
_WHEN = Look(8.2, "regular", styles.MUTED)
_CENTRE = BlockStyle(leading=9, align="centre")
_ROOM = 64.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One contact: where on the axis (0 to 1), when, in what way, and a word if it stands out."""

    part: float
    at: datetime
    way: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class TimelineDocument:
    """All that the document is made of; equal input gives an equal file.

    Attributes:
        dots: oldest first.
        marks: places on the axis (0 to 1) with what stands under them.
        reference: the neutral one of the person's record; no name and no alias is printed.
        caveat: whether it must not be given over the radio.
        marking, force, officer, language, produced: as in `RecordDocument`.
    """

    dots: tuple[Dot, ...]
    marks: tuple[tuple[float, str], ...]
    reference: str
    caveat: bool
    marking: str
    force: str
    officer: str
    language: str
    produced: datetime


class TimelinePages(LaidOut):
    """The axis, and each contact in words."""

    def __init__(self, document: TimelineDocument) -> None:
        """Lay out `document`."""
        title = _("Fieldbook record {reference}").format(reference=document.reference)
        super().__init__(document, title, document.reference)
        self._document = document

    def parts(self, typesetter: Typesetter) -> Iterator[Flowable]:
        """See `LaidOut`."""

        def block(text: str, look: Look, style: BlockStyle) -> Block:
            return typesetter.block(Piece(text, look), style, _("the text of the document"))

        document = self._document
        yield block(_("Contact over time"), styles.TITLE, styles.TITLE_BLOCK)
        count = len(document.dots)
        told = ngettext("One contact", "{count} contacts", count).format(count=count)
        yield block(f"{document.reference} · {told}", styles.LABEL, styles.SUBTITLE_BLOCK)
        if document.caveat:
            words = _(
                "This information is not to be given over the radio unless secure transmission."
            )
            yield layout.Box(block(words, styles.NOTE_STRONG, styles.NOTE_BLOCK), styles.AMBER_SOFT)
        yield _Axis(
            document,
            [(part, block(words, _SMALL, _CENTRE)) for part, words in document.marks],
            [(dot, block(dot.word, _WORD, _CENTRE)) for dot in document.dots if dot.word],
        )
        for dot in document.dots:
            label = block(short_time(dot.at, self.language), _WHEN, styles.LABEL_BLOCK)
            words = " · ".join(filter(None, (dot.way, dot.word))) or _("Not said")
            yield layout.Row(label, [block(words, styles.ANSWER, styles.ANSWER_BLOCK)], label)


class _Axis(Flowable):  # type: ignore[misc]
    """The line of time; contacts that lie together are stacked."""

    def __init__(
        self,
        document: TimelineDocument,
        marks: Sequence[tuple[float, Block]],
        words: Sequence[tuple[Dot, Block]],
    ) -> None:
        super().__init__()
        self._document, self._marks, self._words = document, marks, words
        self.spaceAfter = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width, self.height = width, _HIGH
        return self.width, self.height

    def draw(self) -> None:
        """Draw axis, marks, dots, and the words of what stands out."""
        canvas, left, long = self.canv, _ROOM / 2, self.width - _ROOM
        with canvas.artifact():
            canvas.setStrokeColorRGB(*styles.MUTED)
            canvas.setLineWidth(styles.HAIR)
            canvas.line(left, _BASE, left + long, _BASE)
            for part, _mark in self._marks:
                canvas.line(left + part * long, _BASE - 8, left + part * long, _BASE - 3)
            stacked: dict[int, int] = {}
            for dot in self._document.dots:
                x = left + dot.part * long
                place = round(x / (2 * _DOT + 0.6))
                height = min(stacked.get(place, 0), _MOST)
                stacked[place] = stacked.get(place, 0) + 1
                canvas.setFillColorRGB(*(styles.AMBER if dot.word else styles.ACCENT))
                canvas.circle(x, _BASE + height * (2 * _DOT + 0.6), _DOT, stroke=0, fill=1)
        for part, mark in self._marks:
            mark.wrap(_ROOM)
            mark.paint(canvas, left + part * long - _ROOM / 2, _BASE - 10)
        self._draw_words(left, long)

    def _draw_words(self, left: float, long: float) -> None:
        """Words above what stands out, where there is room; the list says all of them."""
        ends = -1e9
        for dot, word in self._words:
            x = left + dot.part * long
            if x - _ROOM / 2 < ends:
                continue
            word.wrap(_ROOM)
            word.paint(self.canv, x - _ROOM / 2, _HIGH - 4)
            with self.canv.artifact():
                self.canv.setStrokeColorRGB(*styles.AMBER)
                self.canv.line(x, _HIGH - 6 - word.height, x, _BASE + _DOT)
            ends = x + _ROOM / 2
