"""Sweeping: what a purge deleted leaves the files too, not only the tables.

SQLite overwrites what it deletes, but not the copies of it that it leaves in the gaps of pages when
it spreads rows over them anew, and the search index keeps a word now and then as the first of a
page (both measured). So the index is built anew, every page is written anew, and the log, which
still holds the pages as they were, is emptied. Until that is done a setting says so: what a kill or
a full disk interrupts is done when the vault is next opened.
"""

from storage.session import Session
from storage.sqlcipher import database
from storage.sqlcipher.database import Connection

PENDING = "purge.unswept"


def is_pending(session: Session) -> bool:
    """Whether something that was purged may still stand in the files."""
    return bool(session.settings.get(PENDING, False))


def settle(session: Session, pending: bool) -> None:
    """Remember whether the files are still to be swept."""
    session.settings.set(PENDING, pending)


def sweep(connection: Connection) -> bool:
    """Sweep the database; whether nothing is left to do.

    Raises:
        StorageError: the disk is full or fails; everything stands as before.
    """
    with database.transaction(connection):
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    database.rewrite(connection)
    return database.empty_log(connection)
