"""The page that every document shares: markings, reference, page numbers, embedded fonts."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from exports import styles
from exports.text import BlockStyle, Look, Piece, Typesetter
from exports.text.embedding import EmbeddedFonts
from translations.interface import _

_HEAD_LINE = styles.PAGE_HEIGHT - 22 * mm
_FOOT_LINE = 19 * mm


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the head and the foot of every page.

    Attributes:
        marking: the protective marking, repeated above and below.
        force: who the document comes from.
        reference: the neutral reference of what the document is about.
        produced: the sentence that says when and by whom it was made.
    """

    marking: str
    force: str
    reference: str
    produced: str

    def check(self, typesetter: Typesetter) -> None:
        """Raise MissingGlyph before a page is drawn, not while."""
        for text in (self.marking, self.force, self.reference, self.produced):
            typesetter.block(
                Piece(text, styles.MARKING), styles.LEFT_BLOCK, _("the head or foot of the page")
            )

    def draw(self, canvas: Any, typesetter: Typesetter, page: int, pages: int) -> None:
        """Draw head and foot of `page` out of `pages`."""
        number = _("Page {page} of {pages}").format(page=page, pages=pages)
        _three(canvas, typesetter, _HEAD_LINE + 9, (self.force, self.marking, self.reference))
        _three(canvas, typesetter, _FOOT_LINE - 20, (self.produced, self.marking, number))
        red, green, blue = styles.HAIRLINE
        for height in (_HEAD_LINE, _FOOT_LINE):
            canvas.setStrokeColorRGB(red, green, blue)
            canvas.setLineWidth(styles.HAIR)
            canvas.line(styles.LEFT, height, styles.PAGE_WIDTH - styles.RIGHT, height)


def _three(canvas: Any, typesetter: Typesetter, base: float, texts: tuple[str, str, str]) -> None:
    """Set three texts on one line: left, in the middle, right; long ones in several lines."""
    side, middle = styles.WIDTH * 0.36, styles.WIDTH * 0.28
    places: tuple[tuple[float, float, Look, BlockStyle], ...] = (
        (styles.LEFT, side, styles.FURNITURE, styles.LEFT_BLOCK),
        (styles.LEFT + side, middle, styles.MARKING, styles.CENTRE_BLOCK),
        (styles.LEFT + side + middle, side, styles.FURNITURE, styles.RIGHT_BLOCK),
    )
    for text, (x, width, look, style) in zip(texts, places, strict=True):
        block = typesetter.block(Piece(text, look), style, _("the head or foot of the page"))
        block.wrap(width)
        block.paint(canvas, x, base + 8)


class PageCanvas(Canvas):  # type: ignore[misc]
    """Draws the furniture when the number of pages is known, and embeds our own fonts only."""

    def __init__(
        self, *arguments: Any, furniture: Furniture, typesetter: Typesetter, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self.embedded = EmbeddedFonts(self._doc)
        self._furniture = furniture
        self._typesetter = typesetter
        self._drawn: list[dict[str, Any]] = []
        self._marks = count(1)

    def new_mark(self) -> str:
        """A name for a place in the document that no other place has."""
        return f"part{next(self._marks)}"

    def _make_preamble(self) -> None:
        """Begin a page without ReportLab's initial font, which would never be embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Put the page aside until the last one is drawn."""
        self._drawn.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Complete every page with its furniture, then write the document."""
        pages = self._drawn
        for number, state in enumerate(pages, 1):
            self.__dict__.update(state)
            self._furniture.draw(self, self._typesetter, number, len(pages))
            super().showPage()
        super().save()


class Pages(BaseDocTemplate):  # type: ignore[misc]
    """Lays a story out on A4 pages and reports after each part of it."""

    def __init__(self, out: Any, language: str, after_part: Callable[[], None]) -> None:
        """Write to the binary file `out`; `after_part` may raise to stop the work."""
        super().__init__(out, lang=language, pageCompression=0, invariant=1)
        self._after_part = after_part
        frame = Frame(
            styles.LEFT,
            styles.BOTTOM,
            styles.WIDTH,
            styles.PAGE_HEIGHT - styles.TOP - styles.BOTTOM,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        size = (styles.PAGE_WIDTH, styles.PAGE_HEIGHT)
        self.addPageTemplates(PageTemplate(frames=[frame], pagesize=size))

    def afterFlowable(self, _flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Tell that one more part stands on its page."""
        self._after_part()
