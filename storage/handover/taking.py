"""Taking in what somebody hands over: it keeps its authors, times and hashes, and where it is from.

A record comes under its own id. If it is here already, only the versions that are new are added;
if it went on differently here, nothing of the hand-over is taken in.
"""

import contextlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.attachments import sealed_files
from storage.attachments.attaching import ID_SIZE
from storage.errors import HandoverRefused, NotAHandover
from storage.folder.copies import never
from storage.handover.file import Opened, key_for
from storage.handover.keys import kept_key
from storage.handover.manifest import Manifest, parsed
from storage.handover.receipt import HandoverReceipt
from storage.keys.escrow import PrivateKey
from storage.rows import RecordId
from storage.session import Session
from storage.sqlcipher.database import Progress
from storage.tables.attachments import KEY_SIZE, Attachment
from storage.tables.devices import Device
from storage.vault.vault import Vault

_TAKEN, _ORIGIN = "handover.taken", "handover.origin"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in.

    Attributes:
        person, device: whose vault it came from, as that vault says.
        signer: the fingerprint of the device that signed it.
        reason, agreement: why it was handed over, and what the person it is about said.
        records: the ids, and `versions` how many versions were new here.
        receipt: the text of the file that goes back to the sender.
    """

    id: str
    made: str
    person: str
    device: str
    signer: str
    reason: str
    agreement: str
    records: tuple[RecordId, ...]
    versions: int
    attachments: int
    receipt: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from: who handed it over, and which device signed that, when."""

    person: str
    signer: str
    made: str


def origin(session: Session, record: RecordId) -> Origin | None:
    """Where a record was last handed over from; None where it was written here."""
    kept = session.settings.get(_ORIGIN, {}).get(record)
    return kept and Origin(**kept)


def take_in(
    vault: Vault,
    path: Path,
    *,
    force_key: PrivateKey | None = None,
    devices: Sequence[Device] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> Taken:
    """Take the hand-over in the file `path` into an open vault: all of it, or nothing.

    Runs on the calling thread. Taking it in once more adds nothing, and gives a receipt again.

    Parameters:
        force_key: opens what is sealed to the force; else this vault's own key does.
        devices: those that the force knows; where given, one of them must have signed it.
        progress: told bytes of attachments done and in all.

    Raises:
        NotAHandover: it is none, or a byte of it is not what its sender sealed and signed.
        WrongPassphrase: it is sealed to another key.
        HandoverRefused: a record went on differently here, or was purged here; or none of
            `devices` signed it.
        StorageError: the disk is full, or refuses.
    """
    own = vault.query(kept_key).result()
    keys = {key.public.raw.hex(): key for key in (own, force_key) if key is not None}
    with contextlib.closing(Opened(path, keys.get)) as opened:
        if devices is not None:
            _refuse_unknown(opened, devices)
        found = parsed(opened.manifest)
        if found.id != opened.envelope.id:
            raise NotAHandover("This hand-over is not the one that it says it is.")
        known = vault.query(_ids_of_attachments).result()
        files: dict[str, tuple[str, bytes]] = {}
        try:
            _seal_files(vault, opened, found.attachments, known, files, progress, cancelled)
            return vault.perform(lambda session: _keep(session, opened, found, files)).result()
        except BaseException:
            sealed_files.remove(vault.folder, [file for file, _key in files.values()])
            raise


def _refuse_unknown(opened: Opened, devices: Sequence[Device]) -> None:
    day = datetime.fromisoformat(opened.envelope.made).astimezone(UTC).date()
    public = bytes.fromhex(opened.envelope.device)
    if not any(device.public == public and device.may_sign(day) for device in devices):
        raise HandoverRefused(
            f"The device that signed this, {opened.signer}, is not on the list of that day."
        )


def _ids_of_attachments(session: Session) -> set[str]:
    return {attachment.id for attachment in session.attachments.every()}


def _seal_files(
    vault: Vault,
    opened: Opened,
    attachments: list[Attachment],
    known: set[str],
    files: dict[str, tuple[str, bytes]],
    progress: Progress | None,
    cancelled: Callable[[], bool],
) -> None:
    """Seal every file that is new here under a key of its own; `files` says which are which."""
    total, before = sum(attachment.size for attachment in attachments), 0
    for attachment in attachments:
        source = opened.next_file(attachment.size)
        if attachment.id in known:
            while source.read(1 << 20):
                pass
            continue
        file, key = secrets.token_hex(ID_SIZE), secrets.token_bytes(KEY_SIZE)
        files[attachment.id] = (file, key)
        done = _offset(progress, before, total)
        measured = sealed_files.write(
            source, vault.folder, file, key, attachment.size, done, cancelled
        )
        if (measured.size, measured.sha256) != (attachment.size, attachment.sha256):
            raise NotAHandover("A file in this hand-over is not what its hash says.")
        before += attachment.size


def _offset(progress: Progress | None, before: int, total: int) -> Progress | None:
    """`progress` for one file of several, `before` bytes of which are done."""
    return (lambda done, _all: progress(before + done, total)) if progress else None


def _keep(
    session: Session, opened: Opened, found: Manifest, files: dict[str, tuple[str, bytes]]
) -> Taken:
    """One transaction that keeps it all, and writes into the log where it came from."""
    words = (
        f"Handed over by {found.person}, {found.device}, signed by {opened.signer}:"
        f" {found.reason} Hand-over {found.id[:8]}."
    )
    for form in found.forms:
        session.definitions.keep(form)
    versions, origins = 0, dict(session.settings.get(_ORIGIN, {}))
    for record in found.records:
        new_here = session.incoming.record(
            record.versions, record.salt, record.folded, _with_agreement(words, found)
        )
        if new_here:
            versions += new_here
            origins[record.id] = {
                "person": found.person,
                "signer": opened.signer,
                "made": opened.envelope.made,
            }
    session.settings.set(_ORIGIN, origins)
    for link in found.links:
        session.incoming.link(link, words)
    for held, kind, reason in found.holds:
        there = [(hold.kind, hold.reason) for hold in session.retention.holds(held)]
        if (kind, reason.strip()) not in there:
            session.retention.hold(held, kind, reason)
    new = [
        replace(attachment, file=files[attachment.id][0], key=files[attachment.id][1])
        for attachment in found.attachments
        if attachment.id in files
    ]
    for attachment in new:
        session.attachments.take_in(attachment)
    receipts = dict(session.settings.get(_TAKEN, {}))
    if found.id not in receipts:
        receipt = HandoverReceipt(found.id, session.now(), len(found.records))
        receipts[found.id] = receipt.text(key_for(opened.key, "receipt"))
        session.settings.set(_TAKEN, receipts)
    return Taken(
        found.id,
        opened.envelope.made,
        found.person,
        found.device,
        opened.signer,
        found.reason,
        found.agreement,
        tuple(record.id for record in found.records),
        versions,
        len(new),
        receipts[found.id],
    )


def _with_agreement(words: str, found: Manifest) -> str:
    return f"{words} She was asked: {found.agreement}" if found.agreement else words
