"""What a vault was before a migration, kept in its folder until what it became has been checked.

A snapshot is a backup without attachments of its own: a migration leaves those where they are.
"""

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from storage.chain.anchor import Anchor, Mark
from storage.disk.files import os_errors, sync_folder
from storage.folder import copies
from storage.folder.backup_sets import BEING_MADE
from storage.folder.copies import SNAPSHOT
from storage.keys import header
from storage.keys.derivation import VaultKeys
from storage.keys.header import Header
from storage.sqlcipher import database, schema
from storage.sqlcipher.database import Connection


def take(folder: Path, head: Header, keys: VaultKeys, connection: Connection, mark: Mark) -> None:
    """Keep the vault in `folder` as it stands at `mark`, before `connection` changes its schema.

    Raises:
        StorageError: the disk has no room for it, or refuses; nothing was changed.
    """
    path = folder / database.NAME
    database.checkpoint(connection, path, at_least=0)
    final = folder / f"{SNAPSHOT}{schema.current(connection)}"
    beside = final.with_name(final.name + BEING_MADE)
    try:
        with os_errors(path):
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(0o700)
        copies.copy_file(path, beside / database.NAME)
        Anchor.create(beside, keys.anchor, mark)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        header.write(beside, replace(head, backup=now), keys)
        with os_errors(path):
            shutil.rmtree(final, ignore_errors=True)
            os.replace(beside, final)
            sync_folder(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def kept(folder: Path) -> list[Path]:
    """The snapshots that the vault in `folder` keeps."""
    return sorted(folder.glob(f"{SNAPSHOT}*"))


def discard(folder: Path) -> None:
    """Take all snapshots away: what the vault became is checked, or something was erased."""
    for path in kept(folder):
        going = path if path.name.endswith(BEING_MADE) else path.with_name(path.name + BEING_MADE)
        with os_errors(path):
            if path != going:
                shutil.rmtree(going, ignore_errors=True)
                os.replace(path, going)  # from here on it is none, however this ends
            shutil.rmtree(going)
