"""How XPath values become strings, numbers and booleans, dates included (ODK XForms, fn:number)."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

from forms.nodes import Element, string_value

Value = str | float | bool | list[Element]

NAN = math.nan
SECONDS_A_DAY = 86_400
_EPOCH = date(1970, 1, 1)
_START = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?\s*")
_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_TIME = re.compile(
    r"(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?",
)


def number_text(value: float) -> str:
    """XPath 1.0, 4.2 string(): no exponent, no ".0"; NaN and Infinity by name."""
    if value != value:
        return "NaN"
    if value in (math.inf, -math.inf):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return str(int(value))
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text


def to_string(value: Value) -> str:
    """XPath 1.0, 4.2 string()."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return string_value(value[0]) if value else ""
    return number_text(value)


def text_number(text: str) -> float:
    """ODK XForms, fn:number: a number, or a date or dateTime as days since 1 January 1970.

    A date alone is a whole number of days, so that the difference of two dates is whole as well,
    also across a change of the clocks.
    """
    if not text:
        return NAN
    if _NUMBER.fullmatch(text):
        return float(text)
    if len(text) >= 8 and text[4:5] == "-":
        return days(text)
    return NAN


def to_number(value: Value) -> float:
    """ODK XForms, fn:number."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    return text_number(to_string(value))


def to_boolean(value: Value) -> bool:
    """XPath 1.0, 4.3 boolean(): a node-set is true where it has a node, blank or not."""
    if isinstance(value, float):
        return value == value and value != 0
    return bool(value)


def parse_time(text: str) -> time | None:
    """A time with or without offset, as ISO 8601 writes it; None where it is none."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds, fraction, offset = match.groups()
    try:
        return time(
            int(hours),
            int(minutes),
            int(seconds or 0),
            int((fraction or "0").ljust(6, "0")[:6]),
            tzinfo=_offset(offset),
        )
    except ValueError:
        return None


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes > 14 * 60:
        raise ValueError(text)
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def parse_date(text: str) -> date | datetime | None:
    """A date or dateTime; a dateTime without offset is one of this computer's time zone."""
    day_text, separator, time_text = text.strip().partition("T")
    match = _DATE.fullmatch(day_text)
    if match is None:
        return None
    try:
        day = date(*(int(part) for part in match.groups()))
        if not separator:
            return day
        clock = parse_time(time_text)
        if clock is None:
            return None
        moment = datetime.combine(day, clock)
        return moment if moment.tzinfo is not None else moment.astimezone()
    except (ValueError, OverflowError):
        return None


def days(text: str) -> float:
    """Days since 1 January 1970 UTC of a date or dateTime; NaN where the text is neither."""
    found = parse_date(text)
    if found is None:
        return NAN
    if isinstance(found, datetime):
        return (found - _START).total_seconds() / SECONDS_A_DAY
    return float((found - _EPOCH).days)


def date_text(number: float) -> str:
    """The date or, with a fraction, the local dateTime that many days after 1 January 1970."""
    if number != number or abs(number) > 2_900_000:
        return ""
    try:
        if number == int(number):
            return (_EPOCH + timedelta(days=int(number))).isoformat()
        moment = _START + timedelta(milliseconds=round(number * SECONDS_A_DAY * 1000))
        return moment_text(moment.astimezone())
    except (ValueError, OverflowError, OSError):
        return ""


def moment_text(moment: datetime) -> str:
    """ODK XForms, Data Types, dateTime: milliseconds, and the offset kept."""
    return moment.isoformat(timespec="milliseconds")
