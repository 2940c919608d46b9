"""Files on their way between a form and the vault: what is offered, what is kept, and by whom."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QMimeDatabase, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from translations.interface import _

PNG = "image/png"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that somebody wants to add; `source` is where it is, or its bytes."""

    source: Path | bytes
    title: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that the vault keeps.

    Attributes:
        id: the vault's id of it.
        name: the answer, neutral; `title` is the file's own name.
        sha256: of the original, in hexadecimal.
    """

    id: str
    name: str
    title: str
    media_type: str
    size: int
    sha256: str


class Files(Protocol):
    """Where files go and come from; calls back unless `receiver` is deleted meanwhile."""

    def take(
        self,
        offered: Offered,
        receiver: QObject,
        *,
        step: Callable[[int], None],
        done: Callable[[Attached], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Keep a file; `step` hears thousandths. Gives what cancels it."""

    def look_up(
        self, name: str, receiver: QObject, found: Callable[[Attached | None], None]
    ) -> None:
        """Say what is known of the file that an answer calls `name`."""

    def picture(self, file: Attached, receiver: QObject, show: Callable[[QImage], None]) -> None:
        """Give a small picture of `file`, if there is one."""

    def show(self, file: Attached, parent: QWidget) -> None:
        """Open `file` to be looked at."""


def offered_at(path: Path) -> Offered:
    """The file at `path`, with its type by content and name."""
    return Offered(path, path.name, QMimeDatabase().mimeTypeForFile(str(path)).name())


def offered_in(data: QMimeData | None) -> list[Offered]:
    """The files, else the picture, that were dropped or copied."""
    if data is None:
        return []
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    files = [offered_at(path) for path in paths if path.is_file()]
    if not files and data.hasImage():
        image = QImage(data.imageData())
        return [] if image.isNull() else [Offered(png(image), _("Pasted picture") + ".png", PNG)]
    return files


def png(image: QImage) -> bytes:
    """`image` as the bytes of a PNG file, made in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def file_filter(kind: str) -> str:
    """What the file dialog shows at first, by name; the content is looked at afterwards."""
    every = _("All files (*)")
    if kind == "image":
        return _("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff *.heic)") + ";;" + every
    if kind == "audio":
        return _("Recordings (*.mp3 *.m4a *.wav *.ogg *.flac *.aac)") + ";;" + every
    if kind == "video":
        return _("Films (*.mp4 *.mov *.mkv *.webm *.avi *.m4v)") + ";;" + every
    return every
