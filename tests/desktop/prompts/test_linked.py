"""What belongs with a note is one click away, and a liaison record is not named there."""

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from storage import Filled, RecordId, Session, Vault


def add(vault: Vault, form: str, title: str, about: str = "") -> RecordId:
    def work(session: Session) -> RecordId:
        record = session.records.add(
            Filled(form, "1", b"<data/>", title=title, summary="", text=title, event_time="")
        ).record
        if about:
            session.links.add(record, RecordId(about), form)
        return record

    return vault.perform(work).result()


def test_what_belongs_with_it_is_named_but_for_liaison_records(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    note = add(vault, "encounter", "Flat")
    prompts = add(vault, "prompts", "Prompts", note)
    person = add(vault, "person", "Juniper")
    vault.perform(lambda session: session.links.add(note, person, "encounter")).result()
    notebook.open_record(note)
    strip = notebook.leading.linked
    qtbot.waitUntil(lambda: not strip.isHidden())
    assert [button.text() for button in strip.buttons] == ["Prompts"]
    with qtbot.waitSignal(notebook.leading.record_chosen) as chosen:
        strip.buttons[0].click()
    assert chosen.args == [prompts]
    qtbot.waitUntil(lambda: [button.text() for button in strip.buttons] == ["Flat"])


def test_where_nothing_belongs_there_is_nothing(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    alone = add(vault, "encounter", "Alone")
    notebook.open_record(alone)
    qtbot.waitUntil(lambda: notebook.record.shown == alone)
    qtbot.wait(200)
    assert notebook.leading.linked.isHidden()
