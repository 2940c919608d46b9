"""Phrases to point at, and answers to point back; nothing of it is kept."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cards.cells import Cell
from desktop.cards.deck import Saying
from desktop.cards.pointing import Grid
from desktop.cards.sheet import Content, Sheet, Sizes
from translations.interface import _
from translations.languages import Language

PHRASE = Sizes(44, 44)
_ANSWERS = 0.6
"""The answers' share of the height where there is not enough for all."""


def cells(sayings: Sequence[Saying]) -> list[Cell]:
    """The sayings as cells of a grid, each with its English."""
    return [
        Cell(
            each.message,
            each.passage.spans,
            each.passage.language,
            "" if each.english == each.passage.text else each.english,
        )
        for each in sayings
    ]


class AnswersPage(QWidget):
    """One phrase, large, and under it the answers to point at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self.sheet = Sheet(PHRASE, "surface")
        self.grid = Grid(_("Answers"), 21, 250)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.sheet, 1)
        self._column.addWidget(self.grid)
        self.grid.chosen.connect(self._mark)
        self._cells: list[Cell] = []

    def ask(
        self,
        phrase: Saying | None,
        answers: Sequence[Saying],
        language: Language,
        banner: Sequence[tuple[str, Language]],
    ) -> None:
        """Show a phrase, or the answers alone."""
        passages = () if phrase is None else (phrase.passage,)
        self.sheet.setVisible(phrase is not None)
        self.sheet.show_content(Content(passages, language, banner))
        self._cells = cells(answers)
        self.grid.offer(self._cells)
        self._share()

    def turn(self, turned: bool) -> None:
        """Turn the whole page: the phrase stands above for whoever reads it."""
        self._column.setDirection(
            QVBoxLayout.Direction.BottomToTop if turned else QVBoxLayout.Direction.TopToBottom
        )
        self.sheet.turn(turned)
        self.grid.turn(turned)

    def zoom(self, scale: float) -> None:
        """Show everything `scale` times as large."""
        self.sheet.zoom(scale)
        self.grid.zoom(scale)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Qt's hook: the heights that are shared now do not keep the window as tall."""
        return QSize(super().minimumSizeHint().width(), self.sheet.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: there is more room to share, or less."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._share)  # once both know how wide they are

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: the words have another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._share)

    def _share(self) -> None:
        """The answers get the height they need, where that leaves the phrase what it needs."""
        room = self.height()
        left = room - self.sheet.page.needed if self.sheet.isVisible() else room
        tall = min(self.grid.cells.needed, max(left, round(_ANSWERS * room)))
        self.grid.setFixedHeight(tall if self.sheet.isVisible() else room)

    def _mark(self, key: str) -> None:
        """What was pointed at stays marked, until the next phrase."""
        self.grid.offer(self._cells, key)
