"""A visit on its page: people met one by one, the place that is cut, and the way back each time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.demo.camera import settle, wear
from desktop.demo.officer import Officer
from desktop.pages.writing import WritingPage
from desktop.theme.labels import Chip
from desktop.visits.linked_bar import LinkedBar
from desktop.visits.parts import AFTER, DURING, PLAN
from desktop.widgets.form_view import FormView
from storage import RecordId, Vault
from storage.chain.audit import Action
from tests.desktop.pages.conftest import open_notebook

SEEN = "/data/words/observed"
GROUND, WHY = "/data/exploitation/exploitation_ground", "/data/exploitation/ground_why"


def page(notebook: Notebook) -> WritingPage:
    assert notebook.write.writing is not None
    return notebook.write.writing


def begin_visit(notebook: Notebook, qtbot: QtBot) -> WritingPage:
    notebook.new_note("visit")
    writing = page(notebook)
    Officer(writing).answer("/data/why/purpose", "welfare")
    return writing


def finalise(notebook: Notebook, qtbot: QtBot) -> RecordId:
    with qtbot.waitSignal(notebook.write.finalised) as finalised:
        page(notebook).finalise()
    return RecordId(finalised.args[0])


def back_at_visit(notebook: Notebook, qtbot: QtBot) -> WritingPage:
    def there() -> bool:
        writing = notebook.write.writing
        return writing is not None and writing.engine.form.id == "visit"

    qtbot.waitUntil(there)
    return page(notebook)


def begun(notebook: Notebook, qtbot: QtBot, form: str) -> None:
    qtbot.waitUntil(lambda: page(notebook).engine.form.id == form)


def links(vault: Vault, record: RecordId) -> list[tuple[str, str]]:
    found = vault.query(lambda session: session.links.of(record)).result()
    return [(link.source, link.kind) for link in found]


def shown(writing: WritingPage, kind: str = "people") -> list[str]:
    assert writing.visit is not None
    card = getattr(writing.visit, kind)
    return [chip.text() for chip in card.findChildren(Chip) if not chip.isHidden()]


def meet(notebook: Notebook, qtbot: QtBot, words: str) -> RecordId:
    visit = page(notebook).visit
    assert visit is not None
    visit.people.note.click()
    begun(notebook, qtbot, "encounter")
    Officer(page(notebook)).answer(SEEN, words)
    met = finalise(notebook, qtbot)
    back_at_visit(notebook, qtbot)
    return met


def describe_place(notebook: Notebook, qtbot: QtBot, *, ground: bool = False) -> RecordId:
    visit = page(notebook).visit
    assert visit is not None
    visit.place.add.click()
    begun(notebook, qtbot, "premises")
    officer = Officer(page(notebook))
    officer.answer("/data/place/reference", "Sparrowgate")
    officer.answer("/data/assessment/category", "non_nuisance")
    if ground:
        officer.answer(GROUND, "controlled")
        officer.answer(WHY, "Two people said who takes the money")
    place = finalise(notebook, qtbot)
    back_at_visit(notebook, qtbot)
    return place


def test_a_new_visit_begins_at_its_top_where_the_caret_is(notebook: Notebook, qtbot: QtBot) -> None:
    wear("light", 1.0)
    for form in ("visit", "encounter", "visit"):
        notebook.new_note(form)
        settle(200)
        view = page(notebook).findChildren(FormView)[0]
        assert view.verticalScrollBar().value() == 0
        focus = notebook.shell.focusWidget()
        assert focus is not None
        assert not focus.visibleRegion().isEmpty()


def test_everybody_met_has_a_note_of_their_own_and_stays_with_the_visit(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    begin_visit(notebook, qtbot)
    first = meet(notebook, qtbot, "the first")
    qtbot.waitUntil(lambda: shown(page(notebook)) == ["finalised"])
    second = meet(notebook, qtbot, "the second")
    qtbot.waitUntil(lambda: shown(page(notebook)) == ["finalised", "finalised"])
    visit = page(notebook).visit
    assert visit is not None
    qtbot.waitUntil(lambda: visit.bar.value() == DURING)
    notebook.shell.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is visit.people.note)
    qtbot.keyClick(visit.people.note, Qt.Key.Key_N)  # the third, by its key
    begun(notebook, qtbot, "encounter")
    Officer(page(notebook)).answer(SEEN, "the third, left in the middle")
    qtbot.waitUntil(page(notebook).header.back.isVisible)
    page(notebook).header.back.click()
    back_at_visit(notebook, qtbot)
    qtbot.waitUntil(lambda: shown(page(notebook)) == ["finalised", "finalised", "being written"])
    record = finalise(notebook, qtbot)
    assert links(vault, record) == [(first, "encounter"), (second, "encounter")]
    (third,) = vault.query(lambda session: session.drafts.all()).result()
    notebook.desk.open_draft(third.id)
    begun(notebook, qtbot, "encounter")
    last = finalise(notebook, qtbot)
    assert (last, "encounter") in links(vault, record)
    qtbot.waitUntil(lambda: notebook.record.shown == last)  # the visit is finalised already
    notebook.open_record(record)
    bar = notebook.shell.findChildren(LinkedBar)[0]
    qtbot.waitUntil(lambda: len(bar.buttons) == 3)
    bar.buttons[0].click()
    qtbot.waitUntil(lambda: notebook.record.shown == first)


def test_the_visit_comes_back_after_a_lock_with_all_that_belongs_with_it(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    begin_visit(notebook, qtbot)
    meet(notebook, qtbot, "the first")
    notebook.seal()
    notebook.write.left()
    again = open_notebook(vault, qtbot)
    back_at_visit(again, qtbot)
    qtbot.waitUntil(lambda: shown(page(again)) == ["finalised"])
    again.write.left()


@pytest.mark.parametrize("ground", [False, True])
def test_the_place_is_cut_from_the_visit_unless_a_ground_is_recorded(
    notebook: Notebook, vault: Vault, qtbot: QtBot, ground: bool
) -> None:
    begin_visit(notebook, qtbot)
    place = describe_place(notebook, qtbot, ground=ground)
    told = ["stays linked"] if ground else ["will be cut"]
    qtbot.waitUntil(lambda: shown(page(notebook), "place") == told)
    met = meet(notebook, qtbot, "somebody")
    record = finalise(notebook, qtbot)
    assert (met, "encounter") in links(vault, record)
    assert links(vault, place) == ([(place, "premises")] if ground else [])
    logged = vault.query(lambda session: session.audit.entries(record)).result()
    assert (Action.ERASURE in [entry.action for entry in logged]) is not ground
    assert vault.query(lambda session: session.ties.of(place)).result() == []
    found = vault.query(lambda session: session.search.find("sparrowgate")).result()
    assert [row.id for row in found] == [place]


def test_a_ground_that_is_taken_back_cuts_the_place(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    begin_visit(notebook, qtbot)
    place = describe_place(notebook, qtbot, ground=True)
    record = finalise(notebook, qtbot)
    assert links(vault, record) == [(place, "premises")]
    notebook.desk.amend(vault.query(lambda session: session.records.newest(place)).result())
    Officer(page(notebook)).answer(GROUND, "none")
    page(notebook).reason.setText("it rested on a rumour")
    finalise(notebook, qtbot)
    assert links(vault, record) == []


def test_a_place_belongs_with_nothing_but_a_visit(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    notebook.new_note("encounter")
    Officer(page(notebook)).answer(SEEN, "somebody")
    met = finalise(notebook, qtbot)
    notebook.desk.begin("premises", about=met)
    Officer(page(notebook)).answer("/data/place/reference", "Sparrowgate")
    place = finalise(notebook, qtbot)
    assert links(vault, place) == []


def test_the_cards_lead_back_to_the_visit(notebook: Notebook, qtbot: QtBot) -> None:
    visit = begin_visit(notebook, qtbot).visit
    assert visit is not None
    visit.people.cards.click()
    assert notebook.shell.page is notebook.cards
    notebook.cards.back.click()
    visit = back_at_visit(notebook, qtbot).visit
    assert visit is not None
    for part in (AFTER, DURING, PLAN):
        visit.show_part(part)
        assert visit.bar.value() == part
