"""What a vault does of itself before the next write: notes on the clock, old drafts."""

from collections.abc import Callable

from storage.context import Clock
from storage.session import Session
from storage.tables.timekeeping import ClockWatch
from storage.vault import sweeping

Work = Callable[[Session], None]


class Housekeeping:
    """Says which writes are due; the vault makes them."""

    def __init__(self, clock: Clock) -> None:
        """Begin to watch `clock`."""
        self._watch = ClockWatch(clock)

    def at_open(self, session: Session) -> list[Work]:
        """What is due when the vault has just been opened; `session` only reads."""
        due = _notes(self._watch.since(session.clock.newest()))
        if session.clock.foreign():
            due.append(lambda work: work.clock.note_foreign())
        if session.drafts.has_expired() or sweeping.is_pending(session):
            due.append(_expire_and_sweep)
        if session.outbox.is_unsettled():
            due.append(lambda work: work.outbox.settle())
        return due

    def before_write(self, session: Session) -> list[Work]:
        """What is due before the next write; `session` only reads."""
        due = _notes(self._watch.look())
        if session.drafts.has_expired():
            due.append(_expire_and_sweep)
        return due


def _notes(told: list[str]) -> list[Work]:
    return [lambda work: work.clock.note(told)] if told else []


def _expire_and_sweep(work: Session) -> None:
    """Destroy what has outlived its day, and have the files swept, whether it was now or before."""
    work.drafts.expire()
    work.have_files_swept()
