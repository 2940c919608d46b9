"""Backups in the real window: chosen once, made by themselves, missed when they are old."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.backups import BackupNotice, BackupsCard
from desktop.backups.card import _state
from storage import Vault
from storage.backup.plan import Plan, last, set_plan
from storage.folder.backup_sets import backups_in
from tests.storage.helpers import ask, do


def card(notebook: Notebook) -> BackupsCard:
    notebook.shell.go("settings")
    notebook.settings.show_section("backups")
    return notebook.settings.findChildren(BackupsCard)[0]


def age(vault: Vault, days: int) -> None:
    """Let the last backup be so many days old."""
    made = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    value = {"made": made, "folder": "", "records": 0}
    do(vault, lambda s: s.settings.set("backup.last", value))


def test_a_folder_is_chosen_and_a_backup_made(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = card(notebook)
    qtbot.waitUntil(lambda: "No backup yet" in shown._status.text())
    assert not shown.now_button.isVisible()
    (tmp_path / "stick").mkdir()
    shown.choose(tmp_path / "stick")
    qtbot.waitUntil(shown.now_button.isVisible)
    shown.now_button.setFocus()
    shown.now_button.click()
    shown.now_button.click()  # once more while it is made
    qtbot.waitUntil(lambda: "1 backup in" in shown._place.text(), timeout=20_000)
    assert "Last backup" in shown._status.text()
    assert len(backups_in(tmp_path / "stick")) == 1
    assert shown.now_button.hasFocus()


def test_it_is_made_by_itself_when_the_stick_is_there(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    do(vault, lambda s: set_plan(s, Plan(stick)))
    notebook.backups.look()  # not there: nothing is said
    qtbot.wait(100)
    assert not notebook.backups.running
    assert not notebook.backups.trouble
    stick.mkdir()
    notebook.backups.look()
    qtbot.waitUntil(lambda: len(backups_in(stick)) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: not notebook.backups.running)
    notebook.backups.look()  # not due
    qtbot.wait(100)
    assert not notebook.backups.running


def test_an_old_backup_is_missed_on_today(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    notebook.shell.go("today")
    notice = notebook.today.findChildren(BackupNotice)[0]
    age(vault, 6)
    notice.refresh()
    qtbot.wait(100)
    assert not notice.isVisible()
    age(vault, 9)
    notice.refresh()
    qtbot.waitUntil(notice.isVisible)
    assert "9 days old" in notice._words.text()
    notice.button.click()
    assert notebook.shell.page is notebook.settings
    do(vault, lambda s: set_plan(s, Plan(tmp_path)))
    notebook.shell.go("today")
    qtbot.waitUntil(lambda: notice._plan is not None)
    notice.button.click()
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=20_000)
    assert ask(vault, last).folder.startswith(str(tmp_path))


def test_trouble_is_told_and_what_holds_erased_things_is_deleted(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = card(notebook)
    notebook.backups.start(Plan(tmp_path / "gone"))
    qtbot.waitUntil(lambda: "Plug the stick in" in shown._trouble.text())
    notebook.backups.start(Plan(tmp_path))
    qtbot.waitUntil(lambda: not notebook.backups.running, timeout=20_000)
    do(vault, lambda s: set_plan(s, Plan(tmp_path)))
    do(vault, lambda s: s.audit.append("erasure", reason="sample"))
    shown.refresh()
    qtbot.waitUntil(shown.delete_button.isVisible)
    assert "1 backup was made before something was erased" in shown._erased_words.text()
    shown.delete_button.click()
    assert len(backups_in(tmp_path)) == 1  # the second click means it
    shown.delete_button.click()
    qtbot.waitUntil(lambda: backups_in(tmp_path) == [])
    qtbot.waitUntil(lambda: not shown.delete_button.isVisible())


def test_an_older_answer_never_stands_over_a_newer_one(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = card(notebook)
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    do(vault, lambda s: set_plan(s, Plan(first)))
    older = ask(vault, _state)
    do(vault, lambda s: set_plan(s, Plan(second)))
    shown.refresh()
    asked = shown._asked
    qtbot.waitUntil(lambda: str(second) in shown._place.text())
    shown._weigh(older, asked - 1)  # its disk was slow
    qtbot.wait(50)
    assert str(second) in shown._place.text()
    shown._weigh(older, asked)
    qtbot.waitUntil(lambda: str(first) in shown._place.text())
