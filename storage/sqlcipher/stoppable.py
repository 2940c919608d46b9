"""Long statements that can be stopped: a copy of the database, made while others write in it.

Private to storage.
"""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from storage.errors import Cancelled, StorageError
from storage.sqlcipher.database import PAGE_SIZE, Connection, Progress, open_for_reading
from storage.sqlcipher.errors import database_errors

_STEPS_BETWEEN_TELLING = 20_000  # of SQLite's own machine, some milliseconds


def copy_into(
    path: Path,
    key: bytes,
    salt: bytes,
    target: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write all that is committed now in the database at `path` into a new one at `target`.

    The copy is sealed by the same key and salt, and others go on writing meanwhile: it is one
    `VACUUM INTO` on a connection of its own, the only one that may attach a file, and only this.
    The caller syncs the file.

    Parameters:
        progress: told pages written and pages in all, now and then.
        cancelled: asked now and then; True ends it.

    Raises:
        Cancelled: it was asked to stop; a part of the file may stand.
        StorageError: the source is damaged, or the disk is full.
    """

    def tell() -> int:
        if progress:
            with contextlib.suppress(OSError):
                progress(min(target.stat().st_size // PAGE_SIZE, pages), pages)
        return int(cancelled())

    connection = open_for_reading(path, key, salt)
    try:
        connection.set_authorizer(_attach_only(target))
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.set_progress_handler(tell, _STEPS_BETWEEN_TELLING)
        with database_errors(target):
            try:
                connection.execute("VACUUM INTO ?", (str(target),))
            except sqlcipher.OperationalError as error:
                if getattr(error, "sqlite_errorname", None) == "SQLITE_INTERRUPT":
                    raise Cancelled("Stopped. Nothing was kept of it.") from error
                raise
    finally:
        connection.close()


@contextlib.contextmanager
def stopping(connection: Connection, cancelled: Callable[[], bool]) -> Iterator[None]:
    """End whatever statement runs within once `cancelled`, asked now and then, says so.

    Raises:
        Cancelled: it did.
    """
    connection.set_progress_handler(lambda: int(cancelled()), _STEPS_BETWEEN_TELLING)
    try:
        yield
    except (sqlcipher.DatabaseError, StorageError):
        if not cancelled():
            raise
    finally:
        connection.set_progress_handler(None, 0)
    if cancelled():
        raise Cancelled("Stopped. Nothing was kept of it.")


def _attach_only(target: Path) -> Callable[..., int]:
    """An authorizer that lets this one file be attached, for `VACUUM INTO`."""

    def decide(action: int, name: str | None, *_names: Any) -> int:
        allowed = action != sqlcipher.SQLITE_ATTACH or name == str(target)
        return int(sqlcipher.SQLITE_OK if allowed else sqlcipher.SQLITE_DENY)

    return decide
