"""A press beside a control that is smaller than a fingertip counts for it (WCAG 2.2, 2.5.5).

Controls are drawn as tall as calm pages want them; what is pressed around one, up to the size of
a touch target, would otherwise do nothing. Qt hands a press that nothing takes to the window.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from desktop.theme.tokens import TOUCH

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # two Qt classes among the bases of one would crash

CONTROLS = (QAbstractButton, QComboBox, QLineEdit)
"""What is pressed at one place; everything larger is a list, a drawing or a page to write on."""
T = TypeVar("T")


class Reaching(_Widget):
    """Mixed in before the Qt class of a window."""

    _pressed: QWidget | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing took the press: remember what it is beside."""
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = reached(self, event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go where it was pressed: that was meant for what is beside it."""
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        if pressed is not None and reached(self, event.position().toPoint()) is pressed:
            _press(pressed)


def reached(window: QWidget, point: QPoint) -> QWidget | None:
    """The control of `window` whose touch target holds `point`, the nearest if several."""
    places = []
    for control in window.findChildren(QWidget):
        if isinstance(control, CONTROLS) and control.isVisible() and control.isEnabled():
            seen = control.visibleRegion().boundingRect()
            if not seen.isEmpty() and control.window() is window:
                places.append((seen.translated(control.mapTo(window, QPoint(0, 0))), control))
    return nearest(places, point)


def nearest(places: Iterable[tuple[QRect, T]], point: QPoint) -> T | None:
    """Whose touch target holds `point`: of `places`, each a rectangle and what stands there."""
    found: T | None = None
    least = (TOUCH * TOUCH, 0)
    for place, what in places:
        x = _beyond(place.left(), place.width(), point.x())
        y = _beyond(place.top(), place.height(), point.y())
        away = (x * x + y * y, place.width())  # of a button in a field, the button
        if x <= _air(place.width()) and y <= _air(place.height()) and away < least:
            found, least = what, away
    return found


def _beyond(first: int, length: int, at: int) -> int:
    """How many pixels `at` lies outside of `length` pixels from `first` on."""
    return max(first - at, at - (first + length - 1), 0)


def _air(length: int) -> int:
    """Pixels that a control's target reaches beyond each of its ends."""
    return max(0, -(-(TOUCH - length) // 2))


def _press(control: QWidget) -> None:
    """What a press in the middle of `control` does."""
    if control.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        control.setFocus(Qt.FocusReason.MouseFocusReason)
    if isinstance(control, QAbstractButton):
        control.click()
    elif isinstance(control, QComboBox):
        control.showPopup()
