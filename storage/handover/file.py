"""The sealed file in which records go from one vault to another (`docs/handover-format.md`).

Its content is sealed to one public key and, chunk by chunk, to itself; a signature of the sender's
device covers every byte. Outside stand only numbers: no name, no form, no time of an event.
"""

import hashlib
import io
import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from storage.disk.files import in_place, os_errors
from storage.errors import NotAHandover, WrongPassphrase
from storage.folder.copies import never
from storage.handover.stream import Content, Hashing, Part, Sealing
from storage.keys.derivation import KEY_SIZE
from storage.keys.escrow import PrivateKey, PublicKey
from storage.tables.devices import SIGNATURE_SIZE, DeviceKey, fingerprint, is_signed

FORMAT, VERSION = "fieldbook-handover", 1
SUFFIX = ".fieldbook-handover"
PURPOSE = "handover"
_MAGIC = b"FBHANDO1"
_LENGTH = 4
_LONGEST_HEADER = 4096
_LONGEST_MANIFEST = 1 << 30

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands outside: the hand-over's id, when it was made, and whose it is.

    Attributes:
        recipient: the public key that it is sealed to, `device` the one that signed it (hex).
        sealed: the content key, sealed by HPKE to `recipient` (hex).
    """

    id: str
    made: str
    recipient: str
    device: str
    sealed: str = ""

    def document(self) -> bytes:
        """As it stands in the file."""
        return _canonical({**self._open(), "sealed": self.sealed})

    def context(self) -> bytes:
        """What the content key is bound to: all that stands outside."""
        return _canonical(self._open())

    def _open(self) -> Json:
        return {
            "format": FORMAT,
            "version": VERSION,
            "id": self.id,
            "made": self.made,
            "recipient": self.recipient,
            "device": self.device,
        }


def key_for(content_key: bytes, purpose: str) -> bytes:
    """The key for `content` or `receipt` that the content key gives."""
    info = f"fieldbook/v1/handover {purpose}".encode()
    return HKDFExpand(hashes.SHA256(), KEY_SIZE, info).derive(content_key)


def write(
    path: Path,
    id: str,
    made: str,
    to: PublicKey,
    device: DeviceKey,
    manifest: Json,
    files: Iterable[BinaryIO],
    *,
    progress: Callable[[int], None] = lambda _bytes: None,
    cancelled: Callable[[], bool] = never,
) -> bytes:
    """Seal `manifest`, and after it every one of `files`, into `path`; gives the content key.

    A reader finds the whole file, on the disk, or none.

    Parameters:
        progress: told how many bytes of the content are sealed by now.

    Raises:
        Cancelled: it was asked to stop; nothing is left behind.
        StorageError: the disk is full, or refuses.
    """
    key = secrets.token_bytes(KEY_SIZE)
    open_ = Envelope(id, made, to.raw.hex(), device.public.hex())
    envelope = Envelope(
        id, made, open_.recipient, open_.device, to.encrypt(key, open_.context()).hex()
    )
    with in_place(path) as file:
        target = Hashing(file)
        document = envelope.document()
        target.write(_MAGIC + len(document).to_bytes(_LENGTH, "big") + document)
        sealing = Sealing(target, key_for(key, "content"), progress, cancelled)
        written = _canonical(manifest)
        sealing.pour(io.BytesIO(len(written).to_bytes(8, "big") + written))
        for source in files:
            sealing.pour(source)
        sealing.end()
        target.write(device.sign(PURPOSE, target.digest.digest()))
    return key


class Opened:
    """A hand-over that its recipient has opened; read its files in order, then close it.

    Attributes:
        envelope: what stood outside.
        key: the content key.
        manifest: what it says of itself.
        signer: the fingerprint of the device that signed it.
    """

    def __init__(self, path: Path, private: Callable[[str], PrivateKey | None]) -> None:
        """Open the file at `path` with the private key that `private` gives for a public one.

        Raises:
            NotAHandover: it is another file, or a byte of it is not what was sealed and signed.
            WrongPassphrase: it is sealed to somebody else.
        """
        with os_errors(path):
            self._file = open(path, "rb")  # noqa: SIM115 - held open until `close`
        try:
            self.envelope, start = _envelope(self._file)
            end = path.stat().st_size - SIGNATURE_SIZE
            self._verify(end)
            opener = private(self.envelope.recipient)
            if opener is None:
                raise WrongPassphrase("This hand-over is sealed to another key than yours.")
            sealed = bytes.fromhex(self.envelope.sealed)
            key = opener.decrypt(sealed, self.envelope.context())
            if key is None:
                raise NotAHandover("This hand-over does not open with the key it names.")
            self.key = key
            self._file.seek(start)
            self._content = Content(self._file, key_for(key, "content"), end - start)
            self.manifest = self._manifest()
        except BaseException:
            self._file.close()
            raise
        self.signer = fingerprint(bytes.fromhex(self.envelope.device))

    def next_file(self, size: int) -> BinaryIO:
        """The next `size` bytes of the content, as a file; read it to its end before the next."""
        return io.BufferedReader(Part(self._content, size))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _verify(self, end: int) -> None:
        digest = hashlib.sha256()
        self._file.seek(0)
        left = end
        while left > 0:
            block = self._file.read(min(left, 1 << 20))
            if not block:
                break
            digest.update(block)
            left -= len(block)
        signature = self._file.read()
        device = bytes.fromhex(self.envelope.device)
        if left or not is_signed(device, signature, PURPOSE, digest.digest()):
            raise NotAHandover("This hand-over is not what its sender signed: a part is changed.")

    def _manifest(self) -> Json:
        length = int.from_bytes(self._content.read(8), "big")
        if length > _LONGEST_MANIFEST:
            raise NotAHandover("This hand-over has no list of what is in it.")
        try:
            found = json.loads(self._content.read(length))
        except ValueError as error:
            raise NotAHandover("This hand-over has no list of what is in it.") from error
        if not isinstance(found, dict):
            raise NotAHandover("This hand-over has no list of what is in it.")
        return found


def _envelope(file: BinaryIO) -> tuple[Envelope, int]:
    """What stands outside, and where the content begins."""
    try:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise ValueError("magic")
        length = int.from_bytes(file.read(_LENGTH), "big")
        if length > _LONGEST_HEADER:
            raise ValueError("length")
        document = file.read(length)
        fields = json.loads(document)
        if fields.pop("format") != FORMAT or fields.pop("version") != VERSION:
            raise ValueError("version")
        envelope = Envelope(**fields)
        keys = [len(bytes.fromhex(key)) for key in (envelope.recipient, envelope.device)]
        if envelope.document() != document or keys != [KEY_SIZE, KEY_SIZE]:
            raise ValueError("form")
        bytes.fromhex(envelope.sealed)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotAHandover("This file is no hand-over of this version of Fieldbook.") from error
    return envelope, len(_MAGIC) + _LENGTH + length


def _canonical(value: Json) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
