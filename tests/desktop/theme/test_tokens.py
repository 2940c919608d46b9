"""The colours keep the contrast that WCAG 2.2 AA asks of text and of controls."""

import pytest

from desktop.theme.tokens import (
    CONTRAST,
    CONTROL_PAIRS,
    DARK,
    LIGHT,
    TEXT_PAIRS,
    Colours,
    Sizes,
    contrast,
)

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_text_stands_out(colours: Colours, pair: tuple[str, str]) -> None:
    first, second = (getattr(colours, name) for name in pair)
    assert contrast(first, second) >= 4.5


@pytest.mark.parametrize("pair", CONTROL_PAIRS, ids=" on ".join)
@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_controls_stand_out(colours: Colours, pair: tuple[str, str]) -> None:
    first, second = (getattr(colours, name) for name in pair)
    assert contrast(first, second) >= 3


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_sizes_grow_with_the_text_scale() -> None:
    assert Sizes.at(1.0).body == 14
    assert Sizes.at(1.5).body == 21
    assert Sizes.at(2.0).title == 48
