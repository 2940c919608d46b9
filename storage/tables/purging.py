"""Purging: a record's content goes for good, and a receipt says what went, when, by whom and why.

What goes: every version or the earlier ones, drafts, the search index's words, links, attachments,
review date and holds, and the salt, without which the hashes that stay in the log say nothing.
What stays: the rows of the log, which s.62 of the Data Protection Act 2018 asks for, and the
receipt, whose hash is in the log. The files are swept afterwards (`sweeping.py`).
"""

import contextlib
import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from storage.chain.audit import Action, Audit
from storage.context import Context
from storage.errors import EditConflict, RecordHeld, ReportWaits, UnknownRecord
from storage.outbox.states import KEPT, State
from storage.rows import RecordId
from storage.tables.attachments import Attachments
from storage.tables.drafts import Drafts
from storage.tables.links import Links
from storage.tables.records import SALT_SIZE, Filled, Records, Version
from storage.tables.retention import Keeping
from storage.tables.search import Search
from storage.tables.ties import Ties

FORMAT = "fieldbook-purge-receipt"
VERSION = 1


@dataclass(frozen=True, slots=True)
class PurgedVersion:
    """A version that is gone: its number, when it was written, and its hash (hex) in the log."""

    number: int
    entry_time: str
    hash: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a purge took away; holds no content.

    Attributes:
        whole: whether the record is gone; else a version without the purged part stands.
        versions: those that are gone, oldest first.
        links: the hashes (hex) by which the log knows the links that went with it.
        drafts, attachments: how many went with it.
        time, person, device: when, by whom and where.
        reason: in that person's words, and `rule`: by which rule of retention or law.
    """

    record: RecordId
    form: str
    whole: bool
    versions: tuple[PurgedVersion, ...]
    links: tuple[str, ...]
    drafts: int
    attachments: int
    time: str
    person: str
    device: str
    reason: str
    rule: str

    def document(self) -> bytes:
        """The receipt as it is kept and hashed: JSON, one line, keys in order."""
        said = {"format": FORMAT, "version": VERSION, **asdict(self)}
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @property
    def hash(self) -> bytes:
        """What the log's row `erasure` carries."""
        return hashlib.sha256(self.document()).digest()

    @property
    def last(self) -> int:
        """The number of the newest version that is gone."""
        return self.versions[-1].number

    @classmethod
    def parse(cls, document: str) -> "Receipt":
        """The receipt in a `document`.

        Raises:
            ValueError: it is none.
        """
        try:
            said: dict[str, Any] = json.loads(document)
            if (said.pop("format"), said.pop("version")) != (FORMAT, VERSION):
                raise ValueError("This is not the receipt of a purge.")
            said["versions"] = tuple(PurgedVersion(**each) for each in said["versions"])
            said["links"] = tuple(said["links"])
            return cls(**said)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("This is not the receipt of a purge.") from error


class Purging:
    """Purging within one transaction."""

    def __init__(
        self,
        context: Context,
        audit: Audit,
        search: Search,
        records: Records,
        drafts: Drafts,
        links: Links,
        ties: Ties,
        attachments: Attachments,
        keeping: Keeping,
    ) -> None:
        """Work in the transaction of `context` on what the other repositories hold."""
        self._context = context
        self._connection = context.connection
        self._audit = audit
        self._search = search
        self._records = records
        self._drafts = drafts
        self._links = links
        self._ties = ties
        self._attachments = attachments
        self._keeping = keeping

    def purge(self, record: RecordId, reason: str, rule: str) -> Receipt:
        """Take a record away for good, with all that belongs to it.

        Raises:
            UnknownRecord: there is no such record.
            RecordHeld: a hold stands on it; nothing was changed.
            ReportWaits: a report from it waits to leave, or was refused and is still kept.
            ValueError: no reason or no rule is given.
        """
        number, form, gone = self._look(record, reason, rule)
        links = self._links.forget(record)
        self._ties.drop(record)
        drafts = self._drafts.forget(record)
        attachments = len(self._attachments.erase(record, rule))
        self._keeping.forget(record)
        self._search.forget(number)
        self._connection.execute("DELETE FROM version WHERE record = ?", (number,))
        self._connection.execute("DELETE FROM record WHERE number = ?", (number,))
        return self._write(record, form, True, gone, links, drafts, attachments, reason, rule)

    def replace(
        self, record: RecordId, base: int, filled: Filled, reason: str, rule: str
    ) -> tuple[Version, Receipt]:
        """Amend a record, and take every version before the new one away for good.

        For a part of the content that must go, such as a safety plan's text when her agreement to
        keep it is withdrawn: `filled` is the record without that part. Attachments stay.

        Raises:
            EditConflict: somebody amended the record meanwhile.
            UnknownRecord, RecordHeld, ReportWaits, ValueError: as `purge`.
        """
        number, form, gone = self._look(record, reason, rule)
        if gone[-1].number != base:
            raise EditConflict("The record has been amended since this version was opened.")
        drafts = self._drafts.forget(record)
        # A new salt: without the old one, nobody can try short texts on the hashes that stay.
        self._connection.execute(
            "UPDATE record SET salt = ? WHERE number = ?",
            (secrets.token_bytes(SALT_SIZE), number),
        )
        version = self._records.amend(record, base, filled, reason)
        self._connection.execute(
            "DELETE FROM version WHERE record = ? AND number <= ?", (number, base)
        )
        return version, self._write(record, form, False, gone, [], drafts, 0, reason, rule)

    def receipts(self, record: RecordId | None = None) -> list[Receipt]:
        """The receipts of all purges, or of one record's, oldest first."""
        condition, values = ("", ()) if record is None else (" WHERE record = ?", (record,))
        rows = self._connection.execute(
            f"SELECT receipt FROM purge{condition} ORDER BY sequence", values
        )
        return [Receipt.parse(row[0]) for row in rows]

    def _look(
        self, record: RecordId, reason: str, rule: str
    ) -> tuple[int, str, tuple[PurgedVersion, ...]]:
        """Number, form and versions of a record that may be purged."""
        if not reason.strip() or not rule.strip():
            raise ValueError("A purge needs its reason and its rule.")
        row = self._connection.execute(
            "SELECT number, form FROM record WHERE id = ?", (record,)
        ).fetchone()
        if row is None:
            raise UnknownRecord("There is no such record in this vault.")
        holds = self._keeping.holds(record)
        if holds:
            kinds = ", ".join(sorted({str(hold.kind) for hold in holds}))
            raise RecordHeld(f"A hold stands on this record ({kinds}): it can't be purged.")
        states = (State.DRAFT, *KEPT)
        waiting = self._connection.execute(
            f"SELECT 1 FROM outbox WHERE record = ? AND state IN ({', '.join('?' * len(states))})",
            (record, *states),
        ).fetchone()
        if waiting:
            raise ReportWaits("A report from this record has not arrived yet: send it first.")
        versions = self._connection.execute(
            "SELECT number, entry_time, hash FROM version WHERE record = ? ORDER BY number",
            (row[0],),
        )
        gone = tuple(PurgedVersion(number, time, hash.hex()) for number, time, hash in versions)
        return row[0], row[1], gone

    def _write(
        self,
        record: RecordId,
        form: str,
        whole: bool,
        gone: tuple[PurgedVersion, ...],
        links: list[bytes],
        drafts: int,
        attachments: int,
        reason: str,
        rule: str,
    ) -> Receipt:
        who = self._context.identity
        receipt = Receipt(
            record,
            form,
            whole,
            gone,
            tuple(hash.hex() for hash in links),
            drafts,
            attachments,
            self._context.now(),
            who.person,
            who.device,
            reason.strip(),
            rule.strip(),
        )
        sequence = self._audit.append(
            Action.ERASURE,
            record=record,
            version=receipt.last,
            reason=receipt.reason,
            hash=receipt.hash,
        )
        self._connection.execute(
            "INSERT INTO purge VALUES (?, ?, ?)", (sequence, record, receipt.document().decode())
        )
        self._context.residue = True
        return receipt


def gone(context: Context) -> dict[str, int]:
    """Up to which version each record is purged, as the log says."""
    rows = context.connection.execute(
        "SELECT record, max(version) FROM audit WHERE action = ? AND version > 0 GROUP BY record",
        (Action.ERASURE,),
    )
    return dict(rows.fetchall())


def deviations(context: Context) -> Iterator[str]:
    """What of the purged is there nevertheless, and which receipts are not as they were written."""
    connection = context.connection
    for record, last in gone(context).items():
        back = connection.execute(
            "SELECT 1 FROM version JOIN record ON record.number = version.record"
            " WHERE record.id = ? AND version.number <= ?",
            (record, last),
        ).fetchone()
        if back:
            yield "What was purged from a record is there again."
    written = connection.execute(
        "SELECT sequence, record, hash FROM audit WHERE action = ? AND version > 0"
        " ORDER BY sequence",
        (Action.ERASURE,),
    ).fetchall()
    kept = connection.execute(
        "SELECT sequence, record, receipt FROM purge ORDER BY sequence"
    ).fetchall()
    hashed = [
        (sequence, record, hashlib.sha256(receipt.encode()).digest())
        for sequence, record, receipt in kept
    ]
    if hashed != written:
        yield "The receipts of purges are not those that the audit chain knows."


def purged_links(context: Context) -> set[bytes]:
    """By which hashes the log knows the links that went; a receipt that is none counts nothing."""
    hashes: set[bytes] = set()
    for (receipt,) in context.connection.execute("SELECT receipt FROM purge"):
        with contextlib.suppress(ValueError):
            hashes |= {bytes.fromhex(link) for link in Receipt.parse(receipt).links}
    return hashes
