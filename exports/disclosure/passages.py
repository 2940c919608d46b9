"""What of a record can be taken out, as people read it: its answers, its writer, its times."""

from dataclasses import dataclass

from exports.record import RecordDocument
from exports.times import long_time, read_answer
from forms import read
from translations.interface import _

WRITTEN, AUTHOR = "@written", "@author"
"""Paths of what every record says beside its answers."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, or a label with its text; `path` names it within the record.

    Attributes:
        is_answer: whether it has a text that words can be taken out of.
        depth: 0 for the outermost heading or question.
    """

    path: str
    label: str
    text: str
    is_answer: bool
    depth: int = 0


def passages(document: RecordDocument) -> tuple[Passage, ...]:
    """Everything that a disclosure copy of the record's newest version says, in reading order.

    Files are called by their neutral names, and labels repeat no answers: what is taken out of an
    answer must not stand in a label.
    """
    newest = document.versions[-1]
    found = [
        Passage(AUTHOR, _("Written by"), newest.author, True),
        Passage(
            WRITTEN, _("When it was written"), long_time(newest.entry_time, document.language), True
        ),
    ]
    for line in read(document.form, newest.content, document.language, outputs=False):
        shown = read_answer(line, document.language)
        if line.kind == "question":
            found.append(Passage(line.path, line.label, shown.text, True, line.depth))
        elif line.label.strip():
            number = f" {line.text}" if line.kind == "repeat" else ""
            found.append(Passage(line.path, line.label + number, "", False, line.depth))
    return tuple(found)
