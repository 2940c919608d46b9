"""The column of a form: full lines, and short questions two by two where the page is wide."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLayoutItem, QScrollArea, QWidget

from desktop.theme.layouts import Arranged
from desktop.theme.look import current
from desktop.theme.tokens import LINE
from desktop.widgets.question import Question

_GAP = 24  # pixels between two that stand side by side
_BETWEEN = 20  # pixels between one question and the next
_BEFORE_SECTION = 32  # pixels above a section's heading


class FormColumn(Arranged):
    """Places questions and sections below each other.

    Two short questions that follow each other in the form are partners for good: which ones
    stand side by side doesn't change while answers make others come and go.
    """

    def __init__(self, parent: QWidget, *, clamp: bool = False) -> None:
        """`clamp` keeps the lines from growing too long; for the outermost column."""
        super().__init__(parent, _BETWEEN)
        self._clamp = clamp
        self._before_section = _BEFORE_SECTION
        self._partner: dict[QWidget, QWidget] = {}
        self._single: QWidget | None = None

    def draw_close(self, between: int) -> None:
        """Keep only `between` pixels from one part to the next, as for a list of lines."""
        self.setSpacing(between)
        self._before_section = between
        self.invalidate()

    def append(self, widget: QWidget) -> None:
        """Put `widget` at the end."""
        short = isinstance(widget, Question) and widget.is_short
        if short and self._single is not None:
            self._partner[self._single] = widget
            self._single = None
        else:
            self._single = widget if short else None
        self.addWidget(widget)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()  # now: what is to be shown later takes no room until then

    def place(self, items: list[QLayoutItem], width: int) -> Iterable[tuple[QLayoutItem, QRect]]:
        """See `Arranged.place`."""
        if self._clamp:
            width = min(width, current().px(LINE))
        half = (width - _GAP) // 2
        top, index = 0, 0
        while index < len(items):
            item = items[index]
            if index and not isinstance(item.widget(), Question):
                top += self._before_section - self.spacing()
            after = items[index + 1] if index + 1 < len(items) else None
            if after is not None and self._fit(item, after, half):
                first, second = _level(item, after, half)
                yield item, QRect(0, top, half, first)
                yield after, QRect(half + _GAP, top, half, second)
                tall = max(first, second)
                index += 2
            else:
                tall = _height(item, width)
                yield item, QRect(0, top, width, tall)
                index += 1
            top += tall + self.spacing()

    def _fit(self, item: QLayoutItem, after: QLayoutItem, half: int) -> bool:
        first, second = item.widget(), after.widget()
        if first is None or self._partner.get(first) is not second:
            return False
        return all(
            isinstance(part, Question) and part.answer.sizeHint().width() <= half
            for part in (first, second)
        )


def framed(view: QScrollArea) -> tuple[QWidget, FormColumn]:
    """Make `view` a page that scrolls up and down only; the page, and the column of its parts."""
    view.setWidgetResizable(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = QWidget()
    column = FormColumn(page, clamp=True)
    column.setContentsMargins(0, 4, 16, 64)
    view.setWidget(page)
    page.setAutoFillBackground(False)  # after setWidget, which sets it
    view.viewport().setAutoFillBackground(False)
    return page, column


def lay_out(view: QScrollArea) -> None:
    """Give everything in `view` its place at once, as before scrolling to a part of it."""
    for part in (view.widget(), view):
        if part is not None:
            QApplication.sendEvent(part, QEvent(QEvent.Type.LayoutRequest))


def _level(item: QLayoutItem, after: QLayoutItem, width: int) -> tuple[int, int]:
    """The heights of two that stand side by side, so that their answers begin level."""
    one, two = item.widget(), after.widget()
    assert isinstance(one, Question)
    assert isinstance(two, Question)
    heads = one.head_height(width), two.head_height(width)
    head = max(heads)
    return _height(item, width) + head - heads[0], _height(after, width) + head - heads[1]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
