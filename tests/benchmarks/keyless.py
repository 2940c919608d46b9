"""The peer of every vault benchmark: the same engine and the same code, without a key.

Schema, pragmas, transactions, audit chain and anchor are those of storage; only the database's
pages are not encrypted. Nothing but a benchmark may open a vault like that.
"""

import contextlib
from collections.abc import Iterator
from unittest.mock import patch

from storage.sqlcipher import database

NAME = "the same engine and work without a key"


@contextlib.contextmanager
def without_key() -> Iterator[None]:
    """Within, databases are opened without a key: their salt is not theirs, so it is not asked."""
    with (
        patch.object(database, "_unlock", _nothing),
        patch.object(database, "_look_at_file", _nothing),
    ):
        yield


def _nothing(*_arguments: object) -> None:
    pass
