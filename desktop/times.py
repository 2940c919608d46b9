"""Times as people read them: short, in the reader's own zone and locale."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from translations.interface import _


def moment(iso: str) -> str:
    """`iso` (ISO 8601 with offset) as `21 Nov 22:50`, with the year where it is another one.

    An empty or unreadable time is said to be unknown.
    """
    at = parse(iso)
    if at is None:
        return _("time not known")
    day = QDate(at.year, at.month, at.day)
    pattern = "d MMM" if at.year == datetime.now().year else "d MMM yyyy"
    return f"{QLocale().toString(day, pattern)} {clock(iso)}"


def clock(iso: str) -> str:
    """`iso` as `22:50` in this machine's zone."""
    at = parse(iso)
    return "" if at is None else QLocale().toString(QTime(at.hour, at.minute), "HH:mm")


def weekday(at: datetime) -> str:
    """A day as `Saturday 21 November`."""
    return QLocale().toString(QDate(at.year, at.month, at.day), "dddd d MMMM")


def parse(iso: str) -> datetime | None:
    """`iso` in this machine's zone; None if it is no time."""
    try:
        return datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return None
