"""Leaflets laid out: large type, one idea a line, two languages side by side, codes for phones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from exports import styles
from exports.direction import is_leftward
from exports.leaflet import Code, Leaflet, LeafletCard, Passage
from exports.leaflet_around import Around
from exports.leaflet_parts import Beside, Codes, Item, Notice, Portrait
from exports.page import Sheet
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from translations.interface import _

SHEETS = {
    "A4": Sheet(210 * mm, 297 * mm, 22 * mm, 22 * mm, 20 * mm, 24 * mm),
    "A5": Sheet(148 * mm, 210 * mm, 14 * mm, 14 * mm, 13 * mm, 19 * mm),
    "A6-fold": Sheet(105 * mm, 148 * mm, 10 * mm, 10 * mm, 9 * mm, 15 * mm, fold=True),
}
"""ISO 216; the foot of the page lies in the lower margin."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Of the type, in points."""

    body: float
    title: float
    subheading: float
    small: float
    code: float

    def at(self, factor: float) -> "_Sizes":
        """Smaller or larger text, with the small print and the codes as they are."""
        return _Sizes(
            self.body * factor,
            self.title * factor,
            self.subheading * factor,
            self.small,
            self.code,
        )


_SIZES = {
    "A4": _Sizes(13, 25, 15, 8.5, 27 * mm),
    "A5": _Sizes(11.5, 20, 13, 7.5, 22 * mm),
    "A6-fold": _Sizes(9.5, 15.5, 10.5, 6.5, 18 * mm),
}
_FACTORS = (1.12, 1.0, 0.94, 0.88, 0.83)
_COLUMN = 0.86  # of the type's size, in two columns
_LEADING = 1.42


class LeafletPages:
    """A leaflet: its pages' size, what stands around the text, and the story."""

    def __init__(self, leaflet: Leaflet) -> None:
        self._leaflet = leaflet
        self.language = leaflet.language
        self.produced = leaflet.produced
        self.title = leaflet.title
        self.sheet = SHEETS[leaflet.paper]

    @property
    def furniture(self) -> Around:
        """Foot of the page and watermark."""
        return Around(self._leaflet, self.sheet, _SIZES[self._leaflet.paper].small)

    def story(self, typesetter: Typesetter) -> list[Flowable]:
        """The cards, each on a new page; on A4, where the next one no longer fits.

        Raises MissingGlyph for the first character that cannot be printed.
        """
        flowing = self._leaflet.paper == "A4"
        parts: list[Flowable] = []
        for card in self._leaflet.cards:
            new = self._fitting(card, typesetter)
            if parts:
                between = [Spacer(0, 22), CondPageBreak(_height(new, self.sheet))]
                parts += between if flowing else [PageBreak()]
            parts += new
        return parts

    def _fitting(self, card: LeafletCard, typesetter: Typesetter) -> list[Flowable]:
        """A card in the largest type with which it fills one page; in plain size where it can't."""
        whole = self.sheet.height - self.sheet.top - self.sheet.bottom
        for factor in _FACTORS:
            parts = list(_Writer(self._leaflet, card, typesetter, factor).parts())
            if _height(parts, self.sheet) < whole:
                return parts
        return list(_Writer(self._leaflet, card, typesetter, 1.0).parts())


def _height(parts: Sequence[Flowable], sheet: Sheet) -> float:
    """What `parts` need together, at most a page."""
    whole = sheet.height - sheet.top - sheet.bottom
    needed = sum(
        part.wrap(sheet.measure, whole)[1] + part.getSpaceBefore() + part.getSpaceAfter()
        for part in parts
    )
    return float(min(needed, whole))


class _Writer:
    """Writes one card."""

    def __init__(
        self, leaflet: Leaflet, card: LeafletCard, typesetter: Typesetter, factor: float
    ) -> None:
        self._leaflet, self._card, self._typesetter = leaflet, card, typesetter
        sizes = _SIZES[leaflet.paper]
        self._sizes = sizes.at(factor * (_COLUMN if card.beside else 1))

    def parts(self) -> Iterator[Flowable]:
        """All parts in reading order."""
        if self._card.draft:
            yield self._notice()
        for place, (own, other) in enumerate(zip_longest(self._card.passages, self._card.beside)):
            if self._card.beside:
                yield self._beside(own, other)
            else:
                yield self._passage(own, muted=False)
            if place == 0 and self._card.picture:
                yield self._portrait()
        if self._card.codes:
            yield self._codes(self._card.codes)

    def _portrait(self) -> Flowable:
        side = _SIZES[self._leaflet.paper].code * 1.2
        leftward = is_leftward(self._leaflet.language)
        return Portrait(self._card.picture, self._card.picture_says, side, leftward)

    def _notice(self) -> Flowable:
        look = Look(self._sizes.small + 1.5, "semibold", styles.AMBER)
        style = BlockStyle(leading=look.size * 1.4)
        blocks = [
            self._typesetter.block(Piece(text, look), style, _("the notice of a draft"), language)
            for text, language in self._card.draft
        ]
        return Notice(blocks, styles.AMBER_SOFT)

    def _beside(self, own: Passage | None, other: Passage | None) -> Flowable:
        left = self._passage(own, muted=False) if own else None
        right = self._passage(other, muted=True) if other else None
        either = own or other
        return Beside(
            left,
            right,
            heading=either is not None and either.kind == "heading",
            leftward=is_leftward(self._leaflet.language),
        )

    def _passage(self, passage: Passage, muted: bool) -> Flowable:
        """A passage as it stands on the page; `muted` where it is only for comparison."""
        sizes = self._sizes
        size, weight, tag, before, after = {
            "heading": (sizes.title, "bold", "H1", 0.0, sizes.body * 0.7),
            "subheading": (sizes.subheading, "semibold", "H2", sizes.body * 0.6, 2.0),
            "paragraph": (sizes.body, "regular", "P", 0.0, sizes.body * 0.55),
            "item": (sizes.body, "regular", "P", 0.0, sizes.body * 0.34),
        }[passage.kind]
        if muted and passage.kind == "heading":
            size, weight = size * 0.8, "semibold"
        colour = styles.MUTED if muted else styles.TEXT
        look = Look(size, weight, colour)
        heavy = look.but(weight="bold")
        leading = size * (1.25 if passage.kind == "heading" else _LEADING)
        block = self._typesetter.block(
            [Piece(each.text, heavy if each.bold else look) for each in passage.words],
            BlockStyle(leading=leading, before=before, after=after, tag=tag),
            _("a card in {language}").format(language=passage.language),
            passage.language,
        )
        if passage.kind == "item":
            return Item(block, size, styles.ACCENT, is_leftward(passage.language))
        return block

    def _codes(self, codes: Sequence[Code]) -> Flowable:
        sizes = _SIZES[self._leaflet.paper]
        name = Look(sizes.small + 2, "semibold", styles.TEXT)
        line = Look(sizes.small + 2, "regular", styles.MUTED)
        place = _("a service")

        alone = len(codes) == 1
        leftward = is_leftward(self._leaflet.language)
        room = Codes.room(SHEETS[self._leaflet.paper].measure, sizes.code, alone)

        def block(text: str, look: Look, language: str, whole: bool = False) -> Block:
            align = "end" if leftward and language else "start"
            style = BlockStyle(leading=look.size * 1.4, align=align)
            made = self._typesetter.block(Piece(text, look), style, place, language)
            if whole and made.natural_width > room:  # an address is not cut
                smaller = look.but(size=look.size * room / made.natural_width * 0.99)
                return self._typesetter.block(Piece(text, smaller), style, place, language)
            return made

        scan = block(self._leaflet.scan, line, "") if self._leaflet.scan else None
        entries = [
            (
                code,
                [
                    block(code.name, name, "en"),
                    *(block(text, line, "en", whole=True) for text in code.lines),
                ],
            )
            for code in codes
        ]
        return Codes(entries, scan, sizes.code, leftward)
