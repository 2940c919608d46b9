"""Copies of an open vault's database, made while others write in it."""

import threading
from collections.abc import Callable
from pathlib import Path

from storage.context import Context
from storage.errors import Cancelled
from storage.sqlcipher import database, stoppable
from storage.sqlcipher.database import Progress
from storage.vault.durable import Durable


class Copying:
    """One copy at a time, on the thread that asks for it."""

    def __init__(self, durable: Durable, is_closing: Callable[[], bool]) -> None:
        """Copy what `durable` writes; a vault that `is_closing` lets no copy end."""
        self._durable = durable
        self._is_closing = is_closing
        self._under_way = threading.Lock()

    def into(
        self, target: Path, progress: Progress | None, cancelled: Callable[[], bool]
    ) -> Context:
        """See `Vault.copy_into`."""

        def stop() -> bool:
            return self._is_closing() or cancelled()

        durable = self._durable
        with self._under_way:
            if stop():
                raise Cancelled("Stopped. Nothing was kept of it.")
            key, salt = durable.keys.database, durable.salt
            stoppable.copy_into(durable.path, key, salt, target, progress, stop)
            return durable.context(database.open_unchanged(target, key, salt))

    def close(self) -> None:
        """Wait for what is under way; once the vault is closing, it stops and lets the log go."""
        with self._under_way:
            pass
