"""What an envelope says in the clear, and nothing more: where it belongs and who has sealed it.

An envelope is: `FBSEAL01`, the length of the routing (4 bytes), the routing (JSON), the sealed
body, and a signature (64 bytes). `docs/submission-format.md` is meant for other readers.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO

from exports.envelope.errors import NotAnEnvelope, Spoilt
from storage.tables.devices import KEY_SIZE, SIGNATURE_SIZE, statement

MAGIC = b"FBSEAL01"
LARGEST_ROUTING = 64 * 1024
CHUNK = 64 * 1024
"""Bytes of content in a chunk of the body; the last one has what is left."""
TAG_SIZE = 16
SEALED_CHUNK = CHUNK + TAG_SIZE
LEAF = 16 * SEALED_CHUNK
"""Bytes of the body that one hash is taken over; the last one has what is left."""
SIGNATURE = SIGNATURE_SIZE
WRAPPED_SIZE = 32 + 32 + TAG_SIZE
"""What HPKE makes of a content key: the encapsulated key, the key, the tag."""
_LENGTH_SIZE = 4
_MOST_KEYS = 32
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Routing:
    """The fields in the clear.

    Attributes:
        instance: the instanceID.
        form, version: the form of the report inside.
        sealed: when, ISO 8601 to the second, UTC.
        device: the public key that has signed it (32 bytes).
        recipients: the force's public keys (X25519, 32 bytes each) that open it.
        wrapped: for each of them, the content key sealed by HPKE.
    """

    instance: str
    form: str
    version: str
    sealed: str
    device: bytes
    recipients: tuple[bytes, ...]
    wrapped: tuple[bytes, ...] = ()

    def context(self) -> bytes:
        """What the content key is bound to: everything but the wrapped keys."""
        return statement("submission key", _canonical(self._fields()))

    def document(self) -> bytes:
        """The routing as it stands in an envelope."""
        fields = self._fields()
        fields["keys"] = [
            {"key": key.hex(), "wrapped": wrapped.hex()}
            for key, wrapped in zip(self.recipients, self.wrapped, strict=True)
        ]
        return _canonical(fields)

    @property
    def when(self) -> datetime:
        """When it was sealed, by the laptop's clock."""
        return datetime.fromisoformat(self.sealed)

    def _fields(self) -> dict[str, Any]:
        return {
            "device": self.device.hex(),
            "form": self.form,
            "instance": self.instance,
            "keys": [key.hex() for key in self.recipients],
            "sealed": self.sealed,
            "version": self.version,
        }


def framed(document: bytes) -> bytes:
    """The beginning of an envelope, up to its body."""
    return MAGIC + len(document).to_bytes(_LENGTH_SIZE, "big") + document


def read(file: BinaryIO) -> tuple[Routing, bytes]:
    """The routing at the beginning of `file`, and its bytes; `file` then stands at the body.

    Raises:
        NotAnEnvelope: another kind of file.
        Spoilt: its beginning is not what any Fieldbook writes.
    """
    if file.read(len(MAGIC)) != MAGIC:
        raise NotAnEnvelope("This is not a sealed submission of this version of Fieldbook.")
    length = int.from_bytes(file.read(_LENGTH_SIZE), "big")
    document = file.read(length) if length <= LARGEST_ROUTING else b""
    if not document or len(document) != length:
        raise Spoilt("The beginning of this submission is not whole.")
    try:
        routing = _parsed(json.loads(document))
        if routing.document() != document:
            raise ValueError
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise Spoilt("The beginning of this submission is not as it was written.") from error
    return routing, document


def envelope_hash(document: bytes, size: int, leaves: Sequence[bytes]) -> bytes:
    """What an envelope is known by, and what its device signs (32 bytes).

    Parameters:
        document: the routing's bytes.
        size: of the body, in bytes.
        leaves: SHA-256 of each `LEAF` of the body.
    """
    parts = (document, size.to_bytes(8, "big"), *leaves)
    return hashlib.sha256(statement("submission", *parts)).digest()


def now_utc(moment: datetime) -> str:
    """`moment` as `Routing.sealed` has it."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _parsed(fields: dict[str, Any]) -> Routing:
    keys = fields["keys"]
    texts = [fields[name] for name in ("instance", "form", "version", "sealed")]
    if not all(isinstance(text, str) and len(text) <= _LONGEST for text in texts):
        raise ValueError("texts")
    routing = Routing(
        fields["instance"],
        fields["form"],
        fields["version"],
        fields["sealed"],
        bytes.fromhex(fields["device"]),
        tuple(bytes.fromhex(key["key"]) for key in keys),
        tuple(bytes.fromhex(key["wrapped"]) for key in keys),
    )
    if routing.when.tzinfo is None or not 1 <= len(keys) <= _MOST_KEYS:
        raise ValueError("sealed or keys")
    sizes = [len(routing.device), *map(len, routing.recipients)]
    if set(sizes) != {KEY_SIZE} or {len(wrapped) for wrapped in routing.wrapped} != {WRAPPED_SIZE}:
        raise ValueError("sizes")
    return routing


def _canonical(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
