"""What an open vault's pages, rows, hashes and chains say of each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from storage.attachments.sealed_files import problems
from storage.attachments.stream import PART
from storage.chain.anchor import Mark
from storage.chain.audit import Action, Audit, break_in, chain
from storage.context import Context
from storage.errors import StorageError
from storage.outbox import items
from storage.sqlcipher import database, schema
from storage.sqlcipher.database import Connection
from storage.tables import purging
from storage.tables.attachments import Attachments
from storage.tables.definitions import every as every_definition
from storage.tables.links import Links
from storage.tables.records import VERSION_COLUMNS, Version, indexed_hash
from storage.tables.search import quoted
from storage.tables.timekeeping import times_without_offset
from storage.vault.opening import set_aside
from storage.vault.standing import rows_are_whole, standing


@dataclass(frozen=True, slots=True)
class Finding:
    """One deviation: which part, and what is wrong with it in a plain sentence."""

    part: str
    problem: str


def examine(
    folder: Path, context: Context, mark: Mark, *, with_files: bool = True
) -> list[Finding]:
    """Every deviation of an open vault in `folder`; for `Vault.check`.

    Parameters:
        with_files: whether the attachments' files are read too, each to its end.
    """
    findings = [
        Finding("log", f"{name} was set aside when the vault was found damaged.")
        for name in set_aside(folder)
    ]
    connection = context.connection
    database.checkpoint(connection, folder / database.NAME, at_least=0)
    pages = database.verify_pages(connection, folder / database.NAME)
    findings += [Finding("database", problem) for problem in pages]
    if findings:
        return findings  # rows of damaged pages would only repeat it
    try:
        with database.database_errors():
            return [*_rows(context, mark), *_attachments(context, folder if with_files else None)]
    except StorageError as error:
        return [Finding("database", str(error))]


def _rows(context: Context, mark: Mark) -> Iterator[Finding]:
    connection = context.connection
    if schema.shape(connection) != _fresh_shape():
        yield Finding("database", "The tables are not those that Fieldbook makes.")
    broken = break_in(connection, context.keys)
    if broken is not None:
        yield Finding("audit", f"The audit chain is broken at row {broken}.")
    now = standing(connection)
    if now != mark:
        yield Finding("anchor", "The anchor does not fit the database.")
    if not rows_are_whole(context, now.digest):
        yield Finding("drafts", "A draft or setting is not what was written.")
    yield from _versions(context)
    for problem in purging.deviations(context):
        yield Finding("purges", problem)
    for problem in times_without_offset(connection):
        yield Finding("times", problem)
    yield from _links(context)
    yield from _definitions(connection)
    if not items.verify(context):
        yield Finding("outbox", "What waits to be sent is not what was sealed.")
    yield from _search(connection)


def _versions(context: Context) -> Iterator[Finding]:
    """Every version against its own hash, the audit chain, and the record's line in lists."""
    connection = context.connection
    writing = {Action.COLLECTION, Action.ALTERATION}
    known = {
        (entry.record, entry.version): entry.hash
        for entry in chain(connection)
        if entry.action in writing and entry.version
    }
    purged = purging.gone(context)
    known = {
        (record, number): hash
        for (record, number), hash in known.items()
        if number > purged.get(record, 0)
    }
    rows = connection.execute(
        f"SELECT {VERSION_COLUMNS}, record.salt FROM version"
        " JOIN record ON record.number = version.record"
    )
    for *values, salt in rows:
        version = Version(*values)
        name = (version.record, version.number)
        if version.hash_with(salt) != version.hash or known.pop(name, b"") != version.hash:
            yield Finding("records", f"Version {version.number} of a record is not what it was.")
    if known:
        yield Finding("records", f"{len(known)} versions that the audit chain knows are missing.")
    stale = connection.execute(
        "SELECT count(*) FROM record LEFT JOIN version ON version.record = record.number"
        " AND version.number = record.version WHERE version.number IS NULL"
        " OR (SELECT max(number) FROM version WHERE record = record.number) != record.version"
        " OR (version.title, version.summary, version.event_time, version.entry_time)"
        " != (record.title, record.summary, record.event_time, record.entry_time)"
    ).fetchone()[0]
    if stale:
        yield Finding("records", f"{stale} records do not show their newest version in lists.")


def _links(context: Context) -> Iterator[Finding]:
    """Every link as it was made and removed, against the audit chain and the purges' receipts."""
    told: set[bytes] = set()
    erased: set[bytes] = set()
    for entry in chain(context.connection):
        if entry.version or not entry.hash:
            continue
        if entry.action in (Action.COMBINATION, Action.ALTERATION):
            told.add(entry.hash)
        elif entry.action == Action.ERASURE:
            erased.add(entry.hash)
    links = Links(context, Audit(context)).every()
    there = {hash for link in links for hash in link.logged()}
    if told - erased != there | purging.purged_links(context):
        yield Finding("records", "The links are not those that the audit chain knows.")
    if any(link.hash != link.true_hash() for link in links):
        yield Finding("records", "A link is not what was written.")


def _definitions(connection: Connection) -> Iterator[Finding]:
    """Every form that is kept, against its own hash and the audit chain."""
    kept = connection.execute(
        "SELECT hash FROM audit WHERE action = ? ORDER BY sequence", (Action.FORM_KEPT,)
    ).fetchall()
    found = list(every_definition(connection))
    if [(definition.hash,) for definition in found] != kept:
        yield Finding("forms", "The forms that are kept are not those that the audit chain knows.")
    if any(definition.hash != definition.true_hash() for definition in found):
        yield Finding("forms", "A form that is kept is not what it was.")


def _attachments(context: Context, folder: Path | None) -> Iterator[Finding]:
    """Every attachment against its own hash and the audit chain, and its file if in `folder`."""
    every = Attachments(context, Audit(context)).every()
    drafts = {row[0] for row in context.connection.execute("SELECT id FROM draft")}
    known: dict[bytes, str] = {}
    for entry in chain(context.connection):
        if entry.action == Action.COLLECTION and not entry.version:
            known[entry.hash] = entry.record
        elif entry.action == Action.ERASURE:
            known.pop(entry.hash, None)
    for attachment in every:
        if attachment.hash != attachment.true_hash():
            yield Finding(PART, f"Attachment {attachment.name} is not what was written.")
        if attachment.record and known.pop(attachment.hash, "") != attachment.record:
            yield Finding(PART, f"The audit chain does not know attachment {attachment.name}.")
        if attachment.draft and attachment.draft not in drafts:
            yield Finding(PART, f"Attachment {attachment.name} belongs to a draft that is gone.")
    if known:
        yield Finding(PART, f"{len(known)} attachments that the audit chain knows are missing.")
    if folder:
        yield from (Finding(PART, problem) for problem in problems(folder, every))


def _search(connection: Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT record.salt, version.indexed, coalesce(search_text.folded, '') FROM record"
        " JOIN version ON version.record = record.number AND version.number = record.version"
        " LEFT JOIN search_text ON search_text.number = record.number"
    )
    if any(indexed_hash(salt, folded) != indexed for salt, indexed, folded in rows):
        yield Finding("search", "The search index is not that of the newest versions.")
    left = connection.execute(
        "SELECT 1 FROM search_text WHERE number NOT IN (SELECT number FROM record)"
    ).fetchone()
    if left:
        yield Finding("search", "The search index holds words of a record that is not there.")
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        whole = _every_word_is_found(connection)
    except sqlcipher.DatabaseError:
        whole = False
    if not whole:
        yield Finding("search", "The search index is damaged.")


def _every_word_is_found(connection: Connection) -> bool:
    """Whether seeking each word finds as many records as walking the index does.

    FTS5's own check walks; an old page of the table by which it seeks would pass that.
    """
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, search, row)"
    )
    return all(
        count
        == connection.execute(
            "SELECT count(*) FROM search WHERE search MATCH ?", (quoted(word),)
        ).fetchone()[0]
        for word, count in connection.execute("SELECT term, doc FROM temp.word")
    )


def _fresh_shape() -> set[tuple[str, str]]:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    try:
        schema.migrate(connection)
        return schema.shape(connection)
    finally:
        connection.close()
