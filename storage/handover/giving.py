"""Handing records over: sealed to another officer's vault or to the force, with a receipt back.

Everything goes as it is: every version with author, device, times, salt and hash, the forms that
they are read with, the files attached, and the links among them. What is handed over stays here
until the officer purges it.
"""

import base64
import contextlib
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from storage.errors import HandoverRefused
from storage.folder.copies import never
from storage.handover import receipt as receipts
from storage.handover.file import key_for, write
from storage.keys.escrow import PublicKey
from storage.rows import RecordId
from storage.session import Session
from storage.sqlcipher.database import Progress
from storage.tables.attachments import Attachment
from storage.tables.devices import DeviceKey
from storage.tables.links import Link
from storage.vault.vault import Vault

PERSON = "person"
"""The form whose records are about one person, who is asked before hers leaves."""

_SENT = "handover.sent"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """A hand-over that this vault has made.

    Attributes:
        made: when; `taken` when the other side took it in, as its receipt says, or empty.
        recipient: the key's name, and `fingerprint` what people compare.
        records: ids, each with the newest version that went and its hash (hex).
        receipt_key: what its receipt is sealed by (hex).
    """

    id: str
    made: str
    recipient: str
    fingerprint: str
    records: tuple[tuple[str, int, str], ...]
    receipt_key: str
    taken: str = ""


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What goes into a hand-over, and what signs it."""

    manifest: Json
    attachments: list[Attachment]
    device: DeviceKey
    newest: tuple[tuple[str, int, str], ...]


def hand_over(
    vault: Vault,
    records: Sequence[RecordId],
    to: PublicKey,
    path: Path,
    *,
    reason: str,
    agreement: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> Sent:
    """Seal `records` to the holder of `to`, in the file `path`; the log notes it as a disclosure.

    Runs on the calling thread.

    Parameters:
        reason: why, for the log of both sides.
        agreement: what the person said when she was asked, and when; needed where one of the
            records is a person's. It is her wish, which the officer weighs, not what makes the
            hand-over lawful (Data Protection Act 2018, s.35).
        progress: told bytes sealed and bytes in all.

    Raises:
        HandoverRefused: no reason, no record, or nobody was asked.
        UnknownRecord: one of the records is not in this vault.
        Cancelled: it was asked to stop; nothing was written, and the log says so.
        StorageError: the disk is full, or refuses.
    """
    if not reason.strip() or not records:
        raise HandoverRefused("A hand-over needs records, and the reason why they are needed.")
    id = secrets.token_hex(16)
    gathered, made = vault.perform(
        lambda session: _gather(session, id, list(dict.fromkeys(records)), to, reason, agreement)
    ).result()
    total = sum(attachment.size for attachment in gathered.attachments)
    try:
        content_key = write(
            path,
            id,
            made,
            to,
            gathered.device,
            gathered.manifest,
            _files(vault, gathered.attachments),
            progress=lambda done: progress(min(done, total), total) if progress else None,
            cancelled=cancelled,
        )
    except BaseException:
        vault.perform(lambda session: _take_back(session, gathered, to)).result()
        raise
    sent = Sent(
        id, made, to.name, to.fingerprint, gathered.newest, key_for(content_key, "receipt").hex()
    )
    vault.perform(lambda session: _remember(session, sent)).result()
    return sent


def sent(session: Session) -> list[Sent]:
    """The hand-overs that this vault has made, the newest first."""
    kept = session.settings.get(_SENT, {})
    found = [
        Sent(**{**value, "records": tuple(tuple(each) for each in value["records"])})
        for value in kept.values()
    ]
    return sorted(found, key=lambda sent: sent.made, reverse=True)


def take_receipt(session: Session, text: str) -> Sent:
    """Take in the receipt of a hand-over: the other side has it, and this vault's log says so.

    Raises:
        NotAHandover: it is no receipt, or not one that the recipient of the hand-over wrote.
    """
    by_id = {each.id: each for each in sent(session)}
    keys = {id: bytes.fromhex(each.receipt_key) for id, each in by_id.items()}
    receipt = receipts.parse(text, keys)
    done = by_id[receipt.handover]
    if done.taken:
        return done
    confirmed = replace(done, taken=receipt.taken)
    for record, version, _hash in done.records:
        session.audit.disclosed(
            record,
            version,
            _named(done.recipient, done.fingerprint),
            f"Taken in on the other side {receipt.taken}: receipt of hand-over {done.id[:8]}.",
        )
    _remember(session, confirmed)
    return confirmed


def _gather(
    session: Session, id: str, records: list[RecordId], to: PublicKey, reason: str, agreement: str
) -> tuple[_Gathered, str]:
    """All that goes, and into the log that it does, in one transaction."""
    made = session.now()
    whole = {record: session.records.versions(record) for record in records}
    about_person = any(versions[-1].form == PERSON for versions in whole.values())
    if about_person and not agreement.strip():
        raise HandoverRefused(
            "One of these is a person's record: ask her first, and write down what she said."
        )
    forms = {(version.form, version.form_version) for each in whole.values() for version in each}
    attachments = [each for record in records for each in session.attachments.of(record)]
    links = {link.id: link for record in records for link in session.links.of(record)}
    among = [link for link in links.values() if link.source in whole and link.target in whole]
    newest = tuple(
        (str(record), versions[-1].number, versions[-1].hash.hex())
        for record, versions in whole.items()
    )
    words = f"{reason.strip()} Hand-over {id[:8]}."
    if agreement.strip():
        words += f" She was asked: {agreement.strip()}"
    for record, number, _hash in newest:
        session.audit.disclosed(record, number, _named(to.name, to.fingerprint), words)
    manifest = {
        "id": id,
        "made": made,
        "person": session.identity.person,
        "device": session.identity.device,
        "reason": reason.strip(),
        "agreement": agreement.strip(),
        "records": [_record(session, record, whole[record]) for record in records],
        "forms": [
            _form(definition)
            for definition in session.definitions.all()
            if (definition.form, definition.version) in forms
        ],
        "links": [_link(link) for link in among],
        "attachments": [_attachment(attachment) for attachment in attachments],
        "holds": [
            {"record": hold.record, "kind": str(hold.kind), "reason": hold.reason}
            for record in records
            for hold in session.retention.holds(record)
        ],
    }
    return _Gathered(manifest, attachments, session.device.key(), newest), made


def _record(session: Session, record: RecordId, versions: Sequence[Any]) -> Json:
    salt, folded = session.incoming.secrets_of(record)
    return {
        "id": record,
        "form": versions[-1].form,
        "salt": salt.hex(),
        "folded": folded,
        "versions": [
            {
                "number": version.number,
                "form_version": version.form_version,
                "content": base64.b64encode(version.content).decode(),
                "title": version.title,
                "summary": version.summary,
                "author": version.author,
                "device": version.device,
                "event_time": version.event_time,
                "entry_time": version.entry_time,
                "reason": version.reason,
                "indexed": version.indexed.hex(),
                "hash": version.hash.hex(),
            }
            for version in versions
        ],
    }


def _form(definition: Any) -> Json:
    return {
        "form": definition.form,
        "version": definition.version,
        "title": definition.title,
        "languages": list(definition.languages),
        "source": definition.source,
        "own": definition.own,
        "xform": base64.b64encode(definition.xform).decode(),
    }


def _link(link: Link) -> Json:
    return {
        "id": link.id,
        "source": link.source,
        "target": link.target,
        "kind": link.kind,
        "salt": link.salt.hex(),
        "reason": link.reason,
        "hash": link.hash.hex(),
    }


def _attachment(attachment: Attachment) -> Json:
    plain = ("id", "record", "name", "title", "media_type", "size", "original", "author")
    named = {name: getattr(attachment, name) for name in (*plain, "device", "added")}
    return named | {name: getattr(attachment, name).hex() for name in ("sha256", "salt", "hash")}


def _files(vault: Vault, attachments: list[Attachment]) -> Iterator[BinaryIO]:
    for attachment in attachments:
        with contextlib.closing(vault.read_attachment(attachment.id)) as reader:
            yield reader  # type: ignore[misc]  # a raw file reads as well


def _take_back(session: Session, gathered: _Gathered, to: PublicKey) -> None:
    for record, number, _hash in gathered.newest:
        session.audit.not_disclosed(record, number, _named(to.name, to.fingerprint))


def _remember(session: Session, sent: Sent) -> None:
    kept = dict(session.settings.get(_SENT, {}))
    kept[sent.id] = {name: getattr(sent, name) for name in Sent.__slots__}
    session.settings.set(_SENT, kept)


def _named(name: str, fingerprint: str) -> str:
    return f"{name} ({fingerprint})"
