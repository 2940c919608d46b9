"""A line of the outbox: what it says, how it is sealed, and whether its bytes are still whole."""

import hashlib
import operator
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from storage.context import Context
from storage.outbox.states import KEPT, PARKED_AFTER, State
from storage.rows import RecordId
from storage.sqlcipher.database import Connection

NO_PARTS = bytes(32)
"""What `Item.kept` is before the first part."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something in the outbox; its sealed bytes are apart (`Outbox.parts`).

    Attributes:
        number: its place in the queue.
        instance: the instanceID that it has for good.
        record, version: what it was made from.
        destination: the name of the destination in the force profile.
        doubtful: an answer was lost once: it may have arrived.
        attempts: how often it was sent; `failures` how often it failed for reasons of its own
            since it last went well.
        due: when it may be sent (ISO 8601, UTC); empty where nobody sends it by itself.
        queued, changed: ISO 8601 with offset.
        size: bytes of the envelope; `hash` is the envelope's own (32 bytes).
        parts: how many parts there are, the last of which is the submission's XML.
        kept: a chain of hashes over the parts.
        trouble: what went wrong last, as a word of `exports.delivery`; empty if nothing.
        answer: the destination's receipt, JSON.
        secret: what proves that a receipt comes from who opened the envelope (32 bytes).
    """

    number: int
    instance: str
    record: RecordId
    version: int
    form: str
    form_version: str
    destination: str
    state: State
    doubtful: bool
    attempts: int
    failures: int
    due: str
    queued: str
    changed: str
    size: int
    hash: bytes
    parts: int
    kept: bytes
    trouble: str
    answer: str
    secret: bytes

    @property
    def parked(self) -> bool:
        """Whether somebody should look at it: it goes on failing while others don't."""
        return self.failures >= PARKED_AFTER or self.state == State.REJECTED


COLUMNS = ", ".join(Item.__slots__)
_ALL = operator.attrgetter(*Item.__slots__)
_STATE, _DOUBTFUL = Item.__slots__.index("state"), Item.__slots__.index("doubtful")


def item_of(fields: list[Any]) -> Item:
    """The item of a row without its MAC."""
    values = list(fields)
    values[_STATE] = State(values[_STATE])
    values[_DOUBTFUL] = bool(values[_DOUBTFUL])
    return Item(*values)


def values_of(item: Item) -> list[Any]:
    """The row of an item, without its MAC."""
    values = list(_ALL(item))
    values[_DOUBTFUL] = int(item.doubtful)
    return values


def seal(context: Context, fields: list[Any]) -> bytes:
    """The MAC of a row: over each of its columns, as in every table that has MACs."""
    return context.seal_row("outbox", *fields)


def chained(kept: bytes, content: bytes) -> bytes:
    """What `kept` becomes when a part with `content` is added."""
    return hashlib.sha256(kept + hashlib.sha256(content).digest()).digest()


def contents(connection: Connection, number: int) -> Iterator[bytes]:
    """The parts of item `number`, in their order."""
    rows = connection.execute(
        "SELECT content FROM outbox_part WHERE item = ? ORDER BY number", (number,)
    )
    for (content,) in rows:
        yield content


def count(context: Context) -> None:
    """Note every row's MAC in `context`, as it stands: enough to see that none is missing.

    Opening a vault does only this, so that it stays quick with thousands of items; whoever reads
    an item compares its MAC, and `verify` does so with all.
    """
    if not _is_there(context.connection):
        return
    for (mac,) in context.connection.execute("SELECT mac FROM outbox"):
        context.row_changed(None, mac)


def verify(context: Context) -> bool:
    """Whether every item is what was written, and its parts are those that were sealed."""
    connection = context.connection
    known = 0
    rows = connection.execute(f"SELECT {COLUMNS}, mac FROM outbox").fetchall()
    for *fields, mac in rows:
        if seal(context, fields) != mac:
            return False
        item = item_of(fields)
        parts = 0
        kept = NO_PARTS
        for content in contents(connection, item.number):
            parts, kept = parts + 1, chained(kept, content)
        known += parts
        needed = item.state in KEPT or item.state == State.DRAFT
        if (parts, kept) != ((item.parts, item.kept) if needed else (0, NO_PARTS)):
            return False
    (stored,) = connection.execute("SELECT count(*) FROM outbox_part").fetchone()
    return bool(stored == known)


def seal_anew(context: Context) -> None:
    """Seal every item with the keys of `context`, and note the new MACs there."""
    for fields in context.connection.execute(f"SELECT {COLUMNS} FROM outbox").fetchall():
        mac = seal(context, list(fields))
        context.connection.execute("UPDATE outbox SET mac = ? WHERE number = ?", (mac, fields[0]))
        context.row_changed(None, mac)


def _is_there(connection: Connection) -> bool:
    """Whether the vault has had the migration that makes the outbox."""
    asked = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'outbox'"
    return connection.execute(asked).fetchone() is not None
