"""The implicit half of UAX #9: numbers, brackets and neutrals within one isolating run sequence."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

_NEUTRAL = frozenset(["B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"])
_ISOLATING = frozenset(["LRI", "RLI", "FSI", "PDI"])
_OPENING = "([{༺༼᚛⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}༻༽᚜⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦎⦐⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
_CLOSES = dict(zip(_OPENING, _CLOSING, strict=True))
_MOST_OPEN = 63  # BD16


class RunSequence:
    """Weak types, brackets, neutrals and levels of one isolating run sequence (W, N, I rules)."""

    def __init__(
        self,
        text: Sequence[str],
        classes: Sequence[str],
        marks: Sequence[bool],
        level: int,
        before: int,
        after: int,
    ) -> None:
        """Take the characters of the sequence.

        `classes` are theirs after overrides, `marks` tells which are nonspacing marks, `level` is
        the sequence's own, `before` and `after` are those around it (X10).
        """
        self._text, self._marks = text, marks
        self._kinds = list(classes)
        self._level = level
        self._start = "R" if max(before, level) % 2 else "L"
        self._end = "R" if max(after, level) % 2 else "L"
        self._own = "R" if level % 2 else "L"

    def levels(self) -> list[int]:
        """The level of every place of the sequence."""
        self._weak()
        self._brackets()
        self._neutrals()
        if self._level % 2:  # I2
            return [self._level + (kind != "R") for kind in self._kinds]
        return [self._level + {"L": 0, "R": 1}.get(kind, 2) for kind in self._kinds]  # I1

    def _weak(self) -> None:
        """W1 to W7."""
        kinds = self._kinds
        for i, kind in enumerate(kinds):  # W1
            if kind == "NSM":
                previous = kinds[i - 1] if i else self._start
                kinds[i] = "ON" if previous in _ISOLATING else previous
        self._after_strong("EN", "AL", "AN")  # W2
        kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
        for i in range(1, len(kinds) - 1):  # W4
            around = kinds[i - 1], kinds[i + 1]
            if around == ("EN", "EN") and kinds[i] in ("ES", "CS"):
                kinds[i] = "EN"
            elif around == ("AN", "AN") and kinds[i] == "CS":
                kinds[i] = "AN"
        for start, end in _spans(kinds, frozenset(["ET"])):  # W5
            if "EN" in (kinds[max(start - 1, 0)], kinds[min(end, len(kinds) - 1)]):
                kinds[start:end] = ["EN"] * (end - start)
        kinds[:] = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in kinds]  # W6
        self._after_strong("EN", "L", "L")  # W7

    def _after_strong(self, kind: str, strong: str, becomes: str) -> None:
        """Change each `kind` whose last strong character before it is `strong`."""
        last = self._start
        for i, found in enumerate(self._kinds):
            if found in ("L", "R", "AL"):
                last = found
            elif found == kind and last == strong:
                self._kinds[i] = becomes

    def _brackets(self) -> None:
        """N0: a pair of brackets takes the direction of what it holds or stands in."""
        strong = [_strong(kind) for kind in self._kinds]
        at = [i for i, kind in enumerate(strong) if kind]
        for start, end in self._pairs():
            inside = {strong[i] for i in at[bisect_left(at, start + 1) : bisect_left(at, end)]}
            if not inside:
                continue
            kind = self._own
            if self._own not in inside:
                place = bisect_left(at, start)
                context = strong[at[place - 1]] if place else self._start
                kind = context if context != self._own else self._own
            for i in (start, end):
                self._kinds[i] = strong[i] = kind
                at.insert(bisect_left(at, i), i)
                self._mark_like(i, kind)

    def _mark_like(self, bracket: int, kind: str) -> None:
        """Marks on a bracket follow it."""
        for i in range(bracket + 1, len(self._kinds)):
            if not self._marks[i]:
                break
            self._kinds[i] = kind

    def _pairs(self) -> list[tuple[int, int]]:
        """Places of matching brackets, sorted by the opening one (BD16)."""
        pairs = []
        opened: list[tuple[str, int]] = []
        for i, character in enumerate(self._text):
            if self._kinds[i] != "ON":
                continue
            character = unicodedata.normalize("NFC", character)  # U+2329 and U+232A
            if character in _CLOSES:
                if len(opened) == _MOST_OPEN:
                    return []
                opened.append((_CLOSES[character], i))
                continue
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == character:
                    pairs.append((opened[depth][1], i))
                    del opened[depth:]
                    break
        return sorted(pairs)

    def _neutrals(self) -> None:
        """N1 and N2: neutrals between equal directions take it, others the embedding's."""
        kinds = self._kinds
        for start, end in _spans(kinds, _NEUTRAL):
            before = _strong(kinds[start - 1]) if start else self._start
            after = _strong(kinds[end]) if end < len(kinds) else self._end
            kinds[start:end] = [before if before == after else self._own] * (end - start)


def _strong(kind: str) -> str:
    """The direction that `kind` stands for among neutrals, "" for none."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _spans(kinds: Sequence[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    """First and end of each stretch of `wanted` kinds."""
    spans = []
    start = -1
    for i, kind in enumerate([*kinds, ""]):
        if kind in wanted and start < 0:
            start = i
        elif kind not in wanted and start >= 0:
            spans.append((start, i))
            start = -1
    return spans
