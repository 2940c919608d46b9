"""Files that are there whole or not at all, however the writing of them ends."""

import contextlib
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from exports.errors import CannotWrite

PRIVATE, SHARED = 0o600, 0o666
"""Who may read a new file: its owner alone, or whoever the folder lets."""


@contextlib.contextmanager
def in_place(path: Path, mode: int = PRIVATE) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` at the end, once it is on the disk.

    What ends the writing early leaves what stood there before, and nothing else. Raises OSError.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(part, flags, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def put_in_place(out: Path, data: bytes) -> None:
    """Put `data` in place of `out`, for its owner alone to read.

    Raises CannotWrite; what stood there before is untouched then.
    """
    put_all_in_place({out: data})


def put_all_in_place(files: Mapping[Path, bytes]) -> None:
    """Put files in place together: none is there before all are written, the first comes last.

    Raises CannotWrite; what stood at the first path is untouched then.
    """
    try:
        with contextlib.ExitStack() as placing:
            for path, data in files.items():
                placing.enter_context(in_place(path)).write(data)
    except OSError as error:
        out = next(iter(files))
        raise CannotWrite(str(out), error.strerror or str(error)) from error


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system, or the share, lets a folder be synced."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
