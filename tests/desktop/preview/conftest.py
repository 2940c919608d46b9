"""A form's file as its author changes it, and the window that follows it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.preview.window import PreviewWindow
from desktop.theme import Theme, apply

FORM = """
| survey | type | name | label::English (en) | label::Arabic (ar) | relevant | required |
|---|---|---|---|---|---|---|
| | text | said | What she said | ما قالته | | |
| | select_one yn | again | See her again? | لقاء آخر؟ | | |
| | text | where | Where | أين | ${again} = 'y' | yes |

| choices | list_name | name | label::English (en) | label::Arabic (ar) |
|---|---|---|---|---|
| | yn | y | Yes | نعم |
| | yn | n | No | لا |

| settings | form_title | fb:title::Arabic (ar) | form_id | version | default_language |
|---|---|---|---|---|---|
| | Sample form | نموذج | own_sample | 1 | English (en) |
"""


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    apply(qapp, Theme.LIGHT)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.md"
    path.write_text(FORM, encoding="utf-8")
    return path


@pytest.fixture
def open_window(qtbot: QtBot) -> Callable[..., PreviewWindow]:
    """The window of a file, once it shows what it read."""

    def open_(path: Path, language: str = "") -> PreviewWindow:
        window = PreviewWindow(path, language)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: "Read at" in window.foot.text(), timeout=20_000)
        if window.preview.view:
            window.preview.view.complete()
        return window

    return open_
