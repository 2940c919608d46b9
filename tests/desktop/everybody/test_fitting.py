"""Nothing is cut or covered, and everything can be pressed, whatever the language and the size."""

from collections.abc import Iterable

import pytest

from desktop.demo.camera import wear
from desktop.speaking import speak
from tests.desktop.everybody import walking
from tests.desktop.everybody.stage import HEIGHT, WIDTH, Scene, Stage
from translations.interface_catalogs.pseudo import LONGER, MIRRORED

LOOKS = (("en", "light", 1.0), (LONGER, "dark", 1.5), (MIRRORED, "contrast", 1.0))
BARS = 90
"""Pixels of a small screen that the system's bars and a window's title take."""


@pytest.mark.parametrize(("language", "theme", "scale"), LOOKS)
def test_all_of_it_is_seen(stage: Stage, language: str, theme: str, scale: float) -> None:
    stage.strike()
    wear(theme, scale)
    speak(language)
    found = _wrong(stage.door())
    stage.build(language, theme, scale)
    found |= _wrong(stage.pages()) | _wrong(stage.dialogs())
    assert not sorted(found)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_twice_as_large_fit_a_small_screen(stage: Stage, language: str) -> None:
    shell = stage.build(language, "light", 2.0).shell
    assert not sorted(_wrong(stage.pages()) | _wrong(stage.dialogs()))
    assert shell.width() == WIDTH, "a page asks for more than the screen has"
    assert shell.minimumSizeHint().height() <= HEIGHT - BARS


def _wrong(scenes: Iterable[Scene]) -> set[str]:
    return {
        f"{name}: {each}"
        for name, window in scenes
        for each in walking.wrong(window, WIDTH, HEIGHT)
    }
