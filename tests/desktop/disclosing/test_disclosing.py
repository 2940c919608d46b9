"""Words are taken out by key, come back after a lock, and the log says who got the copy."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.disclosing import DisclosurePage
from desktop.disclosing.taking_out import TakingOut, everywhere
from exports.disclosure import Ground
from storage import RecordId, Vault
from tests.desktop.rights.conftest import add
from tests.unit.exports import records
from tests.unit.exports.reading import text

SAID = "/data/words/said"
NOTE = {
    **records.ANSWERS,
    SAID: "“Ștefan drives her.” “Stefan came at ten.” “Maria knows.”",
    "/data/meeting/dialect": "as STEFAN says",
}


@pytest.fixture
def note(vault: Vault) -> RecordId:
    return add(vault, "encounter", NOTE)


def begun(notebook: Notebook, qtbot: QtBot, record: RecordId) -> DisclosurePage:
    notebook.outgoing.disclose(record)
    page = notebook.outgoing.disclosure
    qtbot.waitUntil(lambda: bool(page.materials), timeout=20_000)
    return page


def test_words_are_taken_out_by_key_and_put_back(
    notebook: Notebook, qtbot: QtBot, note: RecordId
) -> None:
    page = begun(notebook, qtbot, note)
    page.sheet.setFocus()
    page.sheet.choose(note, SAID, 3, 5)
    QTest.keyClick(page.sheet, Qt.Key.Key_Delete)
    assert [(each.path, each.start) for each in page.taking.cuts(note)] == [(SAID, 3)]
    QTest.keyClick(page.sheet, Qt.Key.Key_Insert)
    assert page.taking.cuts(note) == []
    QTest.keyClick(page.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.taking.cuts(note)) == 1
    QTest.keyClick(page.sheet, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert max(each.end for each in page.taking.cuts(note)) == len(NOTE[SAID])


def test_a_name_is_taken_out_everywhere_however_it_is_written(
    notebook: Notebook, qtbot: QtBot, note: RecordId, tmp_path: Path, vault: Vault
) -> None:
    page = begun(notebook, qtbot, note)
    page.sheet.choose(note, SAID, 1, 7)
    page.take_out_everywhere()
    assert page.taking.count == 3
    panel = page.ask()
    panel.recipient.setText("the sample solicitor")
    panel.reason.setText("a sample case")
    panel.out.setText(str(tmp_path / "copy.pdf"))
    panel.open()
    with qtbot.waitSignal(panel.told, timeout=20_000):
        panel.act()
    found = text(tmp_path / "copy.pdf")
    assert "tefan" not in found.lower()
    assert "[taken out: about somebody else] drives her.”" in found
    logged = vault.query(lambda session: session.audit.entries(note)).result()[-1]
    assert (str(logged.action), logged.recipient) == ("disclosure", "the sample solicitor")
    assert "3 places" in logged.reason


def test_what_was_taken_out_comes_back_after_a_lock(
    notebook: Notebook, qtbot: QtBot, note: RecordId
) -> None:
    page = begun(notebook, qtbot, note)
    page.sheet.choose(note, SAID, 1, 7)
    page.take_out()
    place = notebook.shell.place()
    assert "tefan" not in str(place)
    page.taking = TakingOut()
    page.materials = []
    place["disclosure"]["records"].append("ab" * 16)  # one that was purged meanwhile
    notebook.shell.restore(place)
    qtbot.waitUntil(lambda: bool(page.materials), timeout=20_000)
    assert len(page.taking.cuts(note)) == 1


def test_only_a_persons_own_record_leads_to_liaison_records(
    notebook: Notebook, qtbot: QtBot, note: RecordId, vault: Vault
) -> None:
    person = add(
        vault,
        "person",
        {"/data/person/alias": "Sample alias", "/data/handling/expiry": "2099-01-01"},
    )
    vault.perform(lambda session: session.links.add(note, person, "met")).result()
    page = begun(notebook, qtbot, note)
    assert [each.record for each in page.materials] == [note]
    now = datetime.now().astimezone()
    page.add_period(now - timedelta(days=3650), now + timedelta(days=1))
    qtbot.wait(300)
    assert [each.record for each in page.materials] == [note]
    notebook.outgoing.disclosure.begin(person)
    qtbot.waitUntil(lambda: len(page.materials) == 2, timeout=20_000)
    assert [each.record for each in page.chosen] == [person]


def test_a_period_adds_what_happened_in_it(
    notebook: Notebook, qtbot: QtBot, note: RecordId, vault: Vault
) -> None:
    older = add(vault, "encounter", {"/data/event_time": "2020-05-05T10:00:00.000+00:00"})
    page = begun(notebook, qtbot, note)
    page.choices.since.setText("4/5/2020")
    page.choices.until.setText("5/5/2020")
    page.choices.ask_period()
    qtbot.waitUntil(lambda: len(page.materials) == 2, timeout=20_000)
    assert page.materials[1].record == older
    page.choices.ticks[0].setChecked(False)
    assert [each.record for each in page.chosen] == [older]


def test_each_look_is_in_the_log(
    notebook: Notebook, qtbot: QtBot, note: RecordId, vault: Vault
) -> None:
    begun(notebook, qtbot, note)
    reasons = [each.reason for each in vault.query(lambda s: s.audit.entries(note)).result()]
    assert "read for a disclosure copy" in reasons


def test_everywhere_finds_whole_words_alone(
    notebook: Notebook, qtbot: QtBot, note: RecordId
) -> None:
    page = begun(notebook, qtbot, note)
    found = everywhere("her", page.materials, Ground.OTHERS)
    texts = [page.materials[0].text(cut.path)[cut.start : cut.end] for _record, cut in found]
    assert texts
    assert {each.lower() for each in texts} == {"her"}
