"""Where things stand: tied ones near each other, the others apart; always the same for one graph.

Forces after Fruchterman and Reingold (1991). Things begin on a spiral in the order of how many ties
they have, and push each other away only from near by, found through a grid: a thousand things take
seconds, and nothing is left to chance.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from desktop.linkgraph.model import Graph

Point = tuple[float, float]

_ROUNDS = 240
_TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: no two begin on one line
_NEAR = 3.0  # lengths of a tie within which things push each other away
_WIDE = 1.3  # pictures are wider than they are high, and so are words
_CENTRE = 0.06  # how strongly the middle pulls what nothing else holds


def places(graph: Graph, cancelled: Callable[[], bool] = lambda: False) -> dict[str, Point]:
    """The place of each thing, in lengths of a tie; runs beside the window.

    When `cancelled` says so, what is there by then is given.
    """
    keys = _ordered(graph)
    number = {key: i for i, key in enumerate(keys)}
    ties = [(number[tie.one], number[tie.other]) for tie in graph.ties]
    at = [(math.sqrt(i + 0.5) * 0.8, i * _TURN) for i in range(len(keys))]
    points = [(r * math.cos(turn), r * math.sin(turn)) for r, turn in at]
    for step in range(_ROUNDS):
        if cancelled():
            break
        points = _moved(points, ties, 1.2 * (1 - step / _ROUNDS) + 0.02)
    if _extent(y for _, y in points) > _extent(x for x, _ in points):
        points = [(y, x) for x, y in points]  # a window is wider than tall
    wide = [(x * _WIDE, y) for x, y in points]
    return dict(zip(keys, wide, strict=True))


def _extent(along: Iterable[float]) -> float:
    values = list(along)
    return max(values, default=0.0) - min(values, default=0.0)


def _ordered(graph: Graph) -> list[str]:
    """The keys, those with the most ties first."""
    count: dict[str, int] = defaultdict(int)
    for tie in graph.ties:
        count[tie.one] += 1
        count[tie.other] += 1
    return sorted((thing.key for thing in graph.things), key=lambda key: (-count[key], key))


def _moved(points: Sequence[Point], ties: Sequence[tuple[int, int]], most: float) -> list[Point]:
    """Every point one step on, `most` at the farthest."""
    force = [(-x * _CENTRE, -y * _CENTRE) for x, y in points]
    for one, other, x, y in _pushes(points):
        force[one] = force[one][0] + x, force[one][1] + y
        force[other] = force[other][0] - x, force[other][1] - y
    for one, other in ties:
        dx, dy = points[other][0] - points[one][0], points[other][1] - points[one][1]
        length = math.hypot(dx, dy)
        x, y = dx * length * 0.5, dy * length * 0.5
        force[one] = force[one][0] + x, force[one][1] + y
        force[other] = force[other][0] - x, force[other][1] - y
    moved = []
    for (x, y), (fx, fy) in zip(points, force, strict=True):
        length = math.hypot(fx, fy)
        scale = min(most, length) / length if length else 0.0
        moved.append((x + fx * scale, y + fy * scale))
    return moved


def _pushes(points: Sequence[Point]) -> list[tuple[int, int, float, float]]:
    """Pairs of points near each other, and how the second pushes the first away."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (x, y) in enumerate(points):
        cells[math.floor(x / _NEAR), math.floor(y / _NEAR)].append(i)
    found = []
    for (column, line), inside in cells.items():
        near = [
            i
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for i in cells.get((column + across, line + down), ())
        ]
        for one in inside:
            for other in near:
                if other <= one:
                    continue
                dx, dy = points[one][0] - points[other][0], points[one][1] - points[other][1]
                square = dx * dx + dy * dy
                if square < _NEAR * _NEAR:
                    push = 1.0 / max(square, 0.01)
                    found.append((one, other, dx * push, dy * push))
    return found
