"""The pages of a PDF as pictures and as words, made in memory."""

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PDF = "application/pdf"
MOST_PAGES = 40
"""Pages of a paper that are shown; who needs more hands out a copy."""

Read = TypeVar("Read")

_POINTS = 72  # to the inch
_pdfium = threading.Lock()  # the library is not made for several threads at once


def pages(data: bytes, width: int, most: int = MOST_PAGES) -> list[QImage]:
    """The first pages of a PDF, each `width` pixels wide; none where it can't be read."""
    with closing(_each(data, lambda page: _drawn(page, width))) as drawn:
        return list(islice(drawn, most))


def texts(data: bytes) -> list[str]:
    """The words of every page of a PDF; none where it can't be read."""
    return list(_each(data, lambda page: _words(page).replace("\r\n", "\n")))


def sheet(data: bytes, index: int, width: int) -> tuple[QImage, int]:
    """One page of a PDF, `width` pixels wide, and how many there are; null and 0 where unread."""
    import pypdfium2

    with _pdfium:
        try:
            paper = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return QImage(), 0
        with closing(paper):
            count = len(paper)
            try:
                return _drawn(paper[min(max(index, 0), count - 1)], width), count
            except pypdfium2.PdfiumError:
                return QImage(), count


def sheets(data: bytes, dots: int) -> Iterator[tuple[QSizeF, QImage]]:
    """Every page of a PDF, its size in points and a picture with `dots` to the inch.

    Pages are drawn one at a time, as they are asked for; none where the paper can't be read.
    """
    return _each(data, lambda page: (QSizeF(*page.get_size()), _picture(page, dots / _POINTS)))


def _each(data: bytes, read: Callable[["PdfPage"], Read]) -> Generator[Read, None, None]:
    """What `read` makes of each page, until one can't be read."""
    import pypdfium2  # 60 ms and 4 MB, which a notebook that shows no PDF does without

    paper: PdfDocument | None = None
    try:
        with _pdfium:
            paper = pypdfium2.PdfDocument(data)
        for index in range(len(paper)):
            with _pdfium:
                found = read(paper[index])
            yield found
    except pypdfium2.PdfiumError:
        return
    finally:
        if paper is not None:
            with _pdfium:
                paper.close()


def _words(page: "PdfPage") -> str:
    return str(page.get_textpage().get_text_bounded())


def _drawn(page: "PdfPage", width: int) -> QImage:
    return _picture(page, width / max(1.0, page.get_width()))


def _picture(page: "PdfPage", scale: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    kept = QImage.Format.Format_RGB32
    shown = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kept)
    return shown.copy()
