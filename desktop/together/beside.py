"""The English of a page, beside it: the officer's side of a turned screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.labels import Label
from desktop.theme.scrolling import by_key
from translations.interface import _


class EnglishBeside(QFrame):
    """Shows the lines of one page; stays upright and rightward whatever hers does."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setProperty("kind", "bar")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by_key(self._scroll, _("In English"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def tell(self, lines: Sequence[str]) -> None:
        """Show `lines`."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addWidget(Label(_("In English"), "muted"))
        for text in lines:
            column.addWidget(Label(text))
        column.addStretch(1)
        self._scroll.setWidget(page)  # what was shown before goes with it
        page.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self.setAccessibleName("\n".join(lines))
