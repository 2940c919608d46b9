"""Drafts: what is being written, sealed with every pause in typing."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

from storage.audit import Action, Audit
from storage.context import Context
from storage.errors import UnknownRecord
from storage.rows import RecordId

NO_RECORD = RecordId("")
_COLUMNS = "id, form, form_version, record, base, content, title, place, started, updated"


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished form.

    Attributes:
        record: the record that it amends, empty for a new one; `base` is that record's version.
        content: the form instance as far as it goes, XML.
        place: where the officer was: focused question, caret, scroll position.
        started, updated: ISO 8601 with UTC offset.
    """

    id: str
    form: str
    form_version: str
    record: RecordId
    base: int
    content: bytes
    title: str
    place: dict[str, Any]
    started: str
    updated: str


class Drafts:
    """Writing and reading drafts within one transaction."""

    def __init__(self, context: Context, audit: Audit) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._connection = context.connection
        self._audit = audit

    def open(
        self,
        form: str,
        form_version: str,
        content: bytes,
        title: str,
        record: RecordId = NO_RECORD,
        base: int = 0,
    ) -> Draft:
        """Start a draft; `record` and `base` say which version of which record it amends."""
        now = self._context.now()
        draft = Draft(
            secrets.token_hex(16),
            form,
            form_version,
            record,
            base,
            content,
            title,
            {},
            now,
            now,
        )
        self._write(draft, None)
        self._audit.append(Action.DRAFT_OPENED, record=record, version=base)
        return draft

    def save(self, id: str, content: bytes, title: str, place: dict[str, Any]) -> Draft:
        """Seal what has been written so far.

        Raises:
            UnknownRecord: the draft was finalised or discarded.
        """
        before = self.get(id)
        draft = Draft(
            id,
            before.form,
            before.form_version,
            before.record,
            before.base,
            content,
            title,
            place,
            before.started,
            self._context.now(),
        )
        self._write(draft, self._mac(id))
        return draft

    def get(self, id: str) -> Draft:
        """The draft with this id.

        Raises:
            UnknownRecord: there is none.
        """
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM draft WHERE id = ?", (id,)
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such draft in this vault.")
        return _draft(row)

    def all(self) -> list[Draft]:
        """Every draft, the one written last first."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM draft ORDER BY updated DESC")
        return [_draft(row) for row in rows]

    def finish(self, id: str) -> None:
        """Take away a draft whose record has been written in this transaction."""
        self._remove(id)

    def discard(self, id: str, reason: str = "") -> None:
        """Take away a draft that will not become a record."""
        draft = self.get(id)
        self._remove(id)
        self._audit.append(
            Action.DRAFT_DISCARDED, record=draft.record, version=draft.base, reason=reason
        )

    def _remove(self, id: str) -> None:
        self._context.row_changed(self._mac(id), None)
        self._connection.execute("DELETE FROM draft WHERE id = ?", (id,))

    def _mac(self, id: str) -> bytes:
        row = self._connection.execute("SELECT mac FROM draft WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise UnknownRecord("There is no such draft in this vault.")
        return bytes(row[0])

    def _write(self, draft: Draft, mac_before: bytes | None) -> None:
        values = _values(draft)
        mac = self._context.seal_row("draft", *values)
        self._connection.execute(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, mac)
        )
        self._context.row_changed(mac_before, mac)


def verify(context: Context) -> bool:
    """Whether every draft is what was written; each one's MAC is noted in `context`."""
    whole = True
    for *values, mac in context.connection.execute(f"SELECT {_COLUMNS}, mac FROM draft"):
        whole = whole and context.seal_row("draft", *values) == mac
        context.row_changed(None, mac)
    return whole


def seal_anew(context: Context) -> None:
    """Seal every draft with the keys of `context`, and note the new MACs there."""
    rows = context.connection.execute(f"SELECT {_COLUMNS} FROM draft").fetchall()
    for values in rows:
        mac = context.seal_row("draft", *values)
        context.connection.execute("UPDATE draft SET mac = ? WHERE id = ?", (mac, values[0]))
        context.row_changed(None, mac)


def _draft(row: tuple[Any, ...]) -> Draft:
    values = list(row)
    values[7] = json.loads(values[7])
    return Draft(*values)


def _values(draft: Draft) -> tuple[Any, ...]:
    place = json.dumps(draft.place, sort_keys=True)
    return (
        draft.id,
        draft.form,
        draft.form_version,
        draft.record,
        draft.base,
        draft.content,
        draft.title,
        place,
        draft.started,
        draft.updated,
    )
