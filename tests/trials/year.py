"""A liaison officer's vault after a year: how long its pages take, in the real window.

`YEAR_PEOPLE=300` and `YEAR_CONTACTS=5000` say how much is in it: people with safe times, a review
and an agreed next contact, and contacts that are linked to them, as the forms write them.
"""

import os
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop import profile
from desktop.app import Notebook
from desktop.collecting import Collector
from desktop.discretion import PERSON
from desktop.filling import filled
from desktop.operations import Operation
from desktop.people.reading import CONTACT
from desktop.theme import Theme, apply
from forms import FormEngine, Library
from storage import Cost, Filled, Identity, RecordId, Session, Vault

PEOPLE = int(os.environ.get("YEAR_PEOPLE", "300"))
CONTACTS = int(os.environ.get("YEAR_CONTACTS", "5000"))
ROUNDS = 5
BATCH = 500
ME = Identity("PC 0000", "sample laptop")
PASSPHRASE = "a long sample passphrase"
REASON = "SAMPLE DATA: the trial of a year"


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        vault, _code = Vault.create(Path(folder) / "vault", PASSPHRASE, ME, cost=Cost(65536, 1, 1))
        people = fill(vault, rng)
        notebook = opened(vault)
        yield f"{PEOPLE} people, {CONTACTS} contacts; medians of {ROUNDS}, in milliseconds"
        for name in ("today", "notes", "people"):
            yield f"{name}: {median(partial(turn, notebook, name)):.0f}"
        chosen = [rng.choice(people) for _round in range(ROUNDS)]
        yield f"a person, with the reason given: {median(partial(open_one, notebook, chosen)):.0f}"
        yield f"Ctrl+K, a letter: {median(partial(seek, notebook, rng)):.0f}"
        notebook.seal()
        notebook.shell.hide()
        vault.close()


def opened(vault: Vault) -> Notebook:
    """The notebook of `vault` in its window, shown."""
    app = QApplication.instance() or QApplication(["fieldbook"])
    assert isinstance(app, QApplication)
    Collector(app)
    QLocale.setDefault(QLocale("en_GB"))
    apply(app, Theme.LIGHT)
    notebook = Notebook(vault, profile.read(profile.SAMPLE), nothing, nothing)
    notebook.shell.resize(1366, 768)
    notebook.shell.show()
    return notebook


def nothing() -> None:
    """The trial locks nothing."""


def median(measured: Callable[[], float]) -> float:
    """Milliseconds; the first, which builds what stays built, is left out."""
    measured()
    return statistics.median(measured() for _round in range(ROUNDS)) * 1000


def turn(notebook: Notebook, page: str) -> float:
    """Seconds from the key to the page with all that it fetches."""
    notebook.shell.go("cards")
    settle(notebook.shell.page)
    begin = perf_counter()
    notebook.shell.go(page)
    settle(notebook.shell.page)
    return perf_counter() - begin


def open_one(notebook: Notebook, people: list[RecordId]) -> float:
    """Seconds from the reason to a person's page."""
    people.append(people.pop(0))
    notebook.open_person(people[0])
    settle(notebook.people)
    notebook.people.gate.reason.setText(REASON)
    begin = perf_counter()
    notebook.people.gate.reason.returnPressed.emit()
    settle(notebook.people)
    taken = perf_counter() - begin
    assert notebook.people.sheet is not None
    return taken


def seek(notebook: Notebook, rng: random.Random) -> float:
    """Seconds for one letter of Ctrl+K, the slowest of an alias typed."""
    finder = notebook.find(nothing)
    finder.show()
    settle(finder)
    slowest = 0.0
    for letter in f"sample {rng.randrange(PEOPLE)}":
        begin = perf_counter()
        finder.field.insert(letter)
        while finder.is_seeking:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        finder.grab()
        slowest = max(slowest, perf_counter() - begin)
    assert finder.found
    finder.reject()
    return slowest


def settle(page: QWidget) -> None:
    """Until `page` has had every answer it asked the vault for, and is painted with them."""
    app = QCoreApplication.instance()
    assert app is not None
    while True:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not page.findChildren(Operation):
            break
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
    app.processEvents()


def fill(vault: Vault, rng: random.Random) -> list[RecordId]:
    """Keep the people, then the contacts of a year in the order of their times."""
    now = datetime.now().astimezone().replace(microsecond=0)
    kept = [person(number, now, rng) for number in range(PEOPLE)]
    people = vault.perform(lambda s: [s.records.add(each).record for each in kept]).result()
    times = sorted(now - timedelta(minutes=rng.randrange(365 * 24 * 60)) for _ in range(CONTACTS))
    events = [(rng.choice(people), contact(at, rng)) for at in times]

    def write(session: Session, batch: list[tuple[RecordId, Filled]]) -> None:
        for whom, content in batch:
            made = session.records.add(content)
            session.links.add(made.record, whom, CONTACT)

    for first in range(0, CONTACTS, BATCH):
        batch = events[first : first + BATCH]
        vault.perform(partial(write, batch=batch)).result()
    return people


def person(number: int, now: datetime, rng: random.Random) -> Filled:
    """A liaison record with safe times and agreements."""
    opens, way = rng.randrange(9, 17), "/data/safe/safe_ways[1]"
    review = now.date() + timedelta(days=rng.randrange(-20, 160))
    return content(
        PERSON,
        {
            "/data/person/alias": f"Sample {number}",
            "/data/person/pronouns": "she/her",
            f"{way}/way": "text",
            f"{way}/window_days": "mon tue wed thu fri",
            f"{way}/window_from": f"{opens:02}:00:00",
            f"{way}/window_until": f"{opens + 2:02}:00:00",
            "/data/support/agreements[1]/agreement": "contact",
            "/data/support/agreements[1]/agreed": "yes",
            "/data/handling/access_reason": "SAMPLE DATA: to keep in touch about a report",
            "/data/handling/review": review.isoformat(),
            "/data/handling/expiry": (review + timedelta(days=90)).isoformat(),
        },
    )


def contact(at: datetime, rng: random.Random) -> Filled:
    """A contact at `at`, with the next one agreed in most."""
    answers = {
        "/data/event_time": at.isoformat(timespec="milliseconds"),
        "/data/late_reason": "SAMPLE DATA",
        "/data/how/way": rng.choice(("text", "call", "person")),
        "/data/how/answered_by": "her",
        "/data/how/kind": rng.choice(("keeping_in_touch", "her_report", "support")),
        "/data/wishes_said/wishes": "SAMPLE DATA: a text before coming, never a call.",
        "/data/wishes_said/said": "“Sample words, as long as such words are.”",
    }
    if rng.random() < 0.8:
        after = at + timedelta(days=rng.randrange(7, 40))
        answers["/data/promises/next"] = after.isoformat(timespec="milliseconds")
    return content(CONTACT, answers)


def content(form: str, answers: dict[str, str]) -> Filled:
    """What is finalised from these answers."""
    engine = FormEngine(Library.default().get(form), language="en")
    for path, value in answers.items():
        engine.set(path, value)
    return filled(engine, engine.finalise())
