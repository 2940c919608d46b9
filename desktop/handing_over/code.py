"""A QR code of a short text, black on white in every theme: scanners need it so."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""
_MODULE = 5


class Code(QWidget):
    """Draws `text` as a QR code."""

    def __init__(self, text: str, name: str) -> None:
        """`name` is what a screen reader says of it."""
        super().__init__()
        import segno  # slow to load, and seldom needed

        matrix = segno.make(text, error="m", micro=False).matrix
        self._rows = tuple(tuple(bool(module) for module in row) for row in matrix)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A code that is cut is none."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        """Five pixels a module."""
        side = (len(self._rows) + 2 * QUIET) * _MODULE
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt's hook."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        black = QColor("black")
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    place = ((QUIET + x) * _MODULE, (QUIET + y) * _MODULE)
                    painter.fillRect(*place, _MODULE, _MODULE, black)
