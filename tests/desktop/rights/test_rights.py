"""Reviews, holds, purges, the log and a person's data, in the real window."""

import json
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import ANY

import pikepdf
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.rights.log_page import LogPage
from desktop.rights.receipts import ReceiptPanel
from desktop.rights.reviews_due import ReviewsDue
from desktop.theme.buttons import Button
from storage import RecordId, Vault, reference
from storage.chain.audit import Entry
from storage.tables.retention import HoldKind


def show(notebook: Notebook, record: RecordId, qtbot: QtBot) -> None:
    notebook.open_record(record, "sample reason")
    keeping = notebook.reading.keeping
    qtbot.waitUntil(lambda: keeping.keeping is not None and keeping.keeping.kept.record == record)


def entries(vault: Vault, record: RecordId) -> list[Entry]:
    return vault.query(lambda s: s.audit.entries(record)).result()


def reviews(notebook: Notebook) -> ReviewsDue:
    return notebook.today.findChildren(ReviewsDue)[0]


def actions(notebook: Notebook) -> list[str]:
    notebook.record._fill_menu()
    return [action.text() for action in notebook.record.menu.actions() if action.text()]


def test_a_review_is_put_off_with_a_reason(
    notebook: Notebook, vault: Vault, encounter: RecordId, qtbot: QtBot
) -> None:
    show(notebook, encounter, qtbot)
    panel = notebook.reading.keeping.ask_review()
    panel.show()
    panel.act()
    assert "say why" in panel.message
    panel.reason.setText("the case goes on")
    panel.group.set_value("2")
    panel.act()
    qtbot.waitUntil(lambda: notebook.reading.keeping.keeping.kept.reason == "the case goes on")
    kept = notebook.reading.keeping.keeping.kept
    assert (kept.group, kept.review) == (2, (date.today() + timedelta(183)).isoformat())
    assert "Review on" in entries(vault, encounter)[-1].reason


def test_a_hold_is_placed_shown_and_lifted(
    notebook: Notebook, vault: Vault, encounter: RecordId, qtbot: QtBot
) -> None:
    show(notebook, encounter, qtbot)
    panel = notebook.reading.keeping.ask_hold()
    panel.show()
    panel.reason.setText("trial in spring")
    panel.act()
    qtbot.waitUntil(lambda: bool(notebook.reading.keeping.keeping.holds))
    qtbot.waitUntil(lambda: notebook.reading.keeping._hold.isVisible())
    assert "Criminal case" in notebook.reading.keeping._hold.text()
    assert "Purge …" in actions(notebook)
    purge = next(one for one in notebook.record.menu.actions() if one.text() == "Purge …")
    assert not purge.isEnabled()
    lift = notebook.reading.keeping.ask_lift(notebook.reading.keeping.keeping.holds[0])
    lift.show()
    lift.reason.setText("the trial is over")
    lift.act()
    qtbot.waitUntil(lambda: not notebook.reading.keeping.keeping.holds)


def test_a_purge_needs_rule_reason_and_the_word(
    notebook: Notebook, vault: Vault, encounter: RecordId, qtbot: QtBot, tmp_path: Path
) -> None:
    show(notebook, encounter, qtbot)
    panel = notebook.reading.keeping.ask_purge()
    panel.show()
    panel.act()
    assert "rule" in panel.message
    next(iter(panel.rules.values())).setChecked(True)
    panel.reason.setText("handed over")
    panel.act()
    assert "Type the word" in panel.message
    assert vault.query(lambda s: s.records.count()).result() == 1
    panel.word.setText("Purge")
    with qtbot.waitSignal(panel.purged, timeout=20_000):
        panel.act()
    assert vault.query(lambda s: s.records.count()).result() == 0
    assert notebook.notes.place() == {"record": "", "sought": ""}
    assert notebook.record.shown == ""
    (receipt,) = vault.query(lambda s: s.purging.receipts()).result()
    windows = QApplication.topLevelWidgets() + notebook.shell.findChildren(ReceiptPanel)
    shown = next(window for window in windows if isinstance(window, ReceiptPanel))
    out = tmp_path / "receipt.pdf"
    shown.write(out)
    qtbot.waitUntil(out.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not shown.isVisible())
    with pikepdf.open(out) as document:
        assert len(document.pages) == 1
    assert receipt.whole


def test_what_is_due_stands_on_today(
    notebook: Notebook, vault: Vault, encounter: RecordId, qtbot: QtBot
) -> None:
    notebook.today.came()
    qtbot.wait(50)
    assert not reviews(notebook).isVisible()
    yesterday = date.today() - timedelta(1)
    vault.perform(lambda s: s.retention.change(encounter, 3, yesterday, "test")).result()
    vault.perform(lambda s: s.retention.hold(encounter, HoldKind.CPIA, "test")).result()
    notebook.today.came()
    qtbot.waitUntil(reviews(notebook).isVisible)
    (look,) = (b for b in reviews(notebook).findChildren(Button) if b.text() == "Look at it")
    with qtbot.waitSignal(reviews(notebook).record_chosen):
        look.click()
    qtbot.waitUntil(lambda: notebook.reading.keeping.keeping is not None)


def rows(page: LogPage) -> list[tuple[str, str]]:
    found = []
    for number in range(page.rows.rowCount()):
        line = page.rows.line(page.rows.index(number, 0))
        assert line is not None
        found.append((line.entry.action, line.entry.record))
    return found


def test_the_log_is_filtered_by_record_action_and_time(
    notebook: Notebook, vault: Vault, encounter: RecordId, person: RecordId, qtbot: QtBot
) -> None:
    for number in range(150):
        vault.perform(lambda s, n=number: s.audit.consulted(person, f"{n}")).result()
    notebook.shell.go("log")
    page = notebook.log
    with qtbot.waitSignal(page.rows.loaded):
        page.refresh()
    assert len(rows(page)) == 100
    page.rows.fetchMore(page.rows.index(-1, 0))
    qtbot.waitUntil(lambda: len(rows(page)) > 150)
    page.done.set_value("written")
    with qtbot.waitSignal(page.rows.loaded):
        page.refresh()
    assert rows(page) == [
        ("combination", encounter),
        ("collection", person),
        ("collection", encounter),
    ]
    with qtbot.waitSignal(page.rows.loaded):
        notebook._show_log_of(encounter)
    qtbot.waitUntil(lambda: rows(page) == [("combination", encounter), ("collection", encounter)])
    assert page.sought.text() == reference(encounter)
    page.when.set_value("0")
    with qtbot.waitSignal(page.rows.loaded):
        page.refresh()
    assert len(rows(page)) == 2
    page.sought.setText("nothing at all is called this")
    qtbot.waitUntil(lambda: rows(page) == [])


def test_the_log_is_exported_and_that_is_in_the_log(
    notebook: Notebook, vault: Vault, encounter: RecordId, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = notebook.log.ask_export()
    panel.show()
    out = tmp_path / "log.json"
    panel.out.setText(str(out))
    panel.act()
    assert "for whom" in panel.message
    panel.recipient.setText("my line manager")
    with qtbot.waitSignal(panel.told, timeout=20_000):
        panel.act()
    log = json.loads(out.read_text("utf-8"))
    assert log["rows"][-1]["recipient"] == "my line manager"


def test_all_about_a_person_is_handed_out(
    notebook: Notebook,
    vault: Vault,
    person: RecordId,
    encounter: RecordId,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    show(notebook, person, qtbot)
    assert "Hand out all about this person …" in actions(notebook)
    panel = notebook.reading.keeping.ask_person()
    panel.show()
    out = tmp_path / "about"
    panel.out.setText(str(out))
    panel.recipient.setText("herself")
    panel.reason.setText("she asked")
    panel.act()
    assert "Tick the box" in panel.message
    panel.plain.setChecked(True)
    with qtbot.waitSignal(panel.told, timeout=30_000):
        panel.act()
    assert {path.name for path in out.iterdir()} == {
        "person.json",
        "contents.pdf",
        f"{reference(person)}.pdf",
        f"{reference(encounter)}.pdf",
    }
    said = json.loads((out / "person.json").read_text("utf-8"))
    assert [(each["id"], each["relation"]) for each in said["records"]] == [
        (person, "self"),
        (encounter, "met"),
    ]
    alias = {"path": "/data/person/alias", "label": ANY, "text": "Sample alias"}
    assert alias in said["records"][0]["versions"][0]["answers"]
    for record in (person, encounter):
        last = entries(vault, record)[-1]
        assert (last.action, last.recipient) == ("disclosure", "herself")
