"""Layouts that answer to the width they get: a wrapping row, and even columns."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QLayoutItem, QStyle, QWidget

_GAP = 4
"""Pixels between a head's buttons and the line beneath them."""


class Arranged(QLayout):
    """A layout whose height depends on its width; subclasses place the visible items."""

    _resting = False

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        self._heights: dict[int, int] = {}  # by width; nested layouts ask again and again
        self._height = 0
        self._least: QSize | None = None
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def place(self, items: list[QLayoutItem], width: int) -> Iterable[tuple[QLayoutItem, QRect]]:
        """Where each of `items` goes in `width` pixels, from the top left, reading rightward."""
        raise NotImplementedError

    def addItem(self, item: QLayoutItem) -> None:
        """Takes in `item` at the end."""
        self._items.append(item)
        self.invalidate()

    def insert(self, index: int, widget: QWidget) -> None:
        """Put `widget` before the item that now stands at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def invalidate(self) -> None:
        """Something in it has changed: measure anew."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def count(self) -> int:
        """How many items there are, hidden ones included."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Hands the item at `index` back, None outside."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels it is tall at `width` pixels."""
        known = self._heights.get(width)
        if known is None and Arranged._resting:
            return self._height
        if known is None:
            margins = self.contentsMargins()
            inner = width - margins.left() - margins.right()
            places = self.place(self._visible(), inner)
            bottom = max((rect.bottom() + 1 for _, rect in places), default=0)
            known = self._heights[width] = bottom + margins.top() + margins.bottom()
            self._height = known
        return known

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest of the items’ least sizes."""
        if self._least is None and Arranged._resting:
            return self.geometry().size()
        if self._least is None:
            size = QSize()
            for item in self._visible():
                size = size.expandedTo(item.minimumSize())
            self._least = size.grownBy(self.contentsMargins())
        return self._least

    def setGeometry(self, rect: QRect) -> None:
        """Places the visible items, mirrored where the language reads leftward."""
        if Arranged._resting:
            return
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, place in self.place(self._visible(), inner.width()):
            shown = place.translated(inner.topLeft())
            item.setGeometry(QStyle.visualRect(direction, inner, shown))

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


@contextmanager
def at_rest() -> Iterator[None]:
    """Keep all things in their places while sizes are unsettled, and lay out once after it.

    A change of style sheet passes through a moment without one; laying out for it as well would
    take longer than all the rest, and pages would lose their place.
    """
    Arranged._resting = True
    try:
        yield
    finally:
        Arranged._resting = False
        for window in QApplication.topLevelWidgets():
            for layout in window.findChildren(Arranged):
                layout.invalidate()
                if parent := layout.parentWidget():
                    parent.updateGeometry()


class Flow(Arranged):
    """Things in a row, each in the middle of its height, wrapping where the width ends."""

    def place(self, items: list[QLayoutItem], width: int) -> Iterable[tuple[QLayoutItem, QRect]]:
        """See `Arranged.place`."""
        corner = QPoint(0, 0)
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in items:
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 16777215))
            if line and corner.x() + size.width() > width:
                yield from _level(line)
                corner = QPoint(0, corner.y() + _tallest(line) + self.spacing())
                line = []
            line.append((item, QRect(corner, size)))
            corner.setX(corner.x() + size.width() + self.spacing())
        yield from _level(line)

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        sizes = [item.sizeHint() for item in self._visible()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())


class Beside(Arranged):
    """Words, and buttons at the end beside them; beneath, where they would take half the width."""

    def place(self, items: list[QLayoutItem], width: int) -> Iterable[tuple[QLayoutItem, QRect]]:
        """See `Arranged.place`."""
        if len(items) < 2:
            yield from ((item, QRect(0, 0, width, _height(item, width))) for item in items)
            return
        words, buttons = items
        size = buttons.sizeHint()
        left = width - size.width() - self.spacing()
        if left < width // 2 and left < _longest_line(words):
            tall = _height(words, width)
            yield words, QRect(0, 0, width, tall)
            yield buttons, QRect(0, tall + self.spacing(), min(size.width(), width), size.height())
            return
        tall = max(_height(words, left), size.height())
        yield words, QRect(0, 0, left, tall)
        top = (tall - size.height()) // 2
        yield buttons, QRect(left + self.spacing(), top, size.width(), size.height())

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        sizes = [item.sizeHint() for item in self._visible()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))


class Head(Arranged):
    """A title, a line beneath it, and buttons at the end beside both.

    Where the line is too long for that, it takes the whole width under title and buttons; where
    even the title is, the buttons go beneath, unless they leave it half the width.
    """

    def place(self, items: list[QLayoutItem], width: int) -> Iterable[tuple[QLayoutItem, QRect]]:
        """See `Arranged.place`."""
        buttons = next((item for item in items if not isinstance(item.widget(), QLabel)), None)
        words = [item for item in items if item is not buttons]
        if buttons is None:
            yield from _stacked(words, 0, width)
            return
        size = buttons.sizeHint().boundedTo(QSize(max(width, 1), 16777215))
        left = width - size.width() - self.spacing()
        longest = max(map(_in_one_line, words), default=0)
        title = _in_one_line(words[0]) if words else 0
        beside = words if longest <= left or title > left >= width // 2 else words[:1]
        if title > left and left < width // 2:
            beside = []
        beneath = words[len(beside) :]
        if not beside:
            yield from _stacked(words, 0, width)
            top = sum(_height(item, width) for item in words) + self.spacing()
            yield buttons, QRect(0, top, size.width(), _height(buttons, size.width()))
            return
        stack = sum(_height(item, left) for item in beside)
        tall = max(stack, size.height())
        yield from _stacked(beside, (tall - stack) // 2, left)
        end = QPoint(left + self.spacing(), (tall - size.height()) // 2)
        yield buttons, QRect(end, size)
        yield from _stacked(beneath, tall + _GAP, width)

    def sizeHint(self) -> QSize:
        """The size it would like, at the text scale in use."""
        sizes = [item.sizeHint() for item in self._visible()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))


class Columns(Arranged):
    """Things in as many even columns as their longest fits, at most `most`; read row by row."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4, most: int = 2) -> None:
        super().__init__(parent, spacing)
        self._most = most

    def place(self, items: list[QLayoutItem], width: int) -> Iterable[tuple[QLayoutItem, QRect]]:
        """See `Arranged.place`."""
        gap = 24
        widest = max((item.sizeHint().width() for item in items), default=1)
        count = max(1, min(self._most, (width + gap) // (widest + gap)))
        each = (width - gap * (count - 1)) // count
        top = 0
        for start in range(0, len(items), count):
            line = items[start : start + count]
            tall = max(_height(item, each) for item in line)
            for column, item in enumerate(line):
                yield item, QRect(column * (each + gap), top, each, tall)
            top += tall + self.spacing()


def _stacked(items: list[QLayoutItem], top: int, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
    for item in items:
        tall = _height(item, width)
        yield item, QRect(0, top, width, tall)
        top += tall


def _longest_line(item: QLayoutItem) -> int:
    """Pixels that the longest of its labels would be wide if it did not wrap."""
    widget = item.widget()
    inside = widget.findChildren(QLabel) if widget else []
    labels = [widget] if isinstance(widget, QLabel) else inside
    return max(map(_wide, labels), default=item.sizeHint().width())


def _in_one_line(item: QLayoutItem) -> int:
    """Pixels that the words of a label would be wide if they did not wrap."""
    label = item.widget()
    assert isinstance(label, QLabel)
    return _wide(label)


def _wide(label: QLabel) -> int:
    label.ensurePolished()
    return label.fontMetrics().horizontalAdvance(label.text())


def _tallest(line: list[tuple[QLayoutItem, QRect]]) -> int:
    return max((place.height() for _, place in line), default=0)


def _level(line: list[tuple[QLayoutItem, QRect]]) -> Iterator[tuple[QLayoutItem, QRect]]:
    """Words beside a button stand at the height of its words."""
    tall = _tallest(line)
    for item, place in line:
        yield item, place.translated(0, (tall - place.height()) // 2)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
