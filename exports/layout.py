"""The parts that documents are laid out with: headings, rows of label and answer, facts, boxes."""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import CondPageBreak, Flowable

from exports import styles
from exports.text import Block
from exports.text.look import Colour

_BEFORE_ROW, _AFTER_ROW = 4.0, 4.0
FILE_HEIGHT = 84.0
"""Points that the lines about one file take, so that they stand together."""
_KEEP_BELOW = 48.0  # points of what follows a heading that must stand under it on the same page


class Heading(Flowable):  # type: ignore[misc]
    """A heading with an optional hairline above, and its entry in the document's outline."""

    def __init__(self, block: Block, outline: str, level: int, above: float, ruled: bool) -> None:
        super().__init__()
        self._block, self._outline, self._level = block, outline, level
        self._ruled = ruled
        self.spaceBefore, self.spaceAfter = above, 3

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        _, height = self._block.wrap(width)
        self.width, self.height = width, height + (8 if self._ruled else 0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it and mark the place for the outline."""
        canvas = self.canv
        _, height = canvas.absolutePosition(0, self.height)
        if self._ruled and height < styles.PAGE_HEIGHT - styles.TOP - 1:  # not at a page's head
            hairline(canvas, 0, self.height, self.width)
        self._block.paint(canvas, 0, self._block.height)
        key = canvas.new_mark()
        canvas.bookmarkHorizontal(key, 0, self.height)
        canvas.addOutlineEntry(self._outline, key, self._level)


def section(block: Block, outline: str) -> list[Flowable]:
    """A section's heading, on the next page if nothing of the section fits under it."""
    return [CondPageBreak(_KEEP_BELOW + 36), Heading(block, outline, 0, above=14, ruled=True)]


def subsection(block: Block, outline: str) -> list[Flowable]:
    """A heading inside a section, never alone at the foot of a page."""
    return [CondPageBreak(_KEEP_BELOW + 24), Heading(block, outline, 1, above=7, ruled=False)]


class Row(Flowable):  # type: ignore[misc]
    """A label and, beside it, its answer: one or more blocks, split over pages where long."""

    def __init__(self, label: Block, answer: Sequence[Block], continued: Block) -> None:
        """Set `answer` beside `label`; on a further page `continued` stands for the label."""
        super().__init__()
        self._label, self._answer, self._continued = label, list(answer), continued
        self.spaceBefore, self.spaceAfter = _BEFORE_ROW, _AFTER_ROW

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes, in columns of the style sheet's widths."""
        self._label.wrap(styles.LABEL_WIDTH)
        answer = sum(block.wrap(styles.ANSWER_WIDTH)[1] for block in self._answer)
        self.width, self.height = width, max(self._label.height, answer)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The row up to `height` points and the rest of it; empty if it must go on together."""
        self.wrap(width, height)
        if self._label.height > height:
            return []
        head, tail = self._parted(height)
        if head and tail == self._answer[-1:]:  # a remark goes on with some of what it is about
            head, tail = self._parted(height - tail[0].height)
        if not head or not tail:
            return []
        return [
            Row(self._label, head, self._continued),
            Row(self._continued, tail, self._continued),
        ]

    def _parted(self, height: float) -> tuple[list[Block], list[Block]]:
        """The answer up to `height` points, and the rest of it."""
        head: list[Block] = []
        tail: list[Block] = []
        for block in self._answer:
            fits, rest = (None, block) if tail else block.cut(height)
            if fits:
                head.append(fits)
                height -= fits.height
            if rest:
                tail.append(rest)
        return head, tail

    def draw(self) -> None:
        """Draw label and answer on one base line."""
        canvas = self.canv
        with canvas.tagged("TR"):
            with canvas.tagged("TH"):
                self._label.paint(canvas, 0, self.height)
            with canvas.tagged("TD"):
                top = self.height
                for block in self._answer:
                    block.paint(canvas, styles.LABEL_WIDTH + styles.GUTTER, top)
                    top -= block.height


class Facts(Flowable):  # type: ignore[misc]
    """Pairs of a small label and its value in two columns under a hairline."""

    _PADDING, _BETWEEN = 9.0, 9.0

    def __init__(self, facts: Sequence[tuple[Block, Block]]) -> None:
        super().__init__()
        self._rows = [facts[i : i + 2] for i in range(0, len(facts), 2)]
        self.spaceAfter = 8

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self._column = (width - styles.GUTTER) / 2
        self._heights = [
            max(sum(b.wrap(self._column)[1] for b in fact) for fact in row) for row in self._rows
        ]
        gaps = self._BETWEEN * (len(self._rows) - 1)
        self.width, self.height = width, sum(self._heights) + gaps + self._PADDING
        return self.width, self.height

    def draw(self) -> None:
        """Draw the pairs, label above value."""
        hairline(self.canv, 0, self.height, self.width)
        top = self.height - self._PADDING
        for row, height in zip(self._rows, self._heights, strict=True):
            for i, (label, value) in enumerate(row):
                x = i * (self._column + styles.GUTTER)
                with self.canv.tagged("TR"):
                    with self.canv.tagged("TH"):
                        label.paint(self.canv, x, top)
                    with self.canv.tagged("TD"):
                        value.paint(self.canv, x, top - label.height)
            top -= height + self._BETWEEN


class Box(Flowable):  # type: ignore[misc]
    """A short text on a soft ground, for what must not be overlooked."""

    _PADDING = 9.0

    def __init__(self, block: Block, ground: Colour) -> None:
        super().__init__()
        self._block, self._ground = block, ground
        self.spaceBefore, self.spaceAfter = 2, 8

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        _, height = self._block.wrap(width - 2 * self._PADDING)
        self.width, self.height = width, height + 2 * self._PADDING - 4
        return self.width, self.height

    def draw(self) -> None:
        """Draw ground and text."""
        with self.canv.artifact():
            self.canv.setFillColorRGB(*self._ground)
            self.canv.roundRect(0, 0, self.width, self.height, 4, stroke=0, fill=1)
        self._block.paint(self.canv, self._PADDING, self.height - self._PADDING + 2)


class Picture(Flowable):  # type: ignore[misc]
    """A picture under a row, as wide as answers are and half a page high at most."""

    def __init__(self, data: bytes) -> None:
        """Show `data`, a PNG or JPEG."""
        super().__init__()
        self._image = ImageReader(io.BytesIO(data))
        self.spaceBefore, self.spaceAfter = _BEFORE_ROW, _AFTER_ROW * 2

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        wide, high = self._image.getSize()
        scale = min(styles.ANSWER_WIDTH / wide, styles.PAGE_HEIGHT / 2 / high)
        self._shown = wide * scale, high * scale
        self.width, self.height = width, self._shown[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw it beside where labels stand, with a hairline around."""
        left = styles.LABEL_WIDTH + styles.GUTTER
        self.canv.drawImage(self._image, left, 0, *self._shown)
        self.canv.setStrokeColorRGB(*styles.HAIRLINE)
        self.canv.setLineWidth(styles.HAIR)
        self.canv.rect(left, 0, *self._shown)


class Sheet(Flowable):  # type: ignore[misc]
    """A page of somebody else's paper as a picture, as wide as the text, never over two pages."""

    _MOST = styles.PAGE_HEIGHT - styles.TOP - styles.BOTTOM - 40

    def __init__(self, data: bytes, says: str) -> None:
        """Show `data`, a PNG or JPEG; `says` is read to those who do not see it."""
        super().__init__()
        self._image, self._says = ImageReader(io.BytesIO(data)), says
        self.spaceBefore, self.spaceAfter = _BEFORE_ROW, _AFTER_ROW * 2

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        wide, high = self._image.getSize()
        scale = min(width / wide, self._MOST / high)
        self._shown = wide * scale, high * scale
        self.width, self.height = width, self._shown[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw it with a hairline around."""
        with self.canv.content("Figure", alt=self._says):
            self.canv.drawImage(self._image, 0, 0, *self._shown)
        with self.canv.artifact():
            self.canv.setStrokeColorRGB(*styles.HAIRLINE)
            self.canv.setLineWidth(styles.HAIR)
            self.canv.rect(0, 0, *self._shown)


def hairline(canvas: Any, x: float, y: float, width: float) -> None:
    """A quiet line from `x`, `y` to the right."""
    with canvas.artifact():
        canvas.setStrokeColorRGB(*styles.HAIRLINE)
        canvas.setLineWidth(styles.HAIR)
        canvas.line(x, y, x + width, y)
