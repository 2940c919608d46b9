"""The faces of every script, loaded when a text first needs them."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from translations import fonts
from translations.languages import Language


def face(text: str, language: Language, pixels: int, weight: int = 400) -> QFont:
    """The shipped faces that draw `text`, `pixels` tall; `weight` as in CSS, 400 to 700."""
    families = _LATIN if text.isascii() else fonts.needed(text, language.code) or _LATIN
    name = _NAMES.get(weight, "bold")
    for family in families:
        _load(family, name)
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


_LATIN = (fonts.FAMILY,)
_NAMES = {400: "regular", 600: "semibold", 700: "bold"}


@cache
def _load(family: str, weight: str) -> None:
    QFontDatabase.addApplicationFont(str(fonts.path(weight, family)))
    if weight != "regular":  # what a bold lacks, the regular draws
        _load(family, "regular")
