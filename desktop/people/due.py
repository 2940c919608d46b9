"""Contacts that were agreed: brought up inside the times that are safe, and never outside them."""

from dataclasses import dataclass
from datetime import datetime

from desktop.discretion import PERSON
from desktop.people.reading import LINK, Person, next_of, person_of
from storage import Session

MOST = 2000


@dataclass(frozen=True, slots=True)
class Agreed:
    """A next contact that was agreed with somebody, local time."""

    person: Person
    next: datetime

    def is_due(self, now: datetime) -> bool:
        """Whether it may be brought up at `now` (NPCC 2019, 5.1b).

        From the agreed day on, and inside a safe window alone; from the agreed moment on where no
        window is recorded. Never where she declined contact or is the one who calls.
        """
        person = self.person
        if not person.may_contact or person.windows is None or now.date() < self.next.date():
            return False
        if not person.windows:
            return now >= self.next
        return any(window.holds(now) for window in person.windows)

    def is_safe(self) -> bool:
        """Whether the agreed moment itself lies inside a safe window."""
        windows = self.person.windows
        return not windows or any(window.holds(self.next) for window in windows)

    def hours(self, now: datetime) -> str:
        """The safe hours that `now` lies in, such as `14:00–17:00`; empty where all are."""
        held = (each for each in self.person.windows or () if each.holds(now))
        return next((each.words() for each in held), "")


def agreed(session: Session) -> list[Agreed]:
    """The next contact with each person, where the last one logged agreed on one.

    Three questions to the vault, however many contacts there are: it is asked with every Today.
    """
    people = [row.id for row in session.records.page(limit=MOST, form=PERSON)]
    last = session.links.last_sources(LINK)
    logged = {
        version.record: next_of(version)
        for version in session.records.newest_of([last[id] for id in people if id in last])
    }
    following = {id: logged.get(last[id]) for id in people if id in last}
    found = [
        Agreed(person_of(version), at)
        for version in session.records.newest_of([id for id in people if following.get(id)])
        if (at := following[version.record]) is not None
    ]
    return sorted(found, key=lambda each: each.next)
