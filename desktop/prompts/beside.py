"""The prompts of one note: a form of its own, sealed and finalised together with the note."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.definitions import definition_of
from desktop.filling import filled
from forms import FormEngine, FormError
from storage import Draft, RecordId, Session, Version

FORM = LINK = "prompts"
"""The form, and the kind of the tie and link from the prompts to their note."""
_EVENT = "/data/event_time"
_DISCARDED = "prompts"
"""Where a discarded note's place keeps the prompts that went with it, so that both come back."""
_UNANSWERED = frozenset({"", "not_discussed"})
_WRITTEN_BY_ITSELF = frozenset({"entry_time", "event_time"})


@dataclass(frozen=True, slots=True)
class Found:
    """What the vault has of a note's prompts: a draft, or the record whose newest version it is."""

    draft: Draft | None = None
    amends: Version | None = None


def draft_beside(session: Session, note: str) -> str:
    """The id of the draft of prompts that belongs to the draft `note`; empty if there is none."""
    found = (tie for tie in session.ties.of(note) if tie.kind == LINK and tie.target == note)
    return next((tie.source for tie in found), "")


def note_beside(session: Session, prompts: str) -> str:
    """The draft of the note that a draft of prompts belongs to; empty for one of its own."""
    drafts = {draft.id for draft in session.drafts.all()}
    found = (tie for tie in session.ties.of(prompts) if tie.kind == LINK)
    return next((tie.target for tie in found if tie.target in drafts), "")


def on_their_own(session: Session, drafts: list[Draft]) -> list[Draft]:
    """The `drafts` without those that are written beside another one, and opened with it."""
    there = {draft.id for draft in drafts}
    prompts = [draft.id for draft in drafts if draft.form == FORM]
    beside = {id for id in prompts if any(t.target in there for t in session.ties.of(id))}
    return [draft for draft in drafts if draft.id not in beside]


def find(session: Session, note: str, record: RecordId) -> Found:
    """The prompts of the draft `note`, or of the `record` that it amends; each may be empty."""
    draft = draft_beside(session, note) if note else ""
    if draft:
        return Found(session.drafts.get(draft), _amended(session, draft))
    links = session.links.of(record) if record else []
    sources = [link.source for link in links if link.kind == LINK and link.target == record]
    return Found(amends=session.records.newest(sources[-1]) if sources else None)


def discard(session: Session, note: str) -> dict[str, Draft]:
    """Discard the prompts of a draft that is discarded next; what its place keeps, to undo it."""
    id = draft_beside(session, note)
    if not id:
        return {}
    kept = session.drafts.get(id)
    session.drafts.discard(id, "discarded with its note")
    session.ties.drop(id)
    return {_DISCARDED: kept}


def bring_back(session: Session, note: Draft, new: str) -> None:
    """Begin the prompts anew that were discarded with `note`, which is the draft `new` now."""
    kept = note.place.pop(_DISCARDED, None)
    if isinstance(kept, Draft):
        draft = session.drafts.open(
            kept.form, kept.form_version, kept.content, kept.title, kept.record, kept.base
        )
        session.drafts.save(draft.id, kept.content, kept.title, kept.place)
        session.ties.tie(draft.id, new, LINK)


class Beside:
    """Keeps the answers of one panel; all writing is done in the note's own transactions."""

    def __init__(
        self, engine: FormEngine, found: Found, place: Callable[[], Mapping[str, Any]]
    ) -> None:
        """Keep `engine`, filled from what was `found`; `place` says where its panel is."""
        self.engine = engine
        self._amends = found.amends
        self._place = place
        self._is_kept = found.draft is not None
        self._is_sealed = True
        self._place_kept: dict[str, Any] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered: then no record is made of it."""
        states = self.engine.states()
        return not any(
            state.value not in _UNANSWERED
            for path, state in states.items()
            if state.relevant and _last(path) not in _WRITTEN_BY_ITSELF and "/meta/" not in path
        )

    def touch(self) -> None:
        """Something has changed."""
        self._is_sealed = False

    def sealing(self) -> Callable[[Session, str], None] | None:
        """The work that seals it with the note's draft; None where nothing has changed."""
        engine, place, amends = self.engine, dict(self._place()), self._amends
        if self._is_sealed and not (self._is_kept and place != self._place_kept):
            return None
        self._is_sealed = self._is_kept = True
        self._place_kept = place
        content, title, form = engine.draft(), engine.title(), engine.form

        def work(session: Session, note: str) -> None:
            id = draft_beside(session, note)
            if not id:
                session.definitions.keep(definition_of(form))
                base = (amends.record, amends.number) if amends else ()
                id = session.drafts.open(form.id, form.version, content, title, *base).id
                session.ties.tie(id, note, LINK)
            session.drafts.save(id, content, title, place)

        return work

    def unsealed(self) -> None:
        """The vault refused what `sealing` gave: it is given again."""
        self._is_sealed = False

    def finishing(self, event_time: str) -> Callable[[Session, str, RecordId, str], None] | None:
        """The work that makes a record of it; None where there is nothing to keep.

        The work takes the note's draft, its record, and the reason where that is amended.

        Raises:
            FormInvalid: an answer must be mended first.
        """
        if self._is_sealed and not self._is_kept:
            return None
        if self.is_empty and self._amends is None:
            return _taken_away
        self._tell_when(event_time)
        content = filled(self.engine, self.engine.finalise())
        definition, amends = definition_of(self.engine.form), self._amends

        def work(session: Session, note: str, record: RecordId, reason: str) -> None:
            del note
            draft = draft_beside(session, record)
            session.definitions.keep(definition)
            if draft:
                session.drafts.finish(draft)
            if amends is not None:
                version = session.records.amend(amends.record, amends.number, content, reason)
            else:
                version = session.records.add(content)
            if draft:
                session.ties.became(draft, version.record)

        return work

    def _tell_when(self, event_time: str) -> None:
        """What was talked about happened when the note says, unless the prompts say otherwise."""
        if event_time and not self.engine.node(_EVENT).value:
            try:
                self.engine.set(_EVENT, event_time)
            except FormError:  # then it stays unsaid, as the note says it
                return


def _taken_away(session: Session, note: str, record: RecordId, reason: str) -> None:
    """All answers were taken back: no record is made."""
    del note, reason
    draft = draft_beside(session, record)
    if draft:
        session.drafts.discard(draft, "nothing was answered")
        session.ties.drop(draft)


def _amended(session: Session, draft: str) -> Version | None:
    found = session.drafts.get(draft)
    if not found.record:
        return None
    versions = session.records.versions(found.record)
    return next(version for version in versions if version.number == found.base)


def _last(path: str) -> str:
    return path.rpartition("/")[2]
