"""What every repository works with inside one transaction: connection, keys, who and when."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage.keys.derivation import VaultKeys, sign
from storage.sqlcipher.database import Connection

DIGEST_SIZE = 32
_MODULUS = 1 << (8 * DIGEST_SIZE)

Clock = Callable[[], datetime]


def local_time() -> datetime:
    """The time now, with the UTC offset of this machine."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who works in the vault, and on which device, as the force profile names them."""

    person: str
    device: str


@dataclass(slots=True)
class Context:
    """One transaction's surroundings.

    `moved` gathers how the sealed rows changed, `arrived` and `doomed` which files of attachments
    get their names or are deleted once the transaction is durable. `residue` says that something
    was deleted which the files must not keep.
    """

    connection: Connection
    keys: VaultKeys
    identity: Identity
    clock: Clock
    moved: int = field(default=0)
    residue: bool = field(default=False)
    arrived: list[str] = field(default_factory=list)
    doomed: list[str] = field(default_factory=list)

    def now(self) -> str:
        """The time now in ISO 8601 with its UTC offset, to the millisecond."""
        now = self.clock()
        return (now if now.tzinfo else now.astimezone()).isoformat(timespec="milliseconds")

    def seal_row(self, table: str, *fields: str | int | bytes) -> bytes:
        """The MAC that a row of a table outside the audit chain carries."""
        return sign(self.keys.state, table.encode(), *(_bytes(value) for value in fields))

    def row_changed(self, before: bytes | None, after: bytes | None) -> None:
        """Note that a sealed row (its MAC) went, came, or became another."""
        for mac, direction in ((before, -1), (after, 1)):
            if mac is not None:
                self.moved += direction * int.from_bytes(mac, "big")


def add_to_digest(digest: bytes, moved: int) -> bytes:
    """The sum over sealed rows after `moved`, modulo 2^256: no order, no list to keep."""
    return ((int.from_bytes(digest, "big") + moved) % _MODULUS).to_bytes(DIGEST_SIZE, "big")


def canonical(*fields: Any) -> bytes:
    """`fields` as bytes that are the same everywhere (JSON without spaces)."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def _bytes(value: str | int | bytes) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()
