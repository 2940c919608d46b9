"""People by alias only: every opening asks why, the name hides again, and the log knows it all."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.people import sheet as sheets
from desktop.people.sheet import PersonSheet
from storage import RecordId, Vault
from storage.chain.audit import Entry
from tests.desktop.people.conftest import NAME, NUMBER
from tests.desktop.rights.conftest import add


def reasons(vault: Vault, record: RecordId) -> list[Entry]:
    return vault.query(lambda s: s.audit.entries(record)).result()


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def opened(notebook: Notebook, person: RecordId, qtbot: QtBot) -> PersonSheet:
    """The person's sheet, opened with a reason."""
    notebook.shell.go("people")
    qtbot.waitUntil(lambda: notebook.people.model.rowCount() > 0)
    notebook.people.ask(person)
    notebook.people.gate.reason.setText("contact agreed for today")
    notebook.people.gate.reason.returnPressed.emit()
    qtbot.waitUntil(lambda: notebook.people.sheet is not None)
    assert notebook.people.sheet is not None
    return notebook.people.sheet


def test_lists_show_the_alias_and_nothing_else(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    notebook.shell.go("people")
    qtbot.waitUntil(lambda: notebook.people.model.rowCount() == 1)
    assert notebook.people.model.item(0).text() == "Juniper"
    row = vault.query(lambda s: s.records.row(person)).result()
    assert (row.title, row.summary) == ("Juniper", "")


def test_search_goes_by_alias_and_never_by_name(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    other = {"/data/person/alias": "Żaneta-sample", "/data/handling/expiry": "2099-01-01"}
    add(vault, "person", other)
    notebook.shell.go("people")
    qtbot.waitUntil(lambda: notebook.people.model.rowCount() == 2)
    notebook.people.search.setText("zane")
    assert notebook.people.model.rowCount() == 1
    notebook.people.search.setText("real-name")
    assert notebook.people.model.rowCount() == 0


def test_nothing_is_read_before_a_reason_is_given_and_each_opening_asks_again(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    notebook.open_person(person)
    notebook.people.gate.reason.setText("   ")
    notebook.people.gate.reason.returnPressed.emit()
    assert notebook.people.sheet is None
    assert [entry.action for entry in reasons(vault, person)] == ["collection"]
    opened(notebook, person, qtbot)
    last = reasons(vault, person)[-1]
    assert (last.action, last.reason) == ("consultation", "contact agreed for today")
    notebook.shell.go("today")
    assert notebook.people.sheet is None
    notebook.open_person(person)
    assert notebook.people.gate.reason.text() == ""


def test_the_name_is_hidden_revealed_logged_and_hides_again(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    assert sheets.REVEALED == 10_000
    sheet = opened(notebook, person, qtbot)
    for secret in (NAME, NUMBER, "heron"):
        assert secret not in said(sheet)
    sheet._hiding.setInterval(50)
    sheet.reveal.click()
    assert NAME in sheet.name.text()
    assert NUMBER in sheet.ways
    qtbot.waitUntil(lambda: "name revealed" in reasons(vault, person)[-1].reason)
    qtbot.waitUntil(lambda: not sheet.reveal.isChecked())
    for secret in (NAME, NUMBER, "heron"):
        assert secret not in said(sheet)


def test_the_caveat_the_reason_and_the_agreements_are_shown(
    notebook: Notebook, person: RecordId, qtbot: QtBot
) -> None:
    words = said(opened(notebook, person, qtbot))
    for part in (
        "not over the radio unless secure",
        "to keep in touch about a report",
        "Ends on 1 Jan 2099.",
        "Warn others, no name",
        "14:00–17:00",
    ):
        assert part in words


def test_from_the_notes_a_person_stays_closed_and_leads_to_people(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    notebook.open_record(person)
    qtbot.waitUntil(lambda: notebook.record._closed.isVisible())
    assert [entry.action for entry in reasons(vault, person)] == ["collection"]
    notebook.record._closed.button.click()
    assert notebook.shell.page is notebook.people


def test_the_whole_record_keeps_the_name_hidden_too(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    opened(notebook, person, qtbot).record_asked.emit()
    qtbot.waitUntil(lambda: notebook.record.shown == person)
    words = said(notebook.record)
    assert "Juniper" in words
    assert NAME not in words
    assert NUMBER not in words
    assert reasons(vault, person)[-1].reason == "contact agreed for today"


def test_a_person_is_begun_from_here(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.shell.go("people")
    notebook.people.new_person.emit()
    assert notebook.write.writing is not None
    assert notebook.write.writing.engine.form.id == "person"
