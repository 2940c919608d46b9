"""Links that tie records to each other; never deleted, only marked as removed."""

import hashlib
import secrets
from dataclasses import dataclass

from storage.audit import Action, Audit
from storage.context import Context, canonical
from storage.errors import UnknownRecord
from storage.rows import RecordId

_COLUMNS = "id, source, target, kind, removed, hash"


@dataclass(frozen=True, slots=True)
class Link:
    """One record's tie to another; `kind` says in which way (`met`, `follows`, `about` …)."""

    id: str
    source: RecordId
    target: RecordId
    kind: str
    removed: int
    hash: bytes

    def true_hash(self) -> bytes:
        """What `hash` is, if nothing was changed."""
        return _hash(self.id, self.source, self.target, self.kind, self.removed)


class Links:
    """Writing and reading links within one transaction."""

    def __init__(self, context: Context, audit: Audit) -> None:
        """Work in the transaction of `context`."""
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
        id = secrets.token_hex(16)
        link = Link(id, source, target, kind, 0, _hash(id, source, target, kind, 0))
        self._connection.execute(
            "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)",
            (id, source, target, kind, 0, link.hash),
        )
        self._audit.append(Action.COMBINATION, record=source, reason=reason, hash=link.hash)
        return link

    def remove(self, id: str, reason: str) -> None:
        """Mark a link as removed, and say why.

        Raises:
            UnknownRecord: there is no such link.
        """
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM link WHERE id = ? AND removed = 0", (id,)
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such link in this vault.")
        link = Link(*row)
        hash = _hash(id, link.source, link.target, link.kind, 1)
        self._connection.execute("UPDATE link SET removed = 1, hash = ? WHERE id = ?", (hash, id))
        self._audit.append(Action.ALTERATION, record=link.source, reason=reason, hash=hash)

    def of(self, record: RecordId) -> list[Link]:
        """The links that stand from or to a record."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM link WHERE removed = 0 AND (source = ? OR target = ?)",
            (record, record),
        )
        return [Link(*row) for row in rows]

    def every(self) -> list[Link]:
        """All links, removed ones too."""
        return [Link(*row) for row in self._connection.execute(f"SELECT {_COLUMNS} FROM link")]


def _hash(id: str, source: str, target: str, kind: str, removed: int) -> bytes:
    return hashlib.sha256(canonical("link", id, source, target, kind, removed)).digest()
