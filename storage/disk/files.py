"""Files that survive a power cut: atomic replacement, synced folders, and one owner at a time."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from storage.errors import (
    DiskFailing,
    NotAVault,
    StorageError,
    VaultBusy,
    VaultExists,
    VaultFull,
    VaultReadOnly,
)

_CLOSED = -1


def from_os_error(error: OSError, path: Path) -> StorageError:
    """The storage error that says what `error` means for the vault file at `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return VaultFull("The disk is full.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return VaultReadOnly(f"{path.parent} can't be written.")
    if error.errno == errno.EEXIST:
        return VaultExists(f"{path.parent} is a file; a vault needs a folder of its own.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NotAVault(f"There is no vault in {path.parent}.")
    return DiskFailing(f"The disk refused to read or write {path.name}: {error.strerror}.")


@contextlib.contextmanager
def os_errors(path: Path) -> Iterator[None]:
    """Turn every `OSError` within into the storage error that fits the file at `path`."""
    try:
        yield
    except OSError as error:
        raise from_os_error(error, path) from error


def sync_folder(folder: Path) -> None:
    """Make renames and new files in `folder` durable (POSIX; Windows does it by itself)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make what was written to the file at `path` durable."""
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def in_place(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` at the end, once it is on the disk.

    What ends the writing early leaves what stood there before, and nothing else.

    Raises:
        StorageError: the disk is full, read-only or failing.
    """
    beside = path.with_name(path.name + ".new")
    with os_errors(path):
        try:
            with open(beside, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
            sync_folder(path.parent)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def replace(path: Path, data: bytes) -> None:
    """Write `data` as the whole of `path`: a reader sees the old file or the new one.

    Raises:
        StorageError: the disk is full, read-only or failing; the old file still stands.
    """
    with in_place(path) as file:
        file.write(data)


class OwnedFile:
    """A file held open for reading and writing, which no second process can own meanwhile."""

    def __init__(self, path: Path) -> None:
        """Open and lock the file at `path`.

        Raises:
            NotAVault: the file is missing.
            VaultBusy: another process owns it.
            VaultReadOnly: it can't be opened for writing.
        """
        self.path = path
        with os_errors(path):
            self._descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise VaultBusy("Another Fieldbook has this vault open.") from error

    def is_in_place(self) -> bool:
        """Whether the path still leads to this file: its last owner may have taken it away."""
        try:
            return os.path.samestat(os.fstat(self._descriptor), self.path.stat())
        except FileNotFoundError:
            return False

    def read(self) -> bytes:
        """The whole content."""
        with os_errors(self.path):
            size = os.fstat(self._descriptor).st_size
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            return os.read(self._descriptor, size)

    def write_at(self, offset: int, data: bytes) -> None:
        """Write `data` at `offset` bytes and make it durable before returning."""
        with os_errors(self.path):
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            if os.write(self._descriptor, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            getattr(os, "fdatasync", os.fsync)(self._descriptor)

    def close(self) -> None:
        """Give the file free for others; a second call does nothing."""
        if self._descriptor != _CLOSED:
            os.close(self._descriptor)
            self._descriptor = _CLOSED


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # beyond the content, so that it stays readable
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
