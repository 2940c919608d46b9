"""The times at which it is safe to be in touch with somebody (NPCC 2019, 5.1b)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days as the form names them, in the order of `datetime.weekday`."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days and a span of the day; what is left open in the form bounds nothing.

    Attributes:
        days: numbers of `datetime.weekday`; empty for every day.
        opens: the first minute that is safe.
        closes: the first that is not; before `opens` where the span goes past midnight, and then
            it belongs to the day on which it opens.
    """

    days: frozenset[int] = frozenset()
    opens: time = time(0)
    closes: time | None = None

    def holds(self, at: datetime) -> bool:
        """Whether `at` (local time) lies inside."""
        now = at.time().replace(tzinfo=None)
        if self.closes is None or self.opens < self.closes:
            return self._on(at) and self.opens <= now and (self.closes is None or now < self.closes)
        late = self._on(at) and now >= self.opens
        return late or (self._on(at - timedelta(days=1)) and now < self.closes)

    def words(self) -> str:
        """The span of the day, such as `14:00–17:00`; empty where the whole day is safe."""
        if self.closes is None and self.opens == time(0):
            return ""
        until = self.closes.strftime("%H:%M") if self.closes else "24:00"
        return f"{self.opens.strftime('%H:%M')}–{until}"

    def _on(self, at: datetime) -> bool:
        return not self.days or at.weekday() in self.days
