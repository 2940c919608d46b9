"""What SQLCipher's errors mean for a vault, and how that is said.

Private to storage.
"""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from storage.errors import (
    DiskFailing,
    StorageError,
    VaultBusy,
    VaultDamaged,
    VaultFull,
    VaultReadOnly,
)

_LOG_INDEX_SIZE = 32 * 1024  # what SQLite asks for when it opens a log

_MEANING: dict[str, type[StorageError]] = {
    "SQLITE_BUSY": VaultBusy,
    "SQLITE_LOCKED": VaultBusy,
    "SQLITE_FULL": VaultFull,
    "SQLITE_READONLY": VaultReadOnly,
    "SQLITE_CANTOPEN": VaultReadOnly,
    "SQLITE_PERM": VaultReadOnly,
    "SQLITE_IOERR": DiskFailing,
}
SENTENCE: dict[type[StorageError], str] = {
    VaultBusy: "Another Fieldbook has this vault open.",
    VaultFull: "The disk is full.",
    VaultReadOnly: "The vault's files can't be written.",
    DiskFailing: "The disk refused to read or write the vault.",
}


@contextlib.contextmanager
def database_errors(path: Path | None = None) -> Iterator[None]:
    """Turn what SQLCipher raises within into the storage error that fits.

    Programming errors (a wrong statement, a broken constraint) pass through: they are our bugs.
    With the database's `path`, a disk that has no room for the log's index is told as full:
    SQLite calls that a failing disk.
    """
    try:
        yield
    except sqlcipher.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            raise VaultDamaged("database", "The database has damaged pages.") from error
        for prefix, meaning in _MEANING.items():
            if name.startswith(prefix):
                if meaning is DiskFailing and path is not None and _is_full(path):
                    meaning = VaultFull
                raise meaning(SENTENCE[meaning]) from error
        raise
    except MemoryError as error:  # so SQLCipher tells of a page that could not be read in a commit
        raise DiskFailing(SENTENCE[DiskFailing]) from error


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LOG_INDEX_SIZE
    except OSError:
        return False
