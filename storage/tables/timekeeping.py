"""Whether the computer's clock can be believed: what is odd about it is written into the log.

Times are never put right or in another order: an entry stands where it was written, with the time
that the clock said, and beside it the log says that the clock was set back or forward, that summer
time came or went, or that the time zone is another one (CPIA 1996: a record is made at the time).
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from storage.chain.audit import Action, Audit
from storage.context import Clock, Context
from storage.rows import RecordId
from storage.sqlcipher.database import Connection
from storage.tables.settings import Settings

TOLERANCE = timedelta(seconds=5)
"""What a clock may be put right by, over the network for example, without a word."""
ZONE = "clock.zone"
"""The setting that holds the offset that was last found to be none of the United Kingdom's."""

_TIMES = (
    ("audit", "time"),
    ("version", "entry_time"),
    ("version", "event_time"),
    ("draft", "started"),
    ("draft", "updated"),
    ("hold", "placed"),
    ("retention", "changed"),
    ("definition", "added"),
    ("attachment", "added"),
    ("device", "since"),
    ("outbox", "queued"),
    ("outbox", "changed"),
    ("receipt", "taken"),
)
_FROM_TO = re.compile(r"from (\S+) to (\S+)\.$")
_BACK = "The clock was set back: from {before} to {after}."
_FORWARD = "The clock was set forward: from {before} to {after}."


def since_boot() -> float:
    """Seconds on a clock that nobody can set, and that goes on while the computer sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def british_offset(at: datetime) -> timedelta:
    """The offset of the United Kingdom `at` a moment (Summer Time Order 2002).

    Summer time goes from the last Sunday in March to the last in October, at 01:00 UTC.
    """
    moment = at.astimezone(UTC)
    begins, ends = (_last_sunday(moment.year, month) for month in (3, 10))
    return timedelta(hours=1 if begins <= moment < ends else 0)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)  # March and October have 31 days
    return last - timedelta(days=(last.weekday() + 1) % 7)


class ClockWatch:
    """Compares what the clock says with what it should say by now."""

    def __init__(self, clock: Clock, ticks: Callable[[], float] = since_boot) -> None:
        """Watch `clock` from now on, by `ticks`, seconds that only go forward."""
        self._clock = clock
        self._ticks = ticks
        self._last = clock()
        self._ticked = ticks()

    def since(self, newest: str) -> list[str]:
        """What is odd about the clock after an entry with the time `newest` (ISO 8601)."""
        before, now = datetime.fromisoformat(newest), self._clock()
        told = _zone(before, now)
        if now < before - TOLERANCE:
            told.append(_BACK.format(before=_iso(before), after=_iso(now)))
        return told

    def look(self) -> list[str]:
        """What has become odd about the clock since the last look."""
        if sys.platform != "win32":
            time.tzset()  # somebody may have changed the zone meanwhile
        now, ticked = self._clock(), self._ticks()
        # In UTC: within one zone, Python reckons by the hands of the clock, summer time or not.
        expected = self._last.astimezone(UTC) + timedelta(seconds=ticked - self._ticked)
        step = now.astimezone(UTC) - expected
        told = _zone(self._last, now)
        if abs(step) > TOLERANCE:
            sentence = _BACK if step < timedelta() else _FORWARD
            before = _iso(expected.astimezone(self._last.tzinfo))
            told.append(sentence.format(before=before, after=_iso(now)))
        self._last, self._ticked = now, ticked
        return told


def foreign_zone(now: datetime) -> str:
    """A sentence where the offset of `now` is not the United Kingdom's; UTC itself is no error."""
    offset, here = now.utcoffset(), british_offset(now)
    if offset in (here, timedelta()):
        return ""
    return (
        f"The time zone is not the United Kingdom's: the offset is {_offset(now)},"
        f" there it is {_offset(now.astimezone(timezone(here)))}."
    )


def _zone(before: datetime, now: datetime) -> list[str]:
    """What a changed offset means: summer time, or another zone."""
    if before.utcoffset() == now.utcoffset():
        return []
    # A zone with rules knows what its offset was then; a mere offset asks the computer's zone.
    zone = None if isinstance(now.tzinfo, timezone) else now.tzinfo
    changed = f"the offset went from {_offset(before)} to {_offset(now)}."
    if before.astimezone(zone).utcoffset() == before.utcoffset():
        return [f"Summer time began or ended: {changed}"]
    return [f"The time zone was changed: {changed}"]


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _offset(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")[23:]


def times_without_offset(connection: Connection) -> Iterator[str]:
    """Which of the stored times say nothing of their UTC offset; none ever should."""
    for table, column in _TIMES:
        odd = connection.execute(
            f"SELECT count(*) FROM {table} WHERE {column} NOT GLOB '*T*[-+][0-9][0-9]:[0-9][0-9]'"
            f" AND {column} NOT GLOB '*T*Z' AND {column} != ''"
        ).fetchone()[0]
        if odd:
            yield f"{odd} times in {table}.{column} have no UTC offset."


@dataclass(frozen=True, slots=True)
class Doubt:
    """A version whose entry time may be wrong.

    Attributes:
        version: its number.
        ahead: whether the clock was set back after it was written, so that it may have been ahead;
            else it was set back before, and may have been behind.
        before, after: what the clock said before and after it was set (ISO 8601).
    """

    version: int
    ahead: bool
    before: str
    after: str


class Clockbook:
    """What the log says of the clock, within one transaction."""

    def __init__(self, context: Context, audit: Audit, settings: Settings) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._audit = audit
        self._settings = settings

    def note(self, told: list[str]) -> None:
        """Write down what is odd about the clock."""
        for sentence in told:
            self._audit.append(Action.CLOCK, reason=sentence)

    def foreign(self) -> str:
        """What to write down where the zone is a foreign one, and that was not done yet."""
        now = self._context.clock()
        told = foreign_zone(now)
        return told if told and self._settings.get(ZONE) != _offset(now) else ""

    def note_foreign(self) -> None:
        """Write down that the zone is a foreign one, once for each offset."""
        told = self.foreign()
        if told:
            self._settings.set(ZONE, _offset(self._context.clock()))
            self.note([told])

    def newest(self) -> str:
        """The time of the last entry of the log; empty where there is none."""
        row = self._context.connection.execute(
            "SELECT time FROM audit ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
        return row[0] if row else ""

    def doubts(self, record: RecordId) -> list[Doubt]:
        """The versions of a record whose entry times may be wrong, by number."""
        written = self._context.connection.execute(
            "SELECT sequence, time, version FROM audit WHERE record = ? AND version > 0"
            " AND action IN (?, ?) ORDER BY sequence",
            (record, Action.COLLECTION, Action.ALTERATION),
        ).fetchall()
        return [
            doubt
            for sequence, entered, version in written
            for doubt in self._of(sequence, datetime.fromisoformat(entered), version)
        ]

    def _of(self, sequence: int, entered: datetime, version: int) -> list[Doubt]:
        """The first setting back of the clock that throws doubt on one version."""
        for at, before, after in self._set_back():
            low, high = datetime.fromisoformat(after), datetime.fromisoformat(before)
            if low <= entered <= high:
                return [Doubt(version, sequence < at, before, after)]
        return []

    def _set_back(self) -> list[tuple[int, str, str]]:
        """Each time the clock was set back: the row's sequence, and the clock before and after."""
        rows = self._context.connection.execute(
            "SELECT sequence, reason FROM audit WHERE action = ? AND reason LIKE ?",
            (Action.CLOCK, _BACK[:24] + "%"),
        )
        found = ((sequence, _FROM_TO.search(reason)) for sequence, reason in rows)
        return [(sequence, match[1], match[2]) for sequence, match in found if match]
