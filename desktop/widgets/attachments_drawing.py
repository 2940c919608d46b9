"""A sheet to sign or draw on, with mouse, pen or finger; what is drawn stays in memory."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTabletEvent,
)
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.reaching import Reaching
from translations.interface import _

SIZE = QSize(1024, 384)
"""Pixels of a signature's picture at most."""
TALL = QSize(1024, 720)
_INK = QColor("#101820")  # the paper stays white in every theme: it is going to be printed
_PAPER = QColor("#FFFFFF")
_LINE = QColor("#8A9494")
_WIDTH = 2.6
_MARGIN = 16


class DrawingPad(Reaching, QDialog):
    """Asks for a signature or a drawing; `image` gives what was drawn."""

    def __init__(self, parent: QWidget, *, signature: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self.sheet = Sheet(SIZE if signature else TALL, ruled=signature)
        self.sheet.drawn.connect(self._drawn)
        words = _("Sign on the line. Any mark will do.") if signature else _("Draw here.")
        self._undo = Button(_("Undo"), "quiet", icon="undo-2", keys="Ctrl+Z")
        self._undo.setEnabled(False)
        self._undo.clicked.connect(self.sheet.undo)
        clear = Button(_("Start again"), "quiet")
        clear.clicked.connect(self.sheet.clear)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self._keep = Button(_("Keep it"), "primary")
        self._keep.setEnabled(False)
        self._keep.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(words, "heading"))
        column.addWidget(self.sheet, 1)
        column.addLayout(row(self._undo, clear, None, cancel, self._keep))
        cancel.setFocus()

    def image(self) -> QImage:
        """What was drawn, on white, cut to it."""
        return self.sheet.image()

    def _drawn(self) -> None:
        self._keep.setEnabled(not self.sheet.is_empty)
        self._undo.setEnabled(self.sheet.can_undo)


class Sheet(QWidget):
    """White paper; strokes are kept as points and drawn smoothly at any size."""

    drawn = Signal()

    def __init__(self, size: QSize, *, ruled: bool) -> None:
        super().__init__()
        self._size, self._ruled = size, ruled
        self._strokes: list[QPolygonF] = []
        self._cleared: list[QPolygonF] = []
        self.setMinimumSize(size.width() // 2, size.height() // 2)
        self.setAccessibleName(_("Sheet to sign or draw on"))
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    def sizeHint(self) -> QSize:
        """As large as its picture."""
        return self._size * 0.75

    @property
    def can_undo(self) -> bool:
        """Whether there is a stroke to take back, or something that was cleared."""
        return bool(self._strokes or self._cleared)

    def clear(self) -> None:
        """Take everything away; `undo` brings it back."""
        self._cleared, self._strokes = self._strokes or self._cleared, []
        self.update()
        self.drawn.emit()

    def undo(self) -> None:
        """Take the last stroke back; after `clear`, bring back what was there."""
        if self._strokes:
            self._strokes.pop()
        else:
            self._strokes, self._cleared = self._cleared, []
        self.update()
        self.drawn.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins; touch comes as the mouse does."""
        self._strokes.append(QPolygonF([event.position()]))
        self._more(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on."""
        if self._strokes and event.buttons():
            self._more(event.position())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen gives more points than a mouse."""
        if event.type() == QTabletEvent.Type.TabletPress:
            self._strokes.append(QPolygonF([event.position()]))
        if self._strokes and event.pressure() > 0:
            self._more(event.position())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, the line to sign on, and the strokes."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        if self._ruled:
            height = self.height() * 0.72
            painter.setPen(QPen(_LINE, 1))
            painter.drawLine(QPointF(24, height), QPointF(self.width() - 24, height))
        _ink(painter, self._strokes, 1.0)

    def image(self) -> QImage:
        """The strokes on white, with a margin, as large as the picture may be."""
        around = self._around()
        scale = min(self._size.width() / around.width(), self._size.height() / around.height(), 2.0)
        image = QImage((around.size() * scale).toSize(), QImage.Format.Format_RGB32)
        image.fill(_PAPER)
        painter = QPainter(image)
        painter.scale(scale, scale)
        painter.translate(-around.topLeft())
        _ink(painter, self._strokes, 1.0)
        painter.end()
        return image.convertToFormat(QImage.Format.Format_Grayscale8)

    def _around(self) -> QRectF:
        """The strokes' box, with a margin."""
        box = QRectF()
        for stroke in self._strokes:
            box = box.united(stroke.boundingRect().adjusted(-1, -1, 1, 1))
        return box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def _more(self, place: QPointF) -> None:
        self._strokes[-1].append(place)
        self.update()
        self.drawn.emit()


def _ink(painter: QPainter, strokes: list[QPolygonF], width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(_INK, _WIDTH * width, Qt.PenStyle.SolidLine, cap, join))
    for stroke in strokes:
        painter.drawPolyline(stroke)
