"""Reading order: which question a widget belongs to, and which comes after which."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from desktop.widgets.question import Question


def question_of(widget: QWidget | None) -> Question | None:
    """The question that `widget` is part of, if any."""
    while widget is not None and not isinstance(widget, Question):
        widget = widget.parentWidget()
    return widget


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """All widgets under `widget` as they are read: by the layouts, not by when they were made."""
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def tie_tabs(widget: QWidget) -> None:
    """Make Tab follow reading order again after things were put between others."""
    stops = [
        part
        for part in reading_order(widget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
    ]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield widget
            yield from reading_order(widget)
