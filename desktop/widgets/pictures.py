"""Pictures that a form shows beside its words: drawn from memory, never larger than they help."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from desktop.theme.look import current
from translations.interface import _

BESIDE_LABEL = QSize(560, 280)
"""Pixels of a picture beside a question at most, at 100 %."""
BESIDE_CHOICE = QSize(180, 120)
"""Pixels of a picture of a choice at most."""
_FORMATS = {b"png", b"jpeg", b"gif", b"webp"}
_MOST = 60_000_000  # pixels of a picture that is opened at all


def picture(data: bytes, most: QSize) -> QPixmap | None:
    """The picture in `data`, scaled down to fit `most`; None where it can't be drawn."""
    holder = QBuffer()
    holder.setData(QByteArray(data))
    holder.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(holder)
    reader.setAutoTransform(True)
    size = reader.size()
    area = size.width() * size.height()
    if bytes(reader.format().data()) not in _FORMATS or not 0 < area <= _MOST:
        return None
    ratio = QApplication.primaryScreen().devicePixelRatio()
    room = QSize(*(round(current().px(side) * ratio) for side in most.toTuple()))
    if size.width() > room.width() or size.height() > room.height():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


class Picture(QLabel):
    """A picture beside a question, with the question's words for who cannot see it."""

    def tell(self, name: str, shown: QPixmap | None, words: str) -> None:
        """Show the picture `name`; where it is missing, say so."""
        if shown is None:
            self.setText(_("The picture {name} is missing.").format(name=name))
        else:
            self.setPixmap(shown)
        self.setAccessibleName(_("Picture: {words}").format(words=words or name))
