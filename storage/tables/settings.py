"""Small things the notebook remembers for its officer, sealed like everything else."""

import json
from typing import Any

from storage.context import Context


class Settings:
    """Named JSON values within one transaction."""

    def __init__(self, context: Context) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._connection = context.connection

    def get(self, name: str, default: Any = None) -> Any:
        """The value of `name`, or `default` where nothing was set."""
        row = self._connection.execute(
            "SELECT value FROM setting WHERE name = ?", (name,)
        ).fetchone()
        return default if row is None else json.loads(row[0])

    def set(self, name: str, value: Any) -> None:
        """Remember `value` (anything JSON can hold) as `name`."""
        row = self._connection.execute("SELECT mac FROM setting WHERE name = ?", (name,)).fetchone()
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        mac = self._context.seal_row("setting", name, text)
        self._connection.execute(
            "INSERT OR REPLACE INTO setting VALUES (?, ?, ?)", (name, text, mac)
        )
        self._context.row_changed(row[0] if row else None, mac)


def verify(context: Context) -> bool:
    """Whether every setting is what was written; each one's MAC is noted in `context`."""
    whole = True
    for name, value, mac in context.connection.execute("SELECT name, value, mac FROM setting"):
        whole = whole and context.seal_row("setting", name, value) == mac
        context.row_changed(None, mac)
    return whole


def seal_anew(context: Context) -> None:
    """Seal every setting with the keys of `context`, and note the new MACs there."""
    for name, value in context.connection.execute("SELECT name, value FROM setting").fetchall():
        mac = context.seal_row("setting", name, value)
        context.connection.execute("UPDATE setting SET mac = ? WHERE name = ?", (mac, name))
        context.row_changed(None, mac)
