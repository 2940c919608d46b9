"""Tables outside the audit chain whose every row carries a MAC and counts in the anchor's digest.

What is in them may change and go, so the chain can't hold them. The MAC tells a changed row; the
sum of all MACs, which the anchor knows, tells one that is missing or was put back.
"""

from dataclasses import dataclass
from typing import Any

from storage.context import Context


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table of that `name` with `columns`, the first of which is its key, and `mac` as the last.

    The MAC covers the table's name and each column as text, in this order.
    """

    name: str
    columns: tuple[str, ...]

    def put(self, context: Context, *values: str | int | bytes) -> None:
        """Write a row, in place of the one with the same key."""
        before = self._mac(context, values[0])
        mac = context.seal_row(self.name, *values)
        places = ", ".join("?" * (len(values) + 1))
        context.connection.execute(
            f"INSERT OR REPLACE INTO {self.name} VALUES ({places})", (*values, mac)
        )
        context.row_changed(before, mac)

    def drop(self, context: Context, key: str) -> bool:
        """Delete the row with that key; whether there was one."""
        before = self._mac(context, key)
        context.row_changed(before, None)
        context.connection.execute(f"DELETE FROM {self.name} WHERE {self.columns[0]} = ?", (key,))
        return before is not None

    def rows(self, context: Context, where: str = "", *values: Any) -> list[tuple[Any, ...]]:
        """Rows without their MACs; `where` is an SQL condition over `values`."""
        condition = f" WHERE {where}" if where else ""
        return list(
            context.connection.execute(f"SELECT {self._names} FROM {self.name}{condition}", values)
        )

    def verify(self, context: Context) -> bool:
        """Whether every row is what was written; each one's MAC is noted in `context`."""
        if not self._is_there(context):
            return True
        whole = True
        for *values, mac in context.connection.execute(
            f"SELECT {self._names}, mac FROM {self.name}"
        ):
            whole = whole and context.seal_row(self.name, *values) == mac
            context.row_changed(None, mac)
        return whole

    def seal_anew(self, context: Context) -> None:
        """Seal every row with the keys of `context`, and note the new MACs there."""
        for values in self.rows(context):
            mac = context.seal_row(self.name, *values)
            context.connection.execute(
                f"UPDATE {self.name} SET mac = ? WHERE {self.columns[0]} = ?", (mac, values[0])
            )
            context.row_changed(None, mac)

    def _is_there(self, context: Context) -> bool:
        """Whether the vault has had the migration that makes this table."""
        asked = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
        return context.connection.execute(asked, (self.name,)).fetchone() is not None

    @property
    def _names(self) -> str:
        return ", ".join(self.columns)

    def _mac(self, context: Context, key: str | int | bytes) -> bytes | None:
        row = context.connection.execute(
            f"SELECT mac FROM {self.name} WHERE {self.columns[0]} = ?", (key,)
        ).fetchone()
        return bytes(row[0]) if row else None


RETENTION = SealedTable(
    "retention", ("record", "retention_group", "review", "reason", "person", "changed")
)
HOLD = SealedTable("hold", ("id", "record", "kind", "reason", "person", "placed"))
FLEETING = SealedTable("fleeting", ("draft", "key", "until"))
ATTACHMENT = SealedTable(
    "attachment",
    (
        "id",
        "record",
        "draft",
        "name",
        "title",
        "media_type",
        "size",
        "sha256",
        "original",
        "author",
        "device",
        "added",
        "salt",
        "hash",
        "file",
        "key",
    ),
)
DEVICE = SealedTable("device", ("id", "private", "since"))
RECEIPT = SealedTable("receipt", ("hash", "instance", "content", "taken"))
EVERY = (RETENTION, HOLD, FLEETING, DEVICE, RECEIPT, ATTACHMENT)


def verify(context: Context) -> bool:
    """Whether every row of every such table is what was written."""
    return all(table.verify(context) for table in EVERY)


def seal_anew(context: Context) -> None:
    """Seal every row of every such table with the keys of `context`."""
    for table in EVERY:
        table.seal_anew(context)
