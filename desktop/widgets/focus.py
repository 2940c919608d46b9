"""Reading order, and where the eye rests: what belongs to which question, what stays in place."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.theme.fields import WritingField
from desktop.widgets.column import lay_out
from desktop.widgets.question import Question

_MADE_ROOM = "made_room"
"""The property of a field that holds its height when the page was last laid out around it."""
_SETTLED = 60
"""Milliseconds after which a window has taken another text size."""


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


class Anchor:
    """Keeps a widget at its place in a view while what is above it comes and goes."""

    def __init__(self, view: QScrollArea, widget: QWidget | None) -> None:
        """Note where `widget` is in `view`; nothing is kept for None or what is not in sight."""
        self._view = view
        self._widget = widget if widget is not None and widget.isVisible() else None
        self._top = self._now()

    def hold(self) -> None:
        """Lay out at once, and scroll so that the widget is where it was, if it is still there."""
        lay_out(self._view)
        if self._widget is not None and isValid(self._widget) and self._widget.isVisible():
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + self._now() - self._top)

    @classmethod
    def at_top(cls, view: QScrollArea, parts: Iterable[QWidget]) -> "Anchor":
        """Holds the one of `parts` that begins nearest to the top of `view`."""
        top = QPoint(0, 0)
        shown = [part for part in parts if part.isVisible()]
        nearest = min(
            shown, key=lambda part: abs(part.mapTo(view.viewport(), top).y()), default=None
        )
        return cls(view, nearest)

    def hold_for_a_while(self) -> None:
        """Hold now, and when what stands around the view has taken its own new size."""
        for later in (0, _SETTLED):
            # The lambda keeps this alive until then.
            QTimer.singleShot(later, self._view, lambda: self._hold_if_seen())

    def _hold_if_seen(self) -> None:
        if self._view.isVisible():
            self.hold()

    def _now(self) -> int:
        if self._widget is None:
            return 0
        return self._widget.mapTo(self._view.viewport(), QPoint(0, 0)).y()


def show_caret(view: QScrollArea, edge: int) -> None:
    """Scroll `view` so that the line being written is `edge` pixels or more from its ends."""
    field, page = QApplication.focusWidget(), view.widget()
    if isinstance(field, WritingField) and page is not None and page.isAncestorOf(field):
        if field.property(_MADE_ROOM) != field.height():
            field.setProperty(_MADE_ROOM, field.height())
            _make_room(field, view)  # what was pasted or taken out is not yet in the page's height
        at = field.mapTo(page, field.cursorRect().center())
        view.ensureVisible(0, at.y(), 0, edge + field.cursorRect().height())


def _make_room(field: QWidget, view: QScrollArea) -> None:
    """Let everything around `field` take the size it needs now, from the inside out."""
    around = field.parentWidget()
    while around is not None and around is not view.viewport():
        layout = around.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        around = around.parentWidget()
    lay_out(view)


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
