"""A new notebook: what it needs, what is refused, and its recovery code shown once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.profile import SAMPLE, read
from desktop.theme.fields import ErrorLine
from desktop.unlock import Notebooks
from desktop.unlock.code import CodePage
from desktop.unlock.making import MakingPage
from desktop.unlock.shown_code import ASKED
from desktop.unlock.trouble import TroublePage
from storage import Vault
from storage.keys.escrow import PrivateKey
from tests.desktop.unlock.conftest import MakeDoor
from tests.desktop.unlock.test_door import button, words
from tests.storage.helpers import ME

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
GOOD = "lantern orchard velvet canyon"
CODE = "ABCD-EFGH-2345-6789-JKMN-PQRS-TVWX-YZ01"


def test_the_forces_key_opens_it_too_and_the_page_says_so(
    make_door: MakeDoor, qtbot: QtBot, tmp_path: Path
) -> None:
    key = PrivateKey.new("Sample force")
    (tmp_path / "force.pem").write_text(key.public.text(), encoding="utf-8")
    profile = read(SAMPLE)._replace(escrow_keys=(tmp_path / "force.pem",))
    door = make_door(load_profile=lambda: profile)
    button(door.window.page, "Make a notebook").click()
    page = door.window.page
    assert isinstance(page, MakingPage)
    assert "Your force’s recovery key opens it too" in words(page)
    for field in (page.passphrase, page.again):
        qtbot.keyClicks(field, GOOD)
    button(page, "Make it").click()
    qtbot.waitUntil(lambda: isinstance(door.window.page, CodePage), timeout=30_000)
    door.close()
    Vault.open(tmp_path / "DATA" / "fieldbook" / "Notebook", ME, secret=key).close()


def errors(page: MakingPage | CodePage) -> list[str]:
    return [line.text() for line in page.findChildren(ErrorLine) if line.text()]


def test_from_nothing_to_an_open_notebook(
    make_door: MakeDoor, qtbot: QtBot, tmp_path: Path
) -> None:
    door = make_door()
    button(door.window.page, "Make a notebook").click()
    page = door.window.page
    assert isinstance(page, MakingPage)
    page.name.selectAll()
    qtbot.keyClicks(page.name, "Blue")
    qtbot.keyClicks(page.passphrase, GOOD)
    qtbot.keyClicks(page.again, GOOD)
    folder = tmp_path / "DATA" / "fieldbook" / "Blue"
    assert f"Kept in {folder}" in words(page)
    button(page, "Make it").click()
    assert not page.make_button.isEnabled()
    qtbot.waitUntil(lambda: isinstance(door.window.page, CodePage), timeout=30_000)
    shown = door.window.page
    assert isinstance(shown, CodePage)
    code = shown.shown.code
    assert all(group in words(shown) for group in code.split("-"))
    for number, answer in zip(ASKED, shown.answers, strict=True):
        qtbot.keyClicks(answer, code.split("-")[number - 1].lower())
    with qtbot.waitSignal(door.opened) as opened:
        qtbot.keyClick(shown.answers[-1], Qt.Key.Key_Return)
    assert (opened.args[0].folder, opened.args[0].name) == (folder, "Blue")
    assert [known.name for known in Notebooks().all()] == ["Blue"]
    opened.args[0].vault.close()
    Vault.open(folder, ME, passphrase=GOOD).close()
    Vault.open(folder, ME, recovery_code=code).close()


def test_what_is_missing_is_said_where_it_is_missing(qtbot: QtBot) -> None:
    page = MakingPage()
    qtbot.addWidget(page)
    page.show()
    asked: list[object] = []
    page.asked.connect(asked.append)
    page.name.setText("../elsewhere")
    page.passphrase.setText("short")
    page.again.setText("shor")
    page.make_button.click()
    assert len(errors(page)) == 3
    page.name.setText("Blue")
    page.passphrase.setText("a" * 40)
    page.again.setText("a" * 40)
    page.make_button.click()
    assert len(errors(page)) == 1
    page.passphrase.setText(GOOD)
    page.again.setText(GOOD + " ")
    page.make_button.click()
    assert errors(page) == ["This is not the same."]
    assert asked == []


def test_a_folder_that_is_not_empty_is_left_alone(
    make_door: MakeDoor, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "DATA" / "fieldbook" / "Notebook"
    folder.mkdir(parents=True)
    (folder / "hers.txt").write_text("x")
    door = make_door()
    button(door.window.page, "Make a notebook").click()
    page = door.window.page
    assert isinstance(page, MakingPage)
    page.passphrase.setText(GOOD)
    page.again.setText(GOOD)
    page.make_button.click()
    qtbot.waitUntil(lambda: isinstance(door.window.page, TroublePage), timeout=30_000)
    assert "There is something in this folder already." in words(door.window.page)
    assert [entry.name for entry in folder.iterdir()] == ["hers.txt"]
    button(door.window.page, "Try again").click()
    assert isinstance(door.window.page, MakingPage)


def test_the_code_is_asked_back(qtbot: QtBot) -> None:
    page = CodePage(CODE)
    qtbot.addWidget(page)
    page.show()
    page.answers[0].setText(CODE.split("-")[ASKED[0] - 1])
    page.answers[1].setText("XXXX")
    with qtbot.assertNotEmitted(page.kept):
        page.done_button.click()
    assert errors(page) == ["Not the same."]
    page.answers[1].setText(" " + CODE.split("-")[ASKED[1] - 1].lower())
    with qtbot.waitSignal(page.kept):
        page.done_button.click()


def test_the_sheet_holds_the_code_and_does_not_say_what_for(qtbot: QtBot, tmp_path: Path) -> None:
    page = CodePage(CODE)
    qtbot.addWidget(page)
    page.show()
    page.shown.save_to(tmp_path / "Fieldbook.txt")
    sheet = (tmp_path / "Fieldbook.txt").read_text()
    assert sheet.split() == ["Fieldbook", *CODE.split("-")]
    page.shown.save_to(tmp_path)
    assert "Nothing could be written there." in errors(page)[0]
