"""Goes through all that a window shows, and says where it is cut, covered or too small."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from desktop.theme.labels import Chip, Keys
from desktop.theme.segmented import Segmented
from desktop.theme.tokens import LEAST_TARGET

_CHIP = 9
"""Pixels of air that a chip can give up at its end."""
Leaf = QAbstractButton | QLabel | QLineEdit | QComboBox | QPlainTextEdit


def shown(window: QWidget) -> Iterator[QWidget]:
    """Every widget of `window` that can be seen, if need be by scrolling."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window and not widget.size().isEmpty():
            yield widget


def named(widget: QWidget) -> str:
    """`widget` as a finding names it."""
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    parent = widget.parentWidget()
    of = f" in {type(parent).__name__}" if parent else ""
    return f"{type(widget).__name__} “{str(said or widget.accessibleName())[:60]}”{of}"


def cut(window: QWidget) -> Iterator[str]:
    """Words that their place is too small for."""
    for widget in shown(window):
        missing = _missing(widget)
        if missing and not widget.toolTip():
            yield f"{named(widget)}: {missing}"


def _missing(widget: QWidget) -> str:
    """How much room the words of `widget` lack, empty if none."""
    room, wanted = widget.size(), widget.sizeHint()
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return ""
        tall = wanted.height()
        if widget.wordWrap():
            tall = max(widget.heightForWidth(room.width()), 0)
            least = _longest_word(widget)
            if least > widget.contentsRect().width() + 1:
                return f"a word is {least} wide, its place {widget.contentsRect().width()}"
        elif wanted.width() - (_CHIP if isinstance(widget, Chip) else 0) > room.width() + 1:
            return f"{wanted.width()} wide, its place {room.width()}"
        return f"{tall} tall, its place {room.height()}" if tall > room.height() + 1 else ""
    if isinstance(widget, QPushButton | QRadioButton | QCheckBox) and widget.text():
        least = widget.minimumSizeHint()
        if isinstance(widget.parentWidget(), Segmented):
            least = widget.sizeHint()  # which draws less than that with an ellipsis
        words = QFontMetrics(widget.font()).horizontalAdvance(widget.text().replace("&&", "&"))
        if max(words if isinstance(widget, QPushButton) else 0, least.width()) > room.width() + 1:
            return f"{max(words, least.width())} wide, its place {room.width()}"
        if least.height() > room.height() + 1:
            return f"{least.height()} tall, its place {room.height()}"
    return ""


def _longest_word(label: QLabel) -> int:
    words = label.text().replace("\u200b", " ").split()  # where a path may break
    return max(map(label.fontMetrics().horizontalAdvance, words), default=0)


def outside(window: QWidget) -> Iterator[str]:
    """What reaches beyond what contains it, where nothing scrolls there."""
    for widget in shown(window):
        if not isinstance(widget, Leaf) or isinstance(widget, Keys):
            continue
        for around in _around(widget, window):
            place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
            if place.left() < -1 or place.right() > around.width() + 1:
                yield (
                    f"{named(widget)}: from {place.left()} to {place.right()} in"
                    f" {type(around).__name__}, {around.width()} wide"
                )
                break


def _around(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    """What clips `widget`, up to the window."""
    around = widget.parentWidget()
    while around is not None:
        scroll = around.parentWidget()
        if isinstance(scroll, QAbstractScrollArea) and scroll.viewport() is around:
            if isinstance(scroll, QScrollArea) and scroll.horizontalScrollBar().maximum() > 0:
                return  # one can go there
            if not isinstance(scroll, QScrollArea):
                return
        yield around
        if around is window:
            return
        around = around.parentWidget()


def overlapping(window: QWidget) -> Iterator[str]:
    """Two things beside each other of which one lies on the other."""
    for parent in [window, *shown(window)]:
        beside = [
            child
            for child in parent.children()
            if isinstance(child, Leaf)
            and child.isVisible()
            and not child.size().isEmpty()
            and not isinstance(child, Keys)
        ]
        for at, first in enumerate(beside):
            for second in beside[at + 1 :]:
                common = first.geometry() & second.geometry()
                if common.width() > 2 and common.height() > 2:
                    yield f"{named(first)} and {named(second)}: {common.getRect()}"


def targets(window: QWidget, least: int) -> Iterator[str]:
    """What is pressed and lower or narrower than `least` pixels; links in a text are exempt."""
    for widget in shown(window):
        if isinstance(widget, QAbstractItemView | QTabBar):
            continue
        if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
            continue
        if isinstance(widget.parentWidget(), QComboBox) or not widget.isEnabled():
            continue
        if min(widget.height(), widget.width()) < least:
            yield f"{named(widget)}: {widget.width()} × {widget.height()}"


def wrong(window: QWidget, width: int, height: int) -> Iterator[str]:
    """All that is wrong with where things stand in `window`, on a screen of `width` × `height`."""
    if window.width() > width or window.height() > height:
        yield f"the window is {window.width()} × {window.height()}"
    yield from cut(window)
    yield from outside(window)
    yield from overlapping(window)
    yield from targets(window, LEAST_TARGET)
