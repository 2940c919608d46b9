"""How long it takes to open a person with 500 contacts and draw the timeline."""

import statistics
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.people.reading import CONTACT, contacts
from desktop.people.timeline_card import TimelineCard
from desktop.theme import Theme, apply
from storage import Cost, Filled, Identity, RecordId, Session, Vault

CONTACTS = 500
_CONTENT = (
    '<data id="contact" version="1"><event_time>{at}</event_time><how><way>text</way>'
    "<kind>{kind}</kind></how><wishes_said><wishes>sample wishes</wishes></wishes_said>"
    "<promises><promise/><next/></promises></data>"
)


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `people.timeline`: milliseconds from asking the vault to the painted picture."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QLocale.setDefault(QLocale("en_GB"))
    apply(app, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        me = Identity("PC 0000", "sample laptop")
        vault, _code = Vault.create(
            Path(folder) / "vault", "a sample passphrase", me, cost=Cost(64 * 1024, 1, 1)
        )
        person = vault.perform(_fill).result()
        figures = [_open(vault, person) for _run in range(runs + 1)][1:]
        vault.close()
    return [
        {
            "name": "people.timeline",
            "unit": "ms",
            "ours": statistics.median(figures) * 1000,
            "peer": None,
            "peer_name": "none: the bound is 100 ms with 500 contacts",
            "ratio": None,
            "runs": runs,
        }
    ]


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
