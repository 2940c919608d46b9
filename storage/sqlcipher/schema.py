"""The tables of a vault, as ordered migrations; `user_version` says how many a vault has had."""

from collections.abc import Callable

from storage.errors import UnsupportedSchema, VaultDamaged
from storage.sqlcipher.database import Connection, transaction

Migration = Callable[[Connection], None]

_TABLES = (
    # What the anchor is compared with: the number of writes, and the sum over drafts and settings.
    """CREATE TABLE state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        writes INTEGER NOT NULL,
        digest BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE record (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        form TEXT NOT NULL,
        salt BLOB NOT NULL,
        version INTEGER NOT NULL,
        title TEXT NOT NULL,
        summary TEXT NOT NULL,
        event_time TEXT NOT NULL,
        entry_time TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE version (
        record INTEGER NOT NULL REFERENCES record (number),
        number INTEGER NOT NULL,
        form_version TEXT NOT NULL,
        content BLOB NOT NULL,
        title TEXT NOT NULL,
        summary TEXT NOT NULL,
        author TEXT NOT NULL,
        device TEXT NOT NULL,
        event_time TEXT NOT NULL,
        entry_time TEXT NOT NULL,
        reason TEXT NOT NULL,
        indexed BLOB NOT NULL,
        hash BLOB NOT NULL,
        UNIQUE (record, number)
    ) STRICT""",
    """CREATE TABLE link (
        id TEXT PRIMARY KEY,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        kind TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0,
        hash BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX link_source ON link (source)",
    "CREATE INDEX link_target ON link (target)",
    "CREATE INDEX record_form ON record (form, number)",
    """CREATE TABLE draft (
        id TEXT PRIMARY KEY,
        form TEXT NOT NULL,
        form_version TEXT NOT NULL,
        record TEXT NOT NULL,
        base INTEGER NOT NULL,
        content BLOB NOT NULL,
        title TEXT NOT NULL,
        place TEXT NOT NULL,
        started TEXT NOT NULL,
        updated TEXT NOT NULL,
        mac BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        mac BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY,
        time TEXT NOT NULL,
        action TEXT NOT NULL,
        person TEXT NOT NULL,
        device TEXT NOT NULL,
        record TEXT NOT NULL,
        version INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        reason TEXT NOT NULL,
        hash BLOB NOT NULL,
        mac BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX audit_record ON audit (record, sequence)",
    "CREATE TABLE search_text (number INTEGER PRIMARY KEY, folded TEXT NOT NULL) STRICT",
    # The text is folded before it comes here (`folding.py`); marks are kept as letters, because
    # the scripts that still have them need them.
    """CREATE VIRTUAL TABLE search USING fts5 (
        folded, content = 'search_text', content_rowid = 'number',
        tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
    )""",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
)


def _lay_tables(connection: Connection) -> None:
    for statement in _TABLES:
        connection.execute(statement)


def _lay_definitions(connection: Connection) -> None:
    """The forms that records were written with; so few that no index is worth checking."""
    connection.execute(
        """CREATE TABLE definition (
            number INTEGER PRIMARY KEY,
            form TEXT NOT NULL,
            version TEXT NOT NULL,
            title TEXT NOT NULL,
            languages TEXT NOT NULL,
            source TEXT NOT NULL,
            own INTEGER NOT NULL,
            person TEXT NOT NULL,
            device TEXT NOT NULL,
            added TEXT NOT NULL,
            hash BLOB NOT NULL,
            xform BLOB NOT NULL
        ) STRICT"""
    )


def _lay_rights(connection: Connection) -> None:
    """Review dates, holds and receipts of purges; what is said about a link goes with the link."""
    for statement in (
        """CREATE TABLE retention (
            record TEXT PRIMARY KEY,
            retention_group INTEGER NOT NULL,
            review TEXT NOT NULL,
            reason TEXT NOT NULL,
            person TEXT NOT NULL,
            changed TEXT NOT NULL,
            mac BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE hold (
            id TEXT PRIMARY KEY,
            record TEXT NOT NULL,
            kind TEXT NOT NULL,
            reason TEXT NOT NULL,
            person TEXT NOT NULL,
            placed TEXT NOT NULL,
            mac BLOB NOT NULL
        ) STRICT""",
        "CREATE INDEX hold_record ON hold (record)",
        """CREATE TABLE purge (
            sequence INTEGER PRIMARY KEY,
            record TEXT NOT NULL,
            receipt TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX purge_record ON purge (record)",
        # The keys of drafts that are not to outlive a day; destroying one destroys its draft.
        """CREATE TABLE fleeting (
            draft TEXT PRIMARY KEY,
            key BLOB NOT NULL,
            until TEXT NOT NULL,
            mac BLOB NOT NULL
        ) STRICT""",
        # A salt of its own lets a link be forgotten: its hash stays, and says nothing.
        "ALTER TABLE link ADD COLUMN salt BLOB NOT NULL DEFAULT x''",
        "ALTER TABLE link ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE link ADD COLUMN removal TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX record_written ON record (form, entry_time)",
    ):
        connection.execute(statement)


def _lay_attachments(connection: Connection) -> None:
    """What is attached to records and drafts, with the keys of the files beside the database."""
    for statement in (
        """CREATE TABLE attachment (
            id TEXT PRIMARY KEY,
            record TEXT NOT NULL,
            draft TEXT NOT NULL,
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            media_type TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            original TEXT NOT NULL,
            author TEXT NOT NULL,
            device TEXT NOT NULL,
            added TEXT NOT NULL,
            salt BLOB NOT NULL,
            hash BLOB NOT NULL,
            file TEXT NOT NULL UNIQUE,
            key BLOB NOT NULL,
            mac BLOB NOT NULL
        ) STRICT""",
        "CREATE INDEX attachment_record ON attachment (record)",
        "CREATE INDEX attachment_draft ON attachment (draft)",
    ):
        connection.execute(statement)


def _lay_sending(connection: Connection) -> None:
    """This device's key, what waits to be sent, and the receipts for what has arrived."""
    connection.execute(
        """CREATE TABLE device (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            private BLOB NOT NULL,
            since TEXT NOT NULL,
            mac BLOB NOT NULL
        ) STRICT"""
    )
    connection.execute(
        """CREATE TABLE outbox (
            number INTEGER PRIMARY KEY,
            instance TEXT NOT NULL UNIQUE,
            record TEXT NOT NULL,
            version INTEGER NOT NULL,
            form TEXT NOT NULL,
            form_version TEXT NOT NULL,
            destination TEXT NOT NULL,
            state TEXT NOT NULL,
            doubtful INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            due TEXT NOT NULL,
            queued TEXT NOT NULL,
            changed TEXT NOT NULL,
            size INTEGER NOT NULL,
            hash BLOB NOT NULL,
            parts INTEGER NOT NULL,
            kept BLOB NOT NULL,
            trouble TEXT NOT NULL,
            answer TEXT NOT NULL,
            secret BLOB NOT NULL,
            mac BLOB NOT NULL
        ) STRICT"""
    )
    connection.execute("CREATE INDEX outbox_state ON outbox (state, due)")
    # Apart from its item, so that a list of ten thousand reads no sealed bytes.
    connection.execute(
        """CREATE TABLE outbox_part (
            item INTEGER NOT NULL REFERENCES outbox (number),
            number INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (item, number)
        ) STRICT"""
    )
    connection.execute(
        """CREATE TABLE receipt (
            hash TEXT PRIMARY KEY,
            instance TEXT NOT NULL,
            content TEXT NOT NULL,
            taken TEXT NOT NULL,
            mac BLOB NOT NULL
        ) STRICT"""
    )


MIGRATIONS: tuple[Migration, ...] = (
    _lay_tables,
    _lay_definitions,
    _lay_rights,
    _lay_attachments,
    _lay_sending,
)


def migrate(connection: Connection) -> None:
    """Bring the schema up to date, each migration in one transaction with its number."""
    done = current(connection)
    for number, migration in enumerate(MIGRATIONS[done:], done + 1):
        with transaction(connection):
            migration(connection)
            connection.execute(f"PRAGMA user_version = {number}")


def is_behind(connection: Connection) -> bool:
    """Whether a database waits for migrations that this version knows."""
    return current(connection) < len(MIGRATIONS)


def refuse_unknown(connection: Connection) -> None:
    """Refuse a vault's database, before anything is written, that this version can't work with.

    Raises:
        UnsupportedSchema: it has had more migrations than this version knows.
        VaultDamaged: it has had none.
    """
    if current(connection) > len(MIGRATIONS):
        raise UnsupportedSchema("A newer version of Fieldbook wrote this vault.")
    if current(connection) < 1:
        raise VaultDamaged("database", "The database has no tables.")


def current(connection: Connection) -> int:
    """How many migrations this database has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def shape(connection: Connection) -> set[tuple[str, str]]:
    """Names and definitions of everything in the schema, to compare with a fresh one."""
    rows = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema")
    return {(name, sql) for name, sql in rows}
