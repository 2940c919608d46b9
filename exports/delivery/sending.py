"""Sends what is due, one destination after the other, and writes down what came of it.

Before the first byte of an item leaves, the vault knows that it is being sent; what comes of it is
written down before it is said. A few items are prepared while others are on their way, so that the
vault's writing costs no time of the network's.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from exports.delivery.openrosa import utc_now
from exports.delivery.outcome import Fate, Outcome, Road, Trouble
from exports.delivery.queueing import parcel
from storage import Session, Vault
from storage.errors import VaultDamaged
from storage.outbox.items import Item
from storage.outbox.states import pause

FIRST_BATCH, LARGEST_BATCH = 8, 256
"""Items that are noted as being sent at once; a long queue soon has the larger number."""
BYTES_AT_ONCE = 8 * 1024 * 1024
BROKEN_AFTER = 3
"""Items in a row, all failing in one way, that show that it is not their own fault."""

Roads = Callable[[str], Road | None]
Heard = Callable[[Item], None]
Cancelled = Callable[[], bool]
Rest = Callable[[int, timedelta | None], timedelta]
"""How long something is left alone after so many failures, and as somebody asked."""
Results = list[tuple[Item, Outcome]]


@dataclass(slots=True)
class Report:
    """What a round of sending came to.

    Attributes:
        items: as they are now, in the order in which they were tried.
        stopped: by destination, what ended the round before everything due was tried.
    """

    items: list[Item] = field(default_factory=list)
    stopped: dict[str, Outcome] = field(default_factory=dict)


class Sender:
    """Sends from one vault; used from one thread, which is not the window's.

    Attributes:
        resting: destinations that refused, and until when they are left alone.
    """

    def __init__(
        self,
        vault: Vault,
        roads: Roads,
        *,
        clock: Callable[[], datetime] = utc_now,
        rest: Rest = pause,
    ) -> None:
        """Send from `vault`.

        Parameters:
            roads: gives the way to the destination of that name; None where there is none.
            clock: the time now, with its offset.
            rest: how long to wait after so many failures.
        """
        self.resting: dict[str, datetime] = {}
        self._vault = vault
        self._roads = roads
        self._clock = clock
        self._rest = rest
        self._failures: dict[str, int] = {}

    def run(
        self,
        *,
        heard: Heard | None = None,
        cancelled: Cancelled | None = None,
        only: str | None = None,
        by_hand: bool = False,
    ) -> Report:
        """Send everything that is due, once.

        Parameters:
            heard: is told each item as it is after its attempt, once that is written down.
            cancelled: is asked between items.
            only: the name of the one destination to send to.
            by_hand: whether somebody waits for it, so that no destination is left alone.

        Raises:
            StorageError: the vault refuses; what was on its way becomes unknown.
        """
        report = Report()
        for name in self._vault.query(lambda session: session.outbox.destinations()).result():
            until = self.resting.get(name)
            rests = until is not None and not by_hand and self._clock() < until
            if (only is None or name == only) and not rests:
                round = _Round(self._vault, name, self._rest, report, heard, cancelled)
                self._remember(name, round.run(self._roads(name)))
        return report

    def _remember(self, name: str, refusal: Outcome | None) -> None:
        self.resting.pop(name, None)
        if refusal is None:
            self._failures.pop(name, None)
            return
        failures = self._failures[name] = self._failures.get(name, 0) + 1
        self.resting[name] = self._clock() + self._rest(failures, refusal.wish)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Items that the vault knows as being sent, each with its bytes, None if these are spoilt."""

    items: list[tuple[Item, list[bytes] | None]]
    changed: list[Item]
    """What became of those before them."""


@dataclass(slots=True)
class _Round:
    """One destination's round."""

    vault: Vault
    name: str
    rest: Rest
    report: Report
    heard: Heard | None
    cancelled: Cancelled | None
    alike: list[Trouble] = field(default_factory=list)
    batch: int = FIRST_BATCH

    def run(self, road: Road | None) -> Outcome | None:
        """Go through everything due; gives what ended it early, if anything did."""
        if road is None:
            refusal: Outcome | None = Outcome(Fate.NOT_SENT, Trouble.UNKNOWN_DESTINATION, stop=True)
        else:
            try:
                refusal = road.open() or self._go(road)
            finally:
                road.close()
        if refusal is not None:
            self.report.stopped[self.name] = refusal
        return refusal

    def _go(self, road: Road) -> Outcome | None:
        """Send batch after batch, the next one made ready meanwhile."""
        now = self._turn([], more=True).result()
        done: Results = []
        refusal: Outcome | None = None
        while now.items:
            coming = self._turn(done, more=True)
            done, left = [], [item for item, _parts in now.items]
            for item, parts in now.items:
                if refusal is None and not (self.cancelled and self.cancelled()):
                    outcome = _deliver(road, item, parts)
                    left.remove(item)
                    done.append((item, outcome))
                    refusal = self._ends(outcome)
            now = coming.result()
            self._tell(now.changed)
            if left or refusal is not None:
                left += [item for item, _parts in now.items]
                break
        else:
            left = []
        self._tell(self._turn(done, left, more=False).result().changed)
        return refusal

    def _turn(
        self, results: Results, untried: Sequence[Item] = (), *, more: bool
    ) -> Future[_Batch]:
        """Write down `results`, and have the next batch as being sent, in one durable write."""

        most, self.batch = self.batch, min(2 * self.batch, LARGEST_BATCH)

        def work(session: Session) -> _Batch:
            changed = [self._record(session, item, outcome) for item, outcome in results]
            session.outbox.not_tried(item.number for item in untried)
            items = _begin(session, self.name, most) if more else []
            return _Batch(items, changed)

        return self.vault.perform(work)

    def _record(self, session: Session, item: Item, outcome: Outcome) -> Item:
        outbox = session.outbox
        if outcome.fate == Fate.RECEIVED:
            return outbox.received(item, outcome.answer)
        if outcome.fate == Fate.REFUSED and not item.doubtful:
            return outbox.rejected(item, outcome.trouble, outcome.answer)
        own = not outcome.stop
        after: timedelta | None = self.rest(item.failures + own, outcome.wish)
        if outcome.fate == Fate.HANDED_OVER or outcome.trouble == Trouble.DAMAGED:
            after = None  # nobody sends it by itself
        return outbox.waits(
            item,
            arrived=outcome.fate in (Fate.UNPROVEN, Fate.HANDED_OVER),
            trouble=outcome.trouble,
            answer=outcome.answer,
            after=after,
            own_failure=own and outcome.fate != Fate.HANDED_OVER,
        )

    def _ends(self, outcome: Outcome) -> Outcome | None:
        """What ends the round: the destination's own word, or one failure after another."""
        if outcome.stop:
            return outcome
        is_line = outcome.fate == Fate.UNPROVEN or outcome.trouble == Trouble.MISSING_FORM
        if not is_line or (self.alike and self.alike[-1] != outcome.trouble):
            self.alike.clear()
        if is_line:
            self.alike.append(outcome.trouble)
        return outcome if len(self.alike) >= BROKEN_AFTER else None

    def _tell(self, items: list[Item]) -> None:
        self.report.items += items
        if self.heard:
            for item in items:
                self.heard(item)


def _begin(session: Session, name: str, most: int) -> list[tuple[Item, list[bytes] | None]]:
    """The next items that are due, known as being sent; few enough for the memory."""
    items = session.outbox.begin_sending(name, most, BYTES_AT_ONCE)
    return [(item, _parts(session, item)) for item in items]


def _parts(session: Session, item: Item) -> list[bytes] | None:
    try:
        return session.outbox.parts_of(item)
    except VaultDamaged:
        return None


def _deliver(road: Road, item: Item, parts: list[bytes] | None) -> Outcome:
    if parts is None:
        return Outcome(Fate.NOT_SENT, Trouble.DAMAGED)
    return road.deliver(parcel(item, parts))
