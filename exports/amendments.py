"""Versions of a record made one text: what was struck, what was added, and in which version."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TypeVar

from forms import Line

T = TypeVar("T")
_WORD = re.compile(r"\s*\S+")
_ALIKE = 0.4  # below this share of words kept, old and new read better whole, one after the other
_COMPARABLE = 4_000_000  # pairs of words; more are not compared one by one


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring words with one history.

    Attributes:
        text: as it was written.
        added: the version that brought it, 0 if it was there from the first on.
        struck: the version that took it out, 0 if it stands.
    """

    text: str
    added: int = 0
    struck: int = 0


@dataclass(slots=True)
class Entry:
    """A line of the record through all its versions.

    Attributes:
        line: the line as it stands, or as it last stood.
        stretches: its text with everything that was ever struck.
        changed: the versions that amended it, ascending.
        gone: whether the newest version no longer has it.
    """

    line: Line
    stretches: list[Stretch]
    changed: list[int] = field(default_factory=list)
    gone: bool = False


def merge(versions: Iterable[tuple[int, Sequence[Line]]]) -> list[Entry]:
    """One list of entries from the lines of all versions (number and lines, oldest first).

    A line that a later version no longer has keeps its place, all its words struck.
    """
    entries: list[Entry] = []
    for position, (number, lines) in enumerate(versions):
        if position == 0:
            entries = [Entry(line, _stretches(line)) for line in lines]
        else:
            entries = _amended(entries, lines, number)
    return entries


def _amended(
    entries: Sequence[Entry], lines: Sequence[Line], number: int, inside: tuple[str, str] = ("", "")
) -> list[Entry]:
    """`entries` after version `number`, whose lines are `lines`.

    Group is compared with group, and what is `inside` (the group's path before and after) only
    if both have the group: a new line never lands under the heading of another.
    """
    old = list(_families(entries, lambda entry: entry.line.depth))
    new = list(_families(lines, lambda line: line.depth))
    result: list[Entry] = []
    matcher = SequenceMatcher(None, *_keys(old, new, inside), autojunk=False)
    for step, first, last, start, end in matcher.get_opcodes():
        if step == "equal":
            for (entry, *below), (line, *lines_below) in zip(
                old[first:last], new[start:end], strict=True
            ):
                paths = entry.line.path, line.path
                _change(entry, line, number)
                result += [entry, *_amended(below, lines_below, number, paths)]
        else:
            result += [_without(entry, number) for family in old[first:last] for entry in family]
            result += [_new(line, number) for family in new[start:end] for line in family]
    return result


def _keys(
    old: Sequence[Sequence[Entry]], new: Sequence[Sequence[Line]], inside: tuple[str, str]
) -> tuple[list[Hashable], list[Hashable]]:
    """What tells which line of the new version is which of the old.

    That is the path within the group. The instances of a repeat move up when one is taken out:
    one whose answers are all as before is known by these instead.
    """
    texts = [
        _texts([entry.line for entry in family if not entry.gone], inside[0]) for family in old
    ]
    new_texts = [_texts(family, inside[1]) for family in new]
    moved = set(texts) & set(new_texts) - {()}
    keys: list[Hashable] = [
        text if text in moved else (entry.line.kind, entry.line.path.removeprefix(inside[0]))
        for text, (entry, *_) in zip(texts, old, strict=True)
    ]
    for i, (entry, *_) in enumerate(old):
        if entry.gone and entry.line.kind == "repeat":
            keys[i] = i  # an instance that was taken out never comes back as another
    new_keys: list[Hashable] = [
        text if text in moved else (line.kind, line.path.removeprefix(inside[1]))
        for text, (line, *_) in zip(new_texts, new, strict=True)
    ]
    return keys, new_keys


def _texts(lines: Sequence[Line], inside: str) -> Hashable:
    """All answers of an instance of a repeat, with the repeat's path; () for anything else."""
    if not lines or lines[0].kind != "repeat":
        return ()
    repeat = lines[0].path.removeprefix(inside).rpartition("[")[0]
    answers = ((line.path.removeprefix(lines[0].path), line.text) for line in lines[1:])
    return repeat, *answers


def _families(items: Sequence[T], depth: Callable[[T], int]) -> Iterator[list[T]]:
    """Each item with the deeper ones that follow it."""
    family: list[T] = []
    for item in items:
        if family and depth(item) <= depth(family[0]):
            yield family
            family = []
        family.append(item)
    if family:
        yield family


def _new(line: Line, number: int) -> Entry:
    """An entry that version `number` brought."""
    stretches = _stretches(line, number)
    return Entry(line, stretches, [number] if stretches else [])


def _without(entry: Entry, number: int) -> Entry:
    """Mark `entry` as taken out by version `number`, if it was not before."""
    if not entry.gone:
        entry.gone = True
        if entry.stretches:
            entry.changed.append(number)
            entry.stretches = [_struck(stretch, number) for stretch in entry.stretches]
    return entry


def _change(entry: Entry, line: Line, number: int) -> None:
    """Bring `entry` from its last text to that of `line`."""
    before = "" if entry.gone else entry.line.text
    if line.kind == "question" and before != line.text:
        entry.changed.append(number)
        entry.stretches = list(_joined(_compared(entry.stretches, line.text, number)))
    entry.line, entry.gone = line, False


def _compared(stretches: Sequence[Stretch], text: str, number: int) -> Iterator[Stretch]:
    """The words of `stretches` and of the new `text`, each struck, kept or added."""
    words = [
        replace(stretch, text=word) for stretch in stretches for word in _WORD.findall(stretch.text)
    ]
    standing = [i for i, word in enumerate(words) if not word.struck]
    new = _WORD.findall(text)
    done = 0  # of `words`
    for kept, last, start, end in _steps([words[i].text for i in standing], new):
        stop = standing[last - 1] + 1 if last else 0
        while stop < len(words) and words[stop].struck:  # new words follow what was struck
            stop += 1
        fresh = iter(new[start:end])
        for word in words[done:stop]:
            if word.struck:
                yield word
            else:
                yield replace(word, text=next(fresh)) if kept else _struck(word, number)
        if not kept:
            yield from (Stretch(word, added=number) for word in fresh)
        done = max(done, stop)
    yield from words[done:]


def _steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, int, int, int]]:
    """How to come from `old` to `new` words: kept or replaced, end in old, start and end in new.

    Single words kept between two changes are replaced with them, so that no change is shown
    in crumbs; texts with little in common are replaced whole.
    """
    if len(old) * len(new) > _COMPARABLE:
        return [(False, len(old), 0, len(new))]
    matcher = SequenceMatcher(
        None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False
    )
    codes = matcher.get_opcodes()
    same = sum(last - first for step, first, last, _, _ in codes if step == "equal")
    if same < _ALIKE * max(len(old), len(new)):
        return [(False, len(old), 0, len(new))]
    steps: list[tuple[bool, int, int, int]] = []
    for place, (step, first, last, start, end) in enumerate(codes):
        crumb = last - first == 1 and 0 < place < len(codes) - 1
        kept = step == "equal" and not crumb
        if steps and not kept and not steps[-1][0]:
            start = steps.pop()[2]
        steps.append((kept, last, start, end))
    return steps


def _joined(words: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours with one history as one stretch; words from two versions parted by a space."""
    current: Stretch | None = None
    for word in words:
        text = word.text
        if current and not text[:1].isspace():
            text = " " + text
        if current and (current.added, current.struck) == (word.added, word.struck):
            current = replace(current, text=current.text + text)
            continue
        if current:
            yield current
        current = replace(word, text=text)
    if current:
        yield current


def _struck(stretch: Stretch, number: int) -> Stretch:
    return stretch if stretch.struck else replace(stretch, struck=number)


def _stretches(line: Line, added: int = 0) -> list[Stretch]:
    """The text of a question's `line` as one stretch; headings have none."""
    return [Stretch(line.text, added)] if line.kind == "question" and line.text else []
