"""Pictures of attached files, made in memory: no plain file, no thumbnail, no cache on the disk."""

import threading
from collections.abc import Iterator

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader

from storage import Vault

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read into memory to be shown."""
MOST_PAGES = 40
"""Pages of a paper that are shown; who needs more hands out a copy."""
PDF = "application/pdf"

_FORMATS = {b"jpeg", b"png", b"gif", b"bmp", b"webp", b"tiff"}
_pdfium = threading.Lock()  # the library is not made for several threads at once


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


def pages(data: bytes, width: int, most: int = MOST_PAGES) -> list[QImage]:
    """The first pages of a PDF, each `width` pixels wide; none where it can't be read."""
    made = []
    with _pdfium:
        try:
            paper = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return []
        try:
            for index in range(min(len(paper), most)):
                page = paper[index]
                scale = width / max(1.0, page.get_width())
                bitmap = page.render(scale=scale, prefer_bgrx=True)
                shown = QImage(
                    bytes(bitmap.buffer),
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    QImage.Format.Format_RGB32,
                )
                made.append(shown.copy())
        except pypdfium2.PdfiumError:
            return made
        finally:
            paper.close()
    return made


def texts(data: bytes) -> list[str]:
    """The words of every page of a PDF; none where it can't be read."""
    found = []
    with _pdfium:
        try:
            paper = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return []
        try:
            for index in range(len(paper)):
                page = paper[index].get_textpage()
                found.append(page.get_text_bounded().replace("\r\n", "\n"))
        except pypdfium2.PdfiumError:
            return found
        finally:
            paper.close()
    return found


def sheet(data: bytes, index: int, width: int) -> tuple[QImage, int]:
    """One page of a PDF, `width` pixels wide, and how many there are; null and 0 where unread."""
    with _pdfium:
        try:
            paper = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return QImage(), 0
        try:
            page = paper[min(max(index, 0), len(paper) - 1)]
            bitmap = page.render(scale=width / max(1.0, page.get_width()), prefer_bgrx=True)
            kept = QImage.Format.Format_RGB32
            shown = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kept)
            return shown.copy(), len(paper)
        except pypdfium2.PdfiumError:
            return QImage(), len(paper)
        finally:
            paper.close()


def sheets(data: bytes, dots: int) -> Iterator[tuple[QSizeF, QImage]]:
    """Every page of a PDF, its size in points and a picture with `dots` to the inch.

    Pages are drawn one at a time, as they are asked for; none where the paper can't be read.
    """
    try:
        with _pdfium:
            paper = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for index in range(len(paper)):
            with _pdfium:
                page = paper[index]
                size = QSizeF(page.get_width(), page.get_height())
                bitmap = page.render(scale=dots / 72, prefer_bgrx=True)
                shown = QImage(
                    bytes(bitmap.buffer),
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    QImage.Format.Format_RGB32,
                )
            yield size, shown.copy()
    except pypdfium2.PdfiumError:
        return
    finally:
        with _pdfium:
            paper.close()


def _within(image: QImage, box: QSize) -> QImage:
    if image.isNull() or (image.width() <= box.width() and image.height() <= box.height()):
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, smooth)
