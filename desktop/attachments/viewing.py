"""Pictures of attached files, made in memory: no plain file, no thumbnail, no cache on the disk."""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.attachments.pdf import PDF, pages
from storage import Vault

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read into memory to be shown."""

_FORMATS = {b"jpeg", b"png", b"gif", b"bmp", b"webp", b"tiff"}


def read_whole(vault: Vault, id: str) -> bytes | None:
    """The original of an attachment; None where it is too large for memory.

    Raises:
        StorageError: it is gone or damaged.
    """
    with vault.read_attachment(id) as reader:
        return reader.read() if reader.attachment.size <= LARGEST else None


def picture(data: bytes, media_type: str, box: QSize) -> QImage:
    """A picture of a file, no larger than `box` (pixels); a null one where there is none."""
    if media_type == PDF:
        found = pages(data, box.width(), most=1)
        return _within(found[0], box) if found else QImage()
    if not media_type.startswith("image/"):
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if not reader.canRead() or reader.format().data() not in _FORMATS:
        return QImage()
    size = reader.size()
    if size.width() > 2 * box.width() or size.height() > 2 * box.height():
        reader.setScaledSize(size.scaled(box * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return _within(reader.read(), box)


def _within(image: QImage, box: QSize) -> QImage:
    if image.isNull() or (image.width() <= box.width() and image.height() <= box.height()):
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, smooth)
