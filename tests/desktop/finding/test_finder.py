"""Ctrl+K: anything by a few letters, discreetly, without the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.finding.finder import Finder
from storage import RecordId, Vault
from tests.desktop.people.conftest import NAME
from tests.desktop.rights.conftest import add


def finder(notebook: Notebook, qtbot: QtBot) -> Finder:
    made = notebook.find(lambda: None)
    made.open()
    qtbot.waitUntil(lambda: bool(made.found))
    return made


def words(made: Finder) -> list[str]:
    return [thing.words for thing in made.found]


def test_a_person_is_found_by_alias_and_the_way_there_asks_why(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    made = finder(notebook, qtbot)
    made.field.setText("juni")
    qtbot.waitUntil(lambda: "Juniper" in words(made))
    QTest.keyClick(made.field, Qt.Key.Key_Return)
    assert notebook.shell.page is notebook.people
    assert notebook.people.sheet is None
    entries = vault.query(lambda s: s.audit.entries(person)).result()
    assert [entry.action for entry in entries] == ["collection"]


def test_a_name_finds_nobody_and_nothing_found_says_what_is_hidden(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    said = "sample words that were said"
    add(vault, "encounter", {"/data/words/said": said})
    made = finder(notebook, qtbot)
    made.field.setText("real-name")
    QTest.qWait(200)
    assert made.found == []
    made.field.setText("sample said")
    qtbot.waitUntil(lambda: len(made.found) == 1)
    told = f"{made.found[0].words} {made.found[0].detail}"
    assert said not in told
    assert NAME not in told


def test_commands_and_cards_are_reached_by_keys_alone(notebook: Notebook, qtbot: QtBot) -> None:
    made = finder(notebook, qtbot)
    made.field.setText("new inc")
    assert words(made) == ["New: Incident"]
    QTest.keyClick(made.field, Qt.Key.Key_Return)
    assert notebook.write.writing is not None
    assert notebook.write.writing.engine.form.id == "incident"
    made = finder(notebook, qtbot)
    made.field.setText("plan a visit")  # as the button calls it
    assert words(made) == ["New: Visit"]
    made.reject()
    made = finder(notebook, qtbot)
    made.field.setText("go t")
    QTest.keyClick(made.field, Qt.Key.Key_Escape)
    assert made.isHidden()
    made = finder(notebook, qtbot)
    card = next(thing for thing in made._things if thing.kind == "card")
    made.field.setText(card.words)
    qtbot.waitUntil(lambda: card in made.found)
    while made.found[made._view.currentIndex().row()] is not card:
        QTest.keyClick(made.field, Qt.Key.Key_Down)
    QTest.keyClick(made.field, Qt.Key.Key_Return)
    assert notebook.shell.page is notebook.cards


def test_reports_never_begin_from_nothing(notebook: Notebook, qtbot: QtBot) -> None:
    made = finder(notebook, qtbot)
    for text in ("new intelligence", "new contact", "new num"):
        made.field.setText(text)
        QTest.qWait(100)
        assert [thing for thing in made.found if thing.kind == "command"] == []
