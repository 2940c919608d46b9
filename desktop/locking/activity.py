"""Notices that somebody is there, and the two keys that must work everywhere.

The filter sits on windows, not on the application: it sees each key, click and touch once, before
any widget, menu or dialog, and nothing of the thousands of events between widgets.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
_WATCHED = "watched"
"""The dynamic property of a window that has our filter."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})


class Activity(QObject):
    """Watches all windows of the application."""

    seen = Signal()
    """Somebody has touched a key, the mouse, the screen or the pen."""
    lock_asked = Signal()
    """Ctrl+L (Command+L on macOS)."""
    hide_asked = Signal()
    """F9."""
    window_came = Signal(QWindow)
    """A window that was not there before."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Watch each window that gets the focus from now on."""
        super().__init__(parent)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]
        # What an input method types reaches no window as a key; the caret moves all the same.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.seen)

    def watch_all(self) -> None:
        """Watch those that are there, and have come without taking the focus, as menus do."""
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)

    def _watch(self, window: QWindow | None) -> None:
        if window and not window.property(_WATCHED):
            window.setProperty(_WATCHED, True)
            window.installEventFilter(self)
            self.window_came.emit(window)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's hook: tells of input, and takes the two keys for itself."""
        kind = event.type()
        if kind not in _INPUT:
            return False
        self.seen.emit()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._take(event)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        """Whether the key is one of ours; it is acted upon when pressed, not when offered."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_L and modifiers == Qt.KeyboardModifier.ControlModifier:
            asked = self.lock_asked
        elif event.key() == Qt.Key.Key_F9 and modifiers == Qt.KeyboardModifier.NoModifier:
            asked = self.hide_asked
        else:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the same key comes before us
        elif not event.isAutoRepeat():
            asked.emit()
        return True
