"""The liaison officer's part of the demonstration: a person, contacts, the timeline, and Ctrl+K."""

from collections.abc import Callable
from datetime import datetime, timedelta

from desktop.app import Notebook
from desktop.definitions import library
from desktop.demo.camera import EVERY, Camera, settle, wait_until
from desktop.demo.officer import type_into
from desktop.discretion import PERSON
from desktop.people.reading import CONTACT
from desktop.sample import answers
from forms import FormEngine
from storage import RecordId

_KINDS = ("keeping_in_touch", "her_report", "case_news", "safety", "support", "keeping_in_touch")
_BETWEEN = timedelta(days=19)
_WAY = "/data/safe/safe_ways[1]"


def show_people(
    notebook: Notebook, camera: Camera, finalise: Callable[[], RecordId], say: Callable[[str], None]
) -> RecordId:
    """Keep a person, log contacts, and open the page with a reason; gives the person."""
    now = datetime.now().astimezone().replace(minute=0, second=0, microsecond=0)
    begun = now - _BETWEEN * len(_KINDS)
    expiry = (now + timedelta(days=180)).date().isoformat()
    kept = instance(PERSON, since=_iso(begun), expiry=expiry)
    notebook.desk.begin(PERSON, _safe_around(now, kept))
    person = finalise()
    for number, kind in enumerate(_KINDS):
        at = begun + _BETWEEN * number
        told = {"at": _iso(at), "kind": kind, "next": _iso(at + _BETWEEN)}
        notebook.desk.begin(CONTACT, instance(CONTACT, **told), about=person)
        finalise()
    say("A person was kept under an alias, and contacts with her were logged.")
    notebook.open_person(person)
    people = notebook.people
    wait_until(lambda: people.model.rowCount() == 1, "the list of people")
    camera.take(notebook.shell, "person-closed")
    type_into(people.gate.reason, "SAMPLE DATA: contact agreed for today")
    people.gate.reason.returnPressed.emit()
    wait_until(lambda: people.sheet is not None, "the person’s page")
    camera.take(notebook.shell, "person", EVERY)
    say("Her page opened with a reason that is in the log; her name stays hidden.")
    finder = notebook.find(lambda: None)
    finder.open()
    type_into(finder.field, "juni")
    wait_until(lambda: bool(finder.found) and not finder.is_seeking, "what Ctrl+K finds")
    settle(100)
    camera.take(finder, "finder")
    finder.reject()
    say("Ctrl+K finds her by her alias.")
    return person


def instance(form: str, section: str = "", **values: str) -> bytes:
    """The sample answers of a form, filled in: those of its own `section`, or of another."""
    engine = FormEngine(library().get(form), language="en")
    for path, value in answers(section or form, **values):
        repeat, bracket, rest = path.rpartition("[")
        while bracket and len(engine.body(repeat)) < int(rest.partition("]")[0]):
            engine.add(repeat)
        engine.set(path, value)
    return engine.draft()


def _safe_around(now: datetime, person: bytes) -> bytes:
    """Safe times that the demonstration falls in, so that Today shows what was agreed."""
    engine = FormEngine(library().get(PERSON), person, language="en")
    engine.set(f"{_WAY}/window_from", f"{max(now.hour - 1, 0):02}:00:00")
    engine.set(f"{_WAY}/window_until", f"{min(now.hour + 3, 23):02}:59:00")
    return engine.draft()


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
