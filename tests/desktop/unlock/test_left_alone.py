"""A vault that is open before its officer is in does not stay open for whoever comes by."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from desktop.profile import SAMPLE, read
from desktop.story import Reason, Story
from desktop.unlock import Door, Notebook, Notebooks
from desktop.unlock.code import CodePage
from desktop.unlock.making import MakingPage
from desktop.unlock.renewing import RenewingPage
from desktop.unlock.secret import PassphrasePage, RecoveryPage
from storage import Vault
from tests.desktop.unlock.conftest import MakeDoor
from tests.desktop.unlock.test_door import button
from tests.storage.helpers import CHEAP, ME, PASSPHRASE, Sample

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
GOOD = "lantern orchard velvet canyon"


def recovered(make_door: MakeDoor, qtbot: QtBot, sample: Sample, **others: object) -> Door:
    """The door after a recovery code: the notebook is open, a new passphrase is asked for."""
    Notebooks().remember(Notebook("Blue", sample.folder))
    door = make_door(**others)
    page = door.window.page
    assert isinstance(page, PassphrasePage)
    page.recovery_asked.emit()
    page = door.window.page
    assert isinstance(page, RecoveryPage)
    page.given.emit(sample.code)
    qtbot.waitUntil(lambda: isinstance(door.window.page, RenewingPage), timeout=30_000)
    return door


def told(qtbot: QtBot, door: Door, reason: Reason, sample: Sample) -> None:
    with qtbot.waitSignal(door.left_alone, timeout=20_000) as left:
        if reason is Reason.KEY:
            qtbot.keyClick(
                door.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
            )
    (story,) = left.args
    assert isinstance(story, Story)
    assert (story.reason, story.vault, story.sealed) == (reason, str(sample.folder), True)
    door.close()
    Vault.open(sample.folder, ME, passphrase=PASSPHRASE).close()


def test_the_lock_key_works_before_the_new_passphrase(
    make_door: MakeDoor, qtbot: QtBot, sample: Sample
) -> None:
    told(qtbot, recovered(make_door, qtbot, sample), Reason.KEY, sample)


def test_it_locks_by_itself_before_the_new_passphrase(
    make_door: MakeDoor, qtbot: QtBot, sample: Sample
) -> None:
    at_once = read(SAMPLE)._replace(idle_minutes=0)
    door = recovered(make_door, qtbot, sample, load_profile=lambda: at_once)
    told(qtbot, door, Reason.IDLE, sample)


def test_a_recovery_code_does_not_stay_on_the_screen(
    make_door: MakeDoor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.vault.vault.calibrate", lambda: CHEAP)
    at_once = read(SAMPLE)._replace(idle_minutes=0)
    door = make_door(load_profile=lambda: at_once)
    button(door.window.page, "Make a notebook").click()
    page = door.window.page
    assert isinstance(page, MakingPage)
    for field in (page.passphrase, page.again):
        field.setText(GOOD)
    with qtbot.waitSignal(door.left_alone, timeout=30_000) as left:
        page.make_button.click()
    assert isinstance(door.window.page, CodePage)
    assert left.args[0].reason is Reason.IDLE


def test_who_is_in_is_watched_over_by_the_notebook_alone(
    make_door: MakeDoor, qtbot: QtBot, sample: Sample
) -> None:
    door = recovered(make_door, qtbot, sample)
    page = door.window.page
    assert isinstance(page, RenewingPage)
    with qtbot.assertNotEmitted(door.left_alone, wait=100):
        with qtbot.waitSignal(door.opened):
            page.keep_button.click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qtbot.keyClick(
            door.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
        )
