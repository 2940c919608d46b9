"""A listing laid out: title, facts, headed rows and notes, as every document of ours looks."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from exports import layout, styles
from exports.laid_out import LaidOut
from exports.listing import Listing, ListingRow
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from translations.interface import _


class ListingPages(LaidOut):
    """A listing laid out."""

    def __init__(self, listing: Listing) -> None:
        """Lay out `listing`."""
        super().__init__(listing, listing.file_title, listing.reference)
        self._listing = listing

    def parts(self, typesetter: Typesetter) -> Iterator[Flowable]:
        """See `LaidOut`."""
        return _Writer(self._listing, typesetter).parts()


class _Writer:
    """Writes the parts of one listing."""

    def __init__(self, listing: Listing, typesetter: Typesetter) -> None:
        self._listing = listing
        self._typesetter = typesetter

    def parts(self) -> Iterator[Flowable]:
        """All parts in reading order."""
        listing, where = self._listing, _("the head of the document")
        yield self._block(listing.title, styles.TITLE, styles.TITLE_BLOCK, where)
        yield self._block(listing.subtitle, styles.LABEL, styles.SUBTITLE_BLOCK, where)
        if listing.facts:
            yield layout.Facts([self._fact(fact) for fact in listing.facts])
        for section in listing.sections:
            heading = section.heading
            block = self._block(heading, styles.SECTION, styles.SECTION_BLOCK, heading)
            yield from layout.section(block, heading)
            for row in section.rows:
                yield self._row(row)
        yield from self._notes()

    def _notes(self) -> Iterator[Flowable]:
        heading = _("About this document")
        block = self._block(heading, styles.SECTION, styles.SECTION_BLOCK, heading)
        yield from layout.section(block, heading)
        for note in self._listing.notes:
            yield self._block(note, styles.NOTE, styles.NOTE_BLOCK, heading)

    def _fact(self, fact: ListingRow) -> tuple[Block, Block]:
        label = self._block(fact.label, styles.LABEL, styles.LABEL_BLOCK, fact.label)
        value = "\n".join(fact.lines)
        return label, self._block(value, styles.ANSWER, styles.ANSWER_BLOCK, fact.label)

    def _row(self, row: ListingRow) -> Flowable:
        label = self._block(row.label, styles.LABEL, styles.LABEL_BLOCK, row.label)
        lines = [
            self._block(line, styles.ANSWER, styles.ANSWER_BLOCK, row.label) for line in row.lines
        ]
        lines += [
            self._block(line, styles.HASH, styles.LABEL_BLOCK, row.label) for line in row.small
        ]
        return layout.Row(label, lines, label)

    def _block(self, text: str, look: Look, style: BlockStyle, where: str) -> Block:
        return self._typesetter.block(Piece(text, look), style, where)
