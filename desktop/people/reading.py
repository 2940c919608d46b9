"""Liaison records and contacts in plain data, read from the newest versions of their records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from lxml import etree

from desktop.people.windows import DAYS, Window
from desktop.times import parse
from desktop.wishes import agrees
from forms import markup
from storage import RecordId, Session, Version

CONTACT = LINK = "contact"
"""The form of a contact, and the kind of the link from it to the person it was with."""


@dataclass(frozen=True, slots=True)
class Person:
    """What a liaison record says that the notebook acts on.

    Attributes:
        windows: when the officer may be in touch; None where only she gets in touch.
        may_contact: False once she declined, or took back, being contacted.
        number: of the version that says so.
    """

    record: RecordId
    alias: str
    name: str
    windows: tuple[Window, ...] | None
    may_contact: bool
    caveat: bool
    why_kept: str
    review: str
    expiry: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Contact:
    """One event of the contact log; `at` is when it happened, or else when it was written."""

    record: RecordId
    at: datetime
    way: str
    answered_by: str
    kinds: frozenset[str]
    wishes: str
    said: str
    promise: str
    promise_due: str
    promise_kept: str
    next: datetime | None
    number: int = 1


def person_of(version: Version) -> Person:
    """The person of a record's newest version."""
    root = markup.parse(version.content)
    ways = [each for each in root.iterfind(".//{*}safe_ways") if any(part.text for part in each)]
    reachable = [each for each in ways if _text(each, "way") != "she_calls"]
    return Person(
        version.record,
        version.title,
        _text(root, "name"),
        None if ways and not reachable else tuple(_window(each) for each in reachable),
        agrees(root, "contact"),
        _text(root, "handling_caveat") == "yes",
        _text(root, "access_reason"),
        _text(root, "review"),
        _text(root, "expiry"),
        version.number,
    )


def contact_of(version: Version) -> Contact:
    """The contact of a record's newest version."""
    root = markup.parse(version.content)
    said = {str(each.tag).rpartition("}")[2]: (each.text or "").strip() for each in root.iter()}
    at = parse(version.event_time) or parse(version.entry_time)
    assert at is not None  # storage writes the entry time itself
    return Contact(
        version.record,
        at,
        version.title.partition(" · ")[0] if said.get("way") else "",
        said.get("answered_by", ""),
        frozenset(said.get("kind", "").split()),
        said.get("wishes", ""),
        said.get("said", ""),
        said.get("promise", ""),
        said.get("promise_due", ""),
        said.get("promise_kept", ""),
        parse(said.get("next", "")),
        version.number,
    )


def next_of(version: Version) -> datetime | None:
    """The next contact that a contact's newest version agreed on."""
    return parse(_text(markup.parse(version.content), "next"))


def contacts(session: Session, person: RecordId) -> list[Contact]:
    """The contact log of a person, oldest first."""
    linked = [
        link.source
        for link in session.links.of(person)
        if link.kind == LINK and link.target == person
    ]
    found = map(contact_of, session.records.newest_of(linked))
    return sorted(found, key=lambda contact: contact.at)


def _window(way: etree._Element) -> Window:
    days = _text(way, "window_days").split()
    opens, closes = _time(_text(way, "window_from")), _time(_text(way, "window_until"))
    return Window(
        frozenset(DAYS.index(day) for day in days if day in DAYS), opens or time(0), closes
    )


def _time(text: str) -> time | None:
    """The clock time of `text`, without its offset: she means the clock on the wall."""
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _text(root: etree._Element, name: str) -> str:
    found = root.find(f".//{{*}}{name}")
    return (found.text or "").strip() if found is not None else ""
