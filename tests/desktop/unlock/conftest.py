"""A door before real vaults, in a window that is really shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.profile import SAMPLE, read
from desktop.story import Story
from desktop.unlock import Door, Notebook, Notebooks, OpenedVault
from tests.storage.helpers import Sample, create


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what another has kept."""
    for kind in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """A vault, closed."""
    vault, sample = create(tmp_path / "vault")
    vault.close()
    return sample


@pytest.fixture
def folder(sample: Sample) -> Path:
    """The folder of a vault, known as Blue."""
    Notebooks().remember(Notebook("Blue", sample.folder))
    return sample.folder


MakeDoor = Callable[..., Door]


@pytest.fixture
def make_door(qtbot: QtBot) -> Iterator[MakeDoor]:
    """Builds doors that have arrived; what they have opened is closed in the end."""
    doors: list[Door] = []
    opened: list[OpenedVault] = []

    def make(story: Story | None = None, **others: object) -> Door:
        door = Door(**({"load_profile": lambda: read(SAMPLE), "notebooks": Notebooks()} | others))
        door.opened.connect(opened.append)
        qtbot.addWidget(door.window)
        with qtbot.waitSignal(door.window.painted):
            door.arrive(story or Story())
        doors.append(door)
        return door

    yield make
    for door in doors:
        door.close()


@pytest.fixture
def arrive(make_door: MakeDoor) -> Callable[[Sample], Door]:
    """Shows a door before a vault."""

    def arrive(sample: Sample) -> Door:
        Notebooks().remember(Notebook("Blue", sample.folder))
        return make_door()

    return arrive
