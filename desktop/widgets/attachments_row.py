"""One attached file as a row: a small picture, its own name, what it is, and what can be done."""

from typing import Any

from PySide6.QtCore import QMimeDatabase, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.sizes import weight
from desktop.theme.buttons import Button
from desktop.theme.frames import Card
from desktop.theme.icons import draw
from desktop.theme.labels import Label
from desktop.theme.look import current
from translations.interface import _

PICTURE = 64
"""Pixels of a small picture's side."""


class FileRow(Card):
    """A file that is attached; `looked` and `removed` say which button was pressed."""

    looked = Signal()
    removed = Signal()

    def __init__(self, *, removable: bool = True) -> None:
        """`removable` offers to take the file out."""
        super().__init__()
        self.file: Any = None
        """What it shows, for whoever put it there."""
        self._removable = removable
        self._picture = _Picture()
        self._title = Label(kind="strong")
        self._facts = Label(kind="muted")
        self._look = Button(_("Look at it"), icon="eye")
        self._look.clicked.connect(self.looked)
        self._remove = Button(_("Take out"), "quiet", icon="x")
        self._remove.clicked.connect(self.removed)
        self.buttons = (self._look, self._remove)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self._look)
        row.addWidget(self._remove)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.addLayout(row)
        self.allow_removing(removable)

    def show_file(self, title: str, media_type: str, size: int, sha256: str) -> None:
        """Say which file it is; `size` in bytes, `sha256` in hexadecimal."""
        self._title.setText(title)
        self._facts.setText(f"{facts(media_type, size)} · SHA-256 {sha256[:16]}…")
        self._picture.show_type(media_type)
        self._look.setEnabled(True)
        self._look.setAccessibleName(_("Look at {name}").format(name=title))
        self._remove.setAccessibleName(_("Take out {name}").format(name=title))

    def show_name(self, name: str) -> None:
        """Say what an answer calls it, while nothing else is known."""
        self._title.setText(name)
        self._facts.setText("")
        self._look.setEnabled(False)

    def show_picture(self, image: QImage) -> None:
        """Show a small picture of it."""
        self._picture.show_image(image)

    def forget(self) -> None:
        """Show nothing of the file that was there."""
        self.file = None
        self._picture.show_image(QImage())

    def allow_removing(self, allowed: bool) -> None:
        """Whether the file may be taken out."""
        self._remove.setVisible(allowed and self._removable)


class _Picture(QWidget):
    """A small picture with round corners, or an icon where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._icon = "file-text"
        self._from_top = False

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def show_type(self, media_type: str) -> None:
        self._from_top = not media_type.startswith("image/")
        self._icon = "file-text" if self._from_top else "image"
        self.update()

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        return QSize(current().px(PICTURE), current().px(PICTURE))

    def minimumSizeHint(self) -> QSize:
        """The least in which something can be told."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fills the square with the middle of a picture, or the head of a page."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = current().px(PICTURE)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        if self._image.isNull():
            quarter = side / 4
            inner = place.adjusted(quarter, quarter, -quarter, -quarter)
            draw(painter, self._icon, inner, current().colours.muted)
            return
        path = QPainterPath()
        path.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = min(self._image.width(), self._image.height())
        part = QRectF(0, 0, shown, shown)
        if not self._from_top:
            part.moveCenter(QRectF(self._image.rect()).center())
        painter.drawImage(place, self._image, part, Qt.ImageConversionFlag.AutoColor)
        painter.setPen(QColor(current().colours.line))
        painter.drawPath(path)


def facts(media_type: str, size: int) -> str:
    """What kind of file it is and how large, as people read it."""
    return f"{QMimeDatabase().mimeTypeForName(media_type).comment() or media_type} · {weight(size)}"
