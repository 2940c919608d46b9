"""The scale of a timeline: which stretch of time is seen, how wide, and where its marks stand."""

from dataclasses import dataclass
from datetime import datetime, timedelta

DAY = 86_400.0
LEAST = 2 * DAY
"""Seconds that are seen at the nearest."""
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAYS = (1, 2, 7, 14)


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of time, in seconds since 1970, laid over `width` pixels."""

    begin: float
    end: float
    width: float

    def x(self, at: float) -> float:
        """The pixel of a moment."""
        return (at - self.begin) / (self.end - self.begin) * self.width

    def at(self, x: float) -> float:
        """The moment at a pixel."""
        return self.begin + x / self.width * (self.end - self.begin)

    def zoomed(self, factor: float, around: float, bounds: "Scale") -> "Scale":
        """Nearer (`factor` under 1) or farther, the moment `around` in its place."""
        whole = bounds.end - bounds.begin
        span = min(max((self.end - self.begin) * factor, min(LEAST, whole)), whole)
        part = (around - self.begin) / (self.end - self.begin)
        return self._placed(around - part * span, span, bounds)

    def moved(self, by: float, bounds: "Scale") -> "Scale":
        """The same width, `by` seconds later, as far as there is anything."""
        return self._placed(self.begin + by, self.end - self.begin, bounds)

    def _placed(self, begin: float, span: float, bounds: "Scale") -> "Scale":
        begin = max(bounds.begin, min(begin, bounds.end - span))
        return Scale(begin, begin + span, self.width)

    def marks(self, room: float) -> tuple[str, list[datetime]]:
        """Moments at least `room` pixels apart, with the `QLocale` pattern to write them in."""
        second = self.width / (self.end - self.begin)
        for days in _DAYS:
            if days * DAY * second >= room:
                return "d MMM", self._every_days(days)
        for months in _MONTHS:
            if months * 28 * DAY * second >= room:
                pattern = "MMM yyyy" if months < 12 else "yyyy"
                return pattern, self._every_months(months)
        return "yyyy", self._every_months(_MONTHS[-1])

    def _every_days(self, step: int) -> list[datetime]:
        first = datetime.fromtimestamp(self.begin).replace(hour=0, minute=0, second=0)
        first -= timedelta(days=first.toordinal() % step, microseconds=first.microsecond)
        found = []
        while first.timestamp() <= self.end:
            found.append(first)
            first += timedelta(days=step)
        return [each for each in found if each.timestamp() >= self.begin]

    def _every_months(self, step: int) -> list[datetime]:
        first = datetime.fromtimestamp(self.begin)
        month = (first.year * 12 + first.month - 1) // step * step
        found: list[datetime] = []
        while True:
            mark = datetime(month // 12, month % 12 + 1, 1)
            if mark.timestamp() > self.end:
                return [each for each in found if each.timestamp() >= self.begin]
            found.append(mark)
            month += step
