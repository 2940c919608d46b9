"""Rows that were written in another vault, as they go out of this one and come into it.

They keep their ids, authors, times, salts and hashes; the log of this vault knows them from the
moment when they come, and says from whom.
"""

from collections.abc import Sequence

from storage.chain.audit import Action, Audit
from storage.context import Context
from storage.errors import HandoverRefused, UnknownRecord
from storage.rows import RecordId
from storage.tables.links import COLUMNS as LINK_COLUMNS
from storage.tables.links import Link
from storage.tables.records import Version
from storage.tables.search import Search


class Incoming:
    """Taking in within one transaction."""

    def __init__(self, context: Context, audit: Audit, search: Search) -> None:
        """Work in the transaction of `context`."""
        self._connection = context.connection
        self._audit = audit
        self._search = search

    def secrets_of(self, record: RecordId) -> tuple[bytes, str]:
        """A record's salt and the folded text that it is found by, which go with it.

        Raises:
            UnknownRecord: there is no such record.
        """
        row = self._connection.execute(
            "SELECT record.salt, coalesce(search_text.folded, '') FROM record"
            " LEFT JOIN search_text ON search_text.number = record.number WHERE record.id = ?",
            (record,),
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such record in this vault.")
        return row[0], row[1]

    def record(self, versions: Sequence[Version], salt: bytes, folded: str, words: str) -> int:
        """Take in the versions of a record (oldest first, without gap) that are new here.

        Parameters:
            salt: the record's, with which every hash of its versions is made.
            folded: the folded text of the newest version.
            words: where it came from, for the log.

        Returns how many versions were new.

        Raises:
            HandoverRefused: it went on differently here, or was purged here.
        """
        newest = versions[-1]
        known = self._known(newest.record, salt)
        overlapping = [version for version in versions if version.number in known]
        if any(known[version.number] != version.hash for version in overlapping):
            raise HandoverRefused(_WENT_ON.format(title=newest.title))
        new = [version for version in versions if version.number > max(known, default=0)]
        if known and new and new[0].number != max(known) + 1:
            raise HandoverRefused(_WENT_ON.format(title=newest.title))
        if not new:
            return 0
        row = self._row(newest, salt, is_new=not known)
        for version in new:
            self._version(row, version, words)
        self._search.index(row, folded)
        return len(new)

    def link(self, link: Link, words: str) -> None:
        """Take in a link between records that are here by now; not twice."""
        if self._connection.execute("SELECT 1 FROM link WHERE id = ?", (link.id,)).fetchone():
            return
        self._connection.execute(
            f"INSERT INTO link ({LINK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(getattr(link, name) for name in Link.__slots__),
        )
        self._audit.append(Action.COMBINATION, record=link.source, reason=words, hash=link.hash)

    def _known(self, record: RecordId, salt: bytes) -> dict[int, bytes]:
        """Number and hash of each version that is here already."""
        if self._connection.execute("SELECT 1 FROM purge WHERE record = ?", (record,)).fetchone():
            raise HandoverRefused("One of these records was purged here; it can't come back.")
        rows = self._connection.execute(
            "SELECT version.number, version.hash, record.salt FROM version"
            " JOIN record ON record.number = version.record WHERE record.id = ?",
            (record,),
        ).fetchall()
        if any(kept != salt for _number, _hash, kept in rows):
            raise HandoverRefused("One of these records is here already, and is another one.")
        return {number: hash for number, hash, _salt in rows}

    def _row(self, newest: Version, salt: bytes, is_new: bool) -> int:
        """The record's line in lists, showing `newest`; gives its number."""
        shown = (
            newest.number,
            newest.title,
            newest.summary,
            newest.event_time,
            newest.entry_time,
        )
        if is_new:
            cursor = self._connection.execute(
                "INSERT INTO record (id, form, salt, version, title, summary, event_time,"
                " entry_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (newest.record, newest.form, salt, *shown),
            )
            return int(cursor.lastrowid)
        self._connection.execute(
            "UPDATE record SET version = ?, title = ?, summary = ?, event_time = ?, entry_time = ?"
            " WHERE id = ?",
            (*shown, newest.record),
        )
        row = self._connection.execute("SELECT number FROM record WHERE id = ?", (newest.record,))
        return int(row.fetchone()[0])

    def _version(self, row: int, version: Version, words: str) -> None:
        columns = tuple(getattr(version, name) for name in Version.__slots__)
        self._connection.execute(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row, version.number, *columns[3:]),
        )
        action = Action.COLLECTION if version.number == 1 else Action.ALTERATION
        self._audit.append(
            action,
            record=version.record,
            version=version.number,
            reason=words,
            hash=version.hash,
        )


_WENT_ON = "“{title}” went on differently here: neither can be put in the other's place."
