"""The slim rail on the left: one button for each page, an icon with its word."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import current
from desktop.theme.icons import draw
from translations import fonts

WIDTH = 88
_HEIGHT = 56
_ICON = 20


class RailButton(QAbstractButton):
    """One page's button; checked while that page is shown."""

    def __init__(self, words: str, icon: str, keys: str, parent: QWidget) -> None:
        """`words` is the page's name; `icon` names a file of the theme's icons."""
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})")
        self.setCheckable(True)
        self.setAutoExclusive(True)  # or a screen reader would call it a check box
        self.setShortcut(QKeySequence(keys))
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """As wide as the rail, a touch target tall."""
        return QSize(current().px(WIDTH) - 17, current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Its word and a small icon: with large words the rail closes up to fit the screen."""
        words = QFontMetricsF(_font(current().sizes.small, bold=True)).height()
        least = round(_ICON + words) + 6
        return QSize(self.sizeHint().width(), max(44, least))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt's hook: the pointer is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's hook: the pointer has gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon above its word."""
        del event
        look = current()
        colours = look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(colours.soft if self.isChecked() else colours.background))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(colours.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)
        colour = colours.soft_text if self.isChecked() else colours.muted
        font = _font(look.sizes.small, bold=self.isChecked())
        height = QFontMetricsF(font).height()
        side = max(_ICON, min(look.px(_ICON), int(area.height() - height) - 6))
        top = (area.height() - side - 4 - height) / 2
        draw(painter, self._icon, QRectF((area.width() - side) / 2, top, side, side), colour)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        words = QRectF(0, top + side + 4, area.width(), height)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


def _font(pixels: int, *, bold: bool) -> QFont:
    font = QFont(fonts.FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


class Rail(QFrame):
    """The pages' buttons from top to bottom."""

    chosen = Signal(str)
    """The name of the page that was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty rail; `add` puts pages on it."""
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._fit()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}

    def add(self, name: str, words: str, icon: str) -> None:
        """Put a page's button below the others; its key is Alt and its place."""
        button = RailButton(words, icon, f"Alt+{len(self._buttons) + 1}", self)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[name] = button

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: the text may have another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(current().px(WIDTH) - 1)

    def show_chosen(self, name: str) -> None:
        """Mark the page that is shown."""
        self._buttons[name].setChecked(True)
