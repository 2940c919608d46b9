"""What Ctrl+K finds, and how: letters at the beginnings of words, in any order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from desktop.discretion import PERSON
from desktop.times import moment
from desktop.widgets.seeking import begins_words
from storage import Session

MOST = 8
"""Of one kind, so that no kind crowds out the others."""
_PEOPLE = 2000


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be gone to.

    Attributes:
        words: what a line says; discreet, as everything in a list.
        kind: what it is, in a word.
        act: goes there.
    """

    words: str
    detail: str
    kind: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Line:
    """A record as a list tells it: its id, its title, and when."""

    record: str
    title: str
    when: str


def matching(things: Iterable[Thing], text: str) -> list[Thing]:
    """The first of `things` in which each word of `text` begins a word, in either line."""
    found = (one for one in things if begins_words(f"{one.words} {one.detail}", text))
    return list(islice(found, MOST))


def people(session: Session) -> list[Line]:
    """Everybody, by alias."""
    return [Line(row.id, row.title, "") for row in session.records.page(_PEOPLE, form=PERSON)]


def notes(session: Session, text: str) -> list[Line]:
    """The newest notes that hold the words of `text`; people are found by their alias alone."""
    rows = session.search.find(text, limit=3 * MOST)
    return [
        Line(row.id, row.title, moment(row.event_time or row.entry_time))
        for row in rows
        if row.form != PERSON
    ][:MOST]
