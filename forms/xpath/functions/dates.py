"""Date and time functions (ODK XForms, XPath Functions, Date and Time Functions)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Date  # noqa: N812 - the function below has the name
from datetime import datetime

from forms.xpath.code import Context
from forms.xpath.registry import function
from forms.xpath.values import (
    NAN,
    Value,
    date_text,
    days,
    moment_text,
    parse_date,
    parse_time,
    to_string,
)

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_PLACE = re.compile(r"%[A-Za-z3]")

_DATE_SIGNS: dict[str, Callable[[datetime], str]] = {
    "%Y": lambda m: f"{m.year:04d}",
    "%y": lambda m: f"{m.year % 100:02d}",
    "%m": lambda m: f"{m.month:02d}",
    "%n": lambda m: str(m.month),
    "%b": lambda m: _MONTHS[m.month - 1],
    "%d": lambda m: f"{m.day:02d}",
    "%e": lambda m: str(m.day),
    "%a": lambda m: _DAYS[m.weekday()],
}
_TIME_SIGNS: dict[str, Callable[[datetime], str]] = {
    "%H": lambda m: f"{m.hour:02d}",
    "%h": lambda m: str(m.hour),
    "%M": lambda m: f"{m.minute:02d}",
    "%S": lambda m: f"{m.second:02d}",
    "%3": lambda m: f"{m.microsecond // 1000:03d}",
}


@function("today", gives="string", context=True, steady=False)
def today(c: Context) -> str:
    """ODK XForms, fn:today: the local date."""
    return c.runtime.now().date().isoformat()


@function("now", gives="string", context=True, steady=False)
def now(c: Context) -> str:
    """ODK XForms, fn:now: the local moment with its offset."""
    return moment_text(c.runtime.now())


def _moment(value: Value) -> datetime | None:
    """The moment to format; an instant is shown in local time, as ODK's engines do."""
    text = date_text(value) if isinstance(value, float) else to_string(value)
    found = parse_date(text)
    if isinstance(found, datetime):
        return found.astimezone()
    if isinstance(found, Date):
        return datetime(found.year, found.month, found.day)
    return None


def _formatted(value: Value, form: str, signs: dict[str, Callable[[datetime], str]]) -> str:
    moment = _moment(value)
    if moment is None:
        return ""
    return _PLACE.sub(lambda m: signs[m[0]](moment) if m[0] in signs else m[0], form)


@function("format-date", "value", "string", gives="string")
def format_date(value: Value, form: str) -> str:
    """ODK XForms, fn:format-date: %Y %y %m %n %b %d %e %a; "" for no date."""
    return _formatted(value, form, _DATE_SIGNS)


@function("format-date-time", "value", "string", gives="string")
def format_date_time(value: Value, form: str) -> str:
    """ODK XForms, fn:format-date-time: as format-date, and %H %h %M %S %3."""
    return _formatted(value, form, _DATE_SIGNS | _TIME_SIGNS)


def _date(value: Value) -> str:
    if isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return date_text(value)
    text = to_string(value).strip()
    found = parse_date(text)
    if isinstance(found, datetime):
        return text
    return found.isoformat() if isinstance(found, Date) else ""


@function("date", "value", gives="string")
def date(value: Value) -> str:
    """ODK XForms, fn:date: a date, a dateTime, or a number of days since 1970, as a date."""
    return _date(value)


@function("date-time", "value", gives="string")
def date_time(value: Value) -> str:
    """ODK documentation, Form Operators and Functions, date-time(): as date()."""
    return _date(value)


@function("decimal-date-time", "value", gives="number")
def decimal_date_time(value: Value) -> float:
    """ODK XForms, fn:decimal-date-time: days since 1 January 1970 UTC."""
    if isinstance(value, float):
        return value
    return days(to_string(value))


@function("decimal-time", "string", gives="number")
def decimal_time(text: str) -> float:
    """ODK XForms, fn:decimal-time: the part of the day, in this computer's time zone."""
    found = parse_time(text)
    if found is None:
        return NAN
    if found.tzinfo is not None:
        moment = datetime.combine(Date(1970, 1, 1), found).astimezone()
        found = moment.time()
    seconds = found.hour * 3600 + found.minute * 60 + found.second
    return (seconds + found.microsecond / 1_000_000) / 86_400
