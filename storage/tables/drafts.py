"""Drafts: what is being written, sealed with every pause in typing."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from storage.chain.audit import Action, Audit
from storage.context import Context
from storage.errors import UnknownRecord, VaultDamaged
from storage.keys.derivation import KEY_SIZE, NONCE_SIZE, unwrap, wrap
from storage.rows import RecordId
from storage.tables.attachments import Attachments
from storage.tables.sealed import FLEETING

FLEETING_LIFE = timedelta(hours=24)
"""How long a draft lasts that is opened as fleeting, such as a safety plan's."""
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
        until: when it destroys itself, empty if it does not.
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
    until: str = ""


class Drafts:
    """Writing and reading drafts within one transaction."""

    def __init__(self, context: Context, audit: Audit, attachments: Attachments) -> None:
        """Work in the transaction of `context`."""
        self._attachments = attachments
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
        *,
        fleeting: bool = False,
    ) -> Draft:
        """Start a draft; `record` and `base` say which version of which record it amends.

        A `fleeting` one has a key of its own, which is destroyed with it and after a day at the
        latest (`expire`).
        """
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
        if fleeting:
            draft = replace(draft, until=_later(self._context.clock()))
            key = secrets.token_bytes(KEY_SIZE)
            FLEETING.put(self._context, draft.id, key, draft.until)
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
            before.until,
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
        found = list(self._readable([row] if row else []))
        if not found:
            raise UnknownRecord("There is no such draft in this vault.")
        return found[0]

    def all(self) -> list[Draft]:
        """Every draft, the one written last first."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM draft ORDER BY updated DESC")
        return list(self._readable(rows))

    def finish(self, id: str) -> None:
        """Take away a draft whose record has been written in this transaction."""
        self._remove(id)

    def discard(self, id: str, reason: str = "") -> None:
        """Take away a draft that will not become a record, and release what it had attached."""
        draft = self.get(id)
        self._attachments.release(id)
        self._remove(id)
        self._audit.append(
            Action.DRAFT_DISCARDED, record=draft.record, version=draft.base, reason=reason
        )

    def forget(self, record: RecordId) -> int:
        """Take away every draft that amends a record which is purged; how many there were."""
        rows = self._connection.execute("SELECT id FROM draft WHERE record = ?", (record,))
        ids = [row[0] for row in rows.fetchall()]
        for id in ids:
            self._attachments.erase_draft(id)
            self._remove(id)
        return len(ids)

    def has_expired(self) -> bool:
        """Whether a fleeting draft has outlived its day."""
        return bool(self._expired())

    def expire(self) -> None:
        """Destroy every fleeting draft that has outlived its day, and its key."""
        for id in self._expired():
            row = self._connection.execute(
                "SELECT record, base FROM draft WHERE id = ?", (id,)
            ).fetchone()
            self._attachments.erase_draft(id)
            self._remove(id)
            self._audit.append(
                Action.DRAFT_DISCARDED, record=row[0], version=row[1], reason="Its day was over."
            )

    def _expired(self) -> list[str]:
        now = self._context.clock()
        rows = FLEETING.rows(self._context)
        return [id for id, _key, until in rows if datetime.fromisoformat(until) <= now]

    def _readable(self, rows: Iterable[tuple[Any, ...]]) -> Iterable[Draft]:
        """The drafts in `rows`, fleeting ones opened with their keys."""
        fleeting = {id: (key, until) for id, key, until in FLEETING.rows(self._context)}
        for row in rows:
            draft = _draft(row)
            key, until = fleeting.get(draft.id, (b"", ""))
            if not key:
                yield draft
                continue
            nonce, sealed = draft.content[:NONCE_SIZE], draft.content[NONCE_SIZE:]
            content = unwrap(key, sealed, nonce, draft.id.encode())
            if content is None:
                raise VaultDamaged("drafts", "A draft is not what was written.")
            yield replace(draft, content=content, until=until)

    def _remove(self, id: str) -> None:
        if FLEETING.drop(self._context, id):
            self._context.residue = True
        self._context.row_changed(self._mac(id), None)
        self._connection.execute("DELETE FROM draft WHERE id = ?", (id,))

    def _mac(self, id: str) -> bytes:
        row = self._connection.execute("SELECT mac FROM draft WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise UnknownRecord("There is no such draft in this vault.")
        return bytes(row[0])

    def _write(self, draft: Draft, mac_before: bytes | None) -> None:
        if draft.until:
            ((key,),) = self._connection.execute(
                "SELECT key FROM fleeting WHERE draft = ?", (draft.id,)
            )
            nonce = secrets.token_bytes(NONCE_SIZE)
            sealed = wrap(key, draft.content, nonce, draft.id.encode())
            draft = replace(draft, content=nonce + sealed)
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


def _later(now: datetime) -> str:
    """When a draft that is opened `now` has outlived its day, in UTC: offsets may change."""
    return (now.astimezone(UTC) + FLEETING_LIFE).isoformat(timespec="milliseconds")


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
