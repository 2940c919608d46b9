"""Links that tie records to each other: marked when removed; deleted when they must not last."""

import hashlib
import secrets
from dataclasses import dataclass, replace

from storage.chain.audit import Action, Audit
from storage.context import Context, canonical
from storage.errors import UnknownRecord
from storage.rows import RecordId

SALT_SIZE = 16
COLUMNS = "id, source, target, kind, removed, hash, salt, reason, removal"


@dataclass(frozen=True, slots=True)
class Link:
    """One record's tie to another; `kind` says in which way (`met`, `follows`, `about` …).

    Attributes:
        removed: 1 once it stands no more, else 0.
        salt: random, so that the hash says nothing once a purge has destroyed it; empty in links
            that were made before there were salts.
        reason: why it was made, and `removal` why it was removed; they go with the link.
    """

    id: str
    source: RecordId
    target: RecordId
    kind: str
    removed: int
    hash: bytes = b""
    salt: bytes = b""
    reason: str = ""
    removal: str = ""

    def true_hash(self) -> bytes:
        """What `hash` is, if nothing was changed."""
        fields: tuple[str | int, ...] = (self.id, self.source, self.target, self.kind, self.removed)
        if self.salt:
            fields += (self.reason, self.removal)
        return hashlib.sha256(self.salt + canonical("link", *fields)).digest()

    def logged(self) -> list[bytes]:
        """The hashes by which the log knows it: as it was made, and as it was removed."""
        made = replace(self, removed=0, removal="").true_hash()
        return [made, self.true_hash()] if self.removed else [made]


class Links:
    """Writing and reading links within one transaction."""

    def __init__(self, context: Context, audit: Audit) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._connection = context.connection
        self._audit = audit

    def add(self, source: RecordId, target: RecordId, kind: str, reason: str = "") -> Link:
        """Tie `source` to `target` (a combination in the sense of s.62).

        Raises:
            UnknownRecord: one of them is not in this vault.
        """
        for end in (source, target):
            if not self._connection.execute("SELECT 1 FROM record WHERE id = ?", (end,)).fetchone():
                raise UnknownRecord("There is no such record in this vault.")
        salt = secrets.token_bytes(SALT_SIZE)
        unsealed = Link(secrets.token_hex(16), source, target, kind, 0, b"", salt, reason)
        link = replace(unsealed, hash=unsealed.true_hash())
        self._connection.execute(
            f"INSERT INTO link ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tuple(getattr(link, name) for name in Link.__slots__),
        )
        self._audit.append(Action.COMBINATION, record=source, hash=link.hash)
        return link

    def remove(self, id: str, reason: str) -> None:
        """Mark a link as removed, and say why.

        Raises:
            UnknownRecord: there is no such link.
        """
        row = self._connection.execute(
            f"SELECT {COLUMNS} FROM link WHERE id = ? AND removed = 0", (id,)
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such link in this vault.")
        removed = replace(Link(*row), removed=1, removal=reason)
        hash = removed.true_hash()
        self._connection.execute(
            "UPDATE link SET removed = 1, removal = ?, hash = ? WHERE id = ?", (reason, hash, id)
        )
        self._audit.append(Action.ALTERATION, record=removed.source, hash=hash)

    def erase(self, id: str, reason: str) -> None:
        """Delete a link that must not last; the log keeps that there was one, not between what.

        Raises:
            UnknownRecord: there is no such link.
        """
        row = self._connection.execute(f"SELECT {COLUMNS} FROM link WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise UnknownRecord("There is no such link in this vault.")
        link = Link(*row)
        self._connection.execute("DELETE FROM link WHERE id = ?", (id,))
        for hash in link.logged():
            self._audit.append(Action.ERASURE, record=link.source, reason=reason, hash=hash)
        self._context.residue = True

    def forget(self, record: RecordId) -> list[bytes]:
        """Delete every link from or to a record that is purged; gives the hashes in the log."""
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM link WHERE source = ? OR target = ?", (record, record)
        ).fetchall()
        self._connection.execute(
            "DELETE FROM link WHERE source = ? OR target = ?", (record, record)
        )
        return [hash for row in rows for hash in Link(*row).logged()]

    def of(self, record: RecordId) -> list[Link]:
        """The links that stand from or to a record."""
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM link WHERE removed = 0 AND (source = ? OR target = ?)",
            (record, record),
        )
        return [Link(*row) for row in rows]

    def last_sources(self, kind: str) -> dict[RecordId, RecordId]:
        """By target, the record that was made last of those tied to it as `kind`."""
        rows = self._connection.execute(
            "SELECT link.target, record.id, max(record.number) FROM link"
            " JOIN record ON record.id = link.source"
            " WHERE link.kind = ? AND link.removed = 0 GROUP BY link.target",
            (kind,),
        )
        return {RecordId(target): RecordId(source) for target, source, _number in rows}

    def every(self) -> list[Link]:
        """All links, removed ones too."""
        return [Link(*row) for row in self._connection.execute(f"SELECT {COLUMNS} FROM link")]
