"""Whether Caps Lock is on, learned from what is typed; Qt has no other way on every system."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class CapsLock(QObject):
    """Watches the keys of one field. A letter in the wrong case for its Shift key tells."""

    known = Signal(bool)
    """Caps Lock is now known to be on, or off."""

    def __init__(self, field: QLineEdit) -> None:
        """Watch what is typed into `field`."""
        super().__init__(field)
        self._on: bool | None = None
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's hook: learns, and leaves every key to the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if len(text) == 1 and text.lower() != text.upper():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._learn(text.isupper() != shifted)
            elif event.key() == Qt.Key.Key_CapsLock and self._on is not None:
                self._learn(not self._on)
        return False

    def _learn(self, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.known.emit(on)
