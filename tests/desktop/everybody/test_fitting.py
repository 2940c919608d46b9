"""Nothing is cut or covered, and everything can be pressed, whatever the language and the size."""

import pytest

from desktop.demo.camera import wear
from desktop.speaking import speak
from desktop.theme.tokens import LEAST_TARGET
from tests.desktop.everybody import walking
from tests.desktop.everybody.stage import HEIGHT, WIDTH, Stage
from translations.interface_catalogs.pseudo import LONGER, MIRRORED

LOOKS = (("en", "light", 1.0), (LONGER, "dark", 1.5), (MIRRORED, "contrast", 1.0))


@pytest.mark.parametrize(("language", "theme", "scale"), LOOKS)
def test_all_of_it_is_seen(stage: Stage, language: str, theme: str, scale: float) -> None:
    found = set()
    wear(theme, scale)
    speak(language)
    stage.strike()
    for name, window in stage.door():
        found |= {f"{name}: {each}" for each in walking.wrong(window, WIDTH, HEIGHT)}
    stage.build(language, theme, scale)
    for name, window in (*(), *stage.pages()):
        found |= {f"{name}: {each}" for each in walking.wrong(window, WIDTH, HEIGHT)}
    for name, window in stage.dialogs():
        found |= {f"{name}: {each}" for each in walking.wrong(window, WIDTH, HEIGHT)}
    assert not sorted(found)


def test_a_page_fits_a_small_screen_with_words_twice_as_large(stage: Stage) -> None:
    stage.build("en", "light", 2.0)
    found = set()
    for name, window in stage.pages():
        found |= {f"{name}: {each}" for each in walking.wrong(window, WIDTH, HEIGHT)}
    assert not sorted(found)


def test_targets(stage: Stage) -> None:
    assert LEAST_TARGET == 24
