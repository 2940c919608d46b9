"""Seals a report and its attachments to the force, in one pass, and signs what came of it.

The content is encrypted under a key of its own, in chunks as in age and in the vault's attachments
(STREAM), by ChaCha20-Poly1305; HPKE seals that key to each of the force's keys, bound to all that
stands in the clear. The signature is over the sealed bytes, so that anybody who knows the devices
can check it, and nobody has to open anything for that. Their hash is taken in pieces, each in a
thread beside the cipher.
"""

import hashlib
import secrets
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from exports.envelope.content import Content, blocks
from exports.envelope.routing import (
    CHUNK,
    LEAF,
    SEALED_CHUNK,
    TAG_SIZE,
    Routing,
    envelope_hash,
    framed,
    now_utc,
)
from exports.errors import ExportCancelled
from storage.keys.escrow import PublicKey
from storage.tables.devices import DeviceKey

PURPOSE = "submission"
KEY_SIZE = 32
_HASHERS = 2
_AHEAD = 8  # leaves that may wait to be hashed, so that a large file never fills the memory

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was sealed: what stands in the clear, the envelope's hash (32 bytes), its size."""

    routing: Routing
    hash: bytes
    size: int


def seal(
    content: Content,
    keys: Sequence[PublicKey],
    device: DeviceKey,
    moment: datetime,
    out: Callable[[bytes], object],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Sealed:
    """Seal `content` to the holders of `keys`, signed by `device`, and hand the bytes to `out`.

    Parameters:
        moment: the time now.
        out: is given the envelope piece by piece; nothing that it got is good before the end.
        progress: hears bytes done and bytes in all.
        cancelled: is asked between pieces.

    Raises:
        ExportCancelled: somebody asked to stop.
        Spoilt: an attachment is not as long as the vault says.
    """
    key = secrets.token_bytes(KEY_SIZE)
    recipients = tuple(public.raw for public in keys)
    routing = Routing(
        content.instance,
        content.form,
        content.version,
        now_utc(moment),
        device.public,
        recipients,
    )
    context = routing.context()
    routing = replace(routing, wrapped=tuple(public.encrypt(key, context) for public in keys))
    document = routing.document()
    beginning = framed(document)
    out(beginning)
    leaves, size = _seal_body(content, ChaCha20Poly1305(key), out, progress, cancelled)
    hash = envelope_hash(document, size, leaves)
    signature = device.sign(PURPOSE, hash)
    out(signature)
    return Sealed(routing, hash, len(beginning) + size + len(signature))


def nonce(number: int, last: bool) -> bytes:
    """The nonce of chunk `number`, from 0; no key ever sees one twice."""
    return number.to_bytes(11, "big") + bytes([last])


def _seal_body(
    content: Content,
    cipher: ChaCha20Poly1305,
    out: Callable[[bytes], object],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> tuple[list[bytes], int]:
    """Seal all chunks; gives the hashes of the leaves, and the size of the body."""
    leaves: list[bytes] = []
    waiting: deque[Future[bytes]] = deque()
    whole, done, size, number = content.size, 0, 0, 0
    room = memoryview(bytearray(LEAF))
    with ThreadPoolExecutor(_HASHERS, "envelope-hash") as pool:
        for block, last in blocks(content, LEAF // SEALED_CHUNK * CHUNK):
            if cancelled and cancelled():
                raise ExportCancelled
            end = 0
            for start in range(0, len(block), CHUNK):
                chunk = block[start : start + CHUNK]
                is_last = last and start + CHUNK >= len(block)
                sealed_end = end + len(chunk) + TAG_SIZE
                cipher.encrypt_into(nonce(number, is_last), chunk, None, room[end:sealed_end])
                number, end = number + 1, sealed_end
            leaf = bytes(room[:end])
            waiting.append(pool.submit(sha256, leaf))
            if len(waiting) > _AHEAD:
                leaves.append(waiting.popleft().result())
            out(leaf)
            size, done = size + end, done + len(block)
            if progress:
                progress(done, whole)
        leaves += [future.result() for future in waiting]
    return leaves, size


def sha256(data: bytes) -> bytes:
    """SHA-256, which lets other threads work meanwhile."""
    return hashlib.sha256(data).digest()
