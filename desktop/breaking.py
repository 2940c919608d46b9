"""Where lines of print may end: Qt's own finder (UAX 14), handed to the documents as their port."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QTextBoundaryFinder

_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?:\.[a-z0-9]+)+")
"""A site with a hyphen in its name, which must not look like two words."""


def line_breaks(text: str) -> Sequence[int]:
    """Where in `text` a new line may begin, ascending, its end included; in characters.

    Qt counts UTF-16 units, of which a character beyond U+FFFF has two.
    """
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    found = []
    while (place := finder.toNextBoundary()) >= 0:
        found.append(place)
    if not text.isascii() and max(text) > "\uffff":
        units = [0]
        for character in text:
            units.append(units[-1] + (2 if character > "\uffff" else 1))
        places = {unit: i for i, unit in enumerate(units)}
        found = [places[place] for place in found if place in places]
    inside = {
        place
        for address in _ADDRESS.finditer(text)
        for place in range(address.start() + 1, address.end())
    }
    return [place for place in found if place not in inside]
