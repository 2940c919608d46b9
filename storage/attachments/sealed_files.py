"""The sealed files of attachments, beside the database: written, read, found again after a kill.

A file is written under a name that ends in `.part`, made durable, and given its real name only
once its line is committed. So what a kill leaves is told apart from what somebody put there: a
`.part` with a line is whole and gets its name, one without was promised to nobody and goes.
"""

import contextlib
import hashlib
import io
import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from storage.attachments.stream import CHUNK, PART, SEALED_CHUNK, Stream, chunks, sealed_size
from storage.disk.files import os_errors, sync_folder
from storage.errors import Cancelled, SourceUnreadable, StorageError, VaultDamaged
from storage.tables.attachments import Attachment

FOLDER = "attachments"
UNFINISHED = ".part"
BLOCK = 16 * CHUNK
"""Bytes read, hashed and written at once; two blocks are in memory at a time."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found out about a file while it was sealed: its bytes, and their SHA-256."""

    size: int
    sha256: bytes


def path_of(folder: Path, file: str) -> Path:
    """Where the sealed `file` of the vault in `folder` lies; its real name, if it has neither."""
    path = folder / FOLDER / file
    unfinished = path.with_name(file + UNFINISHED)
    return unfinished if not path.exists() and unfinished.exists() else path


def write(
    source: BinaryIO,
    folder: Path,
    file: str,
    key: bytes,
    total: int,
    progress: Progress | None,
    stopped: Callable[[], bool],
) -> Measured:
    """Seal `source` under `key` into an unfinished `file`, which is durable when this returns.

    Parameters:
        total: how many bytes `progress` is told there are, 0 where nobody knows.
        stopped: asked between blocks.

    Raises:
        Cancelled: `stopped` said so.
        SourceUnreadable: `source` can't be read (any further).
        StorageError: the disk is full, read-only or failing. In each case nothing is left behind.
    """
    path = folder / FOLDER / (file + UNFINISHED)
    with os_errors(path):
        path.parent.mkdir(0o700, exist_ok=True)
        try:
            handle = os.open(
                path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            with open(handle, "wb", buffering=0) as target:
                measured = _pour(source, target, Stream(key), total, progress, stopped)
                os.fsync(target.fileno())
            sync_folder(path.parent)
            sync_folder(folder)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    return measured


def _pour(
    source: BinaryIO,
    target: io.RawIOBase,
    stream: Stream,
    total: int,
    progress: Progress | None,
    stopped: Callable[[], bool],
) -> Measured:
    """Read, hash, seal and write, block by block; a thread of its own hashes."""
    digest, size = hashlib.sha256(), 0
    sealed = bytearray(sealed_size(BLOCK))
    with ThreadPoolExecutor(1, "vault-hashing") as hashing:
        hashed: Future[None] | None = None
        block = _read(source)
        while True:
            if stopped():
                raise Cancelled("Stopped. Nothing was kept of it.")
            following = _read(source) if len(block) == BLOCK else b""
            if hashed:
                hashed.result()
            hashed = hashing.submit(digest.update, block)
            length = stream.seal(memoryview(block), size // CHUNK, not following, sealed)
            _write_all(target, memoryview(sealed)[:length])
            size += len(block)
            if progress:
                progress(size, max(total, size))
            if not following:
                break
            block = following
    return Measured(size, digest.digest())


def _read(source: BinaryIO) -> bytes:
    """The next block of `source`, whole unless it ends."""
    parts, wanted = [], BLOCK
    while wanted:
        try:
            part = source.read(wanted)
        except OSError as error:
            raise SourceUnreadable("The file that was to be added can't be read.") from error
        if not part:
            break
        parts.append(part)
        wanted -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _write_all(target: io.RawIOBase, data: memoryview) -> None:
    while data:
        data = data[target.write(data) :]


class Reader(io.RawIOBase):
    """The original of an attachment, opened chunk by chunk wherever one reads; nothing is cached
    but the last chunk, and nothing touches the disk.

    Raises `VaultDamaged`, on opening and on reading, where the file is not what was sealed.
    """

    def __init__(self, folder: Path, attachment: Attachment) -> None:
        """Read `attachment` of the vault in `folder`."""
        super().__init__()
        self.attachment = attachment
        self._stream = Stream(attachment.key)
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")
        path = path_of(folder, attachment.file)
        try:
            with os_errors(path):
                self._file = open(path, "rb", buffering=0)  # noqa: SIM115 - closed by `close`
                length = os.fstat(self._file.fileno()).st_size
        except StorageError as error:
            if path.exists():
                raise
            raise _damage(attachment, "is missing") from error
        if length != sealed_size(attachment.size):
            self._file.close()
            raise _damage(attachment, "is cut off or has grown")

    def readable(self) -> bool:
        """It always is."""
        return True

    def seekable(self) -> bool:
        """To any place, at the cost of one chunk."""
        return True

    def tell(self) -> int:
        """Bytes from the beginning of the original."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go `offset` bytes from the beginning, from here, or from the end."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.attachment.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer`, unless the original ends; how many bytes that were."""
        room, filled = memoryview(buffer).cast("B"), 0
        while filled < len(room) and self._at < self.attachment.size:
            number, offset = divmod(self._at, CHUNK)
            part = self._chunk(number)[offset : offset + len(room) - filled]
            room[filled : filled + len(part)] = part
            filled += len(part)
            self._at += len(part)
        return filled

    def verify(self) -> None:
        """Read it all, and compare with the SHA-256 that was kept.

        Raises:
            VaultDamaged: a chunk, or the whole, is not what was sealed.
        """
        digest = hashlib.sha256()
        for number in range(chunks(self.attachment.size)):
            digest.update(self._chunk(number))
        if digest.digest() != self.attachment.sha256:
            raise _damage(self.attachment, "is not what its SHA-256 says")

    def close(self) -> None:
        """Let go of the file and of the chunk that was held."""
        if not self.closed:
            self._file.close()
            self._held = (-1, b"")
        super().close()

    def _chunk(self, number: int) -> bytes:
        if self._held[0] != number:
            last = number == chunks(self.attachment.size) - 1
            with os_errors(Path(FOLDER) / self.attachment.file):
                self._file.seek(number * SEALED_CHUNK)
                sealed = self._file.read(SEALED_CHUNK)
            try:
                self._held = number, self._stream.open(sealed, number, last)
            except VaultDamaged as error:
                raise _damage(self.attachment, f"is damaged in part {number + 1}") from error
        return self._held[1]


def has_unfinished(folder: Path) -> bool:
    """Whether a kill has left a file without its name."""
    return any((folder / FOLDER).glob(f"*{UNFINISHED}"))


def settle(folder: Path, known: Collection[str], gone: Collection[str]) -> None:
    """Bring the files in order after a kill.

    Parameters:
        known: the files that have a line.
        gone: the files whose lines were erased.
    """
    place = folder / FOLDER
    if not place.is_dir():
        return
    with contextlib.suppress(OSError):
        for path in list(place.glob(f"*{UNFINISHED}")):
            if path.stem in known:
                finish(folder, path.stem)
            else:
                path.unlink(missing_ok=True)
        remove(folder, [file for file in gone if file not in known])


def keep_up(folder: Path, arrived: Collection[str], doomed: Collection[str]) -> None:
    """Follow a transaction that is durable now: name the files it kept, delete those it erased."""
    for file in arrived:
        finish(folder, file)
    remove(folder, doomed)


def finish(folder: Path, file: str) -> None:
    """Give `file` its real name. What refuses is done when the vault is next opened."""
    path = folder / FOLDER / file
    with contextlib.suppress(OSError):
        os.replace(path.with_name(file + UNFINISHED), path)


def remove(folder: Path, doomed: Collection[str]) -> None:
    """Delete files whose lines are gone. What refuses goes when the vault is next opened."""
    for file in doomed:
        for name in (file, file + UNFINISHED):
            with contextlib.suppress(OSError):
                (folder / FOLDER / name).unlink()


def problems(folder: Path, attachments: list[Attachment]) -> Iterator[str]:
    """What is wrong with the files of `attachments`, each read to its end, and what is too many."""
    for attachment in attachments:
        try:
            with contextlib.closing(Reader(folder, attachment)) as reader:
                reader.verify()
        except StorageError as error:
            yield str(error)
    place = folder / FOLDER
    if place.is_dir() and not place.is_symlink():  # a checked copy links to its original's files
        known = {attachment.file for attachment in attachments}
        extra = sum(path.name not in known for path in place.iterdir())
        if extra:
            yield f"Files among the attachments that Fieldbook did not put there: {extra}."


def _damage(attachment: Attachment, what: str) -> VaultDamaged:
    return VaultDamaged(PART, f"Attachment {attachment.name} {what}.")
