"""The banner of a translation that is not approved, in both languages."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.cards.lines import Lines, set_in_lines
from desktop.cards.painting import fill
from desktop.theme.tokens import RADIUS
from translations.languages import Language
from translations.words import Span

Banner = tuple[str, Language]
"""One line of it and its language."""
_TEXT, _PAD = 14, 12


class SetBanner(NamedTuple):
    """A banner laid out: its place, and its lines with theirs."""

    place: QRectF = QRectF()
    lines: tuple[tuple[Lines, QPointF], ...] = ()

    def draw(self, painter: QPainter) -> None:
        """Draw it in the theme in use; nothing where there is none."""
        if not self.place.isValid():
            return
        fill(painter, self.place, "amber_soft", RADIUS)
        for lines, place in self.lines:
            lines.draw(painter, place, "amber")


def set_banner(
    banner: Sequence[Banner], left: float, top: float, width: float, scale: float
) -> SetBanner:
    """Lay it out at `width` from the corner (`left`, `top`); `scale` is pixels for one at 100 %."""
    pad = _PAD * scale
    bottom = top + 0.75 * pad
    found = []
    for text, language in banner:
        lines = set_in_lines([Span(text)], language, round(_TEXT * scale), width - 2 * pad)
        found.append((lines, QPointF(left + pad, bottom)))
        bottom += lines.height
    return SetBanner(QRectF(left, top, width, bottom + 0.75 * pad - top), tuple(found))
