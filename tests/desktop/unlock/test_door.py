"""An officer comes in by the window, with real vaults, or is told why not."""

import os
import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.profile import read
from desktop.story import Reason, Story
from desktop.unlock import Door, Notebook, Notebooks
from desktop.unlock.attempts import Attempts
from desktop.unlock.choosing import ChoosingPage
from desktop.unlock.frame import Page
from desktop.unlock.secret import PassphrasePage, SecretPage
from desktop.unlock.trouble import TroublePage
from storage import Vault
from tests.desktop.unlock.conftest import MakeDoor
from tests.storage.helpers import ME, PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def words(page: Page | None) -> str:
    """All that the page says."""
    assert page is not None
    labels = [label for label in page.findChildren(object) if hasattr(label, "text")]
    said = "\n".join(label.text() for label in labels if label.isVisibleTo(page))
    return said.replace("\u200b", "")  # where a path may break


def button(page: Page | None, text: str) -> QPushButton:
    assert page is not None
    return next(each for each in page.findChildren(QPushButton) if each.text() == text)


def give(qtbot: QtBot, door: Door, secret: str) -> SecretPage:
    page = door.window.page
    assert isinstance(page, SecretPage)
    page.field.clear()
    qtbot.keyClicks(page.field, secret)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    return page


def test_the_window_says_nothing_about_itself(folder: Path, make_door: MakeDoor) -> None:
    door = make_door()
    assert door.window.windowTitle() == "Fieldbook"
    assert isinstance(door.window.page, PassphrasePage)
    assert door.window.page.field.hasFocus()
    shown = words(door.window.page)
    assert "Sealed since" in shown
    for telling in ("police", "officer", "sex", "note", "Sample Force"):
        assert telling not in shown.replace("Another notebook", "").lower()


def test_the_passphrase_opens(folder: Path, make_door: MakeDoor, qtbot: QtBot) -> None:
    door = make_door()
    with qtbot.waitSignal(door.opened, timeout=20_000) as opened:
        page = give(qtbot, door, PASSPHRASE)
        assert page.open_button.text() == "Opening"
        assert not page.open_button.isEnabled()
    vault = opened.args[0]
    assert (vault.folder, vault.name, vault.profile.officer) == (folder, "Blue", "PC 0000")


def test_the_window_stays_alive_while_the_key_is_derived(
    tmp_path: Path, make_door: MakeDoor, qtbot: QtBot
) -> None:
    """With the cost that officers' vaults have: about a second."""
    vault, _ = Vault.create(tmp_path / "real", PASSPHRASE, ME)
    vault.close()
    Notebooks().remember(Notebook("Real", tmp_path / "real"))
    door = make_door()
    beats: list[float] = []
    timer = door.startTimer(10)
    with qtbot.waitSignal(door.opened, timeout=60_000):
        give(qtbot, door, PASSPHRASE)
        qtbot.wait(100)
        beats.append(1)
    door.killTimer(timer)
    assert beats


def test_a_wrong_passphrase_is_said_delayed_and_harmless(
    folder: Path, make_door: MakeDoor, qtbot: QtBot
) -> None:
    door = make_door()
    page = give(qtbot, door, "not this one at all")
    qtbot.waitUntil(lambda: "not the passphrase" in words(page), timeout=20_000)
    assert "Nothing is lost. You can try again in 1" in words(page)
    assert not page.open_button.isEnabled()
    assert page.field.hasSelectedText()
    assert "not the passphrase" in page.field.accessibleDescription()
    assert Attempts(folder).wait() > 0
    again = make_door()  # as after a restart
    Attempts(folder).failed()
    page = give(qtbot, again, PASSPHRASE)
    assert "You can try again in 2" in words(page)
    qtbot.waitUntil(page.open_button.isEnabled, timeout=10_000)
    with qtbot.waitSignal(again.opened, timeout=20_000):
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert Attempts(folder).wait() == 0


def test_the_story_of_the_process_before(folder: Path, make_door: MakeDoor) -> None:
    now = datetime.now().astimezone().replace(hour=23, minute=41)
    shown = words(make_door(Story(Reason.IDLE, now.isoformat(), str(folder))).window.page)
    assert "Sealed since 23:41" in shown
    before = (now - timedelta(days=3)).isoformat()
    shown = words(make_door(Story(Reason.KEY, before, str(folder))).window.page)
    assert f"Sealed since {(now - timedelta(days=3)).day} " in shown
    assert "Nothing that was sealed is lost" in words(make_door(Story(Reason.CRASH)).window.page)
    unsealed = make_door(Story(Reason.KEY, before, str(folder), sealed=False))
    assert "could not be sealed" in words(unsealed.window.page)


def test_after_a_crash_the_notebook_that_was_open_is_asked_for(
    make_door: MakeDoor, tmp_path: Path
) -> None:
    waiting = make_door()  # before there was any
    Notebooks().remember(Notebook("Green", tmp_path / "green"))
    waiting.arrive(Story(Reason.CRASH))
    assert isinstance(waiting.window.page, PassphrasePage)
    assert "stopped and has started again" in words(waiting.window.page)


def test_what_is_typed_and_left_is_forgotten(
    folder: Path, make_door: MakeDoor, qtbot: QtBot
) -> None:
    page = make_door().window.page
    assert isinstance(page, SecretPage)
    page._forget.setInterval(50)
    qtbot.keyClicks(page.field, "half of it")
    qtbot.waitUntil(lambda: page.field.text() == "")


def test_caps_lock_is_learned_from_what_is_typed(
    folder: Path, make_door: MakeDoor, qtbot: QtBot
) -> None:
    page = make_door().window.page
    assert isinstance(page, PassphrasePage)
    assert page.beside.text() == ""
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, modifiers, said in (
        ("a", Qt.KeyboardModifier.NoModifier, "Caps Lock is off"),
        ("A", Qt.KeyboardModifier.NoModifier, "Caps Lock is on"),
        ("1", Qt.KeyboardModifier.NoModifier, "Caps Lock is on"),
        ("A", shift, "Caps Lock is off"),
    ):
        qtbot.keyClick(page.field, key, modifiers)
        assert page.beside.text() == said


def damage(folder: Path, how: str) -> None:
    """Do to a vault what may happen to it."""
    database = folder / "vault.db"
    if how == "gone":
        shutil.rmtree(folder)
    elif how == "database gone":
        database.unlink()
    elif how == "database empty":
        database.write_bytes(b"")
    elif how == "database":
        whole = bytearray(database.read_bytes())
        whole[5000] ^= 1
        database.write_bytes(whole)
    elif how == "headers":
        for copy in folder.glob("header*"):
            copy.write_bytes(b"{}")
    elif how == "read-only":
        for entry in (*folder.iterdir(), folder):
            entry.chmod(0o500)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("gone", "There is no notebook in this folder."),
        ("database gone", "damaged"),
        ("database empty", "damaged"),
        ("database", "damaged"),
        ("headers", "damaged"),
        pytest.param(
            "read-only",
            "read-only",
            marks=pytest.mark.skipif(
                sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
            ),
        ),
    ],
)
def test_what_happened_what_is_safe_what_to_do(
    folder: Path, make_door: MakeDoor, qtbot: QtBot, how: str, said: str
) -> None:
    door = make_door()
    damage(folder, how)
    give(qtbot, door, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(door.window.page, TroublePage), timeout=20_000)
    shown = words(door.window.page)
    for part in (said, "What is safe", "What to do now"):
        assert part in shown
    button(door.window.page, "Try again").click()
    assert isinstance(door.window.page, PassphrasePage)


def test_open_elsewhere_and_then_not(folder: Path, make_door: MakeDoor, qtbot: QtBot) -> None:
    other = Vault.open(folder, ME, passphrase=PASSPHRASE)
    door = make_door()
    give(qtbot, door, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(door.window.page, TroublePage), timeout=20_000)
    assert "This notebook is open already." in words(door.window.page)
    other.close()
    button(door.window.page, "Try again").click()
    with qtbot.waitSignal(door.opened, timeout=20_000):
        give(qtbot, door, PASSPHRASE)


def test_an_older_database_put_back_is_said_and_opened_only_with_a_reason(
    folder: Path, make_door: MakeDoor, qtbot: QtBot
) -> None:
    older = (folder / "vault.db").read_bytes()
    vault = Vault.open(folder, ME, passphrase=PASSPHRASE)
    for number in range(3):
        vault.perform(lambda session, n=number: session.settings.set("n", n)).result()  # type: ignore[misc]
    vault.close()
    (folder / "vault.db").write_bytes(older)
    door = make_door()
    give(qtbot, door, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(door.window.page, TroublePage), timeout=20_000)
    assert "The last 3 changes to this notebook are no longer there." in words(door.window.page)
    accept = button(door.window.page, "Open what is left")
    assert not accept.isEnabled()
    page = door.window.page
    assert isinstance(page, TroublePage)
    page.accepted.emit("the disk was replaced")
    with qtbot.waitSignal(door.opened, timeout=20_000):
        pass


def test_a_faulty_profile_opens_nothing_until_it_is_mended(
    folder: Path, make_door: MakeDoor, qtbot: QtBot, tmp_path: Path
) -> None:
    faulty = tmp_path / "profile.toml"
    faulty.write_text("[force]\nname = 7\n")
    door = make_door(load_profile=lambda: read(faulty))
    qtbot.waitUntil(lambda: isinstance(door.window.page, TroublePage))
    assert "force.name: This is of the wrong kind." in words(door.window.page)
    assert "officer.name: This is missing." in words(door.window.page)
    button(door.window.page, "Try again").click()
    assert isinstance(door.window.page, TroublePage)


def test_choosing_another_notebook(
    folder: Path, make_door: MakeDoor, qtbot: QtBot, tmp_path: Path
) -> None:
    Notebooks().remember(Notebook("Green", tmp_path / "green"))
    door = make_door()
    assert "Green" in words(door.window.page)  # several: it says which
    button(door.window.page, "Another notebook").click()
    page = door.window.page
    assert isinstance(page, ChoosingPage)
    shown = words(page)
    assert shown.index("Green") < shown.index("Blue")
    button(page, "Take off the list").click()
    assert [known.name for known in Notebooks().all()] == ["Blue"]
    opens = [
        each for each in page.findChildren(QPushButton) if each.accessibleName() == "Open Blue"
    ]
    opens[0].click()
    with qtbot.waitSignal(door.opened, timeout=20_000):
        give(qtbot, door, PASSPHRASE)


def test_a_machine_without_notebooks_offers_to_make_one(make_door: MakeDoor) -> None:
    door = make_door()
    assert "No notebook here yet" in words(door.window.page)
    assert button(door.window.page, "Make a notebook").hasFocus()
