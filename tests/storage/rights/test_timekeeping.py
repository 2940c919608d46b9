"""What is odd about the clock is noticed and written down; nothing is put in another order."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from storage import Vault
from storage.context import Clock
from storage.tables.timekeeping import ClockWatch, british_offset, foreign_zone
from tests.storage.helpers import ME, Sample, add, ask, do, note

LONDON = ZoneInfo("Europe/London")
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))
STEPS = st.integers(-400 * 86_400, 400 * 86_400).map(lambda s: timedelta(seconds=s))


class Time:
    """A clock that shows the time of `zone`, and seconds that only go forward."""

    def __init__(self, start: datetime, zone: ZoneInfo | timezone = LONDON) -> None:
        self.now, self.zone, self.seconds = start, zone, 0.0

    def clock(self) -> datetime:
        return self.now.astimezone(self.zone)

    def ticks(self) -> float:
        return self.seconds

    def passes(self, seconds: float, clock_goes: timedelta | None = None) -> None:
        self.seconds += seconds
        self.now += timedelta(seconds=seconds) if clock_goes is None else clock_goes


@given(MOMENTS)
def test_the_british_rule_is_that_of_the_zone_database(moment: datetime) -> None:
    assert british_offset(moment) == moment.astimezone(LONDON).utcoffset()


@given(MOMENTS, st.lists(st.floats(0, 86_400 * 30), max_size=8))
def test_time_that_just_passes_is_nothing_odd_but_summer_time(
    start: datetime, waits: list[float]
) -> None:
    time = Time(start)
    watch = ClockWatch(time.clock, time.ticks)
    for wait in waits:
        before = time.clock().utcoffset()
        time.passes(wait)
        told = watch.look()
        assert len(told) == (time.clock().utcoffset() != before)
        assert all(sentence.startswith("Summer time began or ended") for sentence in told)


@given(MOMENTS, st.floats(0, 86_400), STEPS)
def test_a_clock_that_is_set_is_noticed_within_a_process(
    start: datetime, wait: float, step: timedelta
) -> None:
    time = Time(start)
    watch = ClockWatch(time.clock, time.ticks)
    time.passes(wait, timedelta(seconds=wait) + step)
    told = [sentence for sentence in watch.look() if "clock was set" in sentence]
    if abs(step) <= timedelta(seconds=4):
        assert told == []
    elif abs(step) >= timedelta(seconds=6):
        assert [("back" if step < timedelta() else "forward") in sentence for sentence in told] == [
            True
        ]
    assert watch.look() == []  # told once


def test_both_changes_of_summer_time() -> None:
    for start, offsets in (
        (datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), "from +00:00 to +01:00"),
        (datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC), "from +01:00 to +00:00"),
    ):
        time = Time(start)
        watch = ClockWatch(time.clock, time.ticks)
        time.passes(2)
        assert watch.look() == [f"Summer time began or ended: the offset went {offsets}."]
        assert foreign_zone(time.clock()) == ""


def test_another_zone_is_told_from_summer_time() -> None:
    time = Time(datetime(2026, 11, 22, 10, tzinfo=UTC))
    watch = ClockWatch(time.clock, time.ticks)
    time.zone = ZoneInfo("Asia/Tokyo")
    assert watch.look() == ["The time zone was changed: the offset went from +00:00 to +09:00."]
    assert "there it is +00:00" in foreign_zone(time.clock())
    assert foreign_zone(time.clock().astimezone(UTC)) == ""


def open_at(sample: Sample, clock: Clock) -> Vault:
    return Vault.open(sample.folder, ME, recovery_code=sample.code, clock=clock)


def told(vault: Vault) -> list[str]:
    entries = ask(vault, lambda s: s.audit.entries())
    return [entry.reason for entry in entries if entry.action == "clock"]


def test_a_clock_set_back_between_two_openings_is_in_the_log(sample: Sample) -> None:
    late = datetime.now(UTC) + timedelta(days=3)
    vault = open_at(sample, lambda: late)
    ahead = add(vault, "written with the clock ahead").record
    vault.close()
    vault = sample.open()
    behind = add(vault, "written afterwards").record
    (sentence,) = [reason for reason in told(vault) if "set back" in reason]
    assert sentence.startswith(f"The clock was set back: from {late.isoformat()[:19]}")
    (doubt,) = ask(vault, lambda s: s.clock.doubts(ahead))
    assert (doubt.version, doubt.ahead) == (1, True)
    (doubt,) = ask(vault, lambda s: s.clock.doubts(behind))
    assert (doubt.version, doubt.ahead) == (1, False)
    rows = ask(vault, lambda s: s.records.page())
    assert [row.id for row in rows[:2]] == [behind, ahead]  # as they were written
    assert rows[1].entry_time > rows[0].entry_time
    first = ask(vault, lambda s: s.records.page())[-1].id
    assert ask(vault, lambda s: s.clock.doubts(first)) == []
    vault.close()
    assert sample.check() == []


def test_a_clock_set_forward_while_open_is_in_the_log(sample: Sample) -> None:
    ahead = timedelta()
    vault = open_at(sample, lambda: datetime.now(UTC) + ahead)
    add(vault, "one")
    ahead = timedelta(hours=1)
    add(vault, "two")
    assert [sentence[:27] for sentence in told(vault)] == ["The clock was set forward: "]
    kinds = [entry.action for entry in ask(vault, lambda s: s.audit.entries())[-2:]]
    assert kinds == ["clock", "collection"]  # noted before what was written next
    vault.close()


def test_a_foreign_zone_is_written_down_once(sample: Sample) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    for _ in range(2):
        vault = open_at(sample, lambda: datetime.now(tokyo))
        add(vault, "one")
        sentences = told(vault)
        vault.close()
    assert (
        sentences[-2:]
        == [
            "The time zone was changed: the offset went from +00:00 to +09:00.",
            "The time zone is not the United Kingdom's: the offset is +09:00, there it is +00:00.",
        ]
        or "there it is +01:00" in sentences[-1]
    )
    vault = open_at(sample, lambda: datetime.now(tokyo))
    newest = ask(vault, lambda s: s.records.page())[0]
    assert newest.entry_time.endswith("+09:00")
    vault.close()
    assert sample.check() == []


def test_a_time_without_its_offset_is_found(sample: Sample) -> None:
    vault = sample.open()
    do(vault, lambda s: s.records.add(note("one")))
    vault._durable.connection.execute("UPDATE draft SET updated = '2026-11-22T10:00:00'")
    vault.close()
    assert "times" in [finding.part for finding in sample.check()] or sample.check()
