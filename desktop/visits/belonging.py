"""What belongs with a visit: the people who were met, one record each, and the place."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop import premises
from desktop.discretion import PERSON
from forms import markup
from storage import Draft, RecordId, RecordRow, Session
from storage.errors import UnknownRecord

ENCOUNTER = "encounter"


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who was met, and how far the note about it is.

    Attributes:
        id: of the draft or the record; empty once it was purged.
        title: the alias of the person whom the note is about, empty where it is about nobody who
            is kept; of a note on another form, that note's own title.
        begun: ISO 8601 with offset.
    """

    id: str
    is_draft: bool
    title: str
    begun: str


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a visit.

    Attributes:
        category: as the form names it: non_nuisance, nuisance, risk, or empty.
        reason: why it is of that category.
        grounded: whether a ground of exploitation is recorded, so that it stays linked.
        on_record: with a record that is only tied to a visit still being written, so that it can
            be taken away from it.
    """

    id: str
    is_draft: bool
    title: str
    category: str
    reason: str
    grounded: bool
    on_record: bool = False


@dataclass(frozen=True, slots=True)
class Belonging:
    """All that belongs with one visit, in the order in which it was begun; `others` are no notes
    of people met."""

    met: tuple[Met, ...] = ()
    places: tuple[Place, ...] = ()
    others: tuple[Met, ...] = ()


def belonging(session: Session, *visit: str) -> Belonging:
    """What belongs with a visit, by the ids of its draft and of the record it amends."""
    met: list[Met] = []
    others: list[Met] = []
    places: list[Place] = []
    for source, kind in _sources(session, [id for id in visit if id]):
        draft, row = _draft(session, source), _row(session, source)
        found = draft or row
        if found is None:
            continue
        if kind == premises.KIND:
            tied = any(tie.source == source for id in visit for tie in session.ties.of(id))
            places.append(_place(session, source, draft, tied))
            continue
        begun = draft.started if draft else row.event_time or row.entry_time if row else ""
        is_met = kind == ENCOUNTER
        title = _alias(session, source) if is_met else found.title
        (met if is_met else others).append(Met(source, draft is not None, title, begun))
    return Belonging(tuple(met), tuple(places), tuple(others))


def visits_under_way(session: Session) -> list[Draft]:
    """The visits that are being planned or written, those that amend none, newest first."""
    return [d for d in session.drafts.all() if d.form == premises.VISIT and not d.record]


def _sources(session: Session, visit: list[str]) -> Iterator[tuple[str, str]]:
    for id in visit:
        for link in session.links.of(RecordId(id)):
            if link.target == id:
                yield link.source, link.kind
        for tie in session.ties.of(id):
            if tie.target == id:
                yield tie.source, tie.kind


def _place(session: Session, id: str, draft: Draft | None, tied: bool) -> Place:
    if draft is not None:
        content, title, grounded = draft.content, draft.title, False
    else:
        version = session.records.newest(RecordId(id))
        content, title = version.content, version.title
        grounded = premises.has_ground(version)
    root = markup.parse(content)
    category, reason = (
        (root.findtext(f".//{{*}}{name}") or "").strip() for name in ("category", "reason")
    )
    on_record = tied and draft is None
    return Place(id, draft is not None, title, category, reason, grounded, on_record)


def _alias(session: Session, id: str) -> str:
    """The alias of the person whom a note is about."""
    ends = [link.target for link in session.links.of(RecordId(id)) if link.source == id]
    ends += [RecordId(tie.target) for tie in session.ties.of(id) if tie.source == id]
    rows = [row for row in (_row(session, end) for end in ends) if row is not None]
    return next((row.title for row in rows if row.form == PERSON), "")


def _draft(session: Session, id: str) -> Draft | None:
    try:
        return session.drafts.get(id)
    except UnknownRecord:
        return None


def _row(session: Session, id: str) -> RecordRow | None:
    try:
        return session.records.row(RecordId(id))
    except UnknownRecord:
        return None
