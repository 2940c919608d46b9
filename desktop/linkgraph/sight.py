"""What part of the graph is seen, and how near: a point in the middle, and pixels to a length."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.linkgraph.layout import Point

NEAREST = 160.0
"""Pixels to the length of a tie, at the nearest."""
_FARTHEST = 6.0
_MARGIN = 70.0
_MARGIN_HIGH = 48.0


@dataclass(frozen=True, slots=True)
class Sight:
    """A window of `width` by `height` pixels onto the graph.

    Attributes:
        x, y: what stands in the middle, in lengths of a tie.
        near: pixels to such a length.
        large: the text scale, which what stands around a point grows with.
    """

    x: float = 0.0
    y: float = 0.0
    near: float = 100.0
    width: float = 1.0
    height: float = 1.0
    large: float = 1.0

    @property
    def margin(self) -> float:
        """Pixels kept beside the outermost points, for their words."""
        return _MARGIN * self.large

    @property
    def high_margin(self) -> float:
        """Pixels kept above and below the outermost points."""
        return _MARGIN_HIGH * self.large

    def pixel(self, point: Point) -> Point:
        """Where a point of the graph is seen."""
        return (
            self.width / 2 + (point[0] - self.x) * self.near,
            self.height / 2 + (point[1] - self.y) * self.near,
        )

    def point(self, pixel: Point) -> Point:
        """The point of the graph that is seen at a pixel."""
        return (
            self.x + (pixel[0] - self.width / 2) / self.near,
            self.y + (pixel[1] - self.height / 2) / self.near,
        )

    def moved(self, across: float, down: float) -> "Sight":
        """As if the graph was pulled by so many pixels."""
        return replace(self, x=self.x - across / self.near, y=self.y - down / self.near)

    def zoomed(self, factor: float, pixel: Point) -> "Sight":
        """Nearer (`factor` over 1) or farther; what is seen at `pixel` stays there."""
        near = min(max(self.near * factor, _FARTHEST), NEAREST)
        x, y = self.point(pixel)
        part = self.near / near
        return replace(self, near=near, x=x + (self.x - x) * part, y=y + (self.y - y) * part)

    def around(self, points: Mapping[str, Point]) -> "Sight":
        """All of `points` in sight."""
        if not points:
            return replace(self, x=0.0, y=0.0)
        xs, ys = [x for x, _y in points.values()], [y for _x, y in points.values()]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        near = min(
            (self.width - 2 * self.margin) / max(wide, 1.0),
            (self.height - 2 * self.high_margin) / max(high, 1.0),
            110.0,
        )
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        return replace(self, x=middle[0], y=middle[1], near=max(near, _FARTHEST))

    def with_in_sight(self, point: Point) -> "Sight":
        """Moved as little as needed for `point` to be seen."""
        x, y = self.pixel(point)
        across = min(max(x, self.margin), max(self.margin, self.width - self.margin)) - x
        edge = self.height - self.high_margin
        down = min(max(y, self.high_margin), max(self.high_margin, edge)) - y
        return self.moved(across, down)
