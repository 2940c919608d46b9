"""How long an open notebook takes to look or speak otherwise, until its page is painted again."""

import os
import statistics
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from desktop.locking import Locker
from desktop.preferences import Preferences
from desktop.profile import SAMPLE, read
from desktop.standing import Standing
from desktop.unlock import OpenedVault
from desktop.wearing import wear
from storage import Cost, Identity, Vault

_THEMES = ("dark", "contrast", "light")
_LANGUAGES = ("cy", "en")


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The rows `app.theme_switch` and `app.language_switch`, milliseconds each, the slowest."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale("en_GB"))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder  # what is chosen here is nobody's choice
        wear(Preferences("light", language="en"))
        path = Path(folder) / "vault"
        me = Identity("PC 0000", "sample laptop")
        vault, _code = Vault.create(path, "a sample passphrase", me, cost=Cost(64 * 1024, 1, 1))
        opened = OpenedVault(vault, path, "", read(SAMPLE))
        standing = Standing(opened, Locker(10, lambda _line: None))
        standing.notebook.shell.show()
        standing.notebook.shell.go("settings")
        _paint(app)
        themes = [max(_dress(app, name) for name in _THEMES) for _run in range(runs)]
        languages = [max(_speak(app, standing, code) for code in _LANGUAGES) for _ in range(runs)]
        standing.notebook.seal()
        vault.close()
    return [
        _row("app.theme_switch", themes, runs),
        _row("app.language_switch", languages, runs),
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


def _row(name: str, taken: list[float], runs: int) -> dict[str, Any]:
    return {
        "name": name,
        "unit": "ms",
        "ours": statistics.median(taken) * 1000,
        "peer": None,
        "peer_name": "none: the bound is 150 ms",
        "ratio": None,
        "runs": runs,
    }
