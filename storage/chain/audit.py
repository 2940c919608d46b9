"""The log that the law asks for, as a chain that nobody can shorten or rewrite unnoticed.

Data Protection Act 2018, s.62: collection, alteration, consultation, disclosure, combination and
erasure, each with time, person and reason. Every row's MAC covers the row before it.
"""

import enum
import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from storage.context import Context, canonical
from storage.keys.derivation import VaultKeys, sign
from storage.sqlcipher.database import Connection

NO_HASH = b""
FIRST = bytes(32)  # what the first row's MAC covers in place of a row before it


class Action(enum.StrEnum):
    """What was done; the first six are those of s.62."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"
    DRAFT_OPENED = "draft opened"
    DRAFT_DISCARDED = "draft discarded"
    FORM_KEPT = "form kept"
    RETENTION = "retention"
    CLOCK = "clock"
    ADMINISTRATION = "administration"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log; `record` is empty and `version` 0 where it is about neither."""

    sequence: int
    time: str
    action: str
    person: str
    device: str
    record: str
    version: int
    recipient: str
    reason: str
    hash: bytes
    mac: bytes

    def follows(self, previous_mac: bytes, keys: VaultKeys) -> bool:
        """Whether this row is the one that was written after the row with `previous_mac`."""
        return hmac.compare_digest(self.mac, _mac(keys, previous_mac, self))


class Audit:
    """Writing and reading the log within one transaction."""

    def __init__(self, context: Context) -> None:
        """Work in the transaction of `context`."""
        self._context = context

    def consulted(self, record: str, reason: str) -> None:
        """Note that a record was looked at, and why."""
        self.append(Action.CONSULTATION, record=record, reason=reason)

    def disclosed(self, record: str, version: int, recipient: str, reason: str) -> None:
        """Note that a version left the vault, to whom, and why."""
        self.append(
            Action.DISCLOSURE, record=record, version=version, recipient=recipient, reason=reason
        )

    def not_disclosed(self, record: str, version: int, recipient: str) -> None:
        """Note that what was about to be disclosed did not leave after all."""
        self.append(
            Action.ADMINISTRATION,
            record=record,
            version=version,
            recipient=recipient,
            reason="The document was not written.",
        )

    def exported(self, to: str) -> None:
        """Note that the log itself left the vault, and to whom."""
        self.append(Action.DISCLOSURE, recipient=to, reason="The log was exported.")

    def not_exported(self, to: str) -> None:
        """Note that the log, of which was said that it would leave, did not after all."""
        self.append(Action.ADMINISTRATION, recipient=to, reason="The file was not written.")

    def append(
        self,
        action: Action,
        *,
        record: str = "",
        version: int = 0,
        recipient: str = "",
        reason: str = "",
        hash: bytes = NO_HASH,
    ) -> int:
        """Add a row to the end of the chain, and give its sequence.

        `hash` is of what was written, if anything was.
        """
        context = self._context
        last, previous_mac = head(context.connection)
        who = context.identity
        entry = Entry(
            last + 1,
            context.now(),
            action,
            who.person,
            who.device,
            record,
            version,
            recipient,
            reason,
            hash,
            b"",
        )
        context.connection.execute(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_fields(entry), entry.hash, _mac(context.keys, previous_mac, entry)),
        )
        return entry.sequence

    def last(self, action: Action) -> str:
        """When `action` was last done (ISO 8601), "" if never."""
        row = self._context.connection.execute(
            "SELECT time FROM audit WHERE action = ? ORDER BY sequence DESC LIMIT 1", (action,)
        ).fetchone()
        return str(row[0]) if row else ""

    def entries(self, record: str | None = None) -> list[Entry]:
        """The log, oldest first: all of it, or what is about one record."""
        if record is None:
            return list(chain(self._context.connection))
        rows = self._context.connection.execute(
            "SELECT * FROM audit WHERE record = ? ORDER BY sequence", (record,)
        )
        return [Entry(*row) for row in rows]


def chain(connection: Connection, after: int = 0) -> Iterator[Entry]:
    """Every row with a sequence greater than `after`, in order."""
    rows = connection.execute("SELECT * FROM audit WHERE sequence > ? ORDER BY sequence", (after,))
    for row in rows:
        yield Entry(*row)


def head(connection: Connection) -> tuple[int, bytes]:
    """Sequence and MAC of the last row; (0, FIRST) in an empty log."""
    row = connection.execute(
        "SELECT sequence, mac FROM audit ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    return (row[0], row[1]) if row else (0, FIRST)


def mac_at(connection: Connection, sequence: int) -> bytes | None:
    """The MAC of row `sequence`; None where there is no such row."""
    row = connection.execute("SELECT mac FROM audit WHERE sequence = ?", (sequence,)).fetchone()
    return bytes(row[0]) if row else None


def break_in(
    connection: Connection, keys: VaultKeys, after: int = 0, previous_mac: bytes = FIRST
) -> int | None:
    """The sequence of the first row after `after` that is missing or changed; None if none is.

    `previous_mac` is the MAC of row `after`.
    """
    expected = after + 1
    for entry in chain(connection, after):
        if entry.sequence != expected or not entry.follows(previous_mac, keys):
            return expected
        expected, previous_mac = expected + 1, entry.mac
    return None


def _fields(entry: Entry) -> tuple[int | str, ...]:
    return (
        entry.sequence,
        entry.time,
        str(entry.action),
        entry.person,
        entry.device,
        entry.record,
        entry.version,
        entry.recipient,
        entry.reason,
    )


def _mac(keys: VaultKeys, previous_mac: bytes, entry: Entry) -> bytes:
    return sign(keys.audit, previous_mac, canonical(*_fields(entry)), entry.hash)
