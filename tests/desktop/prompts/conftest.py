"""An open notebook with an encounter that is being written, and its prompts beside it."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.prompts import PromptsPanel
from tests.desktop.pages.conftest import notebook, vault

__all__ = ["notebook", "vault"]


@pytest.fixture
def panel(notebook: Notebook, qtbot: QtBot) -> PromptsPanel:
    notebook.shell.resize(1366, 768)
    notebook.new_note()
    return open_panel(notebook, qtbot)


def open_panel(notebook: Notebook, qtbot: QtBot) -> PromptsPanel:
    """The panel beside the note that is written, whole."""
    qtbot.waitUntil(lambda: notebook.write.beside is not None)
    assert notebook.write.beside is not None
    panel = notebook.write.beside.wake()
    assert panel is not None
    panel.view.complete()
    return panel
