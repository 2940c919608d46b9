"""The two threads that work in an open vault: one writes, one only reads."""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from storage.errors import VaultClosed
from storage.session import Session
from storage.sqlcipher import database
from storage.sqlcipher.database import Connection
from storage.vault.durable import Durable

Result = TypeVar("Result")


class Threads:
    """What `Vault.perform` and `Vault.query` hand their work to."""

    def __init__(self, durable: Durable) -> None:
        """Write with `durable`; read on a connection that is made with the first reading."""
        self._durable = durable
        self.reading: Connection | None = None
        self._writer = ThreadPoolExecutor(1, "vault-writer")
        self._reader = ThreadPoolExecutor(1, "vault-reader")
        self._retired = False

    def write(self, work: Callable[[Session], Result]) -> Future[Result]:
        """Do `work` as one durable write; what comes after closing fails with `VaultClosed`."""
        return _submit(self._writer, lambda: self.write_now(work))

    def write_now(self, work: Callable[[Session], Result]) -> Result:
        """Do `work` as one durable write; only for what runs on the writing thread already.

        Raises:
            VaultClosed: `retire` was called before.
        """
        if self._retired:
            raise VaultClosed("The notebook is closed.")
        result = self._durable.write(work)
        self._tidy()
        return result

    def read(self, work: Callable[[Session], Result]) -> Future[Result]:
        """Run `work` in what was last committed; what comes after closing fails likewise."""
        return _submit(self._reader, lambda: self._read(work))

    def alone(self, call: Callable[[], Result]) -> Future[Result]:
        """Run `call` on the writing thread, when what was given to it before is done."""
        return self._writer.submit(call)

    def retire(self) -> None:
        """Refuse every write that waits; the database is about to be replaced."""
        self._retired = True

    def close(self) -> None:
        """Finish what is under way and close both connections."""
        self._reader.shutdown()
        self._writer.shutdown()
        if self.reading is not None:
            self.reading.close()
        self._durable.connection.close()

    def _tidy(self) -> None:
        """Empty a long log into the database, after the write that made it long is acknowledged."""
        with contextlib.suppress(RuntimeError):  # closing: the database empties its log itself
            self._writer.submit(database.checkpoint, self._durable.connection, self._durable.path)

    def _read(self, work: Callable[[Session], Result]) -> Result:
        with database.database_errors():
            if self.reading is None:
                self.reading = database.open_for_reading(
                    self._durable.path, self._durable.keys.database, self._durable.salt
                )
            self.reading.execute("BEGIN")
            try:
                return work(Session(self._durable.context(self.reading)))
            finally:
                self.reading.execute("ROLLBACK")


def _submit(thread: ThreadPoolExecutor, work: Callable[[], Result]) -> Future[Result]:
    try:
        return thread.submit(work)
    except RuntimeError:  # it takes no more
        refused: Future[Result] = Future()
        refused.set_exception(VaultClosed("The notebook is closed."))
        return refused
