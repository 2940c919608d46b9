"""Opens a sealed submission with the force's key, into a folder, with a receipt for its sender."""

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from exports.envelope import routing
from exports.envelope.content import LARGEST_MANIFEST, LENGTH_SIZE, Manifest, parse_manifest
from exports.envelope.errors import NotForThisKey, Spoilt
from exports.envelope.naming import RECEIPT_SUFFIX, reference
from exports.envelope.routing import SEALED_CHUNK, SIGNATURE, TAG_SIZE, Routing, now_utc
from exports.envelope.sealing import PURPOSE, nonce
from exports.envelope.verifying import digest
from exports.errors import CannotWrite
from storage.keys.escrow import PrivateKey
from storage.tables.devices import is_signed
from storage.tables.receipts import Receipt


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What came out: the files, the first of which is the report's XML, and the receipt's file."""

    routing: Routing
    files: tuple[Path, ...]
    receipt: Path


def unseal(path: Path, key: PrivateKey, out: Path, moment: datetime) -> Unsealed:
    """Open the envelope at `path` into the folder `out`; the last file there is the receipt.

    Nothing is left in `out` where anything is wrong. Whether the device is known is asked of
    `verify`.

    Parameters:
        moment: the time now, for the receipt.

    Raises:
        NotAnEnvelope: another kind of file.
        NotForThisKey: it was sealed to other keys.
        Spoilt: it is not what its device sealed.
        CannotWrite: a file of that name is there already, or the folder can't be written.
        OSError: the envelope can't be read.
    """
    whole = path.stat().st_size
    with open(path, "rb") as file:
        clear, hash, signature = digest(file, whole)
        if not is_signed(clear.device, signature, PURPOSE, hash):
            raise Spoilt("This submission is not as its device has sealed it.")
        content_key = _content_key(clear, key)
        file.seek(0)
        routing.read(file)
        source = _Source(_opened(file, whole, ChaCha20Poly1305(content_key)))
        beside = _folder_in(out)
        try:
            manifest = _pour(source, clear, beside)
            said = Receipt(
                clear.instance,
                clear.form,
                clear.version,
                hash.hex(),
                clear.device.hex(),
                manifest.head,
                now_utc(moment),
                "",
            ).sealed_by(key, manifest.secret)
            name = f"{reference(clear.instance)}{RECEIPT_SUFFIX}"
            _write(beside / name, [said.text().encode()])
            names = [*(listed.name for listed in manifest.files), name]
            _move(beside, out, names)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return Unsealed(clear, tuple(out / name for name in names[:-1]), out / names[-1])


def _content_key(clear: Routing, key: PrivateKey) -> bytes:
    for public, wrapped in zip(clear.recipients, clear.wrapped, strict=True):
        if public == key.public.raw:
            opened = key.decrypt(wrapped, clear.context())
            if opened is None:
                raise Spoilt(
                    "This submission was not sealed by the device that has signed it, or for"
                    " another report: somebody has put it together."
                )
            return opened
    raise NotForThisKey(f"This submission is not sealed to the key {key.public.fingerprint}.")


def _opened(file: BinaryIO, whole: int, cipher: ChaCha20Poly1305) -> Iterator[bytes]:
    """The content, chunk by chunk; `file` stands at the body."""
    left, number = whole - file.tell() - SIGNATURE, 0
    while left:
        sealed = file.read(min(SEALED_CHUNK, left))
        left -= len(sealed)
        try:
            chunk = cipher.decrypt(nonce(number, not left), sealed, None)
        except (InvalidTag, ValueError) as error:
            raise Spoilt("A part of this submission does not open.") from error
        if len(sealed) <= TAG_SIZE:
            raise Spoilt("A part of this submission is missing.")
        yield chunk
        number += 1


class _Source:
    """Hands out as many bytes as are asked for."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def pieces(self, size: int) -> Iterator[bytes]:
        """The next `size` bytes, in pieces."""
        while size:
            if not self._rest:
                self._rest = next(self._chunks, b"")
                if not self._rest:
                    raise Spoilt("This submission holds less than it says.")
            piece, self._rest = self._rest[:size], self._rest[size:]
            size -= len(piece)
            yield piece

    def end(self) -> None:
        """Make sure that nothing is left."""
        if self._rest or next(self._chunks, b""):
            raise Spoilt("This submission holds more than it says.")


def _pour(source: _Source, clear: Routing, folder: Path) -> Manifest:
    length = int.from_bytes(b"".join(source.pieces(LENGTH_SIZE)), "big")
    if length > LARGEST_MANIFEST:
        raise Spoilt("What is inside this submission is not as Fieldbook writes it.")
    manifest = parse_manifest(b"".join(source.pieces(length)))
    if (manifest.instance, manifest.form, manifest.version) != (
        clear.instance,
        clear.form,
        clear.version,
    ):
        raise Spoilt("What is inside this submission belongs to another report.")
    for listed in manifest.files:
        hash = _write(folder / listed.name, source.pieces(listed.size))
        if hash != listed.sha256:
            raise Spoilt(f"A file inside this submission is not what it was: {listed.name}.")
    source.end()
    return manifest


def _write(path: Path, pieces: Iterable[bytes]) -> str:
    """Write a file that only its owner may read; gives its SHA-256."""
    hash = hashlib.sha256()
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            for piece in pieces:
                hash.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or str(error)) from error
    return hash.hexdigest()


def _folder_in(out: Path) -> Path:
    beside = out / f".{secrets.token_hex(8)}.part"
    try:
        out.mkdir(parents=True, exist_ok=True)
        beside.mkdir(0o700)
    except OSError as error:
        raise CannotWrite(str(out), error.strerror or str(error)) from error
    return beside


def _move(beside: Path, out: Path, names: list[str]) -> None:
    """Put all files in place, or none; the last one says that the others are there."""
    taken = [name for name in names if (out / name).exists()]
    if taken:
        raise CannotWrite(str(out / taken[0]), "A file of this name is there already")
    moved: list[Path] = []
    try:
        for name in names:
            os.rename(beside / name, out / name)
            moved.append(out / name)
    except OSError as error:
        for path in moved:
            with contextlib.suppress(OSError):
                path.unlink()
        raise CannotWrite(str(out), error.strerror or str(error)) from error
