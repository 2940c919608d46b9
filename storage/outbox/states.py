"""What can become of something that is to be sent, and when it is tried again.

The words on the screen are promises: *rejected* is never said of what may have arrived, and
*received* never without proof. So once an answer was lost, an item stays *unknown* until a proof
comes, however the next attempts go.
"""

import enum
import random
from collections.abc import Callable, Mapping
from datetime import timedelta


class State(enum.StrEnum):
    """Where an item of the outbox is."""

    DRAFT = "draft"
    """Its sealed bytes are not all there yet."""
    SEALED = "sealed"
    """It waits. It has surely not arrived."""
    SENDING = "sending"
    """It is on its way at this moment."""
    UNKNOWN = "unknown"
    """It was sent, and no proof came back: perhaps it has arrived."""
    RECEIVED = "received"
    """The destination has it, and said so."""
    REJECTED = "rejected"
    """The destination refused it; it has surely not arrived."""
    WITHDRAWN = "withdrawn"
    """The officer took it back before it was sent."""


LEGAL: Mapping[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.SEALED, State.WITHDRAWN}),
    # To received without sending: a receipt came back another way, or the vault is an older copy.
    State.SEALED: frozenset({State.SENDING, State.RECEIVED, State.WITHDRAWN}),
    # Back to sealed only where nothing of it has left.
    State.SENDING: frozenset({State.SEALED, State.UNKNOWN, State.RECEIVED, State.REJECTED}),
    State.UNKNOWN: frozenset({State.SENDING, State.RECEIVED}),
    State.REJECTED: frozenset({State.SEALED, State.RECEIVED, State.WITHDRAWN}),
    State.RECEIVED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
WAITING = frozenset({State.SEALED, State.UNKNOWN})
"""The states from which an item is sent."""
KEPT = WAITING | {State.SENDING, State.REJECTED}
"""The states in which the sealed bytes have to be there."""

PARKED_AFTER = 5
"""Failures of its own, one after another, that bring an item to its officer's eyes."""
_FIRST_PAUSE = timedelta(seconds=30)
_LONGEST_PAUSE = timedelta(hours=1)
_LONGEST_WISH = timedelta(days=1)


def allows(before: State, after: State, doubtful: bool) -> bool:
    """Whether an item may go from `before` to `after`.

    Parameters:
        doubtful: an answer was lost once, so that it may have arrived.
    """
    if doubtful and after in (State.SEALED, State.REJECTED, State.WITHDRAWN):
        return False
    return after in LEGAL[before]


def pause(
    failures: int,
    wish: timedelta | None = None,
    chance: Callable[[], float] = random.random,
) -> timedelta:
    """How long to wait after so many `failures` in a row.

    Doubles from half a minute up to an hour, of which a random half is left out, so that a
    hundred laptops don't come back to a server in the same second.

    Parameters:
        wish: what the destination asked for (Retry-After); never less than this, up to a day.
    """
    doubled = _FIRST_PAUSE * (1 << min(max(failures - 1, 0), 10))
    waited: timedelta = min(doubled, _LONGEST_PAUSE) * (1 - chance() / 2)
    return max(waited, min(wish, _LONGEST_WISH)) if wish else waited
