"""The faces of every script, loaded when a text first needs them."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from translations import fonts
from translations.languages import Language


def face(language: Language, pixels: int, weight: int = 400) -> QFont:
    """The shipped face of a language, `pixels` tall; `weight` as in CSS, 400 to 700."""
    font = QFont()
    font.setFamilies(families(language))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@cache
def families(language: Language) -> list[str]:
    """The families that draw a language, the shipped ones only: its own, and that of Latin."""
    asked = fonts.families(language.code)
    needed = list(asked[: asked.index(fonts.FAMILY) + 1])
    for family in needed:
        _load(family)
    return needed


@cache
def _load(family: str) -> None:
    files = fonts.files(family) if family != fonts.FAMILY else (fonts.path("regular"),)
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
