"""A notebook to play in: a vault in a folder of its own, filled with sample data."""

import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta

from desktop.definitions import definition_of, library
from desktop.filling import filled
from desktop.sample.answers import answers
from desktop.sample.place import PASSPHRASE, folder
from forms import FormEngine
from storage import Identity, RecordId, Session, Vault, Version
from translations.interface import form_language

_CONTACTS = ("safety", "case_news", "keeping_in_touch")
_BETWEEN = timedelta(days=19)


def make(identity: Identity) -> Vault:
    """Make it, and open it; it is there whole or not at all.

    Raises:
        StorageError: its folder could not be written, or holds something already.
    """
    vault, _code = Vault.create(folder(), PASSPHRASE, identity)
    try:
        vault.perform(lambda session: _fill(session, datetime.now().astimezone())).result()
    except BaseException:
        vault.close()
        remove()
        raise
    return vault


def remove() -> None:
    """Delete it and all that was written into it; raises OSError where that can't be done."""
    shutil.rmtree(folder())


def _fill(session: Session, now: datetime) -> None:
    """Somebody who is met, somebody who is kept in touch with, a visit that is planned."""
    earlier = (now - timedelta(hours=2)).replace(second=0, microsecond=0)
    met = _engine("encounter", answers("encounter", earlier=earlier.isoformat()))
    encounter = _add(session, met)
    said, *changes = answers("amendment")
    for path, value in changes:
        met.set(path, value)
    session.records.amend(encounter.record, encounter.number, filled(met, met.finalise()), said[1])
    _keep_in_touch(session, now.replace(minute=0, second=0, microsecond=0))
    _leave(session, _engine("visit", answers("visit", earlier=earlier.isoformat())[:8]))
    _leave(session, _engine("encounter", answers("unfinished")))


def _keep_in_touch(session: Session, now: datetime) -> None:
    """A person under an alias, contacts with her, the next one today."""
    begun = now - _BETWEEN * len(_CONTACTS)
    expiry = (now + timedelta(days=180)).date().isoformat()
    person = _add(
        session, _engine("person", answers("person", since=begun.isoformat(), expiry=expiry))
    )
    for number, kind in enumerate(_CONTACTS):
        at = begun + _BETWEEN * number
        told = {"at": at.isoformat(), "kind": kind, "next": (at + _BETWEEN).isoformat()}
        _add(session, _engine("contact", answers("contact", **told)), about=person.record)


def _engine(form: str, given: Iterable[tuple[str, str]]) -> FormEngine:
    engine = FormEngine(library().get(form), language=form_language())
    for path, value in given:
        engine.set(path, value)
    return engine


def _add(session: Session, engine: FormEngine, about: RecordId | None = None) -> Version:
    session.definitions.keep(definition_of(engine.form))
    version = session.records.add(filled(engine, engine.finalise()))
    if about:
        session.ties.tie(version.record, about, version.form)
    return version


def _leave(session: Session, engine: FormEngine) -> None:
    """Leave what is begun as a draft."""
    session.definitions.keep(definition_of(engine.form))
    session.drafts.open(engine.form.id, engine.form.version, engine.draft(), engine.title())
