"""An open notebook of a force that has a key and a folder to send to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import profile, theme
from desktop.app import Notebook
from desktop.profile.model import Destination, Profile
from storage import Cost, Identity, Vault
from storage.keys.escrow import PrivateKey

QUICK = Cost(64 * 1024, 1, 1)
PASSPHRASE = "a long sample passphrase"
ME = Identity("PC 0000", "sample laptop")
SHARE = "Intelligence share"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _code = Vault.create(tmp_path / "vault", PASSPHRASE, ME, cost=QUICK)
    yield made
    made.close()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def force(tmp_path: Path, share: Path) -> Profile:
    key = tmp_path / "force.pub"
    key.write_text(PrivateKey.new("Sample Force").public.text(), encoding="utf-8")
    return profile.read(profile.SAMPLE)._replace(
        sealing_keys=(key,), destinations=(Destination(SHARE, "folder", share),)
    )


@pytest.fixture
def notebook(vault: Vault, force: Profile, qtbot: QtBot) -> Iterator[Notebook]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme.LIGHT)
    notebook = Notebook(vault, force, lambda: None, lambda: None)
    qtbot.addWidget(notebook.shell, before_close_func=QWidget.hide)
    notebook.shell.show()
    notebook.go_back()
    yield notebook
    notebook.sending.courier.seal()
    notebook.write.left()  # nothing is written once the vault is closed
