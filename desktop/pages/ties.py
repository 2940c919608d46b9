"""Links between notes of which some are still drafts: they wait in the drafts until both are kept.

A link ties two records. What is begun from a note that is still a draft says so in its own place
(`ABOUT`); when it is finalised first, its tie waits in the place of that draft (`TIES`).
"""

from collections.abc import Iterable

from storage import Draft, RecordId, Session, Version
from storage.errors import UnknownRecord

ABOUT = "about"
"""Where a draft's place keeps which record, or which draft, it will be linked to."""
TIES = "ties"
"""Where a draft's place keeps what will be linked to it: pairs of a record and the link's kind."""
_DRAFT = "draft:"


def to_draft(id: str) -> str:
    """How `ABOUT` names a draft; empty for no draft."""
    return f"{_DRAFT}{id}" if id else ""


def draft_of(about: str) -> str:
    """The draft that `ABOUT` names, empty where it names a record or nothing."""
    return about.removeprefix(_DRAFT) if about.startswith(_DRAFT) else ""


def tie(session: Session, version: Version, about: str) -> None:
    """Link a record that was just written to what it is about, a link of its form's name.

    Where that is a draft, the tie waits there; where it is a draft that is gone, there is none.
    """
    draft = draft_of(about)
    if about and not draft:
        session.links.add(version.record, RecordId(about), version.form)
    found = next((one for one in session.drafts.all() if draft and one.id == draft), None)
    if found is not None:
        waiting = [*found.place.get(TIES, ()), [version.record, version.form]]
        _save(session, found, TIES, waiting)


def settle(session: Session, version: Version, draft: str, waiting: Iterable[list[str]]) -> None:
    """Make the links that waited for `draft`, which has become `version`.

    What is still a draft and about it will be linked to the record.
    """
    for record, kind in waiting:
        try:
            session.links.add(RecordId(record), version.record, kind)
        except UnknownRecord:  # it was purged meanwhile
            continue
    follow(session, to_draft(draft), version.record)


def follow(session: Session, before: str, after: str) -> None:
    """Let every draft that is about `before` be about `after` instead."""
    for draft in session.drafts.all():
        if before and draft.place.get(ABOUT) == before:
            _save(session, draft, ABOUT, after)


def _save(session: Session, draft: Draft, name: str, value: object) -> None:
    session.drafts.save(draft.id, draft.content, draft.title, {**draft.place, name: value})
