"""Ruled cells side by side: the grades of an item, and what another hand fills in."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import styles
from exports.text import Block

_PADDING = 6.0


class CellRow(Flowable):  # type: ignore[misc]
    """Pairs of a small label and its value in ruled cells of equal width."""

    def __init__(self, cells: Sequence[tuple[Block, Block]], height: float) -> None:
        """Set `cells` beside each other, room of at least `height` points for each value."""
        super().__init__()
        self._cells, self._least = cells, height
        self.spaceBefore, self.spaceAfter = 4, 6

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self._column = width / len(self._cells)
        inner = self._column - 2 * _PADDING
        tallest = max(
            label.wrap(inner)[1] + max(value.wrap(inner)[1], self._least)
            for label, value in self._cells
        )
        self.width, self.height = width, tallest + 2 * _PADDING
        return self.width, self.height

    def draw(self) -> None:
        """Draw rules, labels and values."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColorRGB(*styles.MUTED)
            canvas.setLineWidth(styles.HAIR)
            for place in range(len(self._cells)):
                canvas.rect(place * self._column, 0, self._column, self.height)
        top = self.height - _PADDING
        for place, (label, value) in enumerate(self._cells):
            x = place * self._column + _PADDING
            with canvas.tagged("TR"):
                with canvas.tagged("TH"):
                    label.paint(canvas, x, top)
                with canvas.tagged("TD"):
                    value.paint(canvas, x, top - label.height)
