"""Finding, reading and handing over, in the real window."""

from dataclasses import replace
from pathlib import Path

import pikepdf
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.models.note_list import PAGE, NoteLine
from desktop.theme.rows import Role
from forms import Library
from storage import Filled, RecordId, Session, Vault

VERSION = Library.default().get("encounter").version
CONTENT = (
    '<data id="encounter"><event_time/><words><said>{said}</said></words>'
    "<meta><instanceID>uuid:sample</instanceID></meta></data>"
)


def note(said: str) -> Filled:
    content = CONTENT.format(said=said).encode()
    return Filled("encounter", VERSION, content, "Encounter", said, said, "")


def add(vault: Vault, *said: str) -> list[RecordId]:
    def work(session: Session) -> list[RecordId]:
        return [session.records.add(note(text)).record for text in said]

    return vault.perform(work).result()


def lines(notebook: Notebook) -> list[NoteLine]:
    model = notebook.notes.notes
    found = (model.line(model.index(row, 0)) for row in range(model.rowCount()))
    return [line for line in found if line is not None]


def test_search_shows_what_it_finds_as_one_types(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    add(vault, "Ștefan rang", "nobody was there")
    notebook.shell.go("notes")
    qtbot.waitUntil(lambda: len(lines(notebook)) == 2)
    notebook.notes.seek("stef")
    qtbot.waitUntil(lambda: [line.summary for line in lines(notebook)] == ["Ștefan rang"])
    notebook.notes.seek("")
    qtbot.waitUntil(lambda: len(lines(notebook)) == 2)


def test_a_line_says_what_kind_of_note_it_is_unless_its_title_does(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    named = replace(note("she rang"), title="Flat or house")
    vault.perform(lambda session: session.records.add(named)).result()
    add(vault, "nobody was there")
    notebook.shell.go("notes")
    qtbot.waitUntil(lambda: len(lines(notebook)) == 2)
    model = notebook.notes.notes
    told = [str(model.data(model.index(row, 0), Role.DETAIL)) for row in (0, 1)]
    assert [detail.partition(" · ")[0] == "Encounter" for detail in told] == [False, True]


def test_older_records_come_as_one_scrolls(notebook: Notebook, vault: Vault, qtbot: QtBot) -> None:
    add(vault, *(f"note {number}" for number in range(PAGE + 10)))
    notebook.shell.go("notes")
    qtbot.waitUntil(lambda: len(lines(notebook)) == PAGE)
    model = notebook.notes.notes
    assert model.canFetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    qtbot.waitUntil(lambda: len(lines(notebook)) == PAGE + 10)
    assert lines(notebook)[-1].summary == "note 0"
    assert not model.canFetchMore(model.index(-1, -1))


def log(vault: Vault, record: RecordId) -> list[str]:
    return [e.action for e in vault.query(lambda s: s.audit.entries(record)).result()]


def test_each_look_at_a_record_is_in_the_log(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    record = add(vault, "something")[0]
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    entries = vault.query(lambda session: session.audit.entries(record)).result()
    assert [entry.action for entry in entries] == ["collection", "consultation"]


def test_a_pdf_needs_somebody_and_a_reason_and_is_logged(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    record = add(vault, "something")[0]
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    file = tmp_path / "FB-SAMPLE.pdf"
    panel = notebook.record.ask_export()
    panel.show()
    panel.fill("", "", file)
    panel.write()
    assert not file.exists()
    panel.fill("my supervisor", "case file", file)
    with qtbot.waitSignal(panel.written, timeout=20_000):
        panel.write()
    with pikepdf.open(file) as document:
        assert len(document.pages) == 1
    last = vault.query(lambda session: session.audit.entries(record)).result()[-1]
    assert (last.action, last.recipient, last.reason) == (
        "disclosure",
        "my supervisor",
        "case file",
    )


def test_a_character_without_a_glyph_is_named_and_writes_nothing(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    record = add(vault, "a name in Tibetan: བཀྲ")[0]
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    file = tmp_path / "FB-SAMPLE.pdf"
    panel = notebook.record.ask_export()
    panel.show()
    panel.fill("my supervisor", "case file", file)
    panel.write()
    qtbot.waitUntil(lambda: "U+0F56" in panel.message, timeout=20_000)
    assert list(tmp_path.glob("*.pdf*")) == []
    qtbot.waitUntil(lambda: log(vault, record)[-2:] == ["disclosure", "administration"])
    panel.reject()
