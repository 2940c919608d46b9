"""Dates and times are read as people write them, and what is written is read back the same."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from desktop.widgets import when

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    "text",
    [
        "21/11/2026",
        "21.11.26",
        "21/11",
        "21-11-2026",
        "2026-11-21",
        "21 Nov 2026",
        "21 nov",
        "Sat 21 Nov 2026",
        "Saturday, 21 November 2026",
        "November 21, 2026",
        " 21  november ",
        "yesterday",
    ],
)
def test_a_day_is_understood(text: str) -> None:
    assert when.read_date(text, TODAY) == date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    ["", "21", "soon", "31/2/2026", "21/13", "21 Nov 20261", "21 N", "2026", "21 Nov or Dec"],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert when.read_date(text, TODAY) is None


def test_the_order_of_figures_is_the_readers() -> None:
    assert when.read_date("3/4/2026", TODAY) == date(2026, 4, 3)
    QLocale.setDefault(QLocale("en_US"))
    assert when.read_date("3/4/2026", TODAY) == date(2026, 3, 4)


def test_names_of_months_are_the_readers() -> None:
    QLocale.setDefault(QLocale("cy_GB"))
    assert when.read_date(when.write_date(date(2026, 2, 1)), TODAY) == date(2026, 2, 1)
    QLocale.setDefault(QLocale("ar_EG"))
    assert when.read_date("٢١/١١/٢٠٢٦", TODAY) == date(2026, 11, 21)


@settings(max_examples=200)
@given(day=DAYS, locale=st.sampled_from(["en_GB", "cy_GB", "en_US", "de_DE", "pl_PL", "ro_RO"]))
def test_a_day_that_is_written_is_read_back(day: date, locale: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert when.read_date(when.write_date(day), TODAY) == day
    assert when.read_month(when.write_month(day), TODAY) == day.replace(day=1)
    assert when.read_year(when.write_year(day)) == day.replace(month=1, day=1)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("22:50", 22, 50), ("2250", 22, 50), ("9", 9, 0), ("9.30 pm", 21, 30), ("12am", 0, 0)],
)
def test_a_time_is_understood(text: str, hour: int, minute: int) -> None:
    assert when.read_time(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["", "24:00", "22:5", "22:60", "13 pm", "late", "1.2.3"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert when.read_time(text) is None


@given(at=st.times())
def test_a_time_that_is_written_is_read_back(at: time) -> None:
    assert when.read_time(when.write_time(at)) == at.replace(second=0, microsecond=0)


@given(day=DAYS, at=st.times(), minutes=st.integers(-14 * 60, 14 * 60))
def test_a_moment_keeps_the_offset_it_was_written_with(day: date, at: time, minutes: int) -> None:
    minute = at.replace(second=0, microsecond=0)
    zone = timezone(timedelta(minutes=minutes))
    abroad = datetime(2026, 1, 1, tzinfo=zone)
    stored = when.stamp(day, minute, abroad)
    read = when.read_stamp(stored)
    assert read is not None
    assert (read.date(), read.time(), read.utcoffset()) == (day, minute, zone.utcoffset(None))


@pytest.mark.parametrize("text", ["", "21 Nov 2026 · ", "tomorrow"])
def test_half_a_moment_is_none(text: str) -> None:
    assert when.read_stamp(text) is None
