"""Lets what scrolls be read with the keys alone: WCAG 2.2, 2.1.1 and 2.4.7."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from desktop.theme.look import current
from desktop.theme.tokens import RADIUS, RING

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def by_key(area: QAbstractScrollArea, name: str) -> None:
    """Let Tab reach `area` while there is more than fits; a screen reader calls it `name`.

    Where all of it is in sight, it would be one more stop at which nothing can be done. A click
    beside everything leaves the focus where it is. Its ring shows to whoever comes by Tab, and
    lies over the area: nothing moves when it comes, and it takes no room.
    """
    area.setAccessibleName(name)
    bar = area.verticalScrollBar()
    area.installEventFilter(_Rings(area))

    def heed() -> None:
        policy = Qt.FocusPolicy
        area.setFocusPolicy(policy.TabFocus if bar.maximum() > 0 else policy.NoFocus)

    bar.rangeChanged.connect(heed)
    heed()


def scrolling(inside: QWidget, name: str) -> QScrollArea:
    """`inside`, which may be taller than its room, on the ground of what is around it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    by_key(area, name)
    inside.setAutoFillBackground(False)  # after setWidget, which sets it
    area.viewport().setAutoFillBackground(False)
    return area


class _Rings(QObject):
    """Lays a ring over its parent, a scroll area, while that has the focus by Tab."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._ring: _Ring | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the focus comes or goes, or the area has another size."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() in _BY_TAB:
                self._show()
            elif event.lostFocus() and self._ring is not None:
                self._ring.hide()
        elif event.type() == QEvent.Type.Resize and self._ring is not None:
            self._ring.resize(self._area.size())
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self._ring is None:
            self._ring = _Ring(self._area)
        self._ring.resize(self._area.size())
        self._ring.raise_()
        self._ring.show()


class _Ring(QWidget):
    """The ring itself; what is beneath is pressed through it."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current().colours.accent), RING))
        half = RING / 2
        place = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(place, RADIUS, RADIUS)
