"""The day: the visit under way, what waits, and the days that records name, each a click away."""

from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.definitions import library
from desktop.filling import filled
from desktop.rights.set_dates import agreed_reviews
from desktop.theme.buttons import Button
from desktop.visits.under_way import VisitUnderWay
from forms import FormEngine
from storage import RecordId, Vault


def keep(vault: Vault, form: str, **answers: str) -> RecordId:
    engine = FormEngine(library().get(form), language="en")
    for path, value in answers.items():
        engine.set(path.replace("__", "/"), value)
    made = filled(engine, engine.finalise())
    return vault.perform(lambda session: session.records.add(made)).result().record


def test_a_visit_under_way_is_one_click_away_and_not_listed_twice(
    notebook: Notebook, qtbot: QtBot
) -> None:
    notebook.new_note("visit")
    assert notebook.write.writing is not None
    notebook.write.writing.fill("/data/why/purpose", "welfare")
    draft = notebook.write.writing.keeper.open_draft()
    notebook.shell.go("today")
    card = notebook.today.findChildren(VisitUnderWay)[0]
    qtbot.waitUntil(card.isVisible)
    going_on = [
        button
        for button in notebook.today.findChildren(Button)
        if button.text() == "Continue" and button.isVisible()
    ]
    assert len(going_on) == 1
    going_on[0].click()
    qtbot.waitUntil(lambda: notebook.write.draft == draft)


def test_a_day_that_a_record_names_is_a_review(vault: Vault) -> None:
    past = (date.today() - timedelta(3)).isoformat()
    due = keep(vault, "premises", __data__place__reference="North 4")
    assert vault.query(lambda s: agreed_reviews(s, date.today())).result() == []
    visit = keep(vault, "visit", __data__why__purpose="welfare", __data__afterwards__review=past)
    found = vault.query(lambda s: agreed_reviews(s, date.today())).result()
    assert [(each.row.id, each.review, each.held) for each in found] == [(visit, past, False)]
    assert due not in [each.row.id for each in found]
    assert vault.query(lambda s: agreed_reviews(s, date.today() - timedelta(9))).result() == []
