"""Makes the files of a new vault: database, anchor, and last the header."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from storage.chain.anchor import Anchor, Mark
from storage.chain.audit import Action, Audit
from storage.context import DIGEST_SIZE, Clock, Context, Identity
from storage.disk import files
from storage.keys import header
from storage.keys.derivation import KEY_SIZE, Cost, VaultKeys, new_recovery_code
from storage.keys.header import Header
from storage.keys.slots import NewSlot, Passphrase, RecoveryCode
from storage.session import Session
from storage.sqlcipher import database, schema
from storage.vault import generation, slot_notes


def found(
    folder: Path,
    passphrase: str,
    others: Sequence[NewSlot],
    identity: Identity,
    cost: Cost,
    clock: Clock,
) -> tuple[Header, bytes, str]:
    """Make a vault in the empty `folder`; gives its header, its data key and its recovery code."""
    data_key = secrets.token_bytes(KEY_SIZE)
    salt = secrets.token_bytes(database.SALT_SIZE)
    code = new_recovery_code()
    empty = Header(secrets.token_hex(16), salt.hex(), clock().isoformat("T", "seconds"), 0, ())
    whole = empty.with_slot(Passphrase(passphrase, cost), data_key)
    for slot in (RecoveryCode(code), *others):
        whole = whole.with_slot(slot, data_key)
    keys = VaultKeys.derive(data_key)
    mark = _lay_database(folder, keys, whole, identity, clock)
    Anchor.create(folder, keys.anchor, mark)
    header.write(folder, whole, keys)  # last: without it, nothing here is a vault
    return whole, data_key, code


def _lay_database(
    folder: Path, keys: VaultKeys, whole: Header, identity: Identity, clock: Clock
) -> Mark:
    """Make the database with its first audit row, and say where it stands."""
    path = folder / database.NAME
    connection = database.create(path, keys.database, bytes.fromhex(whole.salt))
    try:
        schema.migrate(connection)
        with database.transaction(connection):
            context = Context(connection, keys, identity, clock)
            connection.execute("INSERT INTO state VALUES (1, 0, ?)", (bytes(DIGEST_SIZE),))
            Audit(context).append(Action.ADMINISTRATION, reason="The vault was made.")
            session = Session(context)
            generation.learn(session, whole.generation)
            slot_notes.learn(session, whole)
            mark = session.count_write()
    finally:
        connection.close()
    with files.os_errors(path):
        files.sync_folder(folder)
    return mark
