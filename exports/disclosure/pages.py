"""A disclosure copy laid out: each record with its marks, then what was taken out and why."""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable

from exports import layout, styles
from exports.disclosure.copy import Disclosed, DisclosedLine, Disclosure, DisclosureFile
from exports.disclosure.cutting import Mark, Stretch
from exports.disclosure.words import ground_words, mark_words
from exports.laid_out import LaidOut
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from translations.interface import _, ngettext

_HEAD = 120.0  # points of a record that stand under its heading on the same page


class DisclosurePages(LaidOut):
    """A disclosure copy laid out."""

    def __init__(self, copy: Disclosure) -> None:
        """Lay out `copy`."""
        title = _("Fieldbook copy {reference}").format(reference=copy.reference)
        super().__init__(copy, title, copy.reference)
        self._copy = copy

    def parts(self, typesetter: Typesetter) -> Iterator[Flowable]:
        """See `LaidOut`."""
        return _Writer(self._copy, typesetter).parts()


class _Writer:
    """Writes the parts of one copy."""

    def __init__(self, copy: Disclosure, typesetter: Typesetter) -> None:
        self._copy, self._typesetter = copy, typesetter

    def parts(self) -> Iterator[Flowable]:
        """All parts in reading order."""
        copy, where = self._copy, _("the head of the document")
        yield self._block(_("Disclosure copy"), styles.TITLE, styles.TITLE_BLOCK, where)
        count = len(copy.records)
        told = ngettext("One record", "{count} records", count).format(count=count)
        for_whom = _("For {recipient}. {records}").format(recipient=copy.recipient, records=told)
        yield self._block(for_whom, styles.LABEL, styles.SUBTITLE_BLOCK, where)
        yield layout.Box(self._notice(), styles.AMBER_SOFT)
        for record in copy.records:
            yield from self._record(record)
        yield from self._grounds()

    def _notice(self) -> Block:
        words = (
            _(
                "Words were taken out of this copy. A mark stands in their place and says why; it"
                " looks the same whether one word was taken out or many."
            )
            if self._copy.marks
            else _("No words were taken out of the records in this copy.")
        )
        where = _("the head of the document")
        return self._block(words, styles.NOTE_STRONG, styles.NOTE_BLOCK, where)

    def _record(self, record: Disclosed) -> Iterator[Flowable]:
        heading = f"{record.title} · {record.reference}"
        yield CondPageBreak(_HEAD)
        yield from self._heading(heading, 0)
        if record.number > 1:
            words = _("This is version {number}; earlier versions are not in this copy.")
            yield self._note(words.format(number=record.number))
        for line in record.lines:
            if line.stretches:
                yield self._row(line)
            else:
                yield from self._heading(line.label, 1)
        for file in record.files:
            yield from self._file(file)

    def _file(self, file: DisclosureFile) -> Iterator[Flowable]:
        count = len(file.pictures)
        for place, picture in enumerate(file.pictures, 1):
            words = file.name
            if count > 1:
                words = _("{name}, page {page} of {pages}").format(
                    name=file.name, page=place, pages=count
                )
            yield self._note(words)
            yield layout.Sheet(picture, words)

    def _grounds(self) -> Iterator[Flowable]:
        marks = self._copy.marks
        if marks:
            yield from self._heading(_("What was taken out"), 0)
        for ground, count in marks.items():
            label = self._block(ground_words(ground), styles.LABEL, styles.LABEL_BLOCK, "")
            told = ngettext("In one place", "In {count} places", count).format(count=count)
            yield layout.Row(
                label, [self._block(told, styles.ANSWER, styles.ANSWER_BLOCK, "")], label
            )
        yield from self._heading(_("About this document"), 0)
        yield self._note(
            _(
                "Drawn anew by {officer} from what is left of the records; what was taken out is"
                " nowhere in this file. Files are shown as pictures. The whole records stay in the"
                " notebook, and its log says to whom this copy was disclosed."
            ).format(officer=self._copy.officer)
        )

    def _row(self, line: DisclosedLine) -> Flowable:
        pieces = [_piece(stretch) for stretch in line.stretches]
        answer = self._typesetter.block(pieces, styles.ANSWER_BLOCK, line.label)
        label = self._block(line.label, styles.LABEL, styles.LABEL_BLOCK, line.label)
        continued = _("{label} (continued)").format(label=line.label)
        again = self._block(continued, styles.LABEL, styles.LABEL_BLOCK, line.label)
        return layout.Row(label, [answer], again)

    def _heading(self, text: str, depth: int) -> list[Flowable]:
        if depth:
            block = self._block(text, styles.SUBSECTION, styles.SUBSECTION_BLOCK, text)
            return layout.subsection(block, text)
        block = self._block(text, styles.SECTION, styles.SECTION_BLOCK, text)
        return layout.section(block, text)

    def _note(self, text: str) -> Block:
        return self._block(text, styles.NOTE, styles.NOTE_BLOCK, _("the text of the document"))

    def _block(self, text: str, look: Look, style: BlockStyle, where: str) -> Block:
        return self._typesetter.block(Piece(text, look), style, where)


def _piece(stretch: Stretch) -> Piece:
    """Words as they stand, or their mark."""
    if isinstance(stretch, Mark):
        return Piece(mark_words(stretch.ground), styles.TAKEN_OUT)
    return Piece(stretch, styles.ANSWER)
