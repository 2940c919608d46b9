"""How large the place is in which each control of a window answers, as a finger finds it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QScrollArea,
    QSlider,
    QWidget,
)

from desktop.theme.reaching import CONTROLS, nearest
from desktop.theme.tokens import TOUCH
from tests.desktop.everybody.walking import named, shown

Place = tuple[QWidget, QRect]


def small(window: QWidget) -> Iterator[str]:
    """Every control of `window` that answers in less than 44 × 44 pixels, whatever is scrolled."""
    planes: dict[QWidget, list[QWidget]] = {}
    for widget in shown(window):
        if _takes_presses(widget) and not _is_covered(widget, window):
            planes.setdefault(_plane(widget, window), []).append(widget)
    still = planes.get(window, [])
    for widgets in planes.values():
        own = {one: QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in widgets}
        beside = {one: QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in still}
        for widget, place in own.items():
            if isinstance(widget, CONTROLS) and widget.isEnabled():
                in_sight = not widget.visibleRegion().isEmpty()
                around = {**beside, **own} if in_sight else own
                width, height = _answering(place, widget, list(around.items()))
                if width < TOUCH or height < TOUCH:
                    yield f"{named(widget)}: {width} × {height}"


def _takes_presses(widget: QWidget) -> bool:
    if isinstance(widget.parentWidget(), QComboBox | QAbstractItemView):
        return False  # a part of what is pressed
    if isinstance(widget, QScrollArea):
        return False
    return isinstance(widget, (*CONTROLS, QAbstractScrollArea, QSlider))


def _is_covered(widget: QWidget, window: QWidget) -> bool:
    """Whether another page lies on it, as the one turned to her."""
    middle, around = widget.rect().center(), widget.parentWidget()
    while around is not None and around is not window:
        if not around.rect().contains(widget.mapTo(around, middle)):
            return False  # it is scrolled out of sight
        around = around.parentWidget()
    on_top = window.childAt(widget.mapTo(window, middle))
    return on_top is not None and on_top is not widget and not widget.isAncestorOf(on_top)


def _plane(widget: QWidget, window: QWidget) -> QWidget:
    """What `widget` is scrolled with; the window where nothing scrolls."""
    around = widget.parentWidget()
    while around is not None and around is not window:
        viewport = around.parentWidget()
        scroll = viewport.parentWidget() if viewport else None
        if isinstance(scroll, QScrollArea) and scroll.widget() is around:
            return around
        around = around.parentWidget()
    return window


def _answering(place: QRect, widget: QWidget, places: list[Place]) -> tuple[int, int]:
    """Pixels across and down, through the middle of `place`, in which `widget` answers."""
    near = place.adjusted(-TOUCH, -TOUCH, TOUCH, TOUCH)
    around = [(rect, one) for one, rect in places if rect.intersects(near)]

    def reach(step: QPoint) -> int:
        at, count = place.center(), 0
        while count < TOUCH and _taker(at, around) is widget:
            at, count = at + step, count + 1
        return count

    across = reach(QPoint(-1, 0)) + reach(QPoint(1, 0)) - 1
    down = reach(QPoint(0, -1)) + reach(QPoint(0, 1)) - 1
    return across, down


def _taker(point: QPoint, places: list[tuple[QRect, QWidget]]) -> QWidget | None:
    """What a press at `point` is for: what lies there, the smallest first, else what is near."""
    under = [
        (rect.width() * rect.height(), at)
        for at, (rect, _) in enumerate(places)
        if rect.contains(point)
    ]
    if under:
        return places[min(under)[1]][1]
    return nearest([(rect, one) for rect, one in places if isinstance(one, CONTROLS)], point)
