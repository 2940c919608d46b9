"""What one answer of a record looks like, with all that was ever struck from it or put in."""

from collections.abc import Iterator, Sequence

from exports import styles
from exports.amendments import Entry, Stretch
from exports.text import Piece
from translations.interface import _


def repeat_of(entry: Entry) -> str:
    """The path of the repeat that an instance belongs to."""
    return entry.line.path.rpartition("[")[0]


def has_answers(entries: Sequence[Entry]) -> bool:
    """Whether a question inside the group at the head of `entries` has an answer to print."""
    depth = entries[0].line.depth
    for entry in entries[1:]:
        if entry.line.depth <= depth:
            return False
        if entry.line.kind == "question" and entry.stretches:
            return True
    return False


def drawn(stretches: Sequence[Stretch]) -> Iterator[Piece]:
    """Stretches as they are drawn; the space before a stretch is neither struck nor underlined."""
    for stretch in stretches:
        body = stretch.text.lstrip()
        space = stretch.text[: len(stretch.text) - len(body)]
        yield Piece(space, styles.ANSWER)
        look = styles.STRUCK if stretch.struck else styles.ADDED if stretch.added else styles.ANSWER
        yield Piece(body, look)


def remark(entry: Entry) -> str:
    """One line that says in which versions an answer was amended."""
    numbers = ", ".join(str(number) for number in entry.changed)
    if entry.gone:
        return _("Taken out in version {number}").format(number=entry.changed[-1])
    if all(stretch.added for stretch in entry.stretches):
        return _("Added in version {numbers}").format(numbers=numbers)
    return _("Amended in version {numbers}").format(numbers=numbers)
