"""A file under its own key, in chunks that are sealed one by one: it streams, and seeks.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption
and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015), with the nonce that age's payload has (C2SP,
age v1): the chunk's number and whether it is the last one. So no chunk can be changed, moved,
doubled or left out, and no end cut off or added, without a chunk refusing to open. A key seals one
file and no other, so that no nonce comes twice under it.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import VaultDamaged
from storage.keys.derivation import TAG_SIZE

CHUNK = 64 * 1024
"""Bytes of the original in a chunk; the last chunk has what is left, at least one byte unless
the whole file is empty."""
SEALED_CHUNK = CHUNK + TAG_SIZE
PART = "attachments"


def sealed_size(size: int) -> int:
    """How long the sealed file of `size` bytes is."""
    return size + TAG_SIZE * chunks(size)


def chunks(size: int) -> int:
    """How many chunks a file of `size` bytes has; an empty one has one."""
    return max(1, -(-size // CHUNK))


class Stream:
    """Seals and opens the chunks of one file under its 32-byte `key` (AES-256-GCM)."""

    def __init__(self, key: bytes) -> None:
        """Work with `key`, which belongs to this file alone."""
        self._cipher = AESGCM(key)

    def seal(self, block: memoryview, first: int, last: bool, out: bytearray) -> int:
        """Seal `block` into `out`, and say how many bytes of it were written.

        Parameters:
            block: whole chunks; only the file's last one may be shorter.
            first: the number of the first of them, from 0.
            last: whether the file ends with this block.
            out: as long as the sealed block at least.
        """
        room = memoryview(out)
        many = max(1, -(-len(block) // CHUNK))
        written = 0
        for index in range(many):
            chunk = block[index * CHUNK : (index + 1) * CHUNK]
            nonce = _nonce(first + index, last and index == many - 1)
            end = written + len(chunk) + TAG_SIZE
            self._cipher.encrypt_into(nonce, chunk, None, room[written:end])
            written = end
        return written

    def open(self, sealed: bytes, number: int, last: bool) -> bytes:
        """What chunk `number` holds.

        Raises:
            VaultDamaged: it is not what was sealed as that chunk of this file.
        """
        try:
            return self._cipher.decrypt(_nonce(number, last), sealed, None)
        except (InvalidTag, ValueError) as error:
            raise VaultDamaged(PART, "A part of an attachment is not what was sealed.") from error


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
