"""The one door to SQLCipher: how a database is opened, written and looked over.

Private to storage, as are `database_errors` and `database_copying`. Settings and their reasons are
in `docs/vault-format.md`.
"""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlcipher

from storage.errors import DiskFailing, VaultDamaged, VaultReadOnly
from storage.sqlcipher.errors import SENTENCE
from storage.sqlcipher.errors import database_errors as database_errors

NAME = "vault.db"
PAGE_SIZE = 4096
SALT_SIZE = 16
APPLICATION_ID = 0x46424B31  # "FBK1"
CHECKPOINT_PAGES = 1000

Connection: TypeAlias = Any  # sqlcipher3 comes without types
Progress: TypeAlias = Callable[[int, int], None]

_PATIENCE_MS = 5000
_COPIED_AT_ONCE = 1000  # pages, between two calls of a progress function
# Room for the rows of 100,000 records: what a search finds lies scattered, and opening a sealed
# page anew costs five times the reading. It fills only as far as a vault is large.
_READING_CACHE_KIB = 64_000

_SETTINGS = (
    f"cipher_page_size = {PAGE_SIZE}",
    "cache_size = -16000",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    f"busy_timeout = {_PATIENCE_MS}",
)
_DURABILITY = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    # The log is emptied by `checkpoint`, never reused: whatever stands in it is not yet elsewhere.
    "wal_autocheckpoint = 0",
    "journal_size_limit = 0",
)


def create(path: Path, key: bytes, salt: bytes) -> Connection:
    """Create the database at `path`, empty but for its application id."""
    connection = _connect(path, key, salt, "rwc")
    with _closing_on_error(connection), database_errors(path):
        _apply(connection, _DURABILITY)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return connection


def open_for_writing(path: Path, key: bytes, salt: bytes) -> Connection:
    """Open the vault's one writing connection.

    Raises:
        VaultDamaged: the file is missing, too short, or not what this key sealed.
        StorageError: it is busy, read-only, or the disk is failing.
    """
    _look_at_file(path, salt)
    # Nobody else has the vault open (the anchor is owned): an index left by a killed process is
    # of no use, and rebuilding it from the log is what makes its damage harmless.
    with contextlib.suppress(OSError):
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
    connection = _connect(path, key, salt, "rw")
    with _closing_on_error(connection), database_errors(path):
        _apply(connection, _DURABILITY)
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise VaultDamaged("database", "The database does not say that it is a vault's.")
    return connection


def open_for_reading(path: Path, key: bytes, salt: bytes) -> Connection:
    """Open one more connection, which can only read, and leaves the files as they are.

    Raises:
        VaultDamaged: the file is missing, too short, or not what this key sealed.
    """
    _look_at_file(path, salt)
    connection = _connect(path, key, salt, "ro")
    with _closing_on_error(connection), database_errors(path):
        connection.execute(f"PRAGMA cache_size = -{_READING_CACHE_KIB}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return connection


def open_unchanged(path: Path, key: bytes, salt: bytes) -> Connection:
    """Open the database file as it stands, without its log and without touching anything.

    The caller keeps others from writing meanwhile.

    Raises:
        VaultDamaged: the file is missing, too short, or not what this key sealed.
    """
    _look_at_file(path, salt)
    return _connect(path, key, salt, "ro&immutable=1")


def copy(
    source: Connection, path: Path, key: bytes, salt: bytes, progress: Progress | None = None
) -> Connection:
    """Copy a whole database, page by page, into a new file at `path` under another key.

    Parameters:
        progress: told pages done and pages in all; what it raises ends the copying.

    Returns the copy, open for writing.
    """

    def tell(_status: int, left: int, total: int) -> None:
        if progress:
            progress(total - left, total)

    connection = _connect(path, key, salt, "rwc")
    with _closing_on_error(connection), database_errors():
        connection.execute("PRAGMA journal_mode = OFF").fetchall()  # a half copy is of no use
        source.backup(connection, pages=_COPIED_AT_ONCE, progress=tell)
        _apply(connection, _DURABILITY)
    return connection


def checkpoint(connection: Connection, path: Path, at_least: int = CHECKPOINT_PAGES) -> None:
    """Move the log into the database and empty it, once it holds `at_least` pages.

    The log is left as it is while a reader needs it; the next call tries again.
    """
    with contextlib.suppress(OSError):
        if path.with_name(path.name + "-wal").stat().st_size < at_least * PAGE_SIZE:
            return
    with database_errors():
        connection.execute("PRAGMA busy_timeout = 0")  # a long read must not hold up the writer
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")


def empty_log(connection: Connection) -> bool:
    """Move the whole log into the database and empty it; whether no reader kept it from that."""
    with database_errors():
        busy, _frames, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def rewrite(connection: Connection) -> None:
    """Write every page anew, so that nothing is left between the rows that there are.

    SQLite copies the rows into a database in memory, sealed like this one, and from there back, in
    one transaction. It needs ATTACH for that, which no other statement gets.
    """
    with database_errors():
        connection.set_authorizer(None)
        try:
            connection.execute("VACUUM")
        finally:
            connection.set_authorizer(_deny_attach)


def verify_pages(connection: Connection, path: Path) -> list[str]:
    """What is wrong with the database's pages: their HMACs, then their structure; [] if nothing."""
    problems = []
    if path.stat().st_size % PAGE_SIZE:
        problems.append("The database's last page is cut off.")
    try:
        with database_errors():
            for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
                rows = connection.execute(f"PRAGMA {pragma}").fetchall()
                problems += [str(row[0]) for row in rows if row[0] != "ok"]
    except VaultDamaged as damage:
        problems.append(str(damage))
    return problems


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing: committed durably on leaving, rolled back on any error."""
    with database_errors():
        connection.execute("BEGIN IMMEDIATE")
    try:
        with database_errors():
            yield
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with contextlib.suppress(sqlcipher.DatabaseError, MemoryError):
                connection.execute("ROLLBACK")
        raise


def _look_at_file(path: Path, salt: bytes) -> None:
    """Refuse what SQLCipher would silently take for a new database, or never look at."""
    try:
        with open(path, "rb") as file:
            head = file.read(PAGE_SIZE)
    except FileNotFoundError as error:
        raise VaultDamaged("database", "The database file is missing.") from error
    except PermissionError as error:
        raise VaultReadOnly(SENTENCE[VaultReadOnly]) from error
    except OSError as error:
        raise DiskFailing(SENTENCE[DiskFailing]) from error
    if len(head) < PAGE_SIZE:
        raise VaultDamaged("database", "The database file is empty or cut off.")
    if head[:SALT_SIZE] != salt:
        raise VaultDamaged("database", "The database is not the one that this header belongs to.")


def _connect(path: Path, key: bytes, salt: bytes, mode: str) -> Connection:
    """Connect to `path`; `mode` is SQLite's: `rwc` makes the file, `rw` writes, `ro` reads."""
    with database_errors():
        connection = sqlcipher.connect(
            _address(path, mode),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        with _closing_on_error(connection):
            _unlock(connection, key, salt)
            _apply(connection, _SETTINGS)
            connection.set_authorizer(_deny_attach)
    return connection


def _address(path: Path, mode: str) -> str:
    """`path` as a URI that SQLite takes on every system, shares of a Windows network too."""
    plain = path.absolute().as_posix()
    return f"file://{'' if plain.startswith('/') else '/'}{quote(plain)}?mode={mode}"


def _unlock(connection: Connection, key: bytes, salt: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    # Processors of the last years compute SHA-256, not SHA-512, in hardware: half the time a page.
    # The default is set, not the connection's own: what VACUUM INTO makes goes by the default.
    connection.execute("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")


def _apply(connection: Connection, settings: tuple[str, ...]) -> None:
    for setting in settings:
        connection.execute(f"PRAGMA {setting}").fetchall()


def _deny_attach(action: int, *_names: Any) -> int:
    """Refuse ATTACH, the one statement by which a plain copy could leave the vault."""
    return int(sqlcipher.SQLITE_DENY if action == sqlcipher.SQLITE_ATTACH else sqlcipher.SQLITE_OK)


@contextlib.contextmanager
def _closing_on_error(connection: Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise
