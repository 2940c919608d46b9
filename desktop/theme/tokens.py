"""The design tokens: every colour, size and space on screen comes from here and nowhere else."""

from dataclasses import dataclass

GRID = 4
"""Pixels of one grid step; every space is a multiple of it."""
RADIUS = 8
"""Pixels of a corner's radius."""
RING = 2
"""Pixels of the focus ring (WCAG 2.2, 2.4.11 and 2.4.13)."""
CONTROL = 36
"""Pixels a control is tall in a page."""
TOUCH = 44
"""Pixels of the smallest touch target of a primary action (WCAG 2.2, 2.5.5)."""
LEAST_TARGET = 24
"""Pixels that anything which is pressed is tall and wide (WCAG 2.2, 2.5.8)."""
LINE = 860
"""Pixels a line of text is long at most at 100 %, for the eye's sake."""
FIELD = 40
"""Pixels a one-line field is tall."""
DISABLED = 0.45
"""Opacity of what cannot be used now (exempt from contrast by WCAG 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, each colour as `#RRGGBB`.

    `line` only decorates; `edge` bounds a control and so stands out 3:1 from what is around it.
    `soft` is the quiet fill of what is chosen, with `soft_text` on it.
    """

    background: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    soft: str
    soft_text: str
    amber: str
    amber_soft: str
    danger: str
    danger_soft: str
    dark: bool


LIGHT = Colours(
    background="#F5F7F7",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#DFE5E5",
    edge="#798686",
    text="#182121",
    muted="#566363",
    accent="#0E6767",
    accent_hover="#0B5656",
    accent_text="#FFFFFF",
    soft="#DDEEEC",
    soft_text="#0B4F4F",
    amber="#8A5700",
    amber_soft="#FFF1D6",
    danger="#B3261E",
    danger_soft="#FCE8E6",
    dark=False,
)

DARK = Colours(
    background="#0F1414",
    surface="#161C1C",
    raised="#1C2424",
    line="#283232",
    edge="#6D7A7A",
    text="#E4EBEB",
    muted="#9CAAAA",
    accent="#57C2BC",
    accent_hover="#78D2CD",
    accent_text="#06201F",
    soft="#15312F",
    soft_text="#9BE0DB",
    amber="#F0B75A",
    amber_soft="#33280F",
    danger="#FF8A80",
    danger_soft="#3A1B19",
    dark=True,
)

CONTRAST = Colours(
    background="#000000",
    surface="#000000",
    raised="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#7CF0E8",
    accent_hover="#B4F7F2",
    accent_text="#000000",
    soft="#00403D",
    soft_text="#FFFFFF",
    amber="#FFD479",
    amber_soft="#332400",
    danger="#FFB4AB",
    danger_soft="#4A0F0A",
    dark=True,
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type scale in pixels (ratio 1.2 around 14, rounded to whole pixels) at one text scale."""

    tiny: int
    small: int
    hint: int
    body: int
    writing: int
    heading: int
    title: int
    display: int

    @classmethod
    def at(cls, scale: float) -> "Sizes":
        """The scale at `scale` (1.0 is 100 %)."""
        return cls(*(round(size * scale) for size in (11, 12, 13, 14, 16, 17, 24, 29)))


TEXT_PAIRS = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "soft"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "raised"),
    ("muted", "soft"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("soft_text", "soft"),
    ("amber", "background"),
    ("amber", "surface"),
    ("amber", "amber_soft"),
    ("text", "amber_soft"),
    ("danger", "background"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("text", "danger_soft"),
    ("surface", "amber"),
)
"""Every (text, ground) pair drawn somewhere: 4.5:1 at least (WCAG 2.2, 1.4.3)."""

CONTROL_PAIRS = (
    ("edge", "background"),
    ("edge", "surface"),
    ("edge", "raised"),
    ("edge", "soft"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "soft"),
    ("danger", "background"),
    ("danger", "raised"),
    ("accent_text", "accent"),
)
"""Every (edge, ground) pair of a control or its focus ring: 3:1 at least (WCAG 2.2, 1.4.11)."""


def contrast(first: str, second: str) -> float:
    """The WCAG 2.2 contrast ratio (1 to 21) of two colours given as `#RRGGBB`."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
