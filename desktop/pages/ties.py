"""What a note belongs with: it is linked once both are kept, whichever is finalised first.

What is written down is in the vault (`storage.tables.ties`); here stands who may be tied to whom.
"""

from dataclasses import astuple, replace

from desktop import premises
from storage import Draft, Session, Version
from storage.tables.ties import Tie

ABOUT = "about"
"""Where a draft's place keeps which record, or which draft, it was begun from."""
_UNDONE = "ties"
"""Where the place of a draft that was discarded says what it was tied to."""
_DRAFT = "draft:"


def to_draft(id: str) -> str:
    """How `ABOUT` names a draft; empty for no draft."""
    return f"{_DRAFT}{id}" if id else ""


def draft_of(about: str) -> str:
    """The draft that `ABOUT` names, empty where it names a record or nothing."""
    return about.removeprefix(_DRAFT) if about.startswith(_DRAFT) else ""


def tie(session: Session, id: str, form: str, about: str) -> None:
    """Tie a draft or record of `form` to what it is `about`, a link of its form's name.

    Nothing is tied to what is gone, nor a place to anything but a visit.
    """
    target = draft_of(about) or about
    if target and premises.may_be_tied(session, form, target):
        session.ties.tie(id, target, form)


def settle(session: Session, version: Version, draft: str, about: str) -> None:
    """`draft` has become `version`: link what belongs together, and cut what must not last."""
    if draft:
        cut = premises.to_cut(session, draft, version)
        session.ties.became(draft, version.record, cut, premises.why())
    elif version.number == 1:  # finalised as it was begun
        tie(session, version.record, version.form, about)
    premises.cut_without_ground(session, version)


def discard(session: Session, id: str) -> Draft:
    """Discard a draft; it is given with what it was tied to, so that it can be brought back."""
    draft = session.drafts.get(id)
    session.drafts.discard(id, "discarded by the officer")
    undone = [list(astuple(each)) for each in session.ties.drop(id)]
    return replace(draft, place={**draft.place, _UNDONE: undone})


def bring_back(session: Session, draft: Draft, new: str) -> None:
    """Tie the draft `new` to what `draft` was tied to when it was discarded."""
    for each in draft.place.pop(_UNDONE, ()):
        moved = Tie(*each).moved(draft.id, new)
        session.ties.tie(moved.source, moved.target, moved.kind)
