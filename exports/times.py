"""Dates and times as people read them, always with the offset from UTC."""

from dataclasses import replace
from datetime import date, datetime, time

from babel.dates import format_date, format_datetime, format_time

from forms import Line

_LONG = "EEEE d MMMM y, HH:mm"
_SHORT = "d MMM y HH:mm"


def long_time(moment: datetime, language: str) -> str:
    """For example "Saturday 21 November 2026, 22:50 (UTC+00:00)"."""
    return f"{format_datetime(moment, _LONG, locale=_locale(language))}{_offset(moment)}"


def short_time(moment: datetime, language: str) -> str:
    """For example "21 Nov 2026 22:50 (UTC+00:00)"."""
    return f"{format_datetime(moment, _SHORT, locale=_locale(language))}{_offset(moment)}"


def stacked_time(moment: datetime, language: str) -> str:
    """The date above the time, for a narrow column."""
    day = format_date(moment.date(), "EEEE d MMMM y", locale=_locale(language))
    clock = format_time(moment.time(), "HH:mm", locale=_locale(language))
    return f"{day}\n{clock}{_offset(moment)}"


def moment(text: str) -> datetime | None:
    """The moment that `text` (ISO 8601) names, None if it names none."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def read_answer(line: Line, language: str) -> Line:
    """`line` with an answer of a date or time type written out; any other as it is."""
    written = _written(line.type, line.raw.strip(), language)
    return replace(line, text=written) if written else line


def _written(kind: str, raw: str, language: str) -> str:
    try:
        if kind == "dateTime":
            return long_time(datetime.fromisoformat(raw), language)
        if kind == "date":
            return str(format_date(date.fromisoformat(raw[:10]), "full", _locale(language)))
        if kind == "time":
            moment = time.fromisoformat(raw)
            return f"{format_time(moment, 'HH:mm', locale=_locale(language))}{_offset(moment)}"
    except ValueError:  # not a date after all: the text says what was typed
        pass
    return ""


def _offset(moment: datetime | time) -> str:
    """The distance from UTC in brackets, nothing where it is not known."""
    distance = moment.utcoffset()
    if distance is None:
        return ""
    minutes = round(distance.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f" (UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02})"


def _locale(language: str) -> str:
    return {"en": "en_GB"}.get(language, language.replace("-", "_"))
