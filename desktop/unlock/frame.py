"""What the pages before unlocking have in common: a title, a raised card, a line of links.

Nothing here may name `PySide6.QtCore.Qt` when it is loaded, nor load the icons: both would delay
the unlock window (see desktop.theme.look).
"""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.theme.frames import RaisedCard, row
from desktop.theme.labels import Label
from desktop.theme.look import current

SHADOW = 24
"""Pixels that the raised card keeps around itself for its shadow."""


class SettlingCard(RaisedCard):
    """A raised card whose shadow comes a moment later: to paint it, PySide6 loads all of `Qt`."""

    is_settled = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's hook: the card is a child widget and paints itself; this is the shadow."""
        if self.is_settled:
            super().paintEvent(event)


class Page(QScrollArea):
    """One page in the middle of the window; it scrolls where the window is too small for it."""

    def __init__(self, title: str, width: int, parent: QWidget | None = None) -> None:
        """`width` of the card in pixels at 100 % text size."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", 0)  # Qt.NoFocus: its fields take the focus
        self._subtitle = Label("", "muted", wrap=False)
        self.card = SettlingCard()
        self.card.setFixedWidth(current().px(width) + 2 * SHADOW)
        self.column = self.card.column
        self.column.setSpacing(16)
        body = QWidget()
        self._outer = QVBoxLayout(body)
        self._outer.setSpacing(0)
        self._outer.addStretch(5)
        self._outer.addLayout(row(None, Label(title, "title", wrap=False), None))
        self._outer.addSpacing(4)
        self._outer.addLayout(row(None, self._subtitle, None))
        self._outer.addSpacing(24 - SHADOW + 8)
        self._outer.addLayout(row(None, self.card, None))
        self._outer.addStretch(6)
        self.setWidget(body)

    def set_subtitle(self, text: str) -> None:
        """The line under the title."""
        self._subtitle.setText(text)

    def set_foot(self, *things: QWidget) -> None:
        """Quiet words and links under the card, side by side in the middle."""
        self._outer.insertLayout(self._outer.count() - 1, row(None, *things, None, spacing=4))

    def enter(self) -> None:
        """The page is shown now: put the focus where it belongs."""

    def settle(self) -> None:
        """The page is painted now: do what could wait until then."""
        self.card.is_settled = True
        self.card.update()
