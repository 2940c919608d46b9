"""Marks under words that the dictionary does not know: real dictionaries in a real notebook."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop import preferences
from desktop.app import Notebook
from desktop.spelling.card import SpellingCard
from desktop.spelling.kept import Kept, read
from desktop.spelling.marks import Marks, characters, units
from desktop.theme.fields import WritingField
from desktop.widgets import FormView
from storage import Vault
from tests.desktop.pages.conftest import open_notebook, vault

__all__ = ["vault"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of menus


@pytest.fixture
def notebook(vault: Vault, qtbot: QtBot) -> Iterator[Notebook]:
    opened = open_notebook(vault, qtbot)
    yield opened
    opened.spelling.switch(False)
    opened.write.left()


def long_field(notebook: Notebook, qtbot: QtBot) -> WritingField:
    """The first field of several lines of a new note, with the focus."""
    notebook.new_note()
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    view = notebook.shell.findChild(FormView)
    assert view is not None
    view.complete()
    fields = [each for each in view.findChildren(WritingField) if each.isVisibleTo(view)]
    field = next(each for each in fields if not each.property("line"))
    notebook.shell.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def marked(field: WritingField) -> list[str]:
    return [mark.cursor.selectedText() for mark in field.extraSelections()]


def menu() -> QMenu | None:
    shown = QApplication.activePopupWidget()
    return shown if isinstance(shown, QMenu) else None


def choose(qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: menu() is not None)
    opened = menu()
    assert opened is not None
    action = next(each for each in opened.actions() if each.text() == words)
    opened.setActiveAction(action)
    QTest.keyClick(opened, Qt.Key.Key_Return)


def test_nothing_is_loaded_until_it_is_switched_on(notebook: Notebook, qtbot: QtBot) -> None:
    field = long_field(notebook, qtbot)
    QTest.keyClicks(field, "I recieve ")
    assert field.findChild(Marks) is None
    assert notebook.spelling.speller(field) is None


def test_a_notebook_starts_without_it() -> None:
    code = "import sys, desktop.app, desktop.spelling.room, desktop.spelling.card\n"
    code += "print([n for n in ('hunspell', 'translations.spelling') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_unknown_words_are_marked_in_the_pause(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.spelling.switch(True)
    field = long_field(notebook, qtbot)
    steps = field.document().availableUndoSteps()
    QTest.keyClicks(field, "We recieve teh")
    told: list[str] = []
    field.textChanged.connect(lambda: told.append("changed"))
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])  # what is being typed is left alone
    QTest.keyClick(field, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: marked(field) == ["recieve", "teh"])
    assert told == []
    assert field.document().availableUndoSteps() >= steps
    field.undo()
    assert field.toPlainText() == ""


def test_a_key_leads_to_the_word_and_puts_another_there(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.spelling.switch(True)
    field = long_field(notebook, qtbot)
    field.insertPlainText("We recieve 🌧 seperate things.")
    QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_F3)
    choose(qtbot, "receive")
    assert field.toPlainText().startswith("We receive ")
    QTest.keyClick(field, Qt.Key.Key_F3)
    choose(qtbot, "separate")
    assert field.toPlainText() == "We receive 🌧 separate things."
    field.undo()
    assert "seperate" in field.toPlainText()
    qtbot.waitUntil(lambda: marked(field) == ["seperate"])


def test_the_menu_of_keys_and_of_the_mouse(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.spelling.switch(True)
    field = long_field(notebook, qtbot)
    QTest.keyClicks(field, "teh")
    QTest.keyClick(field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    choose(qtbot, "the")
    assert field.toPlainText() == "the"
    field.selectAll()
    QTest.keyClicks(field, "teh")
    place = field.cursorRect().center() - QPoint(8, 0)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, field.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(field.viewport(), event)
    choose(qtbot, "the")
    assert field.toPlainText() == "the"


def test_my_words_are_sealed_in_the_vault_alone(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    notebook.spelling.switch(True)
    field = long_field(notebook, qtbot)
    QTest.keyClicks(field, "she said sarnieword twice")
    QTest.keyClick(field, Qt.Key.Key_F3)
    choose(qtbot, "Add to my words")
    qtbot.waitUntil(lambda: marked(field) == [])
    qtbot.waitUntil(lambda: vault.query(read).result() == Kept(True, ("sarnieword",)))
    notebook.seal()
    for file in (*tmp_path.rglob("*"), preferences._file()):
        assert not file.is_file() or b"sarnieword" not in file.read_bytes()
    notebook.settings.show_section("spelling")
    card = notebook.settings.findChild(SpellingCard)
    assert card is not None
    (button,) = card.buttons
    assert "sarnieword" in button.accessibleName()
    button.click()
    assert notebook.spelling.kept == Kept(True)
    qtbot.waitUntil(lambda: marked(field) == ["sarnieword"])


def test_the_choice_is_there_again_at_the_next_opening(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    notebook.settings.show_section("spelling")
    notebook.shell.go("settings")
    card = notebook.settings.findChild(SpellingCard)
    assert card is not None
    assert card.switch.isEnabled()
    card.switch.click()
    qtbot.waitUntil(lambda: vault.query(read).result().on)
    other = open_notebook(vault, qtbot)
    qtbot.waitUntil(lambda: other.spelling.kept.on)
    card.switch.click()
    other.spelling.switch(False)
    other.write.left()


def test_a_form_in_welsh_is_checked_in_welsh(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.spelling.switch(True)
    field = long_field(notebook, qtbot)
    view = notebook.shell.findChild(FormView)
    assert view is not None
    view.set_language("cy")
    QTest.keyClicks(field, "mae swyddog swydog yma ")
    qtbot.waitUntil(lambda: marked(field) == ["swydog"])


def test_switched_off_the_marks_go(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.spelling.switch(True)
    field = long_field(notebook, qtbot)
    QTest.keyClicks(field, "We recieve ")
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])
    notebook.spelling.switch(False)
    assert marked(field) == []


def test_places_beyond_the_first_plane() -> None:
    text = "a🌧b🌧c"
    assert [units(text, place) for place in range(6)] == [0, 1, 3, 4, 6, 7]
    assert [characters(text, units(text, place)) for place in range(6)] == list(range(6))
