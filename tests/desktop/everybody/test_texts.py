"""Every text of the interface is in a catalog, and everything has a name that can be read aloud.

The pseudo-language is on: what it leaves without brackets is in no catalog.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from desktop.demo.camera import wear
from desktop.speaking import speak
from tests.desktop.everybody import hearing
from tests.desktop.everybody.content import known
from tests.desktop.everybody.stage import Scene, Stage
from tests.desktop.everybody.texts import Known, plain
from tests.desktop.everybody.walking import named
from translations.interface_catalogs.pseudo import LONGER

LEAST_CONTROLS = 600
"""So many are met at least: fewer means that something is not looked at any more."""


class _Findings:
    """What is wrong with any window, told apart by what is looked for."""

    def __init__(self, stage: Stage) -> None:
        self._known = Known(known(stage))
        self.texts: set[str] = set()
        self.names: set[str] = set()
        self.controls = 0
        for name, window in _all(stage):
            self._look(name, window)

    def _look(self, name: str, window: QWidget) -> None:
        for widget, text in plain(window, self._known):
            self.texts.add(f"{name}: {named(widget)}: {text}")
        self.controls += hearing.count(window)
        for finding in (*hearing.nameless(window), *hearing.unspoken(window)):
            self.names.add(f"{name}: {finding}")


def _all(stage: Stage) -> Iterator[Scene]:
    wear("light", 1.0)
    speak(LONGER)
    yield from stage.door()
    stage.build(LONGER)
    yield from stage.pages()
    yield from stage.dialogs()


@pytest.fixture(scope="module")
def findings(stage: Stage) -> _Findings:
    return _Findings(stage)


def test_every_text_is_in_a_catalog(findings: _Findings) -> None:
    assert not sorted(findings.texts)


def test_every_control_has_a_name(findings: _Findings) -> None:
    assert not sorted(findings.names)
    assert findings.controls >= LEAST_CONTROLS
