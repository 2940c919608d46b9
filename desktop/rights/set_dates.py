"""Reviews that were agreed in a record itself: a person's, a plan's, a contract's, a visit's."""

from collections.abc import Iterator
from datetime import date

from desktop.discretion import PERSON
from forms import markup
from storage import Session, Version
from storage.retention import Due

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


def agreed_reviews(session: Session, today: date) -> list[Due]:
    """The records whose newest version names a day for a look that has come; longest due first."""
    return sorted(_due(session, today), key=lambda due: due.review)


def _due(session: Session, today: date) -> Iterator[Due]:
    for form, questions in DATES.items():
        rows = {row.id: row for row in session.records.page(limit=_MOST, form=form)}
        for version in session.records.newest_of(list(rows)):
            day = _first_day(version, questions)
            if day and day <= today.isoformat():
                held = bool(session.retention.holds(version.record))
                yield Due(rows[version.record], day, held)


def _first_day(version: Version, questions: tuple[str, ...]) -> str:
    root = markup.parse(version.content)
    if root.findtext(f".//{{*}}{_ENDED}"):
        return ""
    days = [(root.findtext(f".//{{*}}{name}") or "").strip()[:10] for name in questions]
    return min(filter(None, days), default="")
