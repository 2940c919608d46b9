"""How long records are kept here: review dates, and holds that keep a record from being purged.

A record has a proposed review date by its form, which costs no row; what an officer has changed is
a row of its own, with reason and person. Which form is kept how long is not decided here.
"""

import enum
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from storage.chain.audit import Action, Audit
from storage.context import Context
from storage.errors import UnknownRecord
from storage.rows import ROW_COLUMNS, RecordId, RecordRow
from storage.tables.sealed import HOLD, RETENTION

GROUPS = (1, 2, 3, 4)
"""Retention groups of the Police Information and Records Management Code 2023 (after MoPI)."""

# Jumps from one form to the next in the index instead of walking through all records.
_FORMS = """WITH RECURSIVE known (form) AS (
    SELECT min(form) FROM record
    UNION ALL SELECT (SELECT min(form) FROM record WHERE form > known.form) FROM known
        WHERE known.form IS NOT NULL
) SELECT form FROM known WHERE form IS NOT NULL"""


class HoldKind(enum.StrEnum):
    """Why a record must not be purged."""

    CPIA = "cpia"  # Criminal Procedure and Investigations Act 1996: record, retain, reveal
    COMPLAINT = "complaint"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is proposed for records of a form: a retention `group`, and `days` on this laptop."""

    group: int
    days: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule of each form, and the one for forms that are not named."""

    by_form: Mapping[str, Rule]
    otherwise: Rule

    def of(self, form: str) -> Rule:
        """The rule for records of `form`."""
        return self.by_form.get(form, self.otherwise)


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when a record stays here without being looked at anew.

    Attributes:
        group: 1 to 4, the group that the force's own record is kept by.
        review: the day on which it is due, ISO 8601.
        reason, person, changed: why, by whom and when it was changed; empty while it is proposed.
    """

    record: RecordId
    group: int
    review: str
    reason: str = ""
    person: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """Something that keeps a record from being purged; `placed` is ISO 8601 with UTC offset."""

    id: str
    record: RecordId
    kind: HoldKind
    reason: str
    person: str
    placed: str


@dataclass(frozen=True, slots=True)
class Due:
    """A record whose review is due; `held` while a hold stands on it."""

    row: RecordRow
    review: str
    held: bool


class Keeping:
    """Reading and changing review dates and holds within one transaction."""

    def __init__(self, context: Context, audit: Audit) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._connection = context.connection
        self._audit = audit

    def of(self, record: RecordId, rules: Rules) -> Retention:
        """What stands or is proposed for a record.

        Raises:
            UnknownRecord: there is no such record.
        """
        form, entry_time = self._record(record)
        for _record, *values in RETENTION.rows(self._context, "record = ?", record):
            return Retention(record, *values)
        rule = rules.of(form)
        written = date.fromisoformat(entry_time[:10])
        return Retention(record, rule.group, (written + timedelta(rule.days)).isoformat())

    def change(self, record: RecordId, group: int, review: date, reason: str) -> None:
        """Set a record's group and review date.

        Raises:
            UnknownRecord: there is no such record.
            ValueError: there is no such group, or no reason is given.
        """
        self._record(record)
        if group not in GROUPS or not reason.strip():
            raise ValueError("A review date needs its group and its reason.")
        RETENTION.put(
            self._context,
            record,
            group,
            review.isoformat(),
            reason.strip(),
            self._context.identity.person,
            self._context.now(),
        )
        said = f"Review on {review.isoformat()}, retention group {group}."
        self._audit.append(Action.RETENTION, record=record, reason=said)

    def hold(self, record: RecordId, kind: HoldKind, reason: str) -> Hold:
        """Keep a record from being purged, until the hold is lifted.

        Raises:
            UnknownRecord: there is no such record.
            ValueError: no reason is given.
        """
        self._record(record)
        if not reason.strip():
            raise ValueError("A hold needs its reason.")
        placed = Hold(
            secrets.token_hex(16),
            record,
            HoldKind(kind),
            reason.strip(),
            self._context.identity.person,
            self._context.now(),
        )
        values = (placed.id, record, str(placed.kind), placed.reason, placed.person, placed.placed)
        HOLD.put(self._context, *values)
        self._audit.append(Action.RETENTION, record=record, reason=f"Hold placed: {placed.kind}.")
        return placed

    def lift(self, id: str, reason: str) -> None:
        """Take a hold away, and say why.

        Raises:
            UnknownRecord: there is no such hold.
            ValueError: no reason is given.
        """
        if not reason.strip():
            raise ValueError("Lifting a hold needs its reason.")
        rows = HOLD.rows(self._context, "id = ?", id)
        if not rows:
            raise UnknownRecord("There is no such hold in this vault.")
        HOLD.drop(self._context, id)
        said = f"Hold lifted: {rows[0][2]}. {reason.strip()}"
        self._audit.append(Action.RETENTION, record=rows[0][1], reason=said)

    def holds(self, record: RecordId) -> list[Hold]:
        """The holds that stand on a record."""
        rows = HOLD.rows(self._context, "record = ? ORDER BY placed", record)
        return [
            Hold(id, RecordId(of), HoldKind(kind), reason, person, placed)
            for id, of, kind, reason, person, placed in rows
        ]

    def due(self, rules: Rules, today: date, limit: int = 50) -> list[Due]:
        """The records whose review is due by `today`, at most `limit`, the longest due first."""
        found = sorted(self._changed(today, limit), key=lambda due: due.review)
        for (form,) in self._connection.execute(_FORMS).fetchall():
            found += self._proposed(form, rules.of(form), today, limit)
        return sorted(found, key=lambda due: (due.review, due.row.number))[:limit]

    def forget(self, record: RecordId) -> None:
        """Delete what stands here about a record that is purged."""
        RETENTION.drop(self._context, record)
        for id, *_rest in HOLD.rows(self._context, "record = ?", record):
            HOLD.drop(self._context, id)

    def _changed(self, today: date, limit: int) -> Iterator[Due]:
        rows = self._connection.execute(
            f"SELECT {ROW_COLUMNS}, retention.review, {_HELD} FROM retention"
            " JOIN record ON record.id = retention.record"
            " WHERE retention.review <= ? ORDER BY retention.review LIMIT ?",
            (today.isoformat(), limit),
        )
        for *values, review, held in rows:
            yield Due(RecordRow(*values), review, bool(held))

    def _proposed(self, form: str, rule: Rule, today: date, limit: int) -> Iterator[Due]:
        before = (today - timedelta(rule.days - 1)).isoformat()  # times begin with their day
        rows = self._connection.execute(
            f"SELECT {ROW_COLUMNS}, {_HELD} FROM record"
            " WHERE form = ? AND entry_time < ?"
            " AND NOT EXISTS (SELECT 1 FROM retention WHERE retention.record = record.id)"
            " ORDER BY entry_time LIMIT ?",
            (form, before, limit),
        )
        for *values, held in rows:
            row = RecordRow(*values)
            review = date.fromisoformat(row.entry_time[:10]) + timedelta(rule.days)
            yield Due(row, review.isoformat(), bool(held))

    def _record(self, record: RecordId) -> tuple[str, str]:
        """Form and entry time of a record."""
        row = self._connection.execute(
            "SELECT form, entry_time FROM record WHERE id = ?", (record,)
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such record in this vault.")
        return row[0], row[1]


_HELD = "EXISTS (SELECT 1 FROM hold WHERE hold.record = record.id)"
