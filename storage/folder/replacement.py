"""A new set of vault files takes the place of the old one at once, whenever the power fails.

The new files are made in a folder inside the vault's. Giving that folder its second name is the
one step that counts: before it, opening the vault throws the new files away; after it, opening
moves them into place. Files are moved one by one, and the anchor last, because who owns the anchor
owns the vault.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from storage.chain import anchor
from storage.disk.files import OwnedFile, os_errors, sync_file, sync_folder
from storage.errors import NotAVault, VaultBusy
from storage.keys import header
from storage.sqlcipher import database

BEING_MADE = "replacement.new"
READY = "replacement.ready"

_LOG_AND_INDEX = (f"{database.NAME}-wal", f"{database.NAME}-shm")


def begin(folder: Path) -> Path:
    """An empty folder for the new files of the vault in `folder`, which the caller owns."""
    new = folder / BEING_MADE
    with os_errors(new):
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(0o700)
    return new


def commit(folder: Path) -> None:
    """From here on the new files are the vault.

    The caller owns the vault, and has no file of it open but the anchor.
    """
    with os_errors(folder / READY):
        for path in (folder / BEING_MADE).iterdir():
            sync_file(path)
        sync_folder(folder / BEING_MADE)
        os.replace(folder / BEING_MADE, folder / READY)
        sync_folder(folder)


def discard(folder: Path) -> None:
    """Throw the new files away; the caller owns the vault."""
    shutil.rmtree(folder / BEING_MADE, ignore_errors=True)


def is_pending(folder: Path) -> bool:
    """Whether new files wait in `folder`, to be moved into place or thrown away."""
    return (folder / READY).is_dir() or (folder / BEING_MADE).is_dir()


def settle(folder: Path) -> None:
    """Finish or undo what a kill interrupted; does nothing where nothing is left.

    Raises:
        VaultBusy: another process is at it.
        StorageError: the disk refuses; the next call goes on from there.
    """
    if not is_pending(folder):
        return
    ready = folder / READY
    with _owned(folder), os_errors(ready):
        discard(folder)
        if (ready / database.NAME).exists():
            for name in _LOG_AND_INDEX:  # the old database's: the new one must never meet them
                (folder / name).unlink(missing_ok=True)
        for name in (database.NAME, *header.COPIES):
            _move(ready / name, folder / name)
        sync_folder(folder)
    # Windows replaces no file that is open. Whoever owns the old anchor in between finds the
    # folder as it is now, and does the same.
    with os_errors(ready):
        _move(ready / anchor.NAME, folder / anchor.NAME)
        sync_folder(folder)
        with contextlib.suppress(FileNotFoundError):
            ready.rmdir()


@contextlib.contextmanager
def _owned(folder: Path) -> Iterator[None]:
    """Keep other processes out, by the old anchor or the new one, whichever stands."""
    try:
        owner = OwnedFile(folder / anchor.NAME)
    except NotAVault:
        yield  # nobody can have a vault open that has no anchor
        return
    try:
        yield
    finally:
        owner.close()


def _move(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except FileNotFoundError:
        return  # moved before
    except PermissionError as error:
        if os.name == "nt":  # another process owns it at this moment
            raise VaultBusy("Another Fieldbook has this vault open.") from error
        raise
