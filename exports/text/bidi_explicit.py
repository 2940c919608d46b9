"""The explicit half of UAX #9: embeddings, overrides and isolates give characters their levels."""

from collections.abc import Sequence
from dataclasses import dataclass

ISOLATES = ("LRI", "RLI", "FSI")
EMBEDDINGS = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}
_MAX_DEPTH = 125  # BD2


def first_strong(classes: Sequence[str], start: int, otherwise: int) -> int:
    """P2 and P3 from `start` to the end, or to the PDI that closes what encloses `start`."""
    depth = 0
    for kind in classes[start:]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            if not depth and start:
                break
            depth = max(depth - 1, 0)
        elif not depth and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return otherwise


def matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Isolate initiators and their PDIs, each the other's (BD9)."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for i, kind in enumerate(classes):
        if kind in ISOLATES:
            opened.append(i)
        elif kind == "PDI" and opened:
            start = opened.pop()
            pairs[start], pairs[i] = i, start
    return pairs


@dataclass(frozen=True, slots=True)
class _Status:
    """An entry of the directional status stack (X1)."""

    level: int
    override: str
    isolate: bool


class Explicit:
    """Rules X1 to X8 over one paragraph.

    Attributes:
        levels: of each character.
        classes: of each character, changed where an override asks for it.
    """

    def __init__(self, classes: Sequence[str], matching: dict[int, int], base: int) -> None:
        self._original, self._matching, self._base = classes, matching, base
        self.classes = list(classes)
        self.levels = [base] * len(classes)
        self._stack = [_Status(base, "", isolate=False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0
        for place, kind in enumerate(classes):
            self._take(place, kind)

    def _take(self, place: int, kind: str) -> None:
        """Apply the rule for one character."""
        if kind == "PDI":
            self._close_isolate(place)
        if kind != "B":
            self.levels[place] = self._stack[-1].level
        if kind in EMBEDDINGS:
            self._embed(*EMBEDDINGS[kind])
        elif kind == "PDF":
            self._close_embedding()
        elif kind not in ("B", "BN"):
            self.classes[place] = self._stack[-1].override or kind
            if kind in ISOLATES:
                self._isolate(self._direction(kind, place))

    def _embed(self, odd: int, override: str) -> None:
        """X2 to X5."""
        level = self._next(odd)
        if self._has_room(level):
            self._stack.append(_Status(level, override, isolate=False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, odd: int) -> None:
        """X5a and X5b."""
        level = self._next(odd)
        if self._has_room(level):
            self._valid_isolates += 1
            self._stack.append(_Status(level, "", isolate=True))
        else:
            self._overflow_isolates += 1

    def _close_isolate(self, place: int) -> None:
        """X6a."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates and place in self._matching:
            self._overflow_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1

    def _close_embedding(self) -> None:
        """X7."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()

    def _next(self, odd: int) -> int:
        """The least greater level that is odd or even as asked."""
        level = self._stack[-1].level
        return level + 1 if (level + 1) % 2 == odd else level + 2

    def _has_room(self, level: int) -> bool:
        free = not self._overflow_isolates and not self._overflow_embeddings
        return free and level <= _MAX_DEPTH

    def _direction(self, kind: str, place: int) -> int:
        """Whether an isolate runs rightward (0) or leftward (1); FSI looks inside (X5c)."""
        if kind == "FSI":
            return first_strong(self._original, place + 1, 0)
        return int(kind == "RLI")
