"""An open notebook in its real window, on a vault of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import profile, theme
from desktop.app import Notebook
from storage import Cost, Identity, Vault

QUICK = Cost(64 * 1024, 1, 1)
PASSPHRASE = "a long sample passphrase"
ME = Identity("PC 0000", "sample laptop")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _code = Vault.create(tmp_path / "vault", PASSPHRASE, ME, cost=QUICK)
    yield made
    made.close()


def open_notebook(vault: Vault, qtbot: QtBot) -> Notebook:
    """The notebook of `vault` in its window, shown."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme.LIGHT)
    notebook = Notebook(vault, profile.read(profile.SAMPLE), lambda: None, lambda: None)
    qtbot.addWidget(notebook.shell, before_close_func=QWidget.hide)
    notebook.shell.show()
    notebook.go_back()
    return notebook


@pytest.fixture
def notebook(vault: Vault, qtbot: QtBot) -> Iterator[Notebook]:
    opened = open_notebook(vault, qtbot)
    yield opened
    opened.write.left()  # nothing is written once the vault is closed
