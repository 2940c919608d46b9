"""Reviews that were agreed in a record itself: a person's, a plan's, a contract's, a visit's."""

from collections.abc import Iterator
from datetime import date

from desktop.discretion import PERSON
from forms import markup
from storage import RecordId, Session, Version
from storage.tables.retention import Due

DATES = {
    PERSON: ("review", "expiry"),
    "safety_plan": ("review",),
    "victim_contract": ("review",),
    "premises": ("review",),
    "visit": ("review",),
}
"""By form, the questions that hold a day on which the record is looked at again."""
_ENDED = "ended_on"
"""A contract that was ended has no review any more."""
_MOST = 2000


Days = dict[tuple[RecordId, int], str]
"""By record and version: the day that it names, empty where it names none."""


def agreed_reviews(session: Session, today: date, read: Days | None = None) -> list[Due]:
    """The records whose newest version names a day for a look that has come; longest due first.

    `read` is what was read before, and is added to: a version never changes.
    """
    days: Days = {} if read is None else read
    return sorted(_due(session, today, days), key=lambda due: due.review)


def _due(session: Session, today: date, days: Days) -> Iterator[Due]:
    for form, questions in DATES.items():
        rows = session.records.page(limit=_MOST, form=form)
        unread = [row.id for row in rows if (row.id, row.version) not in days]
        for version in session.records.newest_of(unread):
            days[version.record, version.number] = _first_day(version, questions)
        for row in rows:
            day = days.get((row.id, row.version), "")
            if day and day <= today.isoformat():
                yield Due(row, day, bool(session.retention.holds(row.id)))


def _first_day(version: Version, questions: tuple[str, ...]) -> str:
    root = markup.parse(version.content)
    if root.findtext(f".//{{*}}{_ENDED}"):
        return ""
    days = [(root.findtext(f".//{{*}}{name}") or "").strip()[:10] for name in questions]
    return min(filter(None, days), default="")
