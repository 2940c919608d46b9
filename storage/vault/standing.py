"""Where a vault stands, and whether its database is the one that the anchor knows."""

from storage.chain.anchor import Mark
from storage.chain.audit import FIRST, break_in, head, mac_at
from storage.context import Context, add_to_digest
from storage.errors import RecordsMissing, VaultDamaged
from storage.outbox import items
from storage.sqlcipher.database import Connection
from storage.tables import drafts, sealed, settings


def standing(connection: Connection) -> Mark:
    """Where the vault stands, as the database says.

    Raises:
        VaultDamaged: it says nothing.
    """
    row = connection.execute("SELECT writes, digest FROM state").fetchone()
    if row is None:
        raise VaultDamaged("database", "The database does not say where the vault stands.")
    return Mark(row[0], *head(connection), row[1])


def rows_are_whole(context: Context, digest: bytes) -> bool:
    """Whether all rows with MACs are those that were written, no more and no fewer."""
    context.moved = 0
    items.count(context)
    whole = drafts.verify(context) and settings.verify(context) and sealed.verify(context)
    return whole and add_to_digest(bytes(len(digest)), context.moved) == digest


def compare(context: Context, mark: Mark) -> Mark:
    """Where the database stands, if that is at the anchor's `mark` or one write after it.

    Raises:
        RecordsMissing: it is behind, or it is another history.
        VaultDamaged: it is ahead by more than a kill can explain, or its rows are changed.
    """
    now = standing(context.connection)
    if now.writes < mark.writes:
        missing = mark.writes - now.writes
        raise RecordsMissing(
            mark.writes, now.writes, f"The last {missing} writes to this vault are missing."
        )
    if now.writes > mark.writes + 1:
        raise VaultDamaged("anchor", "The anchor is older than the database.")
    last = mac_at(context.connection, mark.sequence) or FIRST
    broken = break_in(context.connection, context.keys, mark.sequence, last)
    same = now.writes == mark.writes
    if broken is not None or last != mark.head or (same and now != mark):
        raise RecordsMissing(
            mark.writes, now.writes, "The database does not continue what the anchor knows."
        )
    if not rows_are_whole(context, now.digest):
        raise VaultDamaged("drafts", "A draft or setting is not what was written.")
    return now
