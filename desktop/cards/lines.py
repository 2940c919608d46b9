"""Passages set in lines: one way of laying out words for every part of the card screen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.cards.faces import face
from desktop.cards.painting import brush
from translations.languages import Language
from translations.words import Span

STRONG_FOCUS = 11  # Qt.FocusPolicy; see desktop.theme.look on what naming it would cost
_NO_FOCUS, _ALWAYS_OFF, _NO_FRAME = 0, 1, 0
_RIGHTWARD = "\u200f"
"""Gives a paragraph its direction, whatever it begins with (UAX 9, rule P2)."""
_BOLD = 700
LEADING = 1.12
"""Height of a line in that of its face: people read across a table."""


class Lines(NamedTuple):
    """Words laid out at a width: where `draw` puts them, and how tall they are (pixels)."""

    layout: QTextLayout
    height: float
    width: float

    def draw(self, painter: QPainter, place: QPointF, token: str = "text") -> None:
        """Draw them with their top left corner at `place`, in the colour `token`."""
        part = QTextLayout.FormatRange()
        part.start, part.length = 0, _length(self.layout.text())
        part.format = QTextCharFormat()
        part.format.setForeground(brush(token))
        self.layout.draw(painter, QPointF(round(place.x()), round(place.y())), [part])


def set_in_lines(
    spans: Sequence[Span],
    language: Language,
    pixels: int,
    width: float,
    *,
    weight: int = 400,
) -> Lines:
    """Lay out words `pixels` tall at `width`, from the side where the language begins."""
    start = _RIGHTWARD if language.right_to_left else ""
    text = start + "".join(span.text for span in spans)
    layout = QTextLayout(text, face(text, language, pixels, weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if any(span.bold for span in spans):
        layout.setFormats(_bold(spans, language, pixels, len(start)))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = widest = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        natural = line.naturalTextWidth()
        line.setPosition(QPointF(width - natural if start else 0, height))
        height += round(line.height() * LEADING)  # between two pixels, letters look bold
        widest = max(widest, natural)
    layout.endLayout()
    return Lines(layout, height, widest)


def _bold(
    spans: Sequence[Span], language: Language, pixels: int, start: int
) -> list[QTextLayout.FormatRange]:
    found = []
    for span in spans:
        if span.bold:
            part = QTextLayout.FormatRange()
            part.start = start
            part.length = _length(span.text)
            part.format = QTextCharFormat()
            part.format.setFont(face(span.text, language, pixels, _BOLD))
            found.append(part)
        start += _length(span.text)
    return found


def _length(text: str) -> int:
    """Of a text in Qt's units, which count letters beyond U+FFFF twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def plain_scrolling(area: QScrollArea, page: QWidget) -> None:
    """Let an area scroll `page` up and down only, with no frame and no focus of its own."""
    area.setProperty("frameShape", _NO_FRAME)
    area.setProperty("horizontalScrollBarPolicy", _ALWAYS_OFF)
    area.setProperty("focusPolicy", _NO_FOCUS)
    area.setWidget(page)
