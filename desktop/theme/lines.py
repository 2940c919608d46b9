"""Keeps lines of long texts short enough for the eye, however wide the window is."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTextEdit

from desktop.theme.look import current
from desktop.theme.tokens import LINE


def keep_short(text: QTextEdit) -> None:
    """Let the lines of `text` end at `LINE`; what is wider stays empty, at the side they end."""
    text.installEventFilter(_Keeper(text))


class _Keeper(QObject):
    """Gives its parent another margin whenever it has another size."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook."""
        kinds = (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds:
            text = self._text
            over = max(0, text.width() - current().px(LINE) - 2 * text.frameWidth())
            sides = (over, 0) if text.isRightToLeft() else (0, over)
            text.setViewportMargins(sides[0], 0, sides[1], 0)
        return super().eventFilter(watched, event)
