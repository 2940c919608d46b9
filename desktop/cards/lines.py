"""Passages set in lines: one way of laying out words for every part of the card screen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop.cards.faces import face
from translations.cards.showing import Span
from translations.languages import Language

LEADING = 1.12
"""Height of a line in that of its face: people read across a table."""


class Lines(NamedTuple):
    """Words laid out at a width: where `draw` puts them, and how tall they are (pixels)."""

    layout: QTextLayout
    height: float
    width: float

    def draw(self, painter: QPainter, place: QPointF, colour: QColor) -> None:
        """Draw them with their top left corner at `place`."""
        painter.setPen(colour)
        self.layout.draw(painter, place)


def set_in_lines(
    spans: Sequence[Span],
    language: Language,
    pixels: int,
    width: float,
    *,
    weight: int = 400,
    centred: bool = False,
) -> Lines:
    """Lay out words `pixels` tall at `width`, from the side where the language begins."""
    layout = QTextLayout("".join(span.text for span in spans), face(language, pixels, weight))
    layout.setTextOption(_option(language, centred))
    layout.setFormats(_bold(spans, language, pixels))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = widest = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * LEADING
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return Lines(layout, height, widest)


def _option(language: Language, centred: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection
    option.setTextDirection(
        direction.RightToLeft if language.right_to_left else direction.LeftToRight
    )
    option.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading)
    return option


def _bold(spans: Sequence[Span], language: Language, pixels: int) -> list[QTextLayout.FormatRange]:
    found = []
    start = 0
    for span in spans:
        if span.bold:
            part = QTextLayout.FormatRange()
            part.start = start
            part.length = _length(span.text)
            part.format = QTextCharFormat()
            part.format.setFont(face(language, pixels, QFont.Weight.Bold.value))
            found.append(part)
        start += _length(span.text)
    return found


def _length(text: str) -> int:
    """Of a text in Qt's units, which count letters beyond U+FFFF twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)
