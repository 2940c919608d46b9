"""A door before real vaults, in a window that is really shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.profile import SAMPLE, read
from desktop.story import Story
from desktop.unlock import Door, Notebook, Notebooks, OpenedVault
from storage import Cost, Identity, Vault

PASSPHRASE = "four words nobody guesses"
CHEAP = Cost(memory_kib=64 * 1024, iterations=1, lanes=1)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what another has kept."""
    for kind in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))


@pytest.fixture
def code(tmp_path: Path) -> str:
    """Makes the vault `tmp_path / "vault"`; its recovery code."""
    officer = Identity("PC 0000", "test")
    vault, code = Vault.create(tmp_path / "vault", PASSPHRASE, officer, cost=CHEAP)
    vault.close()
    return code


@pytest.fixture
def folder(tmp_path: Path, code: str) -> Path:
    """The folder of a vault, known as Blue."""
    Notebooks().remember(Notebook("Blue", tmp_path / "vault"))
    return tmp_path / "vault"


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
