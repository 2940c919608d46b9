"""Adding attachments to an open vault, beside its writer: sealed first, then one short write."""

import io
import os
import secrets
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from storage.attachments import sealed_files
from storage.attachments.sealed_files import Progress
from storage.errors import AnchorNotWritten, SourceUnreadable
from storage.rows import RecordId
from storage.session import Session
from storage.tables.attachments import KEY_SIZE, NOBODY, Attachment, neutral_name

ID_SIZE = 16

Keep = Callable[[Callable[[Session], Attachment]], "Future[Attachment]"]


@dataclass(frozen=True, slots=True)
class Addition:
    """What is to be attached, and to what.

    Attributes:
        source: a path, or a binary file that is read from where it stands to its end.
        title: the file's own name; it is kept sealed, and stands nowhere outside.
        media_type: such as `image/jpeg`.
        record, draft: whose it is: one of them is empty.
        original: the attachment that this is an altered copy of, or empty.
    """

    source: Path | BinaryIO
    title: str
    media_type: str
    record: RecordId = NOBODY
    draft: str = ""
    original: str = ""


class Attaching:
    """Seals files one after another on a thread of its own, so that no note waits for a film."""

    def __init__(self, folder: Path, keep: Keep, is_closing: Callable[[], bool]) -> None:
        """Attach to the vault in `folder`; `keep` is its `perform`."""
        self._folder = folder
        self._keep = keep
        self._is_closing = is_closing
        self._thread = ThreadPoolExecutor(1, "vault-attaching")

    def add(
        self,
        addition: Addition,
        progress: Progress | None,
        cancelled: Callable[[], bool],
    ) -> "Future[Attachment]":
        """See `Vault.attach`."""
        return self._thread.submit(self._add, addition, progress, cancelled)

    def close(self) -> None:
        """Wait for what is under way; once the vault is closing, it stops at its next block."""
        self._thread.shutdown()

    def _add(
        self,
        addition: Addition,
        progress: Progress | None,
        cancelled: Callable[[], bool],
    ) -> Attachment:
        file, key = secrets.token_hex(ID_SIZE), secrets.token_bytes(KEY_SIZE)
        with ExitStack() as stack:
            source = _opened(addition.source, stack)
            measured = sealed_files.write(
                source,
                self._folder,
                file,
                key,
                _length(source),
                progress,
                lambda: self._is_closing() or cancelled(),
            )
        id = secrets.token_hex(ID_SIZE)
        line = Attachment(
            id=id,
            record=addition.record,
            draft=addition.draft,
            name=neutral_name(id, addition.title),
            title=addition.title,
            media_type=addition.media_type,
            size=measured.size,
            sha256=measured.sha256,
            original=addition.original,
            author="",
            device="",
            added="",
            salt=b"",
            hash=b"",
            file=file,
            key=key,
        )
        try:
            return self._keep(lambda session: session.attachments.add(line)).result()
        except AnchorNotWritten:
            raise  # the line is kept, and so is the file
        except BaseException:
            sealed_files.remove(self._folder, [file])
            raise


def _opened(source: Path | BinaryIO, stack: ExitStack) -> BinaryIO:
    if not isinstance(source, Path):
        return source
    try:
        return stack.enter_context(open(source, "rb", buffering=0))
    except OSError as error:
        raise SourceUnreadable("The file that was to be added can't be read.") from error


def _length(source: BinaryIO) -> int:
    """How many bytes are left in `source`, for the progress; 0 where it does not say."""
    try:
        here = source.tell()
        end = source.seek(0, os.SEEK_END)
        source.seek(here)
    except (OSError, io.UnsupportedOperation):
        return 0
    return end - here
