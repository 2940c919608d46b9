"""Lets what scrolls be read with the keys alone: WCAG 2.2, 2.1.1 and 2.4.7."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea


def by_key(area: QAbstractScrollArea, name: str) -> None:
    """Let Tab reach `area` while there is more than fits; a screen reader calls it `name`.

    Where all of it is in sight, it would be one more stop at which nothing can be done. A click
    beside everything leaves the focus where it is. Room for the ring is always there, so that
    nothing moves when it comes.
    """
    area.setAccessibleName(name)
    area.setProperty("ringed", True)
    bar = area.verticalScrollBar()

    def heed() -> None:
        policy = Qt.FocusPolicy
        area.setFocusPolicy(policy.TabFocus if bar.maximum() > 0 else policy.NoFocus)

    bar.rangeChanged.connect(heed)
    heed()
