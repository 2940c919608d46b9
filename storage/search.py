"""Full-text search over the newest version of every record."""

import enum

from storage import folding
from storage.context import Context
from storage.rows import ROW_COLUMNS, RecordRow


class Order(enum.Enum):
    """How results are ordered."""

    NEWEST = "search.rowid DESC"
    RELEVANCE = "search.rank"


class Search:
    """Writing to and asking the index within one transaction."""

    def __init__(self, context: Context) -> None:
        """Work in the transaction of `context`."""
        self._connection = context.connection

    def find(self, text: str, limit: int = 50, order: Order = Order.NEWEST) -> list[RecordRow]:
        """The records that hold every word of `text`; the last word may be unfinished.

        Returns an empty list where `text` has no letter or digit.
        """
        sought = folding.words(text)
        if not sought:
            return []
        expression = " ".join(map(quoted, sought)) + "*"
        rows = self._connection.execute(
            f"SELECT {ROW_COLUMNS} FROM search JOIN record ON record.number = search.rowid"
            f" WHERE search MATCH ? ORDER BY {order.value} LIMIT ?",
            (expression, limit),
        )
        return [RecordRow(*row) for row in rows]

    def index(self, number: int, folded: str) -> None:
        """Make the record with rowid `number` be found by the text `folded` alone."""
        self.forget(number)
        self._connection.execute("INSERT INTO search_text VALUES (?, ?)", (number, folded))
        self._connection.execute(
            "INSERT INTO search (rowid, folded) VALUES (?, ?)", (number, folded)
        )

    def forget(self, number: int) -> None:
        """Take the record with rowid `number` out of the index."""
        row = self._connection.execute(
            "SELECT folded FROM search_text WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            return
        self._connection.execute(
            "INSERT INTO search (search, rowid, folded) VALUES ('delete', ?, ?)", (number, row[0])
        )
        self._connection.execute("DELETE FROM search_text WHERE number = ?", (number,))


def quoted(word: str) -> str:
    """`word` as FTS5 takes it without reading anything into it; a NUL would end the expression."""
    return '"' + word.replace('"', '""').replace("\0", " ") + '"'
