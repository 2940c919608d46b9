"""How long until cards are on the screen, and until they speak another language."""

import gc
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.app_start import BARE, HERE, PEER, environment, row, until_painted

CARDS = HERE / "cards.py"
LANGUAGES = ("ro", "zh-Hans", "th", "ar", "hi", "am", "ur", "ru")
Row = dict[str, Any]


def measure(runs: int = 5, only: frozenset[str] = frozenset()) -> list[Row]:
    """The rows of `cards.cold_start` and `cards.language_switch`."""
    rows: list[Row] = []
    if not only or "cards.cold_start" in only:
        with tempfile.TemporaryDirectory() as name:
            rows.append(cold_start(2 * runs, environment(Path(name))))
    if not only or "cards.language_switch" in only:
        rows.append(language_switch(runs))
    return rows


def cold_start(runs: int, settings: dict[str, str]) -> Row:
    """From starting the command until the choice of languages is painted and can be searched.

    Names in scripts with faces of their own follow in the next frame; their English is there.
    """
    for script in (CARDS, BARE):  # what is compiled once is compiled now, as after installing
        until_painted(script, settings)
    ours, peer = [], []
    for _ in range(runs):
        ours.append(until_painted(CARDS, settings))
        peer.append(until_painted(BARE, settings))
    return row("cards.cold_start", "ms", ours, peer, PEER)


def language_switch(runs: int) -> Row:
    """From the choice of another language until the card is painted in it; the slowest of each.

    Every language is new to the process the first time, so faces are loaded within the figure.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desktop import theme
    from desktop.cards.window import CardWindow

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme.LIGHT)
    window = CardWindow("en")
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    slowest = []
    for _ in range(max(runs, 5)):
        times = []
        for code in LANGUAGES:
            gc.collect()
            began = time.perf_counter()
            window.view.speak(code)
            window.grab()
            times.append((time.perf_counter() - began) * 1000)
        slowest.append(max(times))
    print(f"cards.language_switch: first time {slowest[0]:.0f} ms", flush=True)
    return {
        "name": "cards.language_switch",
        "unit": "ms",
        "ours": statistics.median(slowest),
        "peer": None,
        "peer_name": "no peer: the bar is 50 ms",
        "ratio": None,
        "runs": len(slowest),
    }
