"""The outbox: what is to leave, sealed, in the order it was queued, until its arrival is proven.

The bytes are sealed once and sent as they are, however often, under one number (the instanceID):
so the destination can tell a resend from something new. Nothing of them is deleted before proof.
"""

import operator
import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from storage.chain.audit import NO_HASH, Action, Audit
from storage.context import Context
from storage.errors import SubmissionRefused
from storage.outbox.items import (
    COLUMNS,
    NO_PARTS,
    Item,
    chained,
    seal,
    values_of,
)
from storage.outbox.reading import OutboxReading, utc
from storage.outbox.states import WAITING, State, allows
from storage.rows import RecordId

SECRET_SIZE = 32


# What never changes is left out, so that its indexes are left alone.
_FIXED = ("number", "instance", "record", "version", "form", "form_version", "queued", "secret")
_CHANGING = tuple(name for name in Item.__slots__ if name not in _FIXED)
_UPDATE = ", ".join(f"{name} = ?" for name in (*_CHANGING, "mac"))
_CHANGED = operator.itemgetter(*(Item.__slots__.index(name) for name in _CHANGING))


class Outbox(OutboxReading):
    """The outbox within one transaction, to be read and moved on."""

    def __init__(self, context: Context, audit: Audit) -> None:
        """Work in the transaction of `context`."""
        super().__init__(context)
        self._audit = audit
        self._moment = ""

    def begin(
        self,
        instance: str,
        record: RecordId,
        version: int,
        form: str,
        form_version: str,
        destination: str,
    ) -> Item:
        """Begin an item, whose parts follow; `instance` is its number for good.

        Raises:
            SubmissionRefused: the number is taken.
        """
        if self._connection.execute(
            "SELECT 1 FROM outbox WHERE instance = ?", (instance,)
        ).fetchone():
            raise SubmissionRefused("This report is in the outbox already.")
        now = self._context.now()
        (last,) = self._connection.execute("SELECT coalesce(max(number), 0) FROM outbox").fetchone()
        item = Item(
            number=last + 1,
            instance=instance,
            record=record,
            version=version,
            form=form,
            form_version=form_version,
            destination=destination,
            state=State.DRAFT,
            doubtful=False,
            attempts=0,
            failures=0,
            due="",
            queued=now,
            changed=now,
            size=0,
            hash=b"",
            parts=0,
            kept=NO_PARTS,
            trouble="",
            answer="",
            secret=secrets.token_bytes(SECRET_SIZE),
        )
        mac = self._macs[item.number] = seal(self._context, values_of(item))
        places = ", ".join("?" * (len(Item.__slots__) + 1))
        self._connection.execute(
            f"INSERT INTO outbox ({COLUMNS}, mac) VALUES ({places})", (*values_of(item), mac)
        )
        self._context.row_changed(None, mac)
        return item

    def add_part(self, number: int, content: bytes) -> Item:
        """Add the next part to an item that is not sealed yet: the envelope, last the XML."""
        item = self.get(number)
        if item.state != State.DRAFT:
            raise SubmissionRefused("What is sealed is never changed.")
        self._connection.execute(
            "INSERT INTO outbox_part VALUES (?, ?, ?)", (number, item.parts, content)
        )
        return self._put(
            item, replace(item, parts=item.parts + 1, kept=chained(item.kept, content))
        )

    def seal(self, number: int, size: int, hash: bytes) -> Item:
        """All parts are there: from now on the item waits to be sent."""
        item = self.get(number)
        sealed = replace(item, size=size, hash=hash, due=utc(self._context.clock()))
        done = self._put(item, self._moved(sealed, State.SEALED))
        self._tell(item, f"Sealed to be sent: {item.instance}.", hash=hash)
        return done

    def sending(self, numbers: Iterable[int]) -> list[Item]:
        """Note, before the first byte leaves, that these are being sent."""
        return [self._sending(self.get(number)) for number in numbers]

    def begin_sending(self, destination: str, most: int, size: int) -> list[Item]:
        """The next items for `destination`, noted as being sent before their first byte leaves.

        Parameters:
            most: how many at most, and `size` how many bytes in all, unless the first has more.
        """
        chosen: list[Item] = []
        for item in self.due(destination, most):
            size -= item.size
            if chosen and size < 0:
                break
            chosen.append(item)
        return [self._sending(item) for item in chosen]

    def _sending(self, item: Item) -> Item:
        if not item.attempts:
            self._tell(item, f"Submission {item.instance}.", Action.DISCLOSURE, hash=item.hash)
        return self._put(item, self._moved(item, State.SENDING, attempts=item.attempts + 1))

    def received(self, which: int | Item, answer: str) -> Item:
        """The destination has it; `answer` is its receipt. The sealed bytes go."""
        item = self._known(which)
        done = self._moved(item, State.RECEIVED, answer=answer, trouble="", failures=0, due="")
        self._tell(item, f"Received: {item.instance}.", hash=item.hash)
        self._connection.execute("DELETE FROM outbox_part WHERE item = ?", (item.number,))
        return self._put(item, done)

    def rejected(self, which: int | Item, trouble: str, answer: str) -> Item:
        """The destination refused it, and it has surely not arrived."""
        item = self._known(which)
        done = replace(self._moved(item, State.REJECTED), trouble=trouble, answer=answer, due="")
        self._tell(item, f"Refused by the destination: {item.instance}.")
        return self._put(item, done)

    def waits(
        self,
        which: int | Item,
        *,
        arrived: bool,
        trouble: str,
        answer: str = "",
        after: timedelta | None,
        own_failure: bool = False,
    ) -> Item:
        """An attempt that ended without proof.

        Parameters:
            arrived: whether it may have arrived all the same.
            after: when it may be sent again; None where nobody sends it by itself.
            own_failure: whether it failed for reasons of its own, not of the destination's.
        """
        item = self._known(which)
        state = State.UNKNOWN if arrived or item.doubtful else State.SEALED
        due = "" if after is None else utc(self._context.clock() + after)
        moved = replace(
            self._moved(item, state),
            doubtful=state == State.UNKNOWN,
            trouble=trouble,
            answer=answer or item.answer,
            failures=item.failures + 1 if own_failure else item.failures,
            due=due,
        )
        return self._put(item, moved)

    def not_tried(self, numbers: Iterable[int]) -> None:
        """These were to be sent, but their turn never came: they are as they were before."""
        for number in numbers:
            item = self.get(number)
            state = State.UNKNOWN if item.doubtful else State.SEALED
            self._put(item, replace(self._moved(item, state), attempts=item.attempts - 1))
            if item.attempts == 1:
                self._tell(item, f"Not sent after all: {item.instance}.")

    def withdraw(self, number: int, reason: str) -> Item:
        """Take back what has not been sent; the sealed bytes go.

        Raises:
            SubmissionRefused: it has been sent, or may have been.
        """
        item = self.get(number)
        done = replace(self._moved(item, State.WITHDRAWN), due="")
        self._connection.execute("DELETE FROM outbox_part WHERE item = ?", (number,))
        self._tell(item, f"Withdrawn before it was sent: {reason}")
        return self._put(item, done)

    def again(self, number: int) -> Item:
        """Send as soon as possible what waits or was rejected: the same bytes, the same number."""
        item = self.get(number)
        ready = item if item.state in WAITING else self._moved(item, State.SEALED)
        return self._put(item, replace(ready, due=utc(self._context.clock()), failures=0))

    def doubt(self) -> None:
        """This is an older copy of the vault: what waits here may have been sent since.

        It is sent again under its number, which the destination knows if it has it.
        """
        for item in self._select("WHERE state = ?", State.SEALED):
            after = replace(item, state=State.UNKNOWN, doubtful=True, changed=self._now())
            self._put(item, after)

    def is_unsettled(self) -> bool:
        """Whether something stands as a process left it that ended meanwhile."""
        return bool(self.counts().keys() & {State.SENDING, State.DRAFT})

    def hurry(self) -> None:
        """Have everything sent now that waits for its time, because somebody asks for it."""
        now = utc(self._context.clock())
        for item in self._select("WHERE state IN (?, ?) AND due > ?", *sorted(WAITING), now):
            self._put(item, replace(item, due=now))

    def readdress(self, number: int, destination: str) -> Item:
        """Have an item sent to another destination; the sealed bytes stay as they are.

        Raises:
            SubmissionRefused: it has arrived, or was withdrawn.
        """
        item = self.get(number)
        if item.state not in WAITING | {State.REJECTED}:
            raise SubmissionRefused(f"What is {item.state} is not sent again.")
        if item.destination == destination:
            return item
        self._tell(item, f"To be sent to another destination: {destination}, {item.instance}.")
        # The new one has not heard of it, whatever the old one has: it is disclosed anew.
        return self._put(item, replace(item, destination=destination, attempts=0))

    def settle(self) -> None:
        """After a kill: what was being sent may have arrived, what was begun goes."""
        rows = self._select("WHERE state IN (?, ?)", State.SENDING, State.DRAFT)
        for item in rows:
            if item.state == State.SENDING:
                after = replace(self._moved(item, State.UNKNOWN), doubtful=True)
                self._put(item, replace(after, due=utc(self._context.clock())))
            else:
                self.withdraw(item.number, "it was never wholly sealed")

    def _tell(
        self, item: Item, reason: str, action: Action = Action.ADMINISTRATION, hash: bytes = NO_HASH
    ) -> None:
        self._audit.append(
            action,
            record=item.record,
            version=item.version,
            recipient=item.destination,
            reason=reason,
            hash=hash,
        )

    def _moved(self, item: Item, state: State, **others: Any) -> Item:
        if item.state != state and not allows(item.state, state, item.doubtful):
            raise SubmissionRefused(f"What is {item.state} can't become {state}.")
        return replace(item, state=state, changed=self._now(), **others)

    def _now(self) -> str:
        """The time of this transaction."""
        self._moment = self._moment or self._context.now()
        return self._moment

    def _known(self, which: int | Item) -> Item:
        """An item by its number, or as it was given out: `_put` sees whether it still is so."""
        return which if isinstance(which, Item) else self.get(which)

    def _put(self, before: Item, after: Item) -> Item:
        values = values_of(after)
        mac = seal(self._context, values)
        mac_before = self._macs.get(before.number) or seal(self._context, values_of(before))
        changed = self._connection.execute(
            f"UPDATE outbox SET {_UPDATE} WHERE number = ? AND mac = ?",
            (*_CHANGED(values), mac, before.number, mac_before),
        )
        if changed.rowcount != 1:
            raise SubmissionRefused("This report has moved on in the outbox meanwhile.")
        self._context.row_changed(mac_before, mac)
        self._macs[before.number] = mac
        return after
