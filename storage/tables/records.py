"""Records and their append-only versions."""

import base64
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from storage.chain.audit import Action, Audit
from storage.context import Context, canonical
from storage.errors import EditConflict, UnknownRecord
from storage.rows import ROW_COLUMNS, RecordId, RecordRow
from storage.tables.folding import fold
from storage.tables.search import Search

SALT_SIZE = 32
MANY = 500  # are asked for at once
VERSION_COLUMNS = (
    "record.id, version.number, record.form, version.form_version, version.content, version.title,"
    " version.summary, version.author, version.device, version.event_time, version.entry_time,"
    " version.reason, version.indexed, version.hash"
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A finalised form, as a record takes it in.

    Attributes:
        content: the form instance, XML.
        title: what a list calls it, discreet.
        summary: the beginning of what it says, for lists.
        text: everything that search should find it by.
        event_time: when it happened, ISO 8601 with UTC offset, or empty.
    """

    form: str
    form_version: str
    content: bytes
    title: str
    summary: str
    text: str
    event_time: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record; number 1 is the first, the highest number is the record.

    Attributes:
        reason: why it was amended; empty in the first version.
        indexed: salted SHA-256 of the folded text that search finds this version by.
        hash: SHA-256 over the record's salt and everything above (`docs/vault-format.md`).
    """

    record: RecordId
    number: int
    form: str
    form_version: str
    content: bytes
    title: str
    summary: str
    author: str
    device: str
    event_time: str
    entry_time: str
    reason: str
    indexed: bytes
    hash: bytes

    def hash_with(self, salt: bytes) -> bytes:
        """What `hash` is, if nothing was changed and `salt` is the record's."""
        fields = canonical(
            self.record,
            self.number,
            self.form,
            self.form_version,
            hashlib.sha256(self.content).hexdigest(),
            self.title,
            self.summary,
            self.author,
            self.device,
            self.event_time,
            self.entry_time,
            self.reason,
            self.indexed.hex(),
        )
        return hashlib.sha256(salt + fields).digest()


def reference(record: RecordId) -> str:
    """A short neutral name for a record, for file names and paper: `FB-` and eight characters."""
    short = base64.b32encode(hashlib.sha256(record.encode()).digest()[:5]).decode()
    return f"FB-{short[:4]}-{short[4:]}"


def indexed_hash(salt: bytes, folded: str) -> bytes:
    """What a version says of its `folded` search text, without giving it away."""
    return hashlib.sha256(salt + b"search" + folded.encode()).digest()


class Records:
    """Writing and reading records within one transaction."""

    def __init__(self, context: Context, audit: Audit, search: Search) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._connection = context.connection
        self._audit = audit
        self._search = search

    def add(self, filled: Filled) -> Version:
        """Keep a finalised form as a new record."""
        record = RecordId(secrets.token_hex(16))
        salt = secrets.token_bytes(SALT_SIZE)
        entry_time = self._context.now()
        cursor = self._connection.execute(
            "INSERT INTO record (id, form, salt, version, title, summary, event_time, entry_time)"
            " VALUES (?, ?, ?, 1, ?, ?, ?, ?)",
            (
                record,
                filled.form,
                salt,
                filled.title,
                filled.summary,
                filled.event_time,
                entry_time,
            ),
        )
        return self._write(int(cursor.lastrowid), record, 1, salt, filled, entry_time, "")

    def amend(self, record: RecordId, base: int, filled: Filled, reason: str) -> Version:
        """Add a version to a record; what was written before stays.

        Parameters:
            base: the version that was amended, which must still be the newest.
            reason: why, in the officer's words; never empty.

        Raises:
            EditConflict: somebody amended the record meanwhile.
            UnknownRecord: there is no such record.
            ValueError: no reason is given.
        """
        if not reason.strip():
            raise ValueError("An amendment needs its reason.")
        row = self._connection.execute(
            "SELECT number, salt, version FROM record WHERE id = ?", (record,)
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such record in this vault.")
        number, salt, newest = row
        if newest != base:
            raise EditConflict("The record has been amended since this version was opened.")
        entry_time = self._context.now()
        self._connection.execute(
            "UPDATE record SET version = ?, title = ?, summary = ?, event_time = ?, entry_time = ?"
            " WHERE number = ?",
            (base + 1, filled.title, filled.summary, filled.event_time, entry_time, number),
        )
        return self._write(number, record, base + 1, salt, filled, entry_time, reason.strip())

    def _write(
        self,
        number: int,
        record: RecordId,
        version_number: int,
        salt: bytes,
        filled: Filled,
        entry_time: str,
        reason: str,
    ) -> Version:
        who = self._context.identity
        folded = fold(filled.text)
        unsealed = Version(
            record,
            version_number,
            filled.form,
            filled.form_version,
            filled.content,
            filled.title,
            filled.summary,
            who.person,
            who.device,
            filled.event_time,
            entry_time,
            reason,
            indexed_hash(salt, folded),
            b"",
        )
        version = replace(unsealed, hash=unsealed.hash_with(salt))
        columns = _values(version)
        self._connection.execute(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, version_number, *columns[3:]),
        )
        self._search.index(number, folded)
        action = Action.COLLECTION if version_number == 1 else Action.ALTERATION
        # Why it was amended stands in the version, which a purge can erase, and in its hash.
        self._audit.append(action, record=record, version=version_number, hash=version.hash)
        return version

    def newest(self, record: RecordId) -> Version:
        """The record as it stands: its newest version."""
        return self.versions(record)[-1]

    def newest_of(self, records: Sequence[RecordId]) -> list[Version]:
        """Many records as they stand, oldest first; those that are not there are left out."""
        found: list[Version] = []
        for begin in range(0, len(records), MANY):
            some = records[begin : begin + MANY]
            rows = self._connection.execute(
                f"SELECT {VERSION_COLUMNS} FROM record JOIN version"
                " ON version.record = record.number AND version.number = record.version"
                f" WHERE record.id IN ({', '.join('?' * len(some))}) ORDER BY record.number",
                some,
            )
            found += [Version(*row) for row in rows]
        return found

    def versions(self, record: RecordId) -> list[Version]:
        """All versions of a record, oldest first.

        Raises:
            UnknownRecord: there is no such record.
        """
        rows = self._connection.execute(
            f"SELECT {VERSION_COLUMNS} FROM version JOIN record ON record.number = version.record"
            " WHERE record.id = ? ORDER BY version.number",
            (record,),
        ).fetchall()
        if not rows:
            raise UnknownRecord("There is no such record in this vault.")
        return [Version(*row) for row in rows]

    def page(
        self, limit: int = 50, before: int | None = None, form: str | None = None
    ) -> list[RecordRow]:
        """A page of the list, newest first.

        Parameters:
            limit: rows at most.
            before: the `number` of the last row of the page before, None for the first page.
            form: only records of this form id.
        """
        conditions = ["record.number < ?"] if before is not None else []
        conditions += ["record.form = ?"] if form is not None else []
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        values = [value for value in (before, form) if value is not None]
        rows = self._connection.execute(
            f"SELECT {ROW_COLUMNS} FROM record{where} ORDER BY record.number DESC LIMIT ?",
            (*values, limit),
        )
        return [RecordRow(*row) for row in rows]

    def row(self, record: RecordId) -> RecordRow:
        """What a list shows of one record.

        Raises:
            UnknownRecord: there is no such record.
        """
        row = self._connection.execute(
            f"SELECT {ROW_COLUMNS} FROM record WHERE id = ?", (record,)
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such record in this vault.")
        return RecordRow(*row)

    def count(self) -> int:
        """How many records there are."""
        return int(self._connection.execute("SELECT count(*) FROM record").fetchone()[0])


def _values(version: Version) -> tuple[object, ...]:
    return tuple(getattr(version, name) for name in Version.__slots__)
