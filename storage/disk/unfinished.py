"""The folder of a vault that is being made, so that a kill meanwhile leaves nothing half made.

A mark stands in it from the first byte until the last; what has the mark was promised to nobody.
Whoever makes the vault owns the mark, so that two makers never meet in one folder.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from storage.disk import files
from storage.disk.files import OwnedFile
from storage.errors import NotAVault, VaultBusy, VaultExists

MARK = "unfinished"
_LEFT_BY_A_KILL = ("vault.db", "vault.db-wal", "vault.db-shm", "vault.db-journal")
ATTACHMENTS = "attachments"
_PREFIXES = ("anchor", "header.")


@contextlib.contextmanager
def making(folder: Path) -> Iterator[Callable[[], None]]:
    """Have `folder` to make a vault in: a new one, an empty one, or what a killed attempt left.

    Gives the function that takes the mark away: from then on this is a vault. On any error, what
    was made is taken away.

    Raises:
        VaultExists: something else is in it.
        VaultBusy: another process is making a vault there.
        StorageError: it can't be written, or the disk is full.
    """
    with files.os_errors(folder / MARK):
        folder.mkdir(0o700, parents=True, exist_ok=True)
        is_new = _mark(folder)
    owner = OwnedFile(folder / MARK)
    try:
        with files.os_errors(folder / MARK):
            _clear(folder, owner, is_new)
            files.sync_folder(folder)
        yield lambda: _finish(folder, owner)
    except BaseException:
        _give_up(folder, owner)
        raise
    finally:
        owner.close()


def refuse(folder: Path) -> None:
    """Refuse a folder that was never finished.

    Raises:
        NotAVault: it has the mark.
    """
    if (folder / MARK).exists():
        raise NotAVault(f"The vault in {folder} was never finished; make it again.")


def _mark(folder: Path) -> bool:
    """Put the mark into a folder that may have it; whether it was not there before."""
    names = {path.name for path in folder.iterdir()}
    if names and (MARK not in names or not all(map(_is_ours, names))):
        raise VaultExists(f"{folder} is not empty; a vault needs a folder of its own.")
    try:
        (folder / MARK).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _clear(folder: Path, owner: OwnedFile, is_new: bool) -> None:
    """Take away what a killed attempt left; nobody else can be at it, if the mark is ours."""
    if not owner.is_in_place():  # it was another maker's, who has finished since
        raise VaultBusy(f"Another Fieldbook has just made a vault in {folder}.")
    left = [path for path in folder.iterdir() if path.name != MARK]
    if is_new and left:  # another maker came and finished before the mark was ours
        _take_mark_away(folder, owner)
        raise VaultExists(f"{folder} is not empty; a vault needs a folder of its own.")
    for path in left:
        _remove(path)


def _finish(folder: Path, owner: OwnedFile) -> None:
    with files.os_errors(folder / MARK):
        _take_mark_away(folder, owner)
        files.sync_folder(folder)


def _give_up(folder: Path, owner: OwnedFile) -> None:
    with contextlib.suppress(OSError):
        if owner.is_in_place():
            for path in list(folder.iterdir()):
                if path.name != MARK and _is_ours(path.name):
                    _remove(path)
            _take_mark_away(folder, owner)


def _take_mark_away(folder: Path, owner: OwnedFile) -> None:
    if sys.platform == "win32":
        owner.close()  # Windows removes no open file
    os.unlink(folder / MARK)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _is_ours(name: str) -> bool:
    return name in (MARK, *_LEFT_BY_A_KILL, ATTACHMENTS) or name.startswith(_PREFIXES)
