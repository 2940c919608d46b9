"""What the vault keeps of files, for the widgets that show and take them."""

import io
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.attachments.viewing import picture, read_whole
from desktop.attachments.words import adding_failed
from desktop.operations import Operation, in_background, told
from desktop.theme.look import current
from desktop.widgets.attachments_files import Attached, Offered
from desktop.widgets.attachments_row import PICTURE
from storage import Addition, Attachment, RecordId, Session, Vault
from storage.errors import Cancelled, StorageError

PATIENCE = 2.0
"""Seconds that leaving waits for something drawn or pasted; the lock itself takes 5 at most."""


class Job(QObject):
    """One file on its way into the vault; deleted with whoever waits for it."""

    step = Signal(int)
    """Thousandths that are done."""

    def __init__(self, parent: QObject, stopped: threading.Event) -> None:
        super().__init__(parent)
        self.destroyed.connect(lambda: stopped.set())  # nobody waits for the file any more

    def tell(self, done: int, total: int) -> None:
        """Told by the vault."""
        self.step.emit(done * 1000 // max(1, total))


class VaultFiles(QObject):
    """Keeps files in a vault, and shows those that are there."""

    changed = Signal()
    """A copy of a file was made."""

    def __init__(self, vault: Vault, parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._ends: list[threading.Event] = []  # one for each file that is on its way
        self._only_here: list[tuple[threading.Event, Callable[[], None]]] = []

    def keep(
        self,
        offered: Offered,
        receiver: QObject,
        *,
        record: str = "",
        draft: str = "",
        step: Callable[[int], None],
        done: Callable[[Attached], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Seal `offered` for a record or draft; see `Files.take`."""
        source = offered.source
        addition = Addition(
            source if isinstance(source, Path) else io.BytesIO(source),
            offered.title,
            offered.media_type,
            RecordId(record),
            draft,
        )
        stopped = threading.Event()
        job = Job(receiver, stopped)
        job.step.connect(step)
        self._ends = [*(end for end in self._ends if not end.is_set()), stopped]
        future = self._vault.attach(
            addition, progress=told(job, job.tell), cancelled=stopped.is_set
        )
        is_told = False

        def arrived(attachment: Attachment) -> None:
            nonlocal is_told
            if not is_told:  # else somebody waited for it already
                is_told = True
                end(lambda: done(attached(attachment)))

        def end(call: Callable[[], None]) -> None:
            stopped.set()
            job.deleteLater()
            call()

        def refused(error: StorageError) -> None:
            end(lambda: failed("" if isinstance(error, Cancelled) else adding_failed(error)))

        def wait() -> None:
            with suppress(StorageError, TimeoutError):
                arrived(future.result(PATIENCE))

        if not isinstance(source, Path):
            self._only_here = [*((e, w) for e, w in self._only_here if not e.is_set())]
            self._only_here.append((stopped, wait))
        Operation(receiver, future).on_success(arrived).on_failure(refused).start()
        return stopped.set

    @property
    def is_busy(self) -> bool:
        """Whether a file is on its way into the vault."""
        return any(not end.is_set() for end in self._ends)

    def stop(self) -> None:
        """Keep nothing of what is still on its way, as when the page is left or locked.

        What was drawn or pasted is nowhere else: it is waited for.
        """
        for end, wait in self._only_here:
            if not end.is_set():
                wait()
        for end in self._ends:
            end.set()

    def look_up(
        self, name: str, receiver: QObject, found: Callable[[Attached | None], None]
    ) -> None:
        """See `Files.look_up`."""

        def work(session: Session) -> Attached | None:
            attachment = session.attachments.named(name)
            return attached(attachment) if attachment else None

        Operation(receiver, self._vault.query(work)).on_success(found).on_failure(
            lambda _error: found(None)
        ).start()

    def picture(self, file: Attached, receiver: QObject, show: Callable[[QImage], None]) -> None:
        """See `Files.picture`."""
        side = current().px(PICTURE) * 2

        def work() -> QImage:
            try:
                data = read_whole(self._vault, file.id)
            except StorageError:
                return QImage()  # told where the file is looked at, and by the vault's check
            return picture(data, file.media_type, QSize(4 * side, side)) if data else QImage()

        in_background(receiver, work).on_success(show).start()

    def show(self, file: Attached, parent: QWidget) -> None:
        """See `Files.show`."""
        from desktop.attachments.preview import FilePreview  # brings Pillow and pikepdf

        preview = FilePreview(self._vault, file, parent)
        preview.copied.connect(self.changed)
        preview.open()


def attached(attachment: Attachment) -> Attached:
    """What widgets are told of an attachment: neither key nor salt."""
    return Attached(
        attachment.id,
        attachment.name,
        attachment.title,
        attachment.media_type,
        attachment.size,
        attachment.sha256.hex(),
    )
