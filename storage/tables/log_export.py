"""The log for somebody outside: without content, as a chain that a stranger can check.

The log's own MACs need the vault's key. So a second chain without a key is made of the same rows
when they are exported. Reasons that may hold content are not shown; the chain covers a salted hash
of each reason, so that showing or keeping one back changes nothing (`docs/audit-export.md`).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from storage.chain.audit import Action, Entry, chain, head
from storage.context import Context, canonical
from storage.keys.derivation import sign
from storage.rows import RecordId
from storage.tables.records import reference

START = bytes(32)
"""What the first row of a log is chained to."""
KEPT_BACK = frozenset({Action.COLLECTION, Action.ALTERATION, Action.COMBINATION})
"""Actions whose reasons, where a row has one, are about content and stay in the vault."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log as it is exported; for most of it see `audit.Entry`.

    Attributes:
        reason: in words, or None where it is kept back.
        salt: with the reason's UTF-8 it hashes to `reason_hash`; empty where it is kept back.
        link: the open chain's hash at this row.
    """

    sequence: int
    time: str
    action: str
    person: str
    device: str
    record: str
    version: int
    recipient: str
    reason: str | None
    salt: bytes
    reason_hash: bytes
    hash: bytes
    mac: bytes
    link: bytes


@dataclass(frozen=True, slots=True)
class LogExtract:
    """A stretch of the log without a gap.

    Attributes:
        vault: whose log it is: the vault's id, which says nothing about its officer.
        before: the open chain's hash at the row before the first; `START` if it is the log's first.
        rows: at least one, unless nothing falls into the time that was asked for.
        last, head, mac: the number of the log's newest row, the open chain's hash and the log's own
            MAC there: how far the log had come when this was made.
    """

    vault: str
    before: bytes
    rows: tuple[LogRow, ...]
    last: int
    head: bytes
    mac: bytes


def next_link(link: bytes, row: LogRow | Entry, reason_hash: bytes) -> bytes:
    """The open chain's hash at `row`, which follows one with the hash `link`."""
    fields = canonical(
        row.sequence,
        row.time,
        str(row.action),
        row.person,
        row.device,
        row.record,
        row.version,
        row.recipient,
        reason_hash.hex(),
    )
    return hashlib.sha256(link + fields + row.hash + row.mac).digest()


def extract(
    context: Context,
    vault: str,
    since: datetime | None = None,
    until: datetime | None = None,
) -> LogExtract:
    """The rows from the first one at `since` or later to the last one at `until` or earlier.

    Whatever was written between these two is there, even with an odd time: rows follow each other
    as they were written, and no clock decides which of them is left out.
    """
    first, last = _range(context, since, until)
    link = before = START
    rows: list[LogRow] = []
    entry = None
    for entry in chain(context.connection):
        salt = sign(context.keys.audit, b"export", str(entry.sequence).encode())
        reason_hash = hashlib.sha256(salt + entry.reason.encode()).digest()
        if entry.sequence == first:
            before = link
        link = next_link(link, entry, reason_hash)
        if first <= entry.sequence <= last:
            rows.append(_shown(entry, salt, reason_hash, link))
    newest, mac = (entry.sequence, entry.mac) if entry else (0, START)
    return LogExtract(vault, before, tuple(rows), newest, link, mac)


@dataclass(frozen=True, slots=True)
class LogLine:
    """A row of the log as its officer reads it: with the record's title, and its reason.

    `title` is empty where the row is about no record, or the record is purged.
    """

    entry: Entry
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which rows are wanted; what is empty wants all.

    Attributes:
        records: any of these, by id.
        actions: any of these.
        since, until: days (ISO 8601), both included, as the clock said.
    """

    records: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    def about(self, records: Iterable[str]) -> "LogFilter":
        """The same, of these `records` alone."""
        return replace(self, records=tuple(dict.fromkeys(records)))


class LogBook:
    """Reading the log within one transaction."""

    def __init__(self, context: Context) -> None:
        """Work in the transaction of `context`."""
        self._context = context

    def extract(
        self, vault: str, since: datetime | None = None, until: datetime | None = None
    ) -> LogExtract:
        """A stretch of the log of the vault with the id `vault`, for somebody outside."""
        return extract(self._context, vault, since, until)

    def records_named(self, beginning: str) -> list[str]:
        """The ids of all records whose reference begins so, purged ones too."""
        ids = self._context.connection.execute(
            "SELECT DISTINCT record FROM audit WHERE record != ''"
        )
        return [id for (id,) in ids if reference(RecordId(id)).startswith(beginning)]

    def page(self, wanted: LogFilter, limit: int = 100, before: int | None = None) -> list[LogLine]:
        """Rows, the last written first.

        Parameters:
            limit: rows at most.
            before: the sequence of the last row of the page before, None for the first page.
        """
        conditions: list[str] = []
        values: list[str | int] = []
        for condition, value in (
            ("audit.sequence < ?", before),
            ("audit.time >= ?", wanted.since),
            ("substr(audit.time, 1, 10) <= ?", wanted.until),
        ):
            if value or value == 0:
                conditions.append(condition)
                values.append(value)
        for column, any_of in (("action", wanted.actions), ("record", wanted.records)):
            if any_of:
                conditions.append(f"audit.{column} IN ({', '.join('?' * len(any_of))})")
                values += any_of
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self._context.connection.execute(
            "SELECT audit.*, coalesce(record.title, ''), coalesce(version.reason, '') FROM audit"
            " LEFT JOIN record ON record.id = audit.record"
            " LEFT JOIN version ON version.record = record.number"
            f" AND version.number = audit.version{where} ORDER BY audit.sequence DESC LIMIT ?",
            (*values, limit),
        )
        return [_line(Entry(*row), title, why) for *row, title, why in rows]


def _line(entry: Entry, title: str, why: str) -> LogLine:
    return LogLine(entry, title, why if entry.action == Action.ALTERATION else entry.reason)


def _range(context: Context, since: datetime | None, until: datetime | None) -> tuple[int, int]:
    """Numbers of the first and the last row that are asked for; an empty range is (1, 0)."""
    if since is None and until is None:
        return 1, head(context.connection)[0]
    first = last = 0
    for entry in chain(context.connection):
        written = datetime.fromisoformat(entry.time)
        if not first and (since is None or written >= since):
            first = entry.sequence
        if until is None or written <= until:
            last = entry.sequence
    return (first, last) if first else (1, 0)


def _shown(entry: Entry, salt: bytes, reason_hash: bytes, link: bytes) -> LogRow:
    kept_back = bool(entry.reason) and entry.action in KEPT_BACK
    return LogRow(
        entry.sequence,
        entry.time,
        entry.action,
        entry.person,
        entry.device,
        entry.record,
        entry.version,
        entry.recipient,
        None if kept_back else entry.reason,
        b"" if kept_back else salt,
        reason_hash,
        entry.hash,
        entry.mac,
        link,
    )
