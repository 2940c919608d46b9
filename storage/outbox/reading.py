"""Reading the outbox: what is in it, what is due, and the sealed bytes."""

from datetime import UTC, datetime
from typing import Any

from storage.context import Context
from storage.errors import UnknownSubmission, VaultDamaged
from storage.outbox.items import COLUMNS, NO_PARTS, Item, chained, contents, item_of, seal
from storage.outbox.states import PARKED_AFTER, WAITING, State


class OutboxReading:
    """The outbox within one transaction, to be read."""

    def __init__(self, context: Context) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._connection = context.connection
        self._macs: dict[int, bytes] = {}

    def get(self, number: int) -> Item:
        """The item of that number.

        Raises:
            UnknownSubmission: there is none.
            VaultDamaged: it is not what was written.
        """
        return self._only("number", number)

    def of(self, instance: str) -> Item:
        """The item with that instanceID; raises as `get`."""
        return self._only("instance", instance)

    def all(self) -> list[Item]:
        """Every item, the newest first."""
        return list(self._select("ORDER BY number DESC"))

    def page(self, limit: int, before: int | None = None) -> list[Item]:
        """The newest `limit` items, or those next older than number `before`; newest first."""
        if before is None:
            return self._select("ORDER BY number DESC LIMIT ?", limit)
        return self._select("WHERE number < ? ORDER BY number DESC LIMIT ?", before, limit)

    def parked(self, limit: int) -> list[Item]:
        """What somebody should look at, the newest first: see `Item.parked`."""
        found = self._select(
            "WHERE state = ? ORDER BY number DESC LIMIT ?", State.REJECTED, limit
        ) + self._select(
            "WHERE state IN (?, ?) AND failures >= ? ORDER BY number DESC LIMIT ?",
            *sorted(WAITING),
            PARKED_AFTER,
            limit,
        )
        return sorted(found, key=lambda item: -item.number)[:limit]

    def counts(self) -> dict[State, int]:
        """How many items there are in each state that has any."""
        rows = self._connection.execute("SELECT state, count(*) FROM outbox GROUP BY state")
        return {State(state): count for state, count in rows}

    def due(self, destination: str | None, limit: int) -> list[Item]:
        """What is to be sent to `destination` (None: to any), the one due longest first."""
        now = utc(self._context.clock())
        where = "WHERE state = ? AND due > '' AND due <= ?"
        values: list[Any] = [now]
        if destination is not None:
            where += " AND destination = ?"
            values.append(destination)
        # One state at a time, so that the index gives them in order, and the limit ends it.
        found = [
            item
            for state in sorted(WAITING)
            for item in self._select(f"{where} ORDER BY due, number LIMIT ?", state, *values, limit)
        ]
        return sorted(found, key=lambda item: (item.due, item.number))[:limit]

    def destinations(self) -> list[str]:
        """The destinations for which something is due."""
        rows = self._connection.execute(
            "SELECT DISTINCT destination FROM outbox WHERE state IN (?, ?) AND due > ''"
            " AND due <= ? ORDER BY destination",
            (*sorted(WAITING), utc(self._context.clock())),
        )
        return [destination for (destination,) in rows]

    def next_due(self) -> str:
        """When the next item may be sent (ISO 8601, UTC); "" where none is sent by itself."""
        (first,) = self._connection.execute(
            "SELECT coalesce(min(due), '') FROM outbox WHERE state IN (?, ?) AND due > ''",
            tuple(sorted(WAITING)),
        ).fetchone()
        return str(first)

    def parts(self, number: int) -> list[bytes]:
        """The sealed bytes: the envelope in its parts, and last the submission's XML.

        Raises:
            VaultDamaged: they are not what was sealed.
        """
        return self.parts_of(self.get(number))

    def parts_of(self, item: Item) -> list[bytes]:
        """The sealed bytes of an item that was read in this transaction; else as `parts`."""
        found = list(contents(self._connection, item.number))
        kept = NO_PARTS
        for content in found:
            kept = chained(kept, content)
        if kept != item.kept:
            raise VaultDamaged("outbox", "A sealed report is not what it was.")
        return found

    def _only(self, column: str, value: int | str) -> Item:
        found = list(self._select(f"WHERE {column} = ?", value))
        if not found:
            raise UnknownSubmission("There is no such report in the outbox.")
        return found[0]

    def _select(self, clause: str, *values: Any) -> list[Item]:
        rows = self._connection.execute(f"SELECT {COLUMNS}, mac FROM outbox {clause}", values)
        items = []
        for *fields, mac in rows.fetchall():
            if seal(self._context, fields) != mac:
                raise VaultDamaged("outbox", "A line of the outbox is not what was written.")
            items.append(item_of(fields))
            self._macs[fields[0]] = mac
        return items


def utc(moment: datetime) -> str:
    """`moment` so that texts sort as times do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
