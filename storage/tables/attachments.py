"""Attachments: photos, recordings and papers that belong to a record, or to a draft of one.

What stands here is each one's line in the database: whose it is, what it is called, its size, the
SHA-256 of the original as evidence, and the key under which its file lies beside the database
(`attachment_files.py`). With the line the key is gone, and with the key the file.
"""

import hashlib
import secrets
from dataclasses import dataclass, field, replace

from storage.chain.audit import Action, Audit
from storage.context import Context, canonical
from storage.errors import UnknownRecord
from storage.rows import RecordId
from storage.tables.sealed import ATTACHMENT
from storage.tables.settings import Settings

NOBODY = RecordId("")
KEY_SIZE = SALT_SIZE = 32
GONE = "vault.attachments.gone"
"""The setting that names files whose lines are gone, until the files are."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file.

    Attributes:
        record: the record it belongs to; empty while it belongs to a `draft`.
        name: what a form's answer calls it: neutral, and no other attachment's name.
        title: the file's own name where it came from.
        size: of the original, in bytes; `sha256` is the original's too.
        original: the id of the attachment that this is an altered copy of, or empty.
        added: when, ISO 8601 with UTC offset; `author` and `device` say by whom and where.
        hash: SHA-256 over the salt and all of this but whose it is (`docs/vault-format.md`).
        file: the name of the sealed file, and `key` what opens it.
    """

    id: str
    record: RecordId
    draft: str
    name: str
    title: str
    media_type: str
    size: int
    sha256: bytes
    original: str
    author: str
    device: str
    added: str
    salt: bytes = field(repr=False)
    hash: bytes
    file: str
    key: bytes = field(repr=False)

    def true_hash(self) -> bytes:
        """What `hash` is, if nothing was changed."""
        fields = canonical(
            "attachment",
            self.id,
            self.name,
            self.title,
            self.media_type,
            self.size,
            self.sha256.hex(),
            self.original,
            self.author,
            self.device,
            self.added,
        )
        return hashlib.sha256(self.salt + fields).digest()


def neutral_name(id: str, title: str) -> str:
    """What a form's answer calls an attachment: no word of its `title` but the kind of file."""
    _stem, dot, suffix = title.rpartition(".")
    plain = suffix.isascii() and suffix.isalnum() and len(suffix) <= 5
    return f"{id[:16]}.{suffix.lower()}" if dot and plain else id[:16]


class Attachments:
    """Writing and reading the lines of attachments within one transaction."""

    def __init__(self, context: Context, audit: Audit) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._connection = context.connection
        self._audit = audit
        self._settings = Settings(context)

    def of(self, record: RecordId) -> list[Attachment]:
        """What is attached to a record, in the order of adding."""
        return self._where("record = ?", record)

    def of_draft(self, draft: str) -> list[Attachment]:
        """What is attached to a draft, in the order of adding; nothing where there is no draft."""
        return self._where("draft = ?", draft) if draft else []

    def every(self) -> list[Attachment]:
        """All attachments."""
        return self._where("1")

    def get(self, id: str) -> Attachment:
        """The attachment with this id.

        Raises:
            UnknownRecord: there is none.
        """
        found = self._where("id = ?", id)
        if not found:
            raise UnknownRecord("There is no such attachment in this vault.")
        return found[0]

    def named(self, name: str) -> Attachment | None:
        """The attachment that an answer calls `name`, if there is one."""
        found = self._where("name = ?", name)
        return found[0] if found else None

    def add(self, attachment: Attachment) -> Attachment:
        """Keep the line of a file that is sealed and durable; for `Vault.attach`.

        Raises:
            UnknownRecord: the record or draft it is for is not there (any more).
        """
        table, owner = (
            ("record", attachment.record) if attachment.record else ("draft", attachment.draft)
        )
        if not self._connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (owner,)).fetchone():
            raise UnknownRecord("What the file was added to is no longer in this vault.")
        who = self._context.identity
        unsealed = replace(
            attachment,
            author=who.person,
            device=who.device,
            added=self._context.now(),
            salt=secrets.token_bytes(SALT_SIZE),
        )
        kept = replace(unsealed, hash=unsealed.true_hash())
        self._put(kept)
        self._context.arrived.append(kept.file)
        if kept.record:
            self._collected(kept)
        return kept

    def take_in(self, attachment: Attachment) -> None:
        """Keep the line of a file that another vault handed over, as it was written there."""
        self._put(attachment)
        self._context.arrived.append(attachment.file)
        self._collected(attachment)

    def bind(self, draft: str, record: RecordId, content: bytes) -> list[Attachment]:
        """Give a record what its `draft` had attached and its `content` still names.

        Altered copies go with their originals. The rest, of answers that were taken back or are
        not asked any more, is erased.
        """
        bound: list[Attachment] = []
        for attachment in self.of_draft(draft):
            is_copy = attachment.original in {kept.id for kept in bound}
            if is_copy or attachment.name.encode() in content:
                bound.append(self._move(attachment, record, ""))
                self._collected(bound[-1])
            else:
                self._erase(attachment)
        return bound

    def release(self, draft: str) -> None:
        """Take from a draft that is discarded all that it had attached.

        It can be brought back by `adopt` until the vault is next opened; then it is erased.
        """
        for attachment in self.of_draft(draft):
            self._move(attachment, NOBODY, "")

    def erase_draft(self, draft: str) -> None:
        """Erase all that a draft had attached: it is purged, and nothing brings it back."""
        for attachment in self.of_draft(draft):
            self._erase(attachment)

    def adopt(self, draft: str, content: bytes) -> None:
        """Give `draft` the released attachments that its `content` names: undoes a discarding."""
        adopted: set[str] = set()
        for attachment in self.released():
            if attachment.original in adopted or attachment.name.encode() in content:
                self._move(attachment, NOBODY, draft)
                adopted.add(attachment.id)

    def released(self) -> list[Attachment]:
        """What belongs to nothing any more."""
        return self._where("record = '' AND draft = ''")

    def tidy(self) -> None:
        """Erase what belongs to nothing any more, and forget the files that are deleted by now."""
        self._settings.set(GONE, [])
        for attachment in self.released():
            self._erase(attachment)

    def erase(self, record: RecordId, reason: str = "") -> list[Attachment]:
        """Erase all that is attached to a record; the hashes stay in the log.

        The keys are gone with this transaction, the files as soon as it is durable; files that a
        kill leaves are of no use to anybody, and go when the vault is next opened.

        Returns what there was.
        """
        erased = self.of(record)
        for attachment in erased:
            self._erase(attachment)
            self._audit.append(Action.ERASURE, record=record, reason=reason, hash=attachment.hash)
        return erased

    def gone(self) -> list[str]:
        """The files whose lines were erased, until it is certain that they are deleted."""
        return list(self._settings.get(GONE, []))

    def consulted(self, id: str, reason: str) -> None:
        """Note that an attachment of a record was looked at, and why."""
        attachment = self.get(id)
        if attachment.record:
            self._audit.append(
                Action.CONSULTATION,
                record=attachment.record,
                reason=reason,
                hash=attachment.hash,
            )

    def disclosed(self, id: str, recipient: str, reason: str) -> None:
        """Note that an attachment left the vault as a plain file, for whom, and why."""
        attachment = self.get(id)
        self._audit.append(
            Action.DISCLOSURE,
            record=attachment.record,
            recipient=recipient,
            reason=reason,
            hash=attachment.hash,
        )

    def not_disclosed(self, id: str, recipient: str) -> None:
        """Note that what was about to be disclosed did not leave after all."""
        attachment = self.get(id)
        self._audit.append(
            Action.ADMINISTRATION,
            record=attachment.record,
            recipient=recipient,
            reason="The file was not written.",
            hash=attachment.hash,
        )

    def _where(self, condition: str, *values: str) -> list[Attachment]:
        rows = ATTACHMENT.rows(self._context, f"{condition} ORDER BY rowid", *values)
        return [Attachment(*row) for row in rows]

    def _collected(self, attachment: Attachment) -> None:
        self._audit.append(Action.COLLECTION, record=attachment.record, hash=attachment.hash)

    def _move(self, attachment: Attachment, record: RecordId, draft: str) -> Attachment:
        moved = replace(attachment, record=record, draft=draft)
        self._put(moved)
        return moved

    def _put(self, attachment: Attachment) -> None:
        values = (getattr(attachment, name) for name in ATTACHMENT.columns)
        ATTACHMENT.put(self._context, *values)

    def _erase(self, attachment: Attachment) -> None:
        ATTACHMENT.drop(self._context, attachment.id)
        self._context.doomed.append(attachment.file)
        self._settings.set(GONE, [*self.gone(), attachment.file])
