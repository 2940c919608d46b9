"""The folder of a vault that is being made, so that a kill meanwhile leaves nothing half made.

A mark stands in it from the first byte until the last; what has the mark was promised to nobody.
"""

import contextlib
from pathlib import Path

from storage import files
from storage.errors import NotAVault, VaultExists

MARK = "unfinished"
_LEFT_BY_A_KILL = ("vault.db", "vault.db-wal", "vault.db-shm", "vault.db-journal")
_PREFIXES = ("anchor", "header.")


def claim(folder: Path) -> None:
    """Make `folder`, or take it if it is empty or holds what a killed attempt left, and mark it.

    Raises:
        VaultExists: something else is in it.
        StorageError: it can't be written, or the disk is full.
    """
    with files.os_errors(folder / MARK):
        folder.mkdir(0o700, parents=True, exist_ok=True)
        names = {path.name for path in folder.iterdir()}
        if names and (MARK not in names or not all(map(_is_ours, names))):
            raise VaultExists(f"{folder} is not empty; a vault needs a folder of its own.")
        (folder / MARK).touch()
        files.sync_folder(folder)
        for name in names - {MARK}:
            (folder / name).unlink()


def finish(folder: Path) -> None:
    """Take the mark away: from now on this is a vault."""
    with files.os_errors(folder / MARK):
        (folder / MARK).unlink()
        files.sync_folder(folder)


def give_up(folder: Path) -> None:
    """Take away what was made so far, the mark last."""
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir(), key=lambda path: path.name == MARK):
            if _is_ours(path.name):
                path.unlink(missing_ok=True)


def refuse(folder: Path) -> None:
    """Refuse a folder that was never finished.

    Raises:
        NotAVault: it has the mark.
    """
    if (folder / MARK).exists():
        raise NotAVault(f"The vault in {folder} was never finished; make it again.")


def _is_ours(name: str) -> bool:
    return name in (MARK, *_LEFT_BY_A_KILL) or name.startswith(_PREFIXES)
