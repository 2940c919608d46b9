"""Durable writes: each one transaction with its count, then the anchor, then what comes after."""

import contextlib
from collections.abc import Callable
from typing import TypeVar

from storage.attachments import sealed_files
from storage.chain.anchor import Anchor, Mark
from storage.chain.audit import Action
from storage.context import Clock, Context, Identity
from storage.errors import AnchorNotWritten, StorageError
from storage.folder import snapshots
from storage.keys.derivation import VaultKeys
from storage.keys.header import Header
from storage.session import Session
from storage.sqlcipher import database
from storage.sqlcipher.database import Connection
from storage.vault import generation, sweeping
from storage.vault.housekeeping import Housekeeping

Result = TypeVar("Result")


class Durable:
    """The connection that writes, with the anchor that follows it; for one thread at a time."""

    def __init__(
        self, header: Header, keys: VaultKeys, identity: Identity, clock: Clock, anchor: Anchor
    ) -> None:
        """Write to the database beside `anchor`, whose header is `header`.

        Raises:
            StorageError: the database can't be opened.
        """
        self.folder = anchor.folder
        self.path = self.folder / database.NAME
        self.salt = bytes.fromhex(header.salt)
        self.keys, self.anchor = keys, anchor
        self._identity, self._clock = identity, clock
        self.connection = database.open_for_writing(self.path, keys.database, self.salt)
        self.unswept = False
        self._unanchored: Mark | None = None
        self._house = Housekeeping(clock)

    def context(self, connection: Connection | None = None) -> Context:
        """What a session on `connection` works with, by default on the one that writes."""
        return Context(connection or self.connection, self.keys, self._identity, self._clock)

    def stamp(self) -> str:
        """The time now, as it stands in a file's name."""
        return self._clock().strftime("%Y%m%dT%H%M%S")

    def settle(self) -> None:
        """Do what is due when a vault has just been opened (`housekeeping`)."""
        with database.database_errors():
            due = self._house.at_open(Session(self.context()))
        for chore in due:
            self.commit(chore)

    def write(self, work: Callable[[Session], Result]) -> Result:
        """Do what is due before (`housekeeping`), then `work`, each as a durable write."""
        with database.database_errors():
            due = self._house.before_write(Session(self.context()))
        for chore in due:
            self.commit(chore)
        return self.commit(work)

    def commit(self, work: Callable[[Session], Result]) -> Result:
        """Do `work` as one durable write.

        Raises:
            AnchorNotWritten: it was kept, but the anchor could not follow.
            StorageError: nothing of it was kept.
        """
        if self._unanchored is not None:  # an earlier write is durable, but the anchor was not
            self.anchor.write(self._unanchored)
            self._unanchored = None
        with database.transaction(self.connection):
            context = self.context()
            running = Session(context)
            result = work(running)
            if context.residue:
                sweeping.settle(running, True)
            mark = running.count_write()
        try:
            self.anchor.write(mark)
        except StorageError as error:
            self._unanchored = mark
            raise AnchorNotWritten(
                "This was kept, but the disk refused to write the proof of it."
            ) from error
        finally:
            sealed_files.keep_up(self.folder, context.arrived, context.doomed)
        if context.residue:
            self._sweep_files()
        return result

    def note(self, reason: str, header: Header) -> None:
        """Write an administrative row, how far `header` has come, and both anchor slots with it."""
        with database.transaction(self.connection):
            work = Session(self.context())
            work.audit.append(Action.ADMINISTRATION, reason=reason)
            if header.generation != generation.known(work):
                generation.learn(work, header.generation)
            mark = work.count_write()
        self.anchor.write_both(mark)

    def _sweep_files(self) -> None:
        """Take what was purged out of the files; what fails is done when the vault is opened."""
        self.unswept = True
        with contextlib.suppress(StorageError):
            snapshots.discard(self.folder)  # of before a migration: they hold it still
            self.unswept = not sweeping.sweep(self.connection)
        if not self.unswept:
            self.commit(lambda session: sweeping.settle(session, False))
