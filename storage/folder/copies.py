"""Copies of a vault's files: laid out durably for backups, and privately to be examined."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from storage.chain import anchor
from storage.disk.files import os_errors, sync_folder
from storage.disk.unfinished import ATTACHMENTS
from storage.errors import Cancelled, VaultDamaged
from storage.keys import header
from storage.sqlcipher import database
from storage.sqlcipher.database import Progress

CORE = (database.NAME, anchor.NAME, *header.COPIES)
"""The files of a backup beside its attachments."""
SNAPSHOT = "before-migration-"
"""How the folders begin in which a vault keeps what it was before a migration."""

_BLOCK = 1 << 20


def never() -> bool:
    """What is asked where nobody can cancel."""
    return False


def copy_file(
    source: Path,
    target: Path,
    done: Callable[[int], None] = lambda _bytes: None,
    cancelled: Callable[[], bool] = never,
) -> None:
    """Copy `source` to `target`, which is on the disk when this returns.

    Parameters:
        done: told how many bytes were written, block by block.

    Raises:
        VaultDamaged: the source is missing.
        Cancelled: it was asked to stop.
        StorageError: the disk is full, or refuses.
    """
    if not source.exists():
        raise VaultDamaged(_part(source), f"{source.name} is missing.")
    with os_errors(target), open(source, "rb") as reading, open(target, "xb") as writing:
        while block := reading.read(_BLOCK):
            if cancelled():
                raise Cancelled("Stopped. Nothing was kept of it.")
            writing.write(block)
            done(len(block))
        writing.flush()
        os.fsync(writing.fileno())


def copy_all(
    source: Path,
    target: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> None:
    """Copy a whole backup or vault, attachments too, into the folder `target`, durably.

    Parameters:
        progress: told bytes done and bytes in all.
    """
    names = [Path(name) for name in CORE if (source / name).exists()]
    folder = attachments_of(source)
    kept = sorted(folder.iterdir()) if folder.is_dir() else []
    total = sum((source / name).stat().st_size for name in names)
    total += sum(path.stat().st_size for path in kept)
    counted = 0

    def done(size: int) -> None:
        nonlocal counted
        counted += size
        if progress:
            progress(counted, total)

    with os_errors(target / "."):
        target.mkdir(0o700, exist_ok=True)
        if kept:
            (target / ATTACHMENTS).mkdir(0o700, exist_ok=True)
    for path in kept:
        copy_file(path, target / ATTACHMENTS / path.name, done, cancelled)
    for name in names:
        copy_file(source / name, target / name, done, cancelled)
    with os_errors(target / "."):
        if kept:
            sync_folder(target / ATTACHMENTS)
        sync_folder(target)


def attachments_of(folder: Path) -> Path:
    """Where the attachments of a vault or backup lie; a snapshot in a vault shares the vault's."""
    own = folder / ATTACHMENTS
    if own.exists() or not folder.name.startswith(SNAPSHOT):
        return own
    return folder.parent / ATTACHMENTS


@contextlib.contextmanager
def private(folder: Path, within: Path | None = None) -> Iterator[Path]:
    """A copy of the backup in `folder` that may be written to, for as long as it is examined.

    Everything in it is sealed as it was. Attachments are only read: they are linked to.

    Parameters:
        within: an existing folder for it; the system's temporary one where None.
    """
    with os_errors((within or folder) / "."):
        place = Path(tempfile.mkdtemp(prefix="fieldbook-", dir=within))
    try:
        with os_errors(place / "."):
            for name in CORE:
                with contextlib.suppress(FileNotFoundError):
                    shutil.copyfile(folder / name, place / name)
            kept = attachments_of(folder).resolve()
            if kept.parent != folder.resolve() and kept.is_dir():
                link(kept, place / ATTACHMENTS)  # shared: there may be more than it lists
            elif kept.is_dir():
                (place / ATTACHMENTS).mkdir(0o700)
                for path in kept.iterdir():
                    link(path, place / ATTACHMENTS / path.name)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def link(source: Path, target: Path) -> None:
    """Let `target` lead to what is only read in `source`; a copy, where no link can be made."""
    try:
        target.symlink_to(source, target_is_directory=source.is_dir())
    except OSError:  # Windows lets few make links
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)


def _part(path: Path) -> str:
    return {database.NAME: "database", anchor.NAME: "anchor"}.get(path.name, "attachments")
