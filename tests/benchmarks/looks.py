"""How long an open notebook takes to look or speak otherwise, until its page is painted again."""

import os
import tempfile
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.locking import Locker
from desktop.preferences import Preferences
from desktop.profile import SAMPLE, read
from desktop.standing import Standing
from desktop.unlock import OpenedVault
from desktop.wearing import wear
from tests.benchmarks.common import alone, dressed, empty_vault

_THEMES = ("dark", "contrast", "light")
_LANGUAGES = ("cy", "en")


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The rows `app.theme_switch` and `app.language_switch`, milliseconds each, the slowest."""
    app = dressed()
    with tempfile.TemporaryDirectory() as folder, empty_vault(folder) as vault:
        os.environ["XDG_CONFIG_HOME"] = folder  # what is chosen here is nobody's choice
        wear(Preferences("light", language="en"))
        opened = OpenedVault(vault, vault.folder, "", read(SAMPLE))
        standing = Standing(opened, Locker(10, lambda _line: None))
        standing.notebook.shell.show()
        standing.notebook.shell.go("settings")
        _paint(app)
        themes = [max(_dress(app, name) for name in _THEMES) for _run in range(runs)]
        languages = [max(_speak(app, standing, code) for code in _LANGUAGES) for _ in range(runs)]
        standing.notebook.seal()
    bound = "the bound is 150 ms"
    return [
        alone("app.theme_switch", themes, bound),
        alone("app.language_switch", languages, bound),
    ]


def _dress(app: QApplication, theme: str) -> float:
    begin = perf_counter()
    wear(Preferences(theme, language="en"))
    _paint(app)
    return perf_counter() - begin


def _speak(app: QApplication, standing: Standing, language: str) -> float:
    before = standing.notebook
    begin = perf_counter()
    before.settings.chosen.emit(Preferences("light", language=language))
    while standing.notebook is before or not standing.notebook.shell.isVisible():
        app.processEvents()
    app.processEvents()
    taken = perf_counter() - begin
    _paint(app)
    return taken


def _paint(app: QApplication) -> None:
    for _round in range(3):
        app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
