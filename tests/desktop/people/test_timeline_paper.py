"""The timeline on paper: when and how, no name, nothing that was said, and a row in the log."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.people.reading import contacts, person_of
from storage import RecordId, Vault
from tests.desktop.people.conftest import NAME
from tests.desktop.rights.conftest import add
from tests.unit.exports.reading import text


def test_a_timeline_tells_when_and_how_alone(
    notebook: Notebook, qtbot: QtBot, vault: Vault, person: RecordId, tmp_path: Path
) -> None:
    for day, kind in (("01", "keeping_in_touch"), ("20", "her_report")):
        contact = add(
            vault,
            "contact",
            {
                "/data/event_time": f"2026-05-{day}T14:00:00.000+00:00",
                "/data/how/way": "text",
                "/data/how/kind": kind,
                "/data/wishes_said/said": "sample canary",
            },
        )
        vault.perform(
            lambda session, contact=contact: session.links.add(contact, person, "contact")
        ).result()
    who = person_of(vault.query(lambda session: session.records.newest(person)).result())
    log = vault.query(lambda session: contacts(session, person)).result()
    panel = notebook.outgoing.ask_timeline(who, log, False)
    panel.recipient.setText("the sample supervisor")
    panel.reason.setText("a sample review")
    panel.out.setText(str(tmp_path / "1.pdf"))
    panel.open()
    with qtbot.waitSignal(panel.told, timeout=20_000):
        panel.act()
    found = text(tmp_path / "1.pdf")
    assert "20 May 2026" in found
    assert "Text · something happened" in found
    for hidden in (NAME, "Juniper", "sample canary"):
        assert hidden not in found
    for record in (person, *(each.record for each in log)):
        entries = vault.query(lambda session, record=record: session.audit.entries(record)).result()
        assert str(entries[-1].action) == "disclosure"
