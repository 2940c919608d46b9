"""What widgets that we paint ourselves have alike; mixed in before the Qt class."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    _Widget = QWidget
    _Button = QAbstractButton
else:
    _Widget = object  # two Qt classes among the bases of one would crash
    _Button = object


class HandDrawn(_Widget):
    """Asks for its room anew where the theme or the text size changes."""

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: what it measured may no longer hold."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class HandDrawnButton(HandDrawn, _Button):
    """Can be clicked wherever it is; its words stand as they are, `&` too."""

    def set_words(self, words: str) -> None:
        """What it says."""
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()

    def words(self) -> str:
        """What it says."""
        return self.text().replace("&&", "&")

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it can be clicked."""
        del pos
        return True
