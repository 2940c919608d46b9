"""Dates and times as people write them, read and written in the reader's locale."""

import re
import unicodedata
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale

from translations.interface import _

_NEAR = 70  # two-digit years from here on belong to the last century


def read_date(text: str, today: date) -> date | None:
    """The date in `text`, None if it is none.

    Understood: figures in the locale's order ("21/11/2026", "21.11.26", "21/11"), year first
    ("2026-11-21"), a day with the month's name or its beginning ("21 Nov", "November 21, 2026"),
    and today, yesterday and tomorrow. A year that is left out is that of `today`.
    """
    words = _plain(text)
    near = {_("today"): 0, _("yesterday"): -1, _("tomorrow"): 1}
    for word, days in near.items():
        if words == word.casefold():
            return date.fromordinal(today.toordinal() + days)
    figures = [int(figure) for figure in re.findall(r"\d+", words)]
    if match := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?", words):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if re.fullmatch(r"\d{1,2}[-/. ]+\d{1,2}([-/. ]+\d{2}(\d{2})?)?\.?", words):
        first, second = figures[:2]
        day, month = (second, first) if _month_first() else (first, second)
        return _date(_year(figures[2:], today), month, day)
    month = _month_named(words)
    if month and 1 <= len(figures) <= 2 and figures[0] <= 31:
        return _date(_year(figures[1:], today), month, figures[0])
    return None


def read_month(text: str, today: date) -> date | None:
    """The first day of the month in `text` ("Nov 2026", "11/2026", "2026-11"), None if none."""
    words = _plain(text)
    if match := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})", words):
        return _date(int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{1,2})[-/. ]+(\d{2}|\d{4})", words):
        return _date(_year([int(match[2])], today), int(match[1]), 1)
    figures = [int(figure) for figure in re.findall(r"\d+", words)]
    month = _month_named(words)
    if month and len(figures) <= 1:
        return _date(_year(figures, today), month, 1)
    return None


def read_year(text: str) -> date | None:
    """The first day of the year in `text`, in four figures; None if it is none."""
    match = re.fullmatch(r"\d{4}", _plain(text))
    return _date(int(match[0]), 1, 1) if match else None


def read_time(text: str) -> time | None:
    """The time in `text` ("22:50", "2250", "9", "9.30 pm"), to the minute; None if it is none."""
    words = _plain(text).replace(" ", "")
    match = re.fullmatch(r"(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm|a\.m\.|p\.m\.)?", words)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def write_date(day: date) -> str:
    """A day as `Sat 21 Nov 2026`, in the locale's names and order."""
    return _shown(day, "ddd MMM d, yyyy" if _month_first() else "ddd d MMM yyyy")


def write_month(day: date) -> str:
    """A month as `November 2026`."""
    return _shown(day, "MMMM yyyy")


def write_year(day: date) -> str:
    """A year as `2026`."""
    return f"{day.year:04}"


def write_time(at: time) -> str:
    """A time as `22:50`; police times are told by 24 hours."""
    return f"{at.hour:02}:{at.minute:02}"


def stamp(day: date, at: time, like: datetime | None = None) -> str:
    """An ISO 8601 dateTime with offset: that of `like` if given, else this machine's zone."""
    written = datetime.combine(day, at)
    zoned = written.replace(tzinfo=like.tzinfo) if like else written.astimezone()
    return zoned.isoformat(timespec="milliseconds")


def read_stamp(value: str) -> datetime | None:
    """The dateTime a form stores, None if it is none; without offset it is this machine's."""
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    return read if read.tzinfo else read.astimezone()


def _shown(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _plain(text: str) -> str:
    """Lower case, plain digits, single spaces, and no weekday or comma."""
    folded = " ".join(text.replace(",", " ").casefold().split())
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in folded)
    first = digits.split(" ")[0].rstrip(".")
    return digits.partition(" ")[2] if len(first) > 1 and _is_weekday(first) else digits


def _is_weekday(word: str) -> bool:
    locale = QLocale()
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    names = {locale.dayName(day, form).casefold() for day in range(1, 8) for form in forms}
    return word in names | {name.rstrip(".") for name in names}


def _month_named(words: str) -> int:
    """The month whose name, or three letters or more of its beginning, stands in `words`."""
    locale = QLocale()
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    parts = [part.rstrip(".") for part in re.findall(r"[^\W\d_]+\.?", words)]
    if len(parts) != 1:
        return 0
    found = {
        month
        for month in range(1, 13)
        for form in forms
        for name in (locale.monthName(month, form), locale.standaloneMonthName(month, form))
        if name.casefold().startswith(parts[0]) and len(parts[0]) >= min(3, len(name))
    }
    return found.pop() if len(found) == 1 else 0


def _month_first() -> bool:
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return "d" in pattern and "M" in pattern and pattern.index("M") < pattern.index("d")


def _year(figures: list[int], today: date) -> int:
    if not figures:
        return today.year
    year = figures[0]
    if year >= 100:
        return year
    return year + (1900 if year >= _NEAR else 2000)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None
