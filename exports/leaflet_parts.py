"""The parts of a leaflet: list items, two columns, the notice of a draft, codes for phones."""

import io
from collections.abc import Sequence
from functools import cache
from typing import Any

import segno
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from exports import layout
from exports.leaflet import Code
from exports.text import Block
from exports.text.look import Colour
from translations.interface import _

_GUTTER = 16.0
_QUIET = 2  # modules of white around a code, beside the white of the paper


class Item(Flowable):  # type: ignore[misc]
    """An item of a list: a dot and its text."""

    def __init__(self, block: Block, size: float, colour: Colour, leftward: bool) -> None:
        super().__init__()
        self._block, self._size, self._colour, self._leftward = block, size, colour, leftward
        self.spaceBefore, self.spaceAfter = block.spaceBefore, block.spaceAfter

    @property
    def _indent(self) -> float:
        return self._size * 1.35

    def wrap(self, width: float, _height: float = 0) -> tuple[float, float]:
        """The room it takes."""
        _, self.height = self._block.wrap(width - self._indent)
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw dot and text."""
        self.paint(self.canv, 0, self.height)

    def paint(self, canvas: Any, x: float, top: float) -> None:
        """Draw it with its upper corner at `x`, `top`."""
        radius = self._size * 0.16
        first = self._block.height / max(len(self._block.lines), 1)
        y = top - first * 0.74 + self._size * 0.27
        dot = x + (self.width - radius * 2.6 if self._leftward else radius * 2.6)
        with canvas.tagged("LI"):
            with canvas.content("Lbl"):
                canvas.setFillColorRGB(*self._colour)
                canvas.circle(dot, y, radius, stroke=0, fill=1)
            with canvas.tagged("LBody"):
                self._block.paint(canvas, x + (0 if self._leftward else self._indent), top)


class Portrait(Flowable):  # type: ignore[misc]
    """Somebody's picture, at the side where reading begins."""

    def __init__(self, content: bytes, says: str, height: float, leftward: bool) -> None:
        super().__init__()
        self._image = ImageReader(io.BytesIO(content))
        self._says, self._leftward = says, leftward
        across, down = self._image.getSize()
        self._size = (height * across / down, height)
        self.spaceAfter = height * 0.15

    def wrap(self, width: float, _height: float = 0) -> tuple[float, float]:
        """The room it takes."""
        self.width = width
        return width, self._size[1]

    def draw(self) -> None:
        """Draw it."""
        x = self.width - self._size[0] if self._leftward else 0
        with self.canv.content("Figure", "en", self._says):
            self.canv.drawImage(self._image, x, 0, *self._size)


class Beside(Flowable):  # type: ignore[misc]
    """The same idea in two languages, the reader's own on the side where she begins to read."""

    def __init__(
        self,
        own: "Block | Item | None",
        other: "Block | Item | None",
        heading: bool,
        leftward: bool,
    ) -> None:
        super().__init__()
        self._own, self._other, self._leftward = own, other, leftward
        self._ruled = not heading
        present = [part for part in (own, other) if part]
        self.spaceBefore = max(part.spaceBefore for part in present)
        self.spaceAfter = max(part.spaceAfter for part in present)

    def wrap(self, width: float, _height: float = 0) -> tuple[float, float]:
        """The room it takes."""
        self._first = (width - _GUTTER) * 0.54
        self._second = width - _GUTTER - self._first
        heights = [
            part.wrap(column)[1]
            for part, column in ((self._own, self._first), (self._other, self._second))
            if part
        ]
        self.width, self.height = width, max(heights)
        return width, self.height

    def draw(self) -> None:
        """Draw both, tops aligned."""
        canvas = self.canv
        own_at = self._second + _GUTTER if self._leftward else 0.0
        other_at = 0.0 if self._leftward else self._first + _GUTTER
        with canvas.tagged("TR"):
            for part, x in ((self._own, own_at), (self._other, other_at)):
                with canvas.tagged("TD"):
                    if part:
                        part.paint(canvas, x, self.height)


class Notice(Flowable):  # type: ignore[misc]
    """What must not be overlooked, in each language, on a soft ground."""

    _PADDING = 8.0

    def __init__(self, blocks: Sequence[Block], ground: Colour) -> None:
        super().__init__()
        self._blocks, self._ground = blocks, ground
        self.spaceAfter = 12

    def wrap(self, width: float, _height: float = 0) -> tuple[float, float]:
        """The room it takes."""
        inner = sum(block.wrap(width - 2 * self._PADDING)[1] for block in self._blocks)
        self.width, self.height = width, inner + 2 * self._PADDING - 3
        return self.width, self.height

    def draw(self) -> None:
        """Draw ground and text."""
        canvas = self.canv
        with canvas.artifact():
            canvas.setFillColorRGB(*self._ground)
            canvas.roundRect(0, 0, self.width, self.height, 5, stroke=0, fill=1)
        top = self.height - self._PADDING + 1.5
        for block in self._blocks:
            block.paint(canvas, self._PADDING, top)
            top -= block.height


class Codes(Flowable):  # type: ignore[misc]
    """Services with the squares that a phone reads, two in a row."""

    _BETWEEN = 10.0

    def __init__(
        self,
        entries: Sequence[tuple[Code, Sequence[Block]]],
        scan: Block | None,
        side: float,
        leftward: bool,
    ) -> None:
        super().__init__()
        self._entries, self._scan, self._side, self._leftward = entries, scan, side, leftward
        self.spaceBefore = 10

    @staticmethod
    def room(width: float, side: float, alone: bool) -> float:
        """The width that is left for words beside a square of that `side`."""
        return (width if alone else (width - _GUTTER) / 2) - side - 8

    def wrap(self, width: float, _height: float = 0) -> tuple[float, float]:
        """The room it takes."""
        alone = len(self._entries) == 1
        self._column = width if alone else (width - _GUTTER) / 2
        text = self.room(width, self._side, alone)
        heights = [sum(b.wrap(text)[1] for b in blocks) for _code, blocks in self._entries]
        self._rows = [
            max(self._side, *heights[i : i + 2]) + self._BETWEEN for i in range(0, len(heights), 2)
        ]
        self._head = self._BETWEEN + (self._scan.wrap(width)[1] + 4 if self._scan else 0)
        self.width, self.height = width, self._head + sum(self._rows) - self._BETWEEN
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many rows as fit, the others on the next page."""
        self.wrap(width)
        used, fit = self._head, 0
        while fit < len(self._rows) and used + self._rows[fit] - self._BETWEEN <= height:
            used += self._rows[fit]
            fit += 1
        if not 0 < fit < len(self._rows):
            return []
        first, rest = self._entries[: 2 * fit], self._entries[2 * fit :]
        return [
            Codes(first, self._scan, self._side, self._leftward),
            Codes(rest, None, self._side, self._leftward),
        ]

    def draw(self) -> None:
        """Draw a hairline, what to do, and the codes."""
        canvas = self.canv
        layout.hairline(canvas, 0, self.height, self.width)
        if self._scan:
            self._scan.paint(canvas, 0, self.height - self._BETWEEN)
        top = self.height - self._head
        for place, (code, blocks) in enumerate(self._entries):
            column = 1 - place % 2 if self._leftward and len(self._entries) > 1 else place % 2
            x = column * (self._column + _GUTTER)
            square = x + (self._column - self._side if self._leftward else 0)
            self._square(canvas, code, square, top)
            under = top - 1
            for block in blocks:
                block.paint(canvas, x if self._leftward else x + self._side + 8, under)
                under -= block.height
            if place % 2:
                top -= self._rows[place // 2]

    def _square(self, canvas: Any, code: Code, x: float, top: float) -> None:
        """The code itself, one path of black modules on the paper's white."""
        rows = _matrix(code.content)
        module = self._side / (len(rows) + 2 * _QUIET)
        alt = _("QR code: {content}").format(content=code.content)
        with canvas.content("Figure", "en", alt):
            commands = ["0 0 0 rg 1 1 1 RG"]
            for y, row in enumerate(rows):
                for start, length in row:
                    left = x + (start + _QUIET) * module
                    bottom = top - (y + 1 + _QUIET) * module
                    commands.append(
                        f"{left:.3f} {bottom:.3f} {length * module:.3f} {module + 0.02:.3f} re"
                    )
            canvas._code.append(" ".join([*commands, "f"]))


@cache
def _matrix(content: str) -> list[list[tuple[int, int]]]:
    """The rows of a code, each as its stretches of dark modules; they take long to find."""
    return [_dark(row) for row in segno.make(content, error="m", micro=False).matrix]


def _dark(row: Sequence[int]) -> list[tuple[int, int]]:
    """First and number of each stretch of dark modules."""
    found = []
    start = -1
    for i, dark in enumerate([*row, 0]):
        if dark and start < 0:
            start = i
        elif not dark and start >= 0:
            found.append((start, i - start))
            start = -1
    return found
