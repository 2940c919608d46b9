"""Taking words out of a text: whole words only, and a mark that tells nothing of what it was.

What goes is widened to whole words, so that no half of a name stays; neighbouring cuts become one,
so that their number tells no number of words; and every mark of a reason looks the same, however
long what it stands for was.
"""

import enum
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PARTS = re.compile("[\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]")
"""What a word never goes on over: blanks, and letters of scripts that write words unparted."""


class Ground(enum.StrEnum):
    """Why words are taken out; the short list that is printed (design; DPA 2018, s.45(4))."""

    OTHERS = "others"
    SOURCE = "source"
    SAFETY = "safety"
    PROCEEDINGS = "proceedings"
    PRIVILEGE = "privilege"
    IRRELEVANT = "irrelevant"


@dataclass(frozen=True, slots=True)
class Cut:
    """Words to take out of the answer at `path`: from `start` up to `end`, in characters."""

    path: str
    start: int
    end: int
    ground: Ground


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in place of words that were taken out."""

    ground: Ground


Stretch = str | Mark
"""A piece of what is left: words that stay, or a mark."""


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved outward to where words begin and end; blanks at the edges stay.

    Where a script parts no words (Thai, Chinese), what was chosen stands as it is.
    """
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return start, start
    while start and not _PARTS.match(text[start - 1]):
        start -= 1
    while end < len(text) and not _PARTS.match(text[end]):
        end += 1
    return start, end


def merged(text: str, cuts: Iterable[Cut]) -> list[Cut]:
    """`cuts` of one text, whole words, ascending; those with no word between them are one.

    The ground of the first counts for all of a merged cut.
    """
    whole = []
    for each in cuts:
        start, end = widened(text, each.start, each.end)
        if start < end:
            whole.append(Cut(each.path, start, end, each.ground))
    found: list[Cut] = []
    for each in sorted(whole, key=lambda one: (one.start, one.end)):
        last = found[-1] if found else None
        if last is not None and not _has_word(text[last.end : each.start]):
            end = max(last.end, each.end)
            found[-1] = Cut(last.path, last.start, end, last.ground)
        else:
            found.append(each)
    return found


def cut(text: str, cuts: Sequence[Cut]) -> tuple[Stretch, ...]:
    """What is left of `text`, which `cuts` are all about."""
    left: list[Stretch] = []
    at = 0
    for each in merged(text, cuts):
        if each.start > at:
            left.append(text[at : each.start])
        left.append(Mark(each.ground))
        at = each.end
    if at < len(text):
        left.append(text[at:])
    return tuple(left)


def _has_word(between: str) -> bool:
    return any(character.isalnum() for character in between)
