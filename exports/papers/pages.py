"""A paper laid out: title, headed rows, cells and notices, as every document of ours looks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable

from exports import layout, styles
from exports.laid_out import LaidOut
from exports.leaflet_pages import SHEETS
from exports.page import A4
from exports.papers.cells import CellRow
from exports.papers.paper import Cells, Field, Heading, Notice, Paper, Part, Picture, Words
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from translations.interface import _

_POCKET = "A6-fold"
_WITH_HEADING = 120
"""Points that are left at least under a heading that stands above no row."""
_WITH_PICTURE = 48
"""Points that words above a picture take, and what stands between."""
_POCKET_TITLE = BlockStyle(leading=20, after=2, tag="H1")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Nothing but the number of the page: what must not show where it is from."""

    def check(self, typesetter: Typesetter) -> None:
        """Numbers can always be drawn."""

    def draw(self, canvas: Any, typesetter: Typesetter, page: int, pages: int) -> None:
        """Draw the number at the foot, if there is more than one page."""
        if pages == 1:
            return
        piece = Piece(f"{page} / {pages}", styles.FURNITURE)
        block = typesetter.block(piece, styles.CENTRE_BLOCK, "")
        sheet = SHEETS[_POCKET]
        block.wrap(sheet.measure)
        block.paint(canvas, sheet.left, sheet.bottom - 8)


class PaperPages(LaidOut):
    """A paper laid out: on A4, or without any sign of where it is from on a sheet to fold."""

    def __init__(self, paper: Paper) -> None:
        """Lay out `paper`."""
        super().__init__(paper, paper.file_title, paper.reference)
        self._paper = paper
        self.sheet = SHEETS[_POCKET] if paper.discreet else A4
        if paper.discreet:
            self.furniture = PageNumber()

    def parts(self, typesetter: Typesetter) -> Iterator[Flowable]:
        """See `LaidOut`."""
        return _Writer(self._paper, typesetter).parts()


class _Writer:
    """Writes the parts of one paper."""

    def __init__(self, paper: Paper, typesetter: Typesetter) -> None:
        self._paper = paper
        self._typesetter = typesetter

    def parts(self) -> Iterator[Flowable]:
        """All parts in reading order."""
        paper, where = self._paper, _("the head of the document")
        look = styles.SECTION if paper.discreet else styles.TITLE
        style = _POCKET_TITLE if paper.discreet else styles.TITLE_BLOCK
        yield self._block(paper.title, look, style, where)
        if paper.subtitle:
            yield self._block(paper.subtitle, styles.LABEL, styles.SUBTITLE_BLOCK, where)
        for part, following in zip_longest(paper.parts, paper.parts[1:]):
            if isinstance(part, Heading) and isinstance(following, Cells | Picture | Words):
                yield CondPageBreak(_WITH_HEADING)
            if isinstance(part, Words) and isinstance(following, Picture):
                yield CondPageBreak(layout.Picture(following.data).wrap(0, 0)[1] + _WITH_PICTURE)
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[Flowable]:
        if isinstance(part, Heading):
            yield from self._heading(part)
        elif isinstance(part, Field):
            yield self._row(part)
        elif isinstance(part, Cells):
            yield CellRow([self._cell(*cell) for cell in part.cells], part.height)
        elif isinstance(part, Picture):
            yield layout.Picture(part.data)
        elif isinstance(part, Notice):
            block = self._block(part.text, styles.NOTE_STRONG, styles.NOTE_BLOCK, part.text)
            yield layout.Box(block, styles.AMBER_SOFT)
        else:
            yield self._words(part)

    def _heading(self, part: Heading) -> list[Flowable]:
        if self._paper.discreet and not part.level:  # never above nothing, on so small a page
            return [CondPageBreak(150), *self._section(part)]
        return self._section(part)

    def _section(self, part: Heading) -> list[Flowable]:
        if part.level:
            look, style = styles.SUBSECTION, styles.SUBSECTION_BLOCK
            return layout.subsection(self._both(part.text, part.beside, look, style), part.text)
        block = self._both(part.text, part.beside, styles.SECTION, styles.SECTION_BLOCK)
        return layout.section(block, part.text)

    def _words(self, part: Words) -> Block:
        where = _("the text of the document")
        if part.small:
            piece, style = Piece(part.text, styles.NOTE), styles.NOTE_BLOCK
        else:
            piece, style = Piece(part.text, styles.ANSWER), styles.ANSWER_BLOCK
        return self._typesetter.block(piece, style, where, part.language)

    def _row(self, part: Field) -> Flowable:
        label = self._both(part.label, part.beside, styles.LABEL, styles.LABEL_BLOCK)
        lines = [
            self._block(line, styles.ANSWER, styles.ANSWER_BLOCK, part.label) for line in part.lines
        ]
        lines += [
            self._block(line, styles.HASH, styles.LABEL_BLOCK, part.label) for line in part.small
        ]
        continued = _("{label} (continued)").format(label=part.label)
        again = self._block(continued, styles.LABEL, styles.LABEL_BLOCK, part.label)
        return layout.Row(label, lines, again)

    def _cell(self, label: str, value: str) -> tuple[Block, Block]:
        return (
            self._block(label, styles.LABEL, styles.LEFT_BLOCK, label),
            self._block(value, styles.ANSWER, styles.ANSWER_BLOCK, label),
        )

    def _both(self, text: str, beside: str, look: Look, style: BlockStyle) -> Block:
        """A label, and smaller beneath it the same in a second language."""
        if not beside:
            return self._block(text, look, style, text)
        pieces = (Piece(f"{text}\n", look), Piece(beside, styles.NOTE))
        return self._typesetter.block(pieces, style, text)

    def _block(self, text: str, look: Look, style: BlockStyle, where: str) -> Block:
        return self._typesetter.block(Piece(text, look), style, where)
