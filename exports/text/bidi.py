"""Unicode's bidirectional algorithm (UAX #9): levels of characters and their order on a line."""

import unicodedata
from collections.abc import Iterator, Sequence

from exports.text.bidi_explicit import (
    EMBEDDINGS,
    ISOLATES,
    Explicit,
    first_strong,
    matching_isolates,
)
from exports.text.bidi_implicit import RunSequence

_REMOVED = frozenset([*EMBEDDINGS, "PDF", "BN"])  # X9
_WRITTEN_LEFTWARD = frozenset(["R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"])


def is_plain(text: str) -> bool:
    """Whether nothing in `text` can be written leftward, so that all levels are 0."""
    return text.isascii() or not any(
        unicodedata.bidirectional(c) in _WRITTEN_LEFTWARD for c in set(text)
    )


def base_level(text: str, otherwise: int = 0) -> int:
    """0 or 1 after the first strong character of the paragraph outside isolates (P2, P3)."""
    return first_strong([unicodedata.bidirectional(c) for c in text], 0, otherwise)


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of a paragraph whose level is `base` (0 or 1).

    A character that rule X9 removes gets the level of the one before it. Spaces at the end of a
    line are the caller's to reset (L1), since only the caller knows where lines end; those before
    tabs and at the paragraph's end are done here.
    """
    classes = [unicodedata.bidirectional(c) or "L" for c in text]
    matching = matching_isolates(classes)
    explicit = Explicit(classes, matching, base)
    around = _Around(classes, explicit.levels, base)
    result = list(explicit.levels)
    for places in _sequences(classes, explicit.levels, matching):
        first, last = places[0], places[-1]
        open_ended = classes[last] in ISOLATES and last not in matching
        sequence = RunSequence(
            [text[i] for i in places],
            [explicit.classes[i] for i in places],
            [classes[i] == "NSM" for i in places],
            explicit.levels[first],
            around.before(first),
            base if open_ended else around.after(last),
        )
        for place, level in zip(places, sequence.levels(), strict=True):
            result[place] = level
    _reset_separators(classes, result, base)
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
            result[i] = result[i - 1] if i else base
    return result


def removed(text: str) -> list[bool]:
    """Which characters rule X9 removes: explicit embeddings and boundary neutrals."""
    return [unicodedata.bidirectional(c) in _REMOVED for c in text]


def visual_order(levels_of_line: Sequence[int]) -> list[int]:
    """The indices of a line's items from left to right (L2)."""
    order = list(range(len(levels_of_line)))
    for level in range(max(levels_of_line, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels_of_line[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


class _Around:
    """The explicit levels next to a place, past what X9 removes (X10)."""

    def __init__(self, classes: Sequence[str], explicit: Sequence[int], base: int) -> None:
        self._kept = [kind not in _REMOVED for kind in classes]
        self._explicit, self._base = explicit, base

    def before(self, place: int) -> int:
        """The level before `place`."""
        return self._level(range(place - 1, -1, -1))

    def after(self, place: int) -> int:
        """The level after `place`."""
        return self._level(range(place + 1, len(self._kept)))

    def _level(self, places: range) -> int:
        return next((self._explicit[i] for i in places if self._kept[i]), self._base)


def _sequences(
    original: Sequence[str], explicit: Sequence[int], matching: dict[int, int]
) -> Iterator[list[int]]:
    """Isolating run sequences: the indices of each, without what X9 removes (BD13, X10)."""
    runs: list[list[int]] = []
    for i, kind in enumerate(original):
        if kind in _REMOVED:
            continue
        if runs and explicit[runs[-1][-1]] == explicit[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    by_start = {run[0]: run for run in runs}
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in matching:
            continue  # goes on where its isolate began
        sequence = list(run)
        while original[sequence[-1]] in ISOLATES and sequence[-1] in matching:
            sequence.extend(by_start[matching[sequence[-1]]])
        yield sequence


def _reset_separators(original: Sequence[str], result: list[int], base: int) -> None:
    """Separators, and the spaces before them and at the end, take the paragraph's level (L1)."""
    trailing = True
    for i in range(len(original) - 1, -1, -1):
        kind = original[i]
        if kind in ("B", "S"):
            trailing = True
            result[i] = base
        elif trailing and (kind in ("WS", "PDI") or kind in ISOLATES):
            result[i] = base
        elif kind not in _REMOVED:
            trailing = False
