"""How long nobody has touched the notebook, and whether the machine has slept in between."""

import time
from collections.abc import Callable

SLEPT = 30.0
"""Seconds beyond what was expected between two looks at the clock that mean: it has slept."""


class Idleness:
    """Counts by two clocks, because each has a blind spot.

    The monotonic clock stands still while some machines sleep; the wall clock can be set back.
    """

    def __init__(
        self,
        limit: float,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Allow `limit` seconds without a touch, by clocks that give seconds."""
        self._limit = limit
        self._wall = wall
        self._monotonic = monotonic
        self._touched = (wall(), monotonic())
        self._looked = wall()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = (self._wall(), self._monotonic())

    def remaining(self) -> float:
        """Seconds that are left of the limit; zero or below when it has run out."""
        wall, monotonic = self._touched
        return self._limit - max(self._wall() - wall, self._monotonic() - monotonic)

    def slept(self, expected: float) -> bool:
        """Whether far more than `expected` seconds have passed since this was last asked."""
        before, self._looked = self._looked, self._wall()
        return self._looked - before > expected + SLEPT
