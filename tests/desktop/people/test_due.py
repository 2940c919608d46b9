"""Contacts are brought up inside safe windows and never outside them, and say nothing else."""

from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.people.due import Agreed, agreed
from desktop.people.due_card import ContactsDue
from desktop.people.reading import Person, person_of
from desktop.people.windows import Window
from desktop.theme.buttons import Button
from storage import RecordId, Vault
from tests.desktop.people.conftest import NAME, NUMBER, PERSON
from tests.desktop.people.test_people import opened
from tests.desktop.rights.conftest import add

NEXT = datetime(2026, 11, 24, 15, 0).astimezone()
WISHES = "sample wishes that no reminder tells"


def someone(*windows: Window) -> Person:
    return Person(RecordId("a"), "Juniper", "", windows, True, True, "", "", "")


def log(vault: Vault, person: RecordId, next: datetime | None = NEXT) -> RecordId:
    """A contact with `person` that agreed on the next one."""
    answers = {"/data/how/way": "text", "/data/wishes_said/wishes": WISHES}
    if next is not None:
        answers["/data/promises/next"] = next.isoformat(timespec="milliseconds")
    made = add(vault, "contact", answers)
    vault.perform(lambda s: s.links.add(made, person, "contact")).result()
    return made


def person_in(vault: Vault, **answers: str) -> Person:
    """A person with other answers, the words of their names apart by `__` for `/`."""
    changed = {"/data/" + path.replace("__", "/"): value for path, value in answers.items()}
    record = add(vault, "person", {**PERSON, **changed})
    return person_of(vault.query(lambda s: s.records.newest(record)).result())


moments = st.datetimes(datetime(2026, 11, 20), datetime(2026, 12, 10)).map(datetime.astimezone)
times = st.times().map(lambda at: at.replace(microsecond=0))
windows = st.builds(Window, st.frozensets(st.integers(0, 6)), times, st.none() | times)


@given(st.lists(windows, min_size=1, max_size=3), moments)
def test_nothing_is_due_outside_every_window(kept: list[Window], now: datetime) -> None:
    minutes = now.hour * 60 + now.minute + (now.second + now.microsecond / 1e6) / 60

    def inside(window: Window, days_before: int) -> bool:
        begins = window.opens.hour * 60 + window.opens.minute + window.opens.second / 60
        ends = 24 * 60.0
        if window.closes is not None:
            ends = window.closes.hour * 60 + window.closes.minute + window.closes.second / 60
            ends += 0 if ends > begins else 24 * 60
        day = (now - timedelta(days=days_before)).weekday()
        at = minutes + days_before * 24 * 60
        return (not window.days or day in window.days) and begins <= at < ends

    safe = any(inside(window, before) for window in kept for before in (0, 1))
    due = Agreed(someone(*kept), NEXT).is_due(now)
    assert due == (safe and now.date() >= NEXT.date())


def test_it_is_due_from_the_agreed_day_on_inside_the_hours_alone() -> None:
    due = Agreed(someone(Window(frozenset(), time(14), time(17))), NEXT)
    assert due.is_due(NEXT.replace(hour=14, minute=0))
    assert due.is_due(NEXT + timedelta(days=3))
    assert not due.is_due(NEXT.replace(hour=13, minute=59))
    assert not due.is_due(NEXT.replace(hour=17, minute=0))
    assert not due.is_due(NEXT - timedelta(days=1))
    assert not Agreed(someone(), NEXT).is_due(NEXT - timedelta(minutes=1))
    assert Agreed(someone(), NEXT).is_due(NEXT)


def test_who_took_back_being_contacted_is_never_brought_up(vault: Vault) -> None:
    taken_back = {
        "support__agreements[1]__agreement": "contact",
        "support__agreements[1]__agreed": "yes",
    }
    may = person_in(vault, **taken_back)
    assert Agreed(may, NEXT).is_due(NEXT)
    taken_back["support__agreements[1]__withdrawn"] = "2026-11-20"
    assert not Agreed(person_in(vault, **taken_back), NEXT).is_due(NEXT)
    taken_back["support__agreements[1]__agreed"] = "no"
    del taken_back["support__agreements[1]__withdrawn"]
    assert not Agreed(person_in(vault, **taken_back), NEXT).is_due(NEXT)


def test_who_calls_herself_is_never_called(vault: Vault) -> None:
    person = person_in(vault, **{"safe__safe_ways[1]__way": "she_calls"})
    assert person.windows is None
    assert not Agreed(person, NEXT).is_due(NEXT)


def test_today_tells_the_alias_and_the_hours_and_nothing_else(
    vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    log(vault, person)
    times_told = [NEXT]
    card = ContactsDue(vault, lambda: times_told[-1])
    qtbot.addWidget(card)
    card.refresh()
    qtbot.waitUntil(lambda: card.shown == ["Juniper"])
    told = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert "14:00–17:00" in told
    for secret in (WISHES, NAME, NUMBER, "heron", "Text"):
        assert secret not in told
    times_told.append(NEXT.replace(hour=17))
    card.look()
    assert card.shown == []
    assert card.isHidden()


def test_the_last_contact_logged_decides(vault: Vault, person: RecordId) -> None:
    log(vault, person)
    assert [each.next for each in vault.query(agreed).result()] == [NEXT]
    log(vault, person, None)
    assert vault.query(agreed).result() == []


def test_a_contact_is_logged_from_the_person_and_linked_to_them(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    opened(notebook, person, qtbot).contact_asked.emit()
    writing = notebook.write.writing
    assert writing is not None
    writing.engine.set("/data/how/way", "text")
    writing.keeper.touch()
    qtbot.waitUntil(lambda: bool(writing.keeper.draft))
    notebook.shell.go("today")
    drafts = vault.query(lambda s: s.drafts.all()).result()
    notebook.desk.open_draft(drafts[0].id)
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    with qtbot.waitSignal(notebook.desk.finalised) as finalised:
        assert notebook.write.writing is not None
        notebook.write.writing.finalise()
    links = vault.query(lambda s: s.links.of(person)).result()
    assert [(link.source, link.kind) for link in links] == [(finalised.args[0], "contact")]


def test_the_list_of_people_can_go_by_who_is_next(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    late, never, soon = (
        add(vault, "person", {**PERSON, "/data/person/alias": alias})
        for alias in ("Alder", "Birch", "Cedar")
    )
    log(vault, late, NEXT + timedelta(days=3))
    log(vault, soon)
    people = notebook.people
    notebook.shell.go("people")
    qtbot.waitUntil(lambda: people.model.rowCount() == 3)
    assert [people.model.item(row).text() for row in range(3)] == ["Alder", "Birch", "Cedar"]
    people.order.segments()[1].click()
    assert [people.model.item(row).text() for row in range(3)] == ["Cedar", "Alder", "Birch"]
    assert never
    people.search.setText("al")
    assert people.model.rowCount() == 1


def test_many_due_stay_a_page_and_all_are_a_click_away(vault: Vault, qtbot: QtBot) -> None:
    everybody = [add(vault, "person", {**PERSON, "/data/person/alias": f"S{n}"}) for n in range(11)]
    for one in everybody:
        log(vault, one)
    card = ContactsDue(vault, lambda: NEXT)
    qtbot.addWidget(card)
    card.refresh()
    qtbot.waitUntil(lambda: len(card.shown) == 11)
    opening = [button for button in card.findChildren(Button) if button.text() == "Open"]
    assert len(opening) == 8
    (more,) = (button for button in card.findChildren(Button) if "3 more" in button.text())
    more.click()
    body = card._rows._body
    assert len([b for b in body.findChildren(Button) if b.text() == "Open"]) == 11
