"""Waits until a window has come to rest: all built, and nothing moves any more."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QWidget

from desktop.demo.camera import settle
from desktop.widgets.form_view import FormView

APART = 60
"""Milliseconds between two looks."""
LONGEST = 20_000
"""Milliseconds after which the window is taken as it is: a test then says what it found."""

_Place = tuple[QWidget, int, int, int, int]


def come_to_rest(window: QWidget) -> None:
    """Let `window` build and lay out all of it, however busy the computer is."""
    clock = QElapsedTimer()
    clock.start()
    settle(APART)
    before: list[_Place] = []
    while (now := _places(window)) != before and clock.elapsed() < LONGEST:
        for form in window.findChildren(FormView):
            if form.isVisible():
                form.complete()
        before = now
        settle(APART)


def _places(window: QWidget) -> list[_Place]:
    """Where everything in sight stands."""
    return [
        (each, *each.geometry().getRect())
        for each in window.findChildren(QWidget)
        if each.isVisible()
    ]
