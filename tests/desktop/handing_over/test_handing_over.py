"""Handing over in the real window: made at the record, taken in under Settings, receipt back."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.handing_over import HandoverCard, OriginLine
from desktop.handing_over.key_window import KeyWindow
from storage import Filled, Vault
from storage.handover.giving import hand_over, sent
from storage.handover.keys import own_key, public_text
from tests.storage.helpers import Sample, add, ask, create, do


def other(tmp_path: Path) -> tuple[Sample, Path]:
    """Another officer's vault, and the file with its key."""
    vault, sample = create(tmp_path / "other")
    key = tmp_path / "key.txt"
    key.write_text(public_text(do(vault, own_key).public))
    vault.close()
    return sample, key


def card(notebook: Notebook) -> HandoverCard:
    notebook.shell.go("settings")
    notebook.settings.show_section("handover")
    return notebook.settings.findChildren(HandoverCard)[0]


def test_a_record_and_what_it_is_linked_to_go_and_the_receipt_comes_back(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    sample, key = other(tmp_path)
    first = add(vault, "She asked for a doctor.")
    person = do(vault, lambda s: s.records.add(Filled("person", "1", b"<a/>", "A", "", "", "")))
    do(vault, lambda s: s.links.add(first.record, person.record, "about"))
    notebook.open_record(first.record)
    qtbot.waitUntil(lambda: notebook.record.shown == first.record)
    panel = notebook.record.ask_hand_over()
    panel.open()
    qtbot.waitUntil(lambda: len(panel.linked) == 1)
    panel.hand_over()
    assert "key" in panel.message
    panel.take_key(tmp_path / "nothing")
    panel.take_key(key)
    panel.hand_over()
    assert "why" in panel.message
    file = tmp_path / "a.fieldbook-handover"
    panel.fill("she has moved", "", file)
    assert panel._asked.isHidden()
    panel.linked[0][0].setChecked(True)
    panel.hand_over()
    assert "Ask her first" in panel.message
    panel.fill("she has moved", "yes, on Friday", file)
    with qtbot.waitSignal(panel.made, timeout=20_000):
        panel.hand_over()
    shown = card(notebook)
    shown.refresh()
    qtbot.waitUntil(lambda: "1 hand-over waits" in shown._waiting.text())
    theirs = sample.open()
    receipt = tmp_path / "a.fieldbook-receipt"
    there = HandoverCard(theirs)
    qtbot.addWidget(there)
    with qtbot.waitSignal(there.told, timeout=20_000) as told:
        there.take(file, receipt)
    assert "2 records from" in told.args[0]
    assert ask(theirs, lambda s: s.records.count()) == 2
    with qtbot.waitSignal(shown.told, timeout=20_000):
        shown.take_receipt(receipt)
    assert ask(vault, sent)[0].taken
    shown.take(receipt, tmp_path / "b")
    qtbot.waitUntil(lambda: "no hand-over or receipt" in shown._trouble.text())
    theirs.close()


def test_the_key_is_shown_and_saved(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = card(notebook)
    shown.show_key()
    qtbot.waitUntil(lambda: bool(shown.findChildren(KeyWindow)))
    (window,) = shown.findChildren(KeyWindow)
    window.save_to(tmp_path / "key.txt")
    assert (tmp_path / "key.txt").read_text() == public_text(do(vault, own_key).public)
    window.save_to(tmp_path / "no" / "key.txt")
    assert "Nothing could be written" in window._trouble.text()
    window.accept()


def test_nothing_is_sealed_where_nothing_can_be_written(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    _sample, key = other(tmp_path)
    record = add(vault, "She asked for a doctor.").record
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    panel = notebook.record.ask_hand_over()
    panel.open()
    qtbot.waitUntil(lambda: bool(panel._rows))
    panel.take_key(key)
    panel.fill("moved", "", tmp_path / "no" / "a")
    panel.hand_over()
    qtbot.waitUntil(lambda: "Nothing was changed" in panel.message, timeout=20_000)
    assert ask(vault, sent) == []
    panel.reject()


def test_a_record_from_somebody_else_says_so(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    sample, _key = other(tmp_path)
    theirs = sample.open()
    record = add(theirs, "She asked for a doctor.").record
    to = do(vault, own_key).public
    hand_over(theirs, [record], to, tmp_path / "a", reason="moved")
    theirs.close()
    shown = card(notebook)
    with qtbot.waitSignal(shown.told, timeout=20_000):
        shown.take(tmp_path / "a", tmp_path / "r")
    assert (tmp_path / "r").exists()
    line = notebook.record.findChildren(OriginLine)[0]
    notebook.open_record(record)
    qtbot.waitUntil(line.isVisible)
    assert line.text().startswith("Handed over by PC 4711 Sample")
    mine = add(vault, "Written here.").record
    notebook.open_record(mine)
    qtbot.waitUntil(lambda: not line.isVisible())
