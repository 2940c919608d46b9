"""An open notebook in its real window, on a vault of its own whose key of the force is known."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import profile, theme
from desktop.app import Notebook
from desktop.keys.window import KeysWindow
from desktop.keys.words import Way
from desktop.unlock.shown_code import ASKED, ShownCode
from storage import Vault
from storage.keys.escrow import PrivateKey
from tests.storage.helpers import CHEAP, ME, PASSPHRASE

WORDS = "lantern orchard velvet canyon"


class Opened(NamedTuple):
    """A notebook whose officer is in, and what opens it."""

    notebook: Notebook
    vault: Vault
    code: str
    force: PrivateKey
    key_file: Path
    locked: list[bool]

    def ways(self, kind: str) -> list[Way]:
        return [way for way in self.notebook.safe.keys.ways if way.kind == kind]


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme.LIGHT)
    force = PrivateKey.new("Sample Constabulary 2026")
    public, private = tmp_path / "force.pub", tmp_path / "force.key"
    public.write_text(force.public.text())
    private.write_text(force.text(WORDS, CHEAP))
    vault, code = Vault.create(
        tmp_path / "Notebook", PASSPHRASE, ME, cost=CHEAP, others=[force.public]
    )
    known = profile.read(profile.SAMPLE)._replace(escrow_keys=(public,))
    locked: list[bool] = []
    notebook = Notebook(vault, known, lambda: locked.append(True), lambda: None)
    qtbot.addWidget(notebook.shell, before_close_func=QWidget.hide)
    notebook.shell.show()
    notebook.go_back()
    notebook.shell.go("settings")
    notebook.settings.show_section("keys")
    qtbot.waitUntil(lambda: len(notebook.safe.keys.ways) == 3)
    yield Opened(notebook, vault, code, force, private, locked)
    if not vault.is_closing:
        notebook.write.left()
    vault.close()


def answer(code: ShownCode) -> None:
    """Type back the two groups that are asked for."""
    for number, field in zip(ASKED, code.answers, strict=True):
        field.setText(code.code.split("-")[number - 1].lower())


def wait(qtbot: QtBot, window: KeysWindow) -> None:
    """Wait until the window is no longer at work."""
    qtbot.waitUntil(lambda: not window.is_busy, timeout=30_000)
