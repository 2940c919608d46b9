"""Changes a vault's data key: everything is sealed anew, and old copies of keys open nothing.

For the day when somebody may have had the data key itself: an open laptop in other hands, a
passphrase that was seen, an officer who kept a copy. Removing a slot is not enough then.

The old vault stands until the new one is whole, durable and examined; one rename puts the new one
in its place (`replacement.py`). The audit chain goes over as it is, with the key it began with, so
that receipts that quote it stay good; the anchor that holds it gets a new key. The keys of attached
files are in the database, each file's own, so the files stay as they are.
"""

import contextlib
import secrets
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from storage.chain.anchor import Anchor, Mark
from storage.chain.audit import Action
from storage.checking.examining import examine
from storage.context import DIGEST_SIZE, Context
from storage.errors import SlotRefused, VaultBusy, VaultDamaged
from storage.folder import replacement, snapshots
from storage.keyring.key_slots import key_slots, refuse_poor
from storage.keys import header
from storage.keys.derivation import KEY_SIZE, seal_chain_key
from storage.keys.header import Header
from storage.keys.slots import NewSlot, Secret
from storage.outbox import items
from storage.session import Session
from storage.sqlcipher import database
from storage.sqlcipher.database import Progress
from storage.tables import drafts, sealed, settings
from storage.vault import generation, slot_notes
from storage.vault.standing import rows_are_whole, standing
from storage.vault.vault import Vault


def rekey(
    vault: Vault,
    secret: Secret,
    slots: Sequence[NewSlot],
    *,
    accept_no_daily: bool = False,
    progress: Progress | None = None,
) -> None:
    """Seal an open vault with a new data key, and close it; it opens with `slots` alone.

    Whatever happens meanwhile, the old vault or the new one is there, whole: what fails before the
    end leaves the old one, closed.

    Parameters:
        secret: opens one of the slots that stand.
        slots: what the new slots are made from; whoever made their secrets has handed them out
            before, because from the end of this on the old ones open nothing.
        progress: told pages copied and pages in all; what it raises ends it, and the old stands.

    Raises:
        WrongPassphrase: `secret` opens no slot.
        SlotRefused, NoDailySlot: the new slots are too few, or a damaged log still needs the old
            key.
        VaultDamaged: the vault has deviations; a new key would only seal them.
        StorageError: the disk is full, or fails.
    """
    try:
        vault.header.open_slot(secret)
        if vault.set_aside:
            raise SlotRefused(
                "A log was set aside when this vault was found damaged, and only the present key"
                " can read it. Move it out of the vault's folder first."
            )
        data_key = secrets.token_bytes(KEY_SIZE)
        new = _new_header(vault.header, data_key, slots)
        refuse_poor(new, accept_no_daily)
    except BaseException:
        vault.close()
        raise

    def make(context: Context, mark: Mark) -> None:
        if standing(context.connection) != mark or not rows_are_whole(context, mark.digest):
            raise VaultDamaged("drafts", "The key was not changed: run a check first.")
        chain = seal_chain_key(data_key, context.keys.audit, new.vault_id).hex()
        try:
            _make_files(vault, replace(new, chain=chain), data_key, context, progress)
        except BaseException:
            replacement.discard(vault.folder)
            raise

    vault.retire(make, lambda: replacement.commit(vault.folder))
    with contextlib.suppress(VaultBusy):  # another process came first, and did it
        replacement.settle(vault.folder)
        snapshots.discard(vault.folder)  # they open with the old secrets


def _new_header(old: Header, data_key: bytes, slots: Sequence[NewSlot]) -> Header:
    salt = secrets.token_bytes(database.SALT_SIZE)
    new = replace(old, salt=salt.hex(), slots=(), chain="")
    for slot in slots:
        new = new.with_slot(slot, data_key)
    return replace(new, generation=old.generation + 1)


def _make_files(
    vault: Vault, new: Header, data_key: bytes, context: Context, progress: Progress | None
) -> None:
    """Make the new vault's files beside the old ones, and examine them as any vault."""
    beside = replacement.begin(vault.folder)
    path, keys = beside / database.NAME, new.keys(data_key)
    salt = bytes.fromhex(new.salt)
    connection = database.copy(context.connection, path, keys.database, salt, progress)
    try:
        copied = Context(connection, keys, context.identity, context.clock)
        with database.transaction(connection):
            mark = _seal_anew(copied, vault.header, new)
    finally:
        connection.close()
    Anchor.create(beside, keys.anchor, mark)
    header.write(beside, new, keys)
    made = Vault(beside, new, data_key, context.identity, context.clock)
    try:
        findings = made.check(partial(examine, with_files=False))
    finally:
        made.close()
    if findings:
        problems = " ".join(finding.problem for finding in findings)
        raise VaultDamaged(findings[0].part, f"The key was not changed. {problems}")


def _seal_anew(context: Context, old: Header, new: Header) -> Mark:
    """Seal what carries a MAC outside the chain, and write what was done into the log."""
    connection = context.connection
    connection.execute("UPDATE state SET digest = ?", (bytes(DIGEST_SIZE),))
    drafts.seal_anew(context)
    settings.seal_anew(context)
    sealed.seal_anew(context)
    items.seal_anew(context)
    session = Session(context)
    generation.learn(session, new.generation)
    slot_notes.learn(session, new, old)
    named = "; ".join(slot.about for slot in key_slots(new))
    session.audit.append(
        Action.ADMINISTRATION, reason=f"The data key was changed. Key slots: {named}."
    )
    return session.count_write()
