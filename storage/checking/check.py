"""Checking a vault from end to end: every page, row, hash and chain, and how they fit together."""

from collections.abc import Callable, Sequence
from pathlib import Path

from storage.chain.anchor import Anchor
from storage.checking.examining import Finding, examine
from storage.checking.witnessing import contradictions
from storage.context import Clock, Context, Identity, local_time
from storage.errors import NotAVault, VaultDamaged
from storage.folder import copies, snapshots
from storage.keys import header
from storage.keys.derivation import VaultKeys
from storage.keys.header import FoundHeader, Header
from storage.keys.slots import Passphrase, RecoveryCode, Secret
from storage.sqlcipher import database, schema, stoppable
from storage.vault.vault import Vault


def check(
    folder: Path,
    identity: Identity,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    witnesses: Sequence[Path] = (),
    clock: Clock = local_time,
) -> list[Finding]:
    """Every deviation of the vault in `folder` from what Fieldbook wrote; [] if there is none.

    Parameters:
        witnesses: folders that may know how far the vault had come; see `witnessing`.

    Raises:
        StorageError: it can't be opened for a reason that is no damage (wrong passphrase, busy …).
    """
    try:
        found = header.read(folder)
    except VaultDamaged as damage:
        return [Finding(damage.part, str(damage))]
    if found.is_backup:
        return _check_backup(folder, found, identity, _secret(passphrase, recovery_code), clock)
    try:
        vault = Vault.open(
            folder,
            identity,
            passphrase=passphrase,
            recovery_code=recovery_code,
            clock=clock,
        )
    except VaultDamaged as damage:
        return [Finding(damage.part, str(damage))]
    try:
        findings = [Finding("header or anchor", problem) for problem in vault.mended]
        findings += vault.check(examine)
        against = contradictions(vault, witnesses).result()
        findings += [Finding("receipts", said) for _seen, said in against]
        if not findings:
            snapshots.discard(folder)  # what migrations have made of it is sound
        return findings
    finally:
        vault.close()


def _secret(passphrase: str | None, recovery_code: str | None) -> Secret:
    return RecoveryCode(recovery_code) if recovery_code else Passphrase(passphrase or "")


def _check_backup(
    folder: Path, found: FoundHeader, identity: Identity, secret: Secret, clock: Clock
) -> list[Finding]:
    """Check a backup as if it were restored, and leave every byte of it as it is."""
    problems = [Finding("header", problem) for problem in found.problems]
    try:
        newest, data_key = found.unlock(secret)
        keys = newest.keys(data_key)
    except VaultDamaged as damage:
        return [*problems, Finding(damage.part, str(damage))]
    with copies.private(folder) as place:
        return problems + examine_files(place, newest, keys, identity, clock)


def examine_files(
    place: Path,
    header: Header,
    keys: VaultKeys,
    identity: Identity,
    clock: Clock,
    cancelled: Callable[[], bool] = copies.never,
) -> list[Finding]:
    """Every deviation of the copy in `place`, which may be written to, header aside.

    Raises:
        Cancelled: `cancelled`, which is asked now and then, said so.
    """
    salt = bytes.fromhex(header.salt)
    try:
        anchor = Anchor(place, keys.anchor)
        try:
            mark, problems = anchor.read()
            path = place / database.NAME
            connection = database.open_for_writing(path, keys.database, salt)
            try:
                with database.database_errors():
                    schema.refuse_unknown(connection)
                    schema.migrate(connection)
                context = Context(connection, keys, identity, clock)
                with stoppable.stopping(connection, cancelled):
                    findings = examine(place, context, mark)
            finally:
                connection.close()
        finally:
            anchor.close()
    except NotAVault:
        return [Finding("anchor", "The anchor is missing.")]
    except VaultDamaged as damage:
        return [Finding(damage.part, str(damage))]
    return [Finding("anchor", problem) for problem in problems] + findings
