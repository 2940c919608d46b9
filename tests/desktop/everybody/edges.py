"""Measures, in the pixels of a window, how far a control and its focus ring stand out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from desktop.demo.camera import settle
from desktop.shell.rail import RailButton
from desktop.theme.checks import Check, Radio
from desktop.theme.look import current
from desktop.theme.tokens import contrast
from tests.desktop.everybody.walking import named, shown

AROUND = 4
"""Pixels around a control in which its ground is looked for."""
EDGE = 3
"""Pixels from its rim in which a control's edge is looked for."""
WORN = {"quiet", "link"}
"""Kinds of buttons that are known by their words, which `test_contrast` measures."""
WORDS = (RailButton,)
"""Buttons of our own that are known by their words and icon."""
BOX = 26
"""Pixels at 100 % in which the box of a row to tick is drawn."""
BEST = 21.0
"""Contrast where there is no edge to measure."""
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@dataclass(frozen=True)
class Measured:
    """How far a control stands out; `ring` is that of its focus, and `reach` its share of the rim.

    Attributes:
        edge: contrast of the strongest colour of its rim, or of what it holds, to its ground.
    """

    name: str
    edge: float
    ring: float
    reach: float


def measured(window: QWidget, seen: set[tuple[str, ...]]) -> Iterator[Measured]:
    """Every kind of control in sight on every ground that was not `seen`."""
    window.activateWindow()
    window.setFocus()
    settle(20)
    picture = _picture(window)
    for widget in list(shown(window)):
        if not isValid(widget):
            continue  # a form that was left is taken down meanwhile
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not _is_looked_at(widget) or not picture.rect().contains(place):
            continue
        ground = _ground(picture, place)
        checked = isinstance(widget, QAbstractButton) and widget.isChecked()
        kind = str(widget.property("kind") or "")
        key = (type(widget).__name__, kind, str(checked), ground)
        if not ground or key in seen:
            continue
        seen.add(key)
        before = picture.copy(place)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle(1)
        after = _picture(window, place)
        ring, reach = _ring(before, after, ground)
        edge = _edge(widget, before, ground)
        if isinstance(widget, QAbstractItemView):
            reach = float(reach > 0)  # the ring is around one of its rows
        yield Measured(f"{named(widget)} ({kind}) on {ground}", edge, ring, reach)
        window.setFocus()


def _is_looked_at(widget: QWidget) -> bool:
    whole = widget.visibleRegion().boundingRect() == widget.rect()
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if isinstance(widget.parentWidget(), QComboBox):
        return False  # a part of what is measured
    return isinstance(widget, CONTROLS) and widget.isEnabled() and by_tab and whole


def _picture(window: QWidget, place: QRect | None = None) -> QImage:
    return window.grab(place or window.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage) -> Counter[str]:
    """How many pixels of `image` have each colour, as `#RRGGBB`."""
    pixels = bytes(image.constBits())
    counted = Counter(pixels[at : at + 3] for at in range(0, len(pixels), 4))
    return Counter({f"#{c[2]:02X}{c[1]:02X}{c[0]:02X}": n for c, n in counted.items()})


def _ground(picture: QImage, place: QRect) -> str:
    """The commonest colour just above and below `place`, and beside it."""
    counted: Counter[str] = Counter()
    for strip in (
        QRect(place.left(), place.top() - AROUND, place.width(), AROUND),
        QRect(place.left(), place.bottom() + 1, place.width(), AROUND),
        QRect(place.left() - AROUND, place.top(), AROUND, place.height()),
        QRect(place.right() + 1, place.top(), AROUND, place.height()),
    ):
        part = strip & picture.rect()
        if part.isValid() and not part.isEmpty():
            counted += colours(picture.copy(part))
    return counted.most_common(1)[0][0] if counted else ""


def _edge(widget: QWidget, image: QImage, ground: str) -> float:
    """The best contrast to `ground` of a colour along the rim of `widget`, or of its box."""
    if widget.property("kind") in WORN or isinstance(widget, (*WORDS, QAbstractItemView)):
        return BEST
    if isinstance(widget, Check | Radio):
        wide = current().px(BOX)
        left = (
            0
            if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight
            else image.width() - wide
        )
        counted, least = colours(image.copy(left, 0, wide, image.height())), wide // 2
    else:
        counted, least = Counter[str](), min(image.width(), image.height()) // 2
        for strip in (
            QRect(0, 0, image.width(), EDGE),
            QRect(0, image.height() - EDGE, image.width(), EDGE),
            QRect(0, 0, EDGE, image.height()),
            QRect(image.width() - EDGE, 0, EDGE, image.height()),
        ):
            counted += colours(image.copy(strip))
    common = [colour for colour, count in counted.items() if count >= least]
    return max((contrast(colour, ground) for colour in common), default=1.0)


def _ring(before: QImage, after: QImage, ground: str) -> tuple[float, float]:
    """Contrast of what the focus has painted to `ground`, and how much of the rim it covers."""
    old, new = bytes(before.constBits()), bytes(after.constBits())
    changed: Counter[str] = Counter()
    for at in range(0, min(len(old), len(new)), 4):
        if old[at : at + 3] != new[at : at + 3]:
            blue, green, red = new[at : at + 3]
            changed[f"#{red:02X}{green:02X}{blue:02X}"] += 1
    if not changed:
        return 1.0, 0.0
    best = max(changed, key=lambda colour: changed[colour] if contrast(colour, ground) >= 3 else 0)
    rim = 2 * (after.width() + after.height())
    return contrast(best, ground), changed[best] / rim
