"""Restoring a backup before anything is unlocked."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.unlock import Door, Notebooks
from desktop.unlock.renewing import RenewingPage
from desktop.unlock.restoring import RestoringPage
from desktop.unlock.trouble import TroublePage
from storage import Vault
from storage.backup.making import back_up
from storage.backup.restoring import restored_from
from tests.desktop.unlock.conftest import MakeDoor
from tests.desktop.unlock.test_door import button, words
from tests.storage.helpers import ME, PASSPHRASE, Sample, add, ask

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


@pytest.fixture
def stick(sample: Sample, tmp_path: Path) -> Path:
    """A stick with a backup of the vault, which itself is lost."""
    place = tmp_path / "stick"
    place.mkdir()
    vault = sample.open()
    add(vault, "before the laptop was stolen")
    back_up(vault, place)
    vault.close()
    return place


def restoring(door: Door) -> RestoringPage:
    """The page on which a backup is chosen."""
    button(door.window.page, "Restore a backup").click()
    page = door.window.page
    assert isinstance(page, RestoringPage)
    return page


def test_a_lost_notebook_is_open_again(
    make_door: MakeDoor, qtbot: QtBot, stick: Path, tmp_path: Path
) -> None:
    door = make_door()
    page = restoring(door)
    button(page, "Restore it").click()
    assert "Choose a backup first." in words(page)
    page.take(tmp_path)
    assert "no whole backup" in words(page)
    page.take(stick)
    assert "Backup of" in words(page)
    qtbot.keyClicks(page.secret, "something else")
    button(page, "Restore it").click()
    qtbot.waitUntil(lambda: "does not open this backup" in words(page), timeout=20_000)
    page.secret.clear()
    qtbot.keyClicks(page.secret, PASSPHRASE)
    with qtbot.waitSignal(door.opened, timeout=20_000) as opened:
        button(page, "Restore it").click()
    vault = opened.args[0].vault
    assert ask(vault, lambda s: s.records.count()) == 1
    assert ask(vault, restored_from)
    vault.close()
    folder = tmp_path / "DATA" / "fieldbook" / "Notebook"
    assert [known.folder for known in Notebooks().all()] == [folder]
    Vault.open(folder, ME, passphrase=PASSPHRASE).close()


def test_the_recovery_code_restores_it_and_asks_for_a_new_passphrase(
    make_door: MakeDoor, qtbot: QtBot, stick: Path, sample: Sample
) -> None:
    door = make_door()
    page = restoring(door)
    page.take(stick)
    qtbot.keyClicks(page.secret, sample.code.lower())
    button(page, "Restore it").click()
    qtbot.waitUntil(lambda: isinstance(door.window.page, RenewingPage), timeout=20_000)


def test_a_damaged_backup_is_told(make_door: MakeDoor, qtbot: QtBot, stick: Path) -> None:
    (backup,) = stick.iterdir()
    data = bytearray((backup / "vault.db").read_bytes())
    data[20_000] ^= 1
    (backup / "vault.db").write_bytes(data)
    door = make_door()
    page = restoring(door)
    page.take(stick)
    qtbot.keyClicks(page.secret, PASSPHRASE)
    button(page, "Restore it").click()
    qtbot.waitUntil(lambda: isinstance(door.window.page, TroublePage), timeout=20_000)
    assert "This backup is not whole" in words(door.window.page)
    button(door.window.page, "Try again").click()
    assert isinstance(door.window.page, RestoringPage)


def test_restoring_is_stopped_and_leaves_nothing(
    make_door: MakeDoor, qtbot: QtBot, stick: Path, tmp_path: Path
) -> None:
    door = make_door()
    page = restoring(door)
    page.take(stick)
    qtbot.keyClicks(page.secret, PASSPHRASE)
    button(page, "Restore it").click()
    button(page, "Cancel").click()
    qtbot.waitUntil(lambda: page.restore_button.text() == "Restore it", timeout=20_000)
    assert door.window.page is page
    assert page.restore_button.isEnabled()
    folder = tmp_path / "DATA" / "fieldbook" / "Notebook"
    assert not folder.exists() or not any(folder.iterdir())
    button(page, "Back").click()
    assert door.window.page is not page
