"""The page that every document shares: markings, reference, page numbers, embedded fonts."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, Protocol

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from exports import styles
from exports.structure import Structure
from exports.text import BlockStyle, Look, Piece, Typesetter
from exports.text.embedding import EmbeddedFonts
from translations.interface import _

_HEAD_LINE = styles.PAGE_HEIGHT - 22 * mm
_FOOT_LINE = 19 * mm


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page and its margins, in points.

    Attributes:
        fold: whether two pages stand side by side on a sheet, in the order of a folded booklet.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    fold: bool = False

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


A4 = Sheet(
    styles.PAGE_WIDTH, styles.PAGE_HEIGHT, styles.LEFT, styles.RIGHT, styles.TOP, styles.BOTTOM
)
_EVEN = 1000  # marked content ids of even pages in a booklet, whose sheets bear two pages


class Surroundings(Protocol):
    """What stands around the text of every page."""

    def check(self, typesetter: Typesetter) -> None:
        """Raise MissingGlyph before a page is drawn, not while."""

    def draw(self, canvas: Any, typesetter: Typesetter, page: int, pages: int) -> None:
        """Draw it on `page` out of `pages`."""


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
        with canvas.artifact():
            canvas.setStrokeColorRGB(red, green, blue)
            canvas.setLineWidth(styles.HAIR)
            for height in (_HEAD_LINE, _FOOT_LINE):
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
        self,
        *arguments: Any,
        furniture: Surroundings,
        typesetter: Typesetter,
        structure: Structure,
        sheet: Sheet = A4,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self.embedded = EmbeddedFonts(self._doc)
        self._furniture = furniture
        self._typesetter = typesetter
        self._structure = structure
        self._sheet = sheet
        self._furnishing = False
        self._drawn: list[dict[str, Any]] = []
        self._marks = count(1)

    def new_mark(self) -> str:
        """A name for a place in the document that no other place has."""
        return f"part{next(self._marks)}"

    def tagged(self, tag: str) -> Any:
        """What is drawn meanwhile belongs together as an element of kind `tag`."""
        return self._structure.element(tag)

    @contextmanager
    def content(self, tag: str, language: str = "", alt: str = "") -> Iterator[None]:
        """What is drawn meanwhile is an element of kind `tag`; a page's furniture is none."""
        if self._furnishing:
            with self.artifact():
                yield
            return
        page = len(self._drawn)
        with self._structure.element(tag, language, alt):
            mark = self._structure.mark(page, _EVEN if self._sheet.fold and page % 2 else 0)
            self._code.append(f"/{tag}<</MCID {mark}>>BDC")
            yield
            self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile says nothing: lines, grounds, page numbers."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

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
        self._furnishing = True
        for number, state in enumerate(pages, 1):
            state["_furnishing"] = True
            self.__dict__.update(state)
            self._furniture.draw(self, self._typesetter, number, len(pages))
            if not self._sheet.fold:
                super().showPage()
        if self._sheet.fold:
            self._show_folded(pages)
        super().save()

    def _show_folded(self, pages: Sequence[dict[str, Any]]) -> None:
        """Show the pages two by two, so that the sheets, printed on both sides, make a booklet."""
        width = self._sheet.width
        self.setPageSize((2 * width, self._sheet.height))
        for pair in booklet(len(pages)):
            code: list[str] = []
            pictures: list[str] = []
            shown = pair[::-1] if self._typesetter.leftward else pair  # it opens the other way
            for place, page in enumerate(shown):
                if page < len(pages):
                    state = pages[page]
                    code += [f"q 1 0 0 1 {place * width:.2f} 0 cm", *state["_code"], "Q"]
                    pictures += state["_formsinuse"]
            self._code, self._formsinuse = code, pictures
            super().showPage()


def booklet(pages: int) -> list[tuple[int, int]]:
    """Which pages (from 0) stand left and right on each side of a booklet's sheets.

    In a language that is written from the right, they change sides. A number that is no page
    stands for a blank.
    """
    if pages <= 2:
        return [(0, 1)]
    full = -(-pages // 4) * 4
    sides = [(full - 1 - i, i) if i % 2 == 0 else (i, full - 1 - i) for i in range(full // 2)]
    return [side for side in sides if min(side) < pages]


def sheets(pages: int) -> list[int]:
    """The side of a booklet's sheet on which each page comes to stand."""
    sides = booklet(pages)
    return [next(s for s, pair in enumerate(sides) if page in pair) for page in range(pages)]


class Pages(BaseDocTemplate):  # type: ignore[misc]
    """Lays a story out on pages and reports after each part of it."""

    def __init__(
        self, out: Any, language: str, after_part: Callable[[], None], sheet: Sheet = A4
    ) -> None:
        """Write to the binary file `out`; `after_part` may raise to stop the work."""
        super().__init__(out, lang=language, pageCompression=0, invariant=1)
        self._after_part = after_part
        frame = Frame(
            sheet.left,
            sheet.bottom,
            sheet.measure,
            sheet.height - sheet.top - sheet.bottom,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        size = (sheet.width, sheet.height)
        self.addPageTemplates(PageTemplate(frames=[frame], pagesize=size))

    def afterFlowable(self, _flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Tell that one more part stands on its page."""
        self._after_part()
