"""Tells where the focus goes to whoever follows it, for as long as that one is whole.

A page may lose the focus while it is being cleared away, piece by piece. Were the page's own parts
connected to Qt's signal, one that is half gone would be called, and that can end the process.
"""

from collections.abc import Callable
from functools import cache
from weakref import WeakMethod

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

Moved = Callable[[QWidget | None, QWidget | None], None]
"""Is told what had the focus, and what has it now."""


class _Focus(QObject):
    """Hears of the focus; it is never deleted."""

    def __init__(self) -> None:
        super().__init__()
        self.followers: list[WeakMethod[Moved]] = []
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self.followers = [one for one in self.followers if one() is not None]
        for one in tuple(self.followers):
            call = one()
            if call is not None and isValid(call.__self__):  # type: ignore[attr-defined]
                call(old, new)


@cache
def _focus() -> _Focus:
    return _Focus()


def follow_focus(moved: Moved) -> None:
    """Call `moved`, a method of a QObject, whenever the focus goes elsewhere, while that lasts."""
    _focus().followers.append(WeakMethod(moved))
