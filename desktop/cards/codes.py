"""QR codes of services, so that a phone can take a number or an address along."""

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from translations.cards import Service

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""


def address(service: Service) -> str:
    """What a phone opens: the service's site, else its number."""
    if service.web:
        return f"https://{service.web}"
    return f"tel:{service.phone.replace(' ', '')}"


def draw(painter: QPainter, service: Service, place: QRectF) -> None:
    """Draw the code into `place`, black on white in every theme: scanners need it so."""
    rows = _matrix(address(service))
    side = max(1, int(place.width() // (len(rows) + 2 * QUIET)))  # whole pixels leave no seams
    inset = (place.width() - side * len(rows)) / 2
    left, top = round(place.x() + inset), round(place.y() + inset)
    painter.fillRect(place, QColor("white"))
    black = QColor("black")
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(left + x * side, top + y * side, side, side, black)


@cache
def _matrix(content: str) -> tuple[tuple[bool, ...], ...]:
    import segno  # loads an HTTP client; the first card has no code

    code = segno.make(content, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
