"""A radio button whose choice can be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QWidget

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class TakeableRadio(QRadioButton):
    """Delete, Backspace or a second click take the choice back.

    Qt keeps the choice of a group for good once one is made; a slip of the hand must not be.
    Where one of the group always holds, `stays` keeps it chosen until another one is.
    """

    stays = False

    settled = Signal()
    """The officer chose it, or took it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_on = False
        self.pressed.connect(self._remember)
        self.clicked.connect(self._settle)

    travelling = False
    """An arrow key is on its way through the group: what it passes is no decision yet."""

    def check(self, on: bool) -> None:
        """Choose or clear without asking the others of the group, and without a signal."""
        self.setAutoExclusive(False)
        self.setChecked(on)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the choice back."""
        takes_back = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if takes_back and self.isChecked() and not self.stays:
            self.check(False)
            self.settled.emit()
            return
        TakeableRadio.travelling = event.key() in _ARROWS
        super().keyPressEvent(event)
        TakeableRadio.travelling = False

    def _remember(self) -> None:
        self._was_on = self.isChecked()

    def _settle(self) -> None:
        if self._was_on and self.stays:
            return
        if self._was_on:
            self.check(False)
        self.settled.emit()
