"""The room that a window takes on the screen when nobody has given it a place yet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 48)
"""Pixels that a window's frame may take beside and above it, whatever draws it."""


def take_room(window: QWidget, size: QSize) -> None:
    """Give `window`, not shown yet, its `size`; where that would not fit, the whole screen.

    A window as large as the screen would hang over its edge by the height of its frame.
    """
    room = window.screen().availableSize()
    window.resize(size.boundedTo(room))
    if (size + FRAME).boundedTo(room) != size + FRAME:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
