"""The disclosure copy as plain data: it holds what is left, and nothing of what was taken out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from exports.disclosure.cutting import Cut, Ground, Mark, Stretch, cut
from exports.disclosure.passages import passages
from exports.record import RecordDocument


@dataclass(frozen=True, slots=True)
class DisclosureFile:
    """A file that goes along, drawn as pictures: JPEG pages without anything they say of it."""

    name: str
    pictures: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class DisclosedLine:
    """A heading (without `stretches`), or a label with what is left of its answer."""

    label: str
    stretches: tuple[Stretch, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One record as it is disclosed."""

    title: str
    reference: str
    number: int
    lines: tuple[DisclosedLine, ...]
    files: tuple[DisclosureFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Disclosure:
    """All that a disclosure copy is made of; equal input gives an equal file.

    Attributes:
        records: in the order in which they are printed.
        recipient: whom it is for, printed on the first page.
        reference, marking, force, officer, language, produced: as in `RecordDocument`.
    """

    records: tuple[Disclosed, ...]
    recipient: str
    reference: str
    marking: str
    force: str
    officer: str
    language: str
    produced: datetime

    @property
    def marks(self) -> dict[Ground, int]:
        """How many marks of each ground stand in it, in the order of the grounds."""
        found = [
            stretch.ground
            for record in self.records
            for line in record.lines
            for stretch in line.stretches
            if isinstance(stretch, Mark)
        ]
        return {ground: found.count(ground) for ground in Ground if ground in found}


def disclosed(
    document: RecordDocument, cuts: Sequence[Cut], files: Sequence[DisclosureFile] = ()
) -> Disclosed:
    """What is left of the newest version of `document` without `cuts`."""
    return Disclosed(
        document.form.title(document.language),
        document.reference,
        document.versions[-1].number,
        tuple(_lines(document, cuts)),
        tuple(files),
    )


def _lines(document: RecordDocument, cuts: Sequence[Cut]) -> Iterator[DisclosedLine]:
    for passage in passages(document):
        if not passage.is_answer:
            yield DisclosedLine(passage.label, (), passage.depth)
            continue
        own = [each for each in cuts if each.path == passage.path]
        if left := cut(passage.text, own):
            yield DisclosedLine(passage.label, left, passage.depth)
