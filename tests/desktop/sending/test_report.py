"""A report's road in the real window: findings, reasons, the exact preview, the passphrase."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.definitions import FormShelf, library
from desktop.sending.check_page import CheckPage
from desktop.sending.passing_on import PassingOn
from desktop.sending.preview import ExactPreview
from exports.envelope.verifying import verify
from forms import FormEngine
from storage import Filled, Vault, Version
from storage.outbox.states import State
from storage.tables.devices import read_list
from tests.desktop.sending.conftest import PASSPHRASE, SHARE
from tests.storage.helpers import ask, do

LEAK = "Tatiana said that he takes the money on Fridays."
CLEAN = "A man collects money from several flats and keeps papers of others."


def finalised(vault: Vault, form: str, answers: dict[str, str]) -> Version:
    """A record of `form` with those answers."""
    engine = FormEngine(FormShelf(library()).get(form))
    for path, value in answers.items():
        engine.set(path, value)
    made = Filled(form, engine.form.version, engine.finalise(), engine.title(), "", "", "")
    return do(vault, lambda session: session.records.add(made))


def report(vault: Vault, text: str) -> Version:
    item = "/data/items[1]"
    return finalised(
        vault,
        "intelligence_report",
        {
            "/data/gates/threat_to_life": "no",
            "/data/gates/source_questions": "openly",
            "/data/report/marking": "official",
            f"{item}/item": text,
            f"{item}/source_evaluation": "2",
            f"{item}/assessment": "C",
            f"{item}/handling": "P",
        },
    )


def checked(notebook: Notebook, version: Version, qtbot: QtBot) -> CheckPage:
    notebook.open_record(version.record)
    qtbot.waitUntil(lambda: notebook.record.shown == version.record)
    qtbot.waitUntil(lambda: not notebook.sending.bar.isHidden())
    notebook.sending.bar.send.click()
    page = notebook.sending.check
    qtbot.waitUntil(lambda: page.checked is not None, timeout=20_000)  # the first loads its lists
    return page


def stands(notebook: Notebook) -> str:
    """What the record that is shown says of its way."""
    return " ".join(label.text() for label in notebook.sending.bar.findChildren(QLabel))


def previewed(page: CheckPage, qtbot: QtBot) -> ExactPreview:
    preview = page.show_preview()
    assert preview is not None
    with qtbot.waitSignal(preview.ready, timeout=20_000):
        pass
    return preview


def test_a_clean_report_is_seen_confirmed_and_arrives(
    notebook: Notebook, vault: Vault, share: Path, qtbot: QtBot
) -> None:
    page = checked(notebook, report(vault, CLEAN), qtbot)
    assert "not sent" in stands(notebook)
    assert page.checked is not None
    assert page.checked.found == ()
    preview = previewed(page, qtbot)
    assert preview.destination.value() == SHARE
    preview.confirm()
    preview.passphrase.setText("another passphrase")
    preview.confirm()
    qtbot.waitUntil(lambda: "does not open" in preview.message, timeout=20_000)
    assert ask(vault, lambda s: s.outbox.counts()) == {}
    preview.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(page.queued, timeout=20_000):
        preview.confirm()
    qtbot.waitUntil(lambda: ask(vault, lambda s: s.outbox.counts()) == {State.RECEIVED: 1})
    known = read_list(vault.device_key().result().enrolment("PC 0000"))
    notebook.shell.go("notes")  # where the report was left
    qtbot.waitUntil(lambda: "received" in stands(notebook))
    [envelope] = share.glob("*.fbs")
    assert verify(envelope, known).result == "genuine"
    page.open(page.record)
    qtbot.waitUntil(lambda: page.checked is not None)
    again = page.show_preview()
    assert again is not None
    qtbot.waitUntil(lambda: "already" in again.message, timeout=20_000)
    again.reject()


def test_open_findings_keep_a_report_here_until_each_has_its_reason(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    names = {"alias": "Heron", "name": "Tatiana"}
    answers = {f"/data/person/{name}": value for name, value in names.items()}
    finalised(vault, "person", answers | {"/data/handling/expiry": "2099-01-01"})
    page = checked(notebook, report(vault, LEAK), qtbot)
    assert page.checked is not None
    assert page.checked.open[0].finding.text == "Tatiana"
    assert page.show_preview() is None
    assert not page.see.isEnabled()
    count = len(page.checked.open)
    assert count > 1
    page.cards[-1].reason.setText("begun, not given")
    page.open(page.record)
    qtbot.waitUntil(lambda: _left(page) == count)
    assert page.cards[-1].reason.text() == "begun, not given"
    for left in range(count, 0, -1):
        card = next(card for card in page.cards if not card.found.reason)
        card.reason.setText("the reader knows it already")
        card._keep.click()
        qtbot.waitUntil(lambda left=left: _left(page) == left - 1)
    qtbot.waitUntil(page.see.isEnabled)
    reasons = [entry.reason for entry in ask(vault, lambda s: s.audit.entries(page.record))]
    assert "Kept in the report: the reader knows it already" in reasons


def _left(page: CheckPage) -> int:
    return -1 if page.checked is None else len(page.checked.open)


def test_a_report_begins_with_what_is_chosen_of_a_note(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    answers = {
        "/data/words/said": "Her own words.",
        "/data/words/observed": "A grey van.",
        "/data/support/wishes": "What she wishes.",
    }
    note = finalised(vault, "encounter", answers)
    notebook.open_record(note.record)
    qtbot.waitUntil(lambda: notebook.sending.bar.may_report)
    assert notebook.sending.bar.isHidden()
    menu = notebook.record.menu
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "Report from this note …").trigger()
    qtbot.waitUntil(lambda: bool(notebook.shell.findChildren(PassingOn)))
    window = notebook.shell.findChildren(PassingOn)[0]
    assert [passage.text for _check, passage in window.checks] == ["Her own words.", "A grey van."]
    for check, passage in window.checks:
        assert not check.isChecked()
        check.setChecked(passage.text == "A grey van.")
    assert not window.begin.isEnabled()
    window.reason.setText("sample: others are in danger")
    window.begin.click()
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    writing = notebook.write.writing
    assert writing is not None
    assert writing.engine.form.id == "intelligence_report"
    assert writing.engine.node("/data/items[1]/item").value == "A grey van."
    assert b"Her own words" not in writing.engine.draft()
