"""The anchor: how far the vault had come, kept outside the database.

SQLCipher notices neither a log that was cut short nor an old page put back. So after each durable
write, and before it is acknowledged, the number of writes, the head of the audit chain and the sum
over drafts and settings are written here, sealed by an HMAC, into two slots by turns: whichever
moment the power fails, one whole slot stands.
"""

import hmac
import struct
from dataclasses import dataclass
from pathlib import Path

from storage.disk.files import OwnedFile, replace
from storage.errors import VaultDamaged
from storage.keys.derivation import sign

NAME = "anchor"
SLOT_SIZE = 512  # one sector, written whole or not at all
_MAGIC = b"FBANCHR1"
_FIELDS = struct.Struct(">8sQQ32s32s")
_MAC_SIZE = 32
_PADDING = bytes(SLOT_SIZE - _FIELDS.size - _MAC_SIZE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in the vault's life.

    Attributes:
        writes: how many durable writes there have been.
        sequence: the audit chain's last number, and `head` its last MAC (32 bytes).
        digest: the sum over all drafts and settings (32 bytes).
    """

    writes: int
    sequence: int
    head: bytes
    digest: bytes


class Anchor:
    """The anchor file, owned by this process: holding it is what keeps a second one out."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """Open the anchor of the vault in `folder`.

        Raises:
            VaultBusy: another process has the vault open.
            NotAVault: the file is missing.
        """
        self.folder = folder
        self._file = OwnedFile(folder / NAME)
        self._key = key

    @staticmethod
    def create(folder: Path, key: bytes, mark: Mark) -> None:
        """Write a new anchor with `mark` in both slots."""
        replace(folder / NAME, _encode(mark, key) * 2)

    def read(self) -> tuple[Mark, tuple[str, ...]]:
        """The newest mark, and what is wrong with the other slot or the file.

        Raises:
            VaultDamaged: neither slot is whole.
        """
        data = self._file.read()
        marks = [_decode(data[i * SLOT_SIZE : (i + 1) * SLOT_SIZE], self._key) for i in (0, 1)]
        whole = [mark for mark in marks if mark is not None]
        if not whole:
            raise VaultDamaged("anchor", "The anchor is damaged in both its slots.")
        problems = [f"Slot {i + 1} of the anchor is damaged." for i in (0, 1) if not marks[i]]
        if len(data) != 2 * SLOT_SIZE:
            problems.append("The anchor has the wrong size.")
        newest = max(whole, key=lambda mark: mark.writes)
        if len(whole) == 2 and newest.writes - min(m.writes for m in whole) > 1:
            problems.append("The anchor's two slots do not follow each other.")
        return newest, tuple(problems)

    def write(self, mark: Mark) -> None:
        """Make `mark` durable in the slot whose turn it is."""
        self._file.write_at((mark.writes % 2) * SLOT_SIZE, _encode(mark, self._key))

    def write_both(self, mark: Mark) -> None:
        """Make `mark` durable in both slots, after damage or a restart from it."""
        for slot in (0, 1):
            self._file.write_at(slot * SLOT_SIZE, _encode(mark, self._key))

    def close(self) -> None:
        """Give the vault free for other processes."""
        self._file.close()


def _encode(mark: Mark, key: bytes) -> bytes:
    fields = _FIELDS.pack(_MAGIC, mark.writes, mark.sequence, mark.head, mark.digest)
    return fields + sign(key, fields) + _PADDING


def _decode(slot: bytes, key: bytes) -> Mark | None:
    fields, mac = slot[: _FIELDS.size], slot[_FIELDS.size : _FIELDS.size + _MAC_SIZE]
    if len(slot) != SLOT_SIZE or slot[_FIELDS.size + _MAC_SIZE :] != _PADDING:
        return None
    if not hmac.compare_digest(sign(key, fields), mac):
        return None
    _magic, *values = _FIELDS.unpack(fields)
    return Mark(*values)
