"""A visit to a place that is on record already: it is chosen, and cut as any other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.demo.officer import Officer
from desktop.visits.choosing import ChoosingPlace
from storage import RecordId, Vault
from storage.chain.audit import Action
from tests.desktop.pages.test_visit import (
    GROUND,
    WHY,
    begin_visit,
    finalise,
    links,
    page,
    shown,
)


def keep_place(
    notebook: Notebook, qtbot: QtBot, reference: str, *, ground: bool = False
) -> RecordId:
    notebook.new_note("premises")
    officer = Officer(page(notebook))
    officer.answer("/data/place/reference", reference)
    officer.answer("/data/assessment/category", "non_nuisance")
    if ground:
        officer.answer(GROUND, "controlled")
        officer.answer(WHY, "Two people said who takes the money")
    return finalise(notebook, qtbot)


def choosing(notebook: Notebook, qtbot: QtBot) -> ChoosingPlace:
    visit = page(notebook).visit
    assert visit is not None
    visit.place.choose.click()
    window = notebook.shell.findChildren(ChoosingPlace)[-1]
    qtbot.waitUntil(lambda: bool(window.found))
    return window


def told(window: ChoosingPlace) -> list[str]:
    return [place.title for place in window.found]


def choose(notebook: Notebook, qtbot: QtBot, letters: str) -> None:
    window = choosing(notebook, qtbot)
    QTest.keyClicks(window.field, letters)
    with qtbot.waitSignal(window.chosen):
        QTest.keyClick(window.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shown(page(notebook), "place")))


def logged(vault: Vault, record: RecordId) -> list[Action]:
    return [entry.action for entry in vault.query(lambda s: s.audit.entries(record)).result()]


@pytest.mark.parametrize("ground", [False, True])
def test_a_place_on_record_is_chosen_and_cut_unless_a_ground_is_recorded(
    notebook: Notebook, vault: Vault, qtbot: QtBot, ground: bool
) -> None:
    place = keep_place(notebook, qtbot, "Sparrowgate", ground=ground)
    keep_place(notebook, qtbot, "Northway 4")
    begin_visit(notebook, qtbot)
    choose(notebook, qtbot, "spar")
    assert shown(page(notebook), "place") == ["stays linked" if ground else "will be cut"]
    record = finalise(notebook, qtbot)
    assert links(vault, record) == ([(place, "premises")] if ground else [])
    assert (Action.ERASURE in logged(vault, record)) is not ground
    assert vault.query(lambda session: session.ties.of(place)).result() == []


def test_a_place_is_found_by_reference_or_category_and_a_line_says_nothing_of_visits(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    keep_place(notebook, qtbot, "Sparrowgate")
    keep_place(notebook, qtbot, "Northway 4")
    begin_visit(notebook, qtbot)
    window = choosing(notebook, qtbot)
    assert told(window) == ["Northway 4", "Sparrowgate"]
    window.field.setText("NÓRTH")
    assert told(window) == ["Northway 4"]
    window.field.setText("non-nui")
    assert told(window) == ["Northway 4", "Sparrowgate"]
    lines = [window.model.index(row, 0) for row in range(2)]
    words = " ".join(line.data(Qt.ItemDataRole.AccessibleTextRole) for line in lines)
    assert "isit" not in words
    window.field.setText("nowhere")
    assert told(window) == []
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert window.isVisible(), "there was nothing to choose"
    window.reject()


def test_the_wrong_place_is_taken_away_and_another_one_chosen(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    wrong = keep_place(notebook, qtbot, "Sparrowgate")
    keep_place(notebook, qtbot, "Northway 4", ground=True)
    begin_visit(notebook, qtbot)
    choose(notebook, qtbot, "spar")
    window = choosing(notebook, qtbot)
    assert told(window) == ["Northway 4"], "what belongs with the visit is not offered again"
    window.reject()
    visit = page(notebook).visit
    assert visit is not None
    visit.place.removed.emit(wrong)
    qtbot.waitUntil(lambda: shown(page(notebook), "place") == [])
    assert vault.query(lambda session: session.ties.of(wrong)).result() == []
    assert Action.ERASURE not in logged(vault, wrong)
    choose(notebook, qtbot, "north")
    assert shown(page(notebook), "place") == ["stays linked"]
