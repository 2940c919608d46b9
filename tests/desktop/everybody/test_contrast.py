"""Words stand out from what is really painted behind them (WCAG 2.2, 1.4.3), in every theme."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.theme.tokens import contrast
from tests.desktop.everybody.stage import Stage
from tests.desktop.everybody.walking import named, shown

TEXT, LARGE_TEXT = 4.5, 3.0
LARGE = 24
"""Pixels from which text counts as large."""
_INKS = 48
"""Colours of a text that are measured: the fainter ones are its smoothed edges."""
FEWEST = 150
"""So many texts are measured at least in a theme."""


def _measured(window: QWidget, seen: set[str]) -> Iterator[tuple[QWidget, float]]:
    """Every text wholly in sight that was not `seen`, with the contrast of its strongest pixel."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for widget in shown(window):
        if not isinstance(widget, QLabel | QPushButton) or not widget.text().strip():
            continue
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if named(widget) in seen or not widget.isEnabled():
            continue
        if widget.visibleRegion().boundingRect() == widget.rect():
            seen.add(named(widget))
            yield widget, _strongest(image.copy(place))


def _strongest(image: QImage) -> float:
    """The contrast of the pixel that stands out most from the commonest colour."""
    pixels = bytes(image.constBits())
    counted = Counter(pixels[at : at + 3] for at in range(0, len(pixels), 4))
    ground = _named(counted.most_common(1)[0][0])
    return max(contrast(ground, _named(colour)) for colour, _count in counted.most_common(_INKS))


def _named(colour: bytes) -> str:
    """Blue, green and red, as they lie in memory, as `#RRGGBB`."""
    return f"#{colour[2]:02X}{colour[1]:02X}{colour[0]:02X}"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_stand_out(stage: Stage, theme: str) -> None:
    stage.build("en", theme)
    faint, seen = set(), set[str]()
    for name, window in stage.pages():
        for widget, ratio in _measured(window, seen):
            least = LARGE_TEXT if widget.fontInfo().pixelSize() >= LARGE else TEXT
            if ratio < least:
                faint.add(f"{name}: {named(widget)}: {ratio:.2f}")
    assert not sorted(faint)
    assert len(seen) >= FEWEST
