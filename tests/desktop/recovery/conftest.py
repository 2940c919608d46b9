"""A door before a sample notebook, with the theme that the program wears."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import profile
from desktop.story import Story
from desktop.theme import Theme, apply
from desktop.unlock import Door, Notebook, Notebooks
from storage import Vault
from tests.storage.helpers import Sample, add, create

Opens = Callable[[Sample], Door]


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what another has kept."""
    for kind in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    vault, sample = create(tmp_path_factory.mktemp("made") / "Notebook")
    add(vault, "She asked for a locksmith.")
    vault.close()
    return sample


@pytest.fixture
def sample(made: Sample, tmp_path: Path) -> Sample:
    return made.copy(tmp_path / "Notebook")


@pytest.fixture
def arrive(qtbot: QtBot) -> Iterator[Opens]:
    """Shows the door before a notebook; whoever came in has left again at the end."""
    opened: list[Vault] = []

    def show(sample: Sample) -> Door:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply(application, Theme.LIGHT, 1.0)
        notebooks = Notebooks()
        notebooks.remember(Notebook("Notebook", sample.folder))
        door = Door(lambda: profile.read(profile.SAMPLE), notebooks)
        door.opened.connect(lambda found: opened.append(found.vault))
        qtbot.addWidget(door.window)
        with qtbot.waitSignal(door.window.painted):
            door.arrive(Story())
        qtbot.wait(1)  # the profile is read once the window is painted
        return door

    yield show
    for vault in opened:
        vault.close()
