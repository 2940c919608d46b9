"""How a stretch of text looks: the few things that may change inside a paragraph."""

from dataclasses import dataclass, replace

Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """Red, green and blue from 0 to 1, from `code` such as "#0E6767"."""
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Look:
    """Typeface and colour of a stretch of text.

    Attributes:
        size: of the type, in points.
        weight: one of `translations.fonts.WEIGHTS`.
        colour: of the letters.
        struck: whether a line runs through the letters.
        underlined: whether a line runs under them.
    """

    size: float
    weight: str = "regular"
    colour: Colour = (0.0, 0.0, 0.0)
    struck: bool = False
    underlined: bool = False

    def but(self, **changes: object) -> "Look":
        """The same look with some attributes changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one look."""

    text: str
    look: Look
