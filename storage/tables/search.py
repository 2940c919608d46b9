"""Full-text search over the newest version of every record."""

import enum

from storage.context import Context
from storage.rows import ROW_COLUMNS, RecordRow
from storage.tables import folding

_LOOKS = 400_000
"""Letters of the newest records that are looked through until the index is asked."""


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
        if order is Order.NEWEST and (rows := self._newest_that_begin(sought, limit)) is not None:
            return rows
        expression = " ".join(map(quoted, sought)) + "*"
        rows = self._connection.execute(
            f"SELECT {ROW_COLUMNS} FROM search JOIN record ON record.number = search.rowid"
            f" WHERE search MATCH ? ORDER BY {order.value} LIMIT ?",
            (expression, limit),
        )
        return [RecordRow(*row) for row in rows]

    def _newest_that_begin(self, sought: list[str], limit: int) -> list[RecordRow] | None:
        """The records that hold a word with a beginning that many words have, or a common word.

        FTS5 first merges all that such words are found in, a tenth of a second for one letter over
        100,000 records, while a look through the newest ones is enough. None where it is not, or
        where only the index knows for certain.
        """
        beginning = sought[0]
        if len(sought) > 1 or not (beginning.isascii() and beginning.isalnum()):
            return None
        looks = self._connection.execute(
            "SELECT number, folded FROM search_text ORDER BY number DESC"
        )
        found: list[int] = []
        looked = 0
        for number, folded in looks:
            looked += len(folded)
            if looked > _LOOKS:
                return None
            holds = _holds_word(folded, beginning)
            if holds is None:
                return None
            if holds:
                found.append(number)
                if len(found) == limit:
                    break
        if len(found) < limit:
            return None
        rows = self._connection.execute(
            f"SELECT {ROW_COLUMNS} FROM record WHERE number IN ({', '.join('?' * len(found))})"
            " ORDER BY number DESC",
            found,
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


def _holds_word(folded: str, beginning: str) -> bool | None:
    """Whether a word of `folded` begins so; None where what stands before it is not ASCII.

    What is a letter beyond ASCII is for the index's own tokenizer to say.
    """
    at, certain = folded.find(beginning), True
    while at >= 0:
        before = folded[at - 1] if at else " "
        if before.isascii():
            if not before.isalnum():
                return True
        else:
            certain = False
        at = folded.find(beginning, at + 1)
    return False if certain else None


def quoted(word: str) -> str:
    """`word` as FTS5 takes it without reading anything into it; a NUL would end the expression."""
    return '"' + word.replace('"', '""').replace("\0", " ") + '"'
