"""Restoring: a backup becomes a vault again, on this laptop or a new one, and knows that it did."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from storage.checking.examining import examine
from storage.context import Clock, Identity, local_time
from storage.disk import unfinished
from storage.errors import VaultDamaged
from storage.folder import copies
from storage.folder.backup_sets import Backup
from storage.folder.backup_sets import read as read_backup
from storage.folder.copies import never
from storage.keys import header
from storage.keys.header import Header
from storage.keys.slots import Secret
from storage.session import Session
from storage.sqlcipher.database import Progress
from storage.vault.vault import Vault

_RESTORED = "backup.restored"


def restore(
    backup: Path,
    folder: Path,
    identity: Identity,
    secret: Secret,
    *,
    accept_loss: str = "",
    clock: Clock = local_time,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> Vault:
    """Make a vault in `folder`, which must be empty or not exist yet, of a backup; gives it open.

    The backup stays as it is. All of the new vault is checked before it counts; its log then says
    that it was restored, where, when and from what. It signs as a new device.

    Parameters:
        secret: opens one of the backup's key slots, which are those of the vault at that time.
        accept_loss: why to go on with what is left of a damaged backup; written into the log.
        progress: told bytes done and bytes in all.

    Raises:
        NotABackup: there is no backup in `backup`.
        WrongPassphrase: `secret` does not open it; nothing was made.
        VaultDamaged: it is not whole; nothing was made.
        VaultExists: something is in `folder` already.
        StorageError: the disk is full, or refuses.
    """
    found = read_backup(backup)
    header.read(backup).unlock(secret)
    with unfinished.making(folder) as finish:
        copies.copy_all(backup, folder, progress, cancelled)
        vault = Vault.open_files(folder, identity, secret, accept_loss, clock)
        try:
            said = _examined(vault, accept_loss)
            words = _words(found, said)
            vault.change_slots(secret, lambda old, _key: (_unmarked(old), words)).result()
            vault.perform(lambda session: _remember(session, found)).result()
            finish()
        except BaseException:
            vault.close()
            raise
    return vault


def restored_from(session: Session) -> str:
    """When the backup was made that this vault was restored from (ISO 8601); "" if it was not."""
    return str(session.settings.get(_RESTORED, ""))


def _examined(vault: Vault, accept_loss: str) -> str:
    """What is wrong with the restored vault, as the officer accepts it; "" where nothing is."""
    findings = vault.check(examine)
    problems = " ".join((*vault.mended, *(finding.problem for finding in findings)))
    if findings and not accept_loss:
        raise VaultDamaged(findings[0].part, f"This backup is not whole. {problems}")
    return f"{problems} {accept_loss}".strip()


def _unmarked(old: Header) -> Header:
    return replace(old, backup="", generation=old.generation + 1)


def _words(found: Backup, said: str) -> str:
    words = f"This vault was restored from the backup made {found.made.isoformat()}."
    return f"{words} {said}".strip()


def _remember(session: Session, found: Backup) -> None:
    session.settings.set(_RESTORED, found.made.isoformat())
    session.outbox.doubt()
    session.device.renew()  # the old laptop, and its key, may be in other hands
