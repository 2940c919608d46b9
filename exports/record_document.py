"""The document of a record: every answer, every amendment struck and added, and its hashes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from reportlab.platypus import CondPageBreak, Flowable

from exports import layout, styles
from exports.amendments import Entry, merge
from exports.entries import drawn, has_answers, remark, repeat_of
from exports.laid_out import LaidOut
from exports.record import DocumentVersion, RecordDocument
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from exports.times import long_time, moment, read_answer, stacked_time
from forms import Line, read
from translations.interface import _, ngettext


class RecordPages(LaidOut):
    """A record laid out."""

    def __init__(self, document: RecordDocument) -> None:
        title = _("Fieldbook record {reference}").format(reference=document.reference)
        super().__init__(document, title, document.reference)
        self._document = document

    def parts(self, typesetter: Typesetter) -> Iterator[Flowable]:
        """See `LaidOut`."""
        return _Writer(self._document, typesetter).parts()


class _Writer:
    """Writes the parts of one document; holds what they have in common."""

    def __init__(self, document: RecordDocument, typesetter: Typesetter) -> None:
        self._document = document
        self._newest = document.versions[-1]
        self._typesetter = typesetter

    def parts(self) -> Iterator[Flowable]:
        """All parts in reading order."""
        yield from self._opening()
        yield from self._answers()
        yield from self._files()
        yield from self._history()
        yield from self._notes()

    def _block(self, text: str, look: Look, style: BlockStyle, where: str) -> Block:
        return self._typesetter.block(Piece(text, look), style, where)

    def _label(self, text: str, where: str) -> Block:
        return self._block(text, styles.LABEL, styles.LABEL_BLOCK, where)

    def _answer(self, text: str, where: str) -> Block:
        return self._block(text, styles.ANSWER, styles.ANSWER_BLOCK, where)

    def _pieces_block(self, pieces: Sequence[Piece], where: str) -> Block:
        return self._typesetter.block(pieces, styles.ANSWER_BLOCK, where)

    def _opening(self) -> Iterator[Flowable]:
        """Title, facts, and the notice that the record was amended."""
        document, newest = self._document, self._newest
        title = document.form.title(document.language)
        where = _("the head of the record")
        yield self._block(title, styles.TITLE, styles.TITLE_BLOCK, where)
        subtitle = _("Record {reference}, version {number} of {count}").format(
            reference=document.reference, number=newest.number, count=newest.number
        )
        yield self._block(subtitle, styles.LABEL, styles.SUBTITLE_BLOCK, where)
        first = document.versions[0]
        happened = self._happened
        written = stacked_time(first.entry_time, document.language)
        yield layout.Facts(
            [
                (self._label(label, where), self._pieces_block(pieces, where))
                for label, pieces in (
                    (happened.line.label, list(drawn(happened.stretches))),
                    (_("When it was written"), [Piece(written, styles.ANSWER)]),
                    (_("Written by"), [Piece(first.author, styles.ANSWER)]),
                    (_("Force"), [Piece(document.force, styles.ANSWER)]),
                )
            ]
        )
        if len(document.versions) > 1:
            yield layout.Box(self._amended(), styles.AMBER_SOFT)

    @cached_property
    def _happened(self) -> Entry:
        """The time of the event, with the struck times of earlier versions."""
        label = _("When it happened")
        lines = []
        for version in self._document.versions:
            time = version.event_time
            text = stacked_time(time, self._document.language) if time else _("Not said")
            lines.append((version.number, [Line("", 0, "question", "dateTime", label, text, "")]))
        return merge(lines)[0]

    def _amended(self) -> Block:
        """The notice on the first page of an amended record."""
        count = len(self._document.versions) - 1
        times = ngettext("Amended once.", "Amended {count} times.", count).format(count=count)
        pieces = (
            Piece(times + " ", styles.NOTE_STRONG),
            Piece(_("Words taken out are struck"), styles.NOTE_STRONG.but(struck=True)),
            Piece(", ", styles.NOTE),
            Piece(_("words put in are underlined"), styles.NOTE_STRONG.but(underlined=True)),
            Piece(
                _("; nothing was erased. Who amended what, when and why: see History."),
                styles.NOTE,
            ),
        )
        return self._typesetter.block(pieces, styles.NOTE_BLOCK, _("the head of the record"))

    def _answers(self) -> Iterator[Flowable]:
        """Sections, and in them every line that is or ever was filled in."""
        entries = self._entries
        for place, entry in enumerate(entries):
            if entry.line.kind == "question":
                if entry.stretches:
                    yield self._row(entry)
            elif has_answers(entries[place:]):
                yield from self._headings(entry)

    @cached_property
    def _entries(self) -> list[Entry]:
        return merge((version.number, self._lines(version)) for version in self._document.versions)

    def _lines(self, version: DocumentVersion) -> list[Line]:
        """The lines of `version` but for the time of the event, which stands at the head."""
        document = self._document
        lines = read(document.form, version.content, document.language)
        event = version.event_time
        titles = {file.name: file.title for file in document.files}
        return [
            replace(read_answer(line, document.language), text=titles[line.raw])
            if line.raw in titles
            else read_answer(line, document.language)
            for line in lines
            if not (event and line.path.endswith("/event_time") and moment(line.raw) == event)
        ]

    def _headings(self, entry: Entry) -> Iterator[Flowable]:
        """The heading of a group, or those of a repeat and of one of its instances."""
        line = entry.line
        if line.kind == "group":
            yield from self._heading(line.label, line.depth)
            return
        instances = [
            other
            for other in self._entries
            if other.line.kind == "repeat" and repeat_of(other) == repeat_of(entry)
        ]
        if line.depth == 0 and entry is instances[0]:
            yield from self._heading(line.label, 0)
        if entry.gone:
            taken_out = _("{label} (taken out)").format(label=line.label)
            yield from self._heading(taken_out, max(line.depth, 1))
        elif len(instances) > 1:  # the text of an instance is its number
            yield from self._heading(f"{line.label} {line.text}", max(line.depth, 1))
        elif line.depth:
            yield from self._heading(line.label, line.depth)

    def _heading(self, text: str, depth: int) -> list[Flowable]:
        if not text.strip():
            return []
        if depth == 0:
            block = self._block(text, styles.SECTION, styles.SECTION_BLOCK, text)
            return layout.section(block, text)
        block = self._block(text, styles.SUBSECTION, styles.SUBSECTION_BLOCK, text)
        return layout.subsection(block, text)

    def _row(self, entry: Entry) -> Flowable:
        """A question's label with its answer, and when it was amended."""
        label = entry.line.label
        answer = [self._pieces_block(list(drawn(entry.stretches)), label)]
        if entry.changed:
            said = remark(entry)
            answer.append(self._block(said, styles.REMARK, styles.REMARK_BLOCK, label))
        continued = _("{label} (continued)").format(label=label)
        return layout.Row(self._label(label, label), answer, self._label(continued, label))

    def _files(self) -> Iterator[Flowable]:
        """What is attached: its name, its hash, and what it shows if that was asked for."""
        if not self._document.files:
            return
        heading = _("Files")
        yield from self._heading(heading, 0)
        for file in self._document.files:
            added = _("Added {time} by {person}").format(
                time=self._time(file.added), person=file.author
            )
            digest = _("SHA-256 of the original {hash}").format(hash=file.sha256)
            lines = [
                self._answer(file.title, heading),
                self._block(file.facts, styles.LABEL, styles.LABEL_BLOCK, heading),
                self._block(added, styles.LABEL, styles.LABEL_BLOCK, heading),
                self._block(digest, styles.HASH, styles.LABEL_BLOCK, heading),
            ]
            label = self._label(file.name, heading)
            yield CondPageBreak(layout.FILE_HEIGHT)
            yield layout.Row(label, lines, label)
            if file.picture is not None:
                yield layout.Picture(file.picture)

    def _history(self) -> Iterator[Flowable]:
        """Each version: when, who, why, what, and its hash."""
        heading = _("History")
        yield from layout.section(
            self._block(heading, styles.SECTION, styles.SECTION_BLOCK, heading), heading
        )
        for version in self._document.versions:
            name = _("Version {number}").format(number=version.number)
            lines = [
                self._answer(self._time(version.entry_time), name),
                self._answer(version.author, name),
            ]
            if version.reason:
                lines.append(
                    self._answer(_("Reason: {reason}").format(reason=version.reason), name)
                )
            if changed := self._changed(version.number):
                what = _("Amended: {labels}").format(labels="; ".join(changed))
                lines.append(self._label(what, name))
            sealed = _("Hash {hash}").format(hash=version.hash)
            lines.append(self._block(sealed, styles.HASH, styles.LABEL_BLOCK, name))
            label = self._label(name, heading)
            yield layout.Row(label, lines, label)

    def _changed(self, number: int) -> list[str]:
        """The labels of what version `number` amended, each once, in reading order."""
        entries = [self._happened, *self._entries]
        labels = (entry.line.label for entry in entries if number in entry.changed)
        return list(dict.fromkeys(labels))

    def _notes(self) -> Iterator[Flowable]:
        """What the reader must know to read the document rightly."""
        heading = _("About this document")
        yield from layout.section(
            self._block(heading, styles.SECTION, styles.SECTION_BLOCK, heading), heading
        )
        document = self._document
        for text in (
            _(
                "Made from the sealed notebook of {officer}, {time}. The record itself stays in "
                "the notebook; this is a copy, and it is not encrypted."
            ).format(officer=document.officer, time=self._time(document.produced)),
            _(
                "Questions that were not answered are not printed. That a question is missing "
                "does not mean that it was asked."
            ),
            _(
                "Under each version stands its hash, as in the notebook’s audit chain. Equal "
                "hashes show that a version was not changed since it was written; they do not "
                "show that what it says is right."
            ),
            _(
                "The questions are those of the form {form}, version {version}, with which it was "
                "written; the form may have changed since."
            ).format(form=document.form.id, version=document.form.version or _("none")),
            _("Times are those of the place where they were written, with the offset from UTC."),
        ):
            yield self._block(text, styles.NOTE, styles.NOTE_BLOCK, heading)

    def _time(self, time: datetime | None) -> str:
        return long_time(time, self._document.language) if time else _("Not said")
