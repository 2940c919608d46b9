"""Premises are never linked to the people who work there (`forms/library/premises.md`).

While a visit is planned and written, the place belongs with it. When the visit is finalised, its
people stay linked to it, so the place is cut from it; only where the record of the place says on
what ground it is thought that people are exploited there, and on what that rests, it stays.
"""

from collections.abc import Iterator

from forms import markup
from storage import RecordId, Session, Version
from storage.errors import UnknownRecord
from storage.tables.ties import Tie
from translations.interface import _

FORM = KIND = "premises"
"""The form of a place, and the kind of the link from it to a visit."""
VISIT = "visit"
NO_GROUND = "none"


def has_ground(version: Version) -> bool:
    """Whether the record of a place says on what ground people are exploited there, and why."""
    root = markup.parse(version.content)
    ground, why = (
        (root.findtext(f".//{{*}}{name}") or "").strip()
        for name in ("exploitation_ground", "ground_why")
    )
    return bool(ground and ground != NO_GROUND and why)


def may_be_tied(session: Session, kind: str, target: str) -> bool:
    """Whether something of that `kind` may belong with `target`: a place with visits alone."""
    if kind != KIND:
        return True
    form = _form_of_record(session, target)
    return (form or next((d.form for d in session.drafts.all() if d.id == target), "")) == VISIT


def to_cut(session: Session, draft: str, version: Version) -> set[str]:
    """Of what is tied to `draft`, which has become `version`: the ends that must be cut from it."""
    return set(_to_cut(session, draft, version))


def _to_cut(session: Session, draft: str, version: Version) -> Iterator[str]:
    for tie in session.ties.of(draft):
        if tie.kind == KIND and not _may_last(session, tie, draft, version):
            yield tie.other(draft)


def _may_last(session: Session, tie: Tie, draft: str, version: Version) -> bool:
    if tie.source == draft:  # the place itself: what it belongs with may still be a draft
        return has_ground(version) or not _form_of_record(session, tie.target)
    if not _form_of_record(session, tie.source):
        return False  # nothing is recorded of the place yet
    return has_ground(session.records.newest(RecordId(tie.source)))


def cut_without_ground(session: Session, version: Version) -> None:
    """Erase a place's links once its record no longer says on what ground; for amendments."""
    if version.form != FORM or has_ground(version):
        return
    for link in session.links.of(version.record):
        if link.kind == KIND:
            session.links.erase(link.id, why())


def why() -> str:
    """What the log says where a place is cut from a visit."""
    return _("Premises are not linked to people: no ground of exploitation is recorded.")


def _form_of_record(session: Session, id: str) -> str:
    try:
        return session.records.row(RecordId(id)).form
    except UnknownRecord:
        return ""
