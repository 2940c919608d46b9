"""The content of a hand-over as it is written and read: hashed, and sealed chunk by chunk."""

import hashlib
import io
from collections.abc import Callable
from typing import Any, BinaryIO

from storage.attachments.stream import CHUNK, SEALED_CHUNK, Stream
from storage.errors import Cancelled, NotAHandover, VaultDamaged
from storage.keys.derivation import TAG_SIZE


class Hashing:
    """A file that is hashed while it is written."""

    def __init__(self, file: BinaryIO) -> None:
        """Write to `file`."""
        self._file = file
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> None:
        """Hash and write `data`."""
        self.digest.update(data)
        self._file.write(data)


class Sealing:
    """Seals what is poured in, chunk by chunk, whatever the pieces are."""

    def __init__(
        self,
        target: Hashing,
        key: bytes,
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Seal into `target` under `key`; `progress` is told bytes sealed by now."""
        self._target, self._stream = target, Stream(key)
        self._progress, self._cancelled = progress, cancelled
        self._waiting = bytearray()
        self._number = 0

    def pour(self, source: BinaryIO) -> None:
        """Seal what `source` holds, but for what is too little for a chunk.

        Raises:
            Cancelled: it was asked to stop.
        """
        while block := source.read(1 << 20):
            if self._cancelled():
                raise Cancelled("Stopped. Nothing was kept of it.")
            self._waiting += block
            while len(self._waiting) > CHUNK:  # the last chunk is known only at the end
                self._seal(CHUNK, last=False)
            self._progress(self._number * CHUNK)

    def end(self) -> None:
        """Seal what is left, as the last chunk."""
        self._seal(len(self._waiting), last=True)

    def _seal(self, size: int, last: bool) -> None:
        out = bytearray(size + TAG_SIZE)
        with memoryview(self._waiting) as view:
            self._stream.seal(view[:size], self._number, last, out)
        del self._waiting[:size]
        self._target.write(bytes(out))
        self._number += 1


class Content:
    """The opened content, read from its beginning to its end."""

    def __init__(self, file: BinaryIO, key: bytes, sealed_size: int) -> None:
        """Open the `sealed_size` bytes that follow in `file` with `key`."""
        self._file, self._stream, self._left = file, Stream(key), sealed_size
        self._number = 0
        self._held = b""

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes.

        Raises:
            NotAHandover: there are fewer, or they are not what was sealed.
        """
        parts = []
        while size > 0:
            if not self._held:
                self._held = self._next()
            parts.append(self._held[:size])
            self._held = self._held[size:]
            size -= len(parts[-1])
        return b"".join(parts)

    def _next(self) -> bytes:
        length = min(self._left, SEALED_CHUNK)
        if length < TAG_SIZE:
            raise NotAHandover("This hand-over ends too early.")
        self._left -= length
        try:
            chunk = self._stream.open(self._file.read(length), self._number, not self._left)
        except VaultDamaged as error:
            raise NotAHandover("A part of this hand-over is not what was sealed.") from error
        self._number += 1
        return chunk


class Part(io.RawIOBase):
    """`size` bytes of the content, as a file."""

    def __init__(self, content: Content, size: int) -> None:
        """Give the next `size` bytes of `content`."""
        self._content, self._left = content, size

    def readable(self) -> bool:
        """See `io.RawIOBase`."""
        return True

    def readinto(self, buffer: Any) -> int:
        """See `io.RawIOBase`."""
        data = self._content.read(min(len(buffer), self._left))
        buffer[: len(data)] = data
        self._left -= len(data)
        return len(data)
