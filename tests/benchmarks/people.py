"""How long it takes to open a person with 500 contacts and draw the timeline."""

import tempfile
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

from desktop.people.reading import CONTACT, contacts
from desktop.people.timeline_card import TimelineCard
from storage import Filled, RecordId, Session, Vault
from tests.benchmarks.common import alone, dressed, empty_vault

CONTACTS = 500
_CONTENT = (
    '<data id="contact" version="1"><event_time>{at}</event_time><how><way>text</way>'
    "<kind>{kind}</kind></how><wishes_said><wishes>sample wishes</wishes></wishes_said>"
    "<promises><promise/><next/></promises></data>"
)


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `people.timeline`: milliseconds from asking the vault to the painted picture."""
    dressed()
    with tempfile.TemporaryDirectory() as folder, empty_vault(folder) as vault:
        person = vault.perform(_fill).result()
        figures = [_open(vault, person) for _run in range(runs + 1)][1:]
    return [alone("people.timeline", figures, "the bound is 100 ms with 500 contacts")]


def _open(vault: Vault, person: RecordId) -> float:
    begin = perf_counter()
    found = vault.query(lambda session: contacts(session, person)).result()
    card = TimelineCard(found)
    card.resize(860, 300)
    card.show()
    card.grab()
    taken = perf_counter() - begin
    assert len(found) == CONTACTS
    card.hide()
    card.deleteLater()
    return taken


def _fill(session: Session) -> RecordId:
    person = session.records.add(
        Filled("person", "1", b'<data id="person"/>', "Sample alias", "", "", "")
    ).record
    at = datetime(2024, 1, 1, 14, 0).astimezone()
    for number in range(CONTACTS):
        at += timedelta(days=2)
        kind = "her_report" if number % 60 == 7 else "keeping_in_touch"
        content = _CONTENT.format(at=at.isoformat(), kind=kind).encode()
        made = session.records.add(
            Filled(CONTACT, "1", content, "Text · sample", "", "", at.isoformat())
        )
        session.links.add(made.record, person, CONTACT)
    return person
