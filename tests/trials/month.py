"""A month of a liaison officer's work, in the real window: 300 contacts with 40 people.

Each day contacts are logged from the people's pages and written and finalised as an officer does,
records are reviewed, and encounters, needs and crimes are written. What Today shows is held
against a list of our own at every half hour of the day. At the end everything that was written is
looked for, and the vault is checked from end to end. `MONTH_CONTACTS=300` says how many.
"""

import os
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from statistics import median as middle
from time import perf_counter, process_time

from desktop.app import Notebook
from desktop.demo.camera import wait_until
from desktop.people.due_card import ContactsDue
from storage import Cost, RecordId, Vault
from storage.checking.check import check
from tests.trials.year import ME, PASSPHRASE, REASON, nothing, opened, settle, turn

PEOPLE = int(os.environ.get("MONTH_PEOPLE", "40"))
CONTACTS = int(os.environ.get("MONTH_CONTACTS", "300"))
DAYS = 30
TYPED = "sample 3"
PAGES = ("today", "notes", "people", "send", "settings")
BESIDE = ("support_needs", "incident", "encounter")
"""What is written about somebody beside contacts, in turn, once a day."""


@dataclass
class Known:
    """What the trial itself knows of one person."""

    record: RecordId
    alias: str
    days: frozenset[int]
    opens: time
    closes: time
    may_contact: bool = True
    next: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Whether she may be brought up at `now`."""
        return (
            self.may_contact
            and self.next is not None
            and now.date() >= self.next.date()
            and now.weekday() in self.days
            and self.opens <= now.time() < self.closes
        )


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vault"
        vault, _code = Vault.create(path, PASSPHRASE, ME, cost=Cost(65536, 1, 1))
        month = _Month(vault, rng)
        month.meet()
        yield f"on the first day: {month.speed()}"
        for day in range(DAYS):
            month.live(day)
        yield f"on the last day: {month.speed()}"
        yield (
            f"{PEOPLE} people, {month.logged} contacts, {month.reviewed} reviews and"
            f" {len(month.written) - month.logged - PEOPLE} other records in {DAYS} days;"
            f" Today was right at {month.looks} half hours, {month.shown} times with somebody"
            " to contact"
        )
        month.close()
        found = check(path, ME, passphrase=PASSPHRASE)
        assert not found, found
        yield f"all {month.looked_for(path)} records hold what was written; the vault is whole"


class _Month:
    """The officer at the notebook."""

    def __init__(self, vault: Vault, rng: random.Random) -> None:
        self._vault, self._rng = vault, rng
        self._notebook: Notebook = opened(vault)
        self._now = datetime.now().astimezone()
        self._first = self._now.replace(hour=0, minute=0, second=0, microsecond=0)
        self._first -= timedelta(days=DAYS)
        self._due = ContactsDue(vault, lambda: self._now)
        self._people: list[Known] = []
        self.written: dict[RecordId, str] = {}
        self.logged = self.reviewed = self.looks = self.shown = 0

    def meet(self) -> None:
        """Keep everybody under an alias, with their safe times."""
        for number in range(PEOPLE):
            opens = time(self._rng.randrange(8, 20))
            days = frozenset(self._rng.sample(range(7), self._rng.randrange(2, 7)))
            known = Known(RecordId(""), f"Sample {number:02}", days, opens, time(opens.hour + 2))
            names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            way = "/data/safe/safe_ways[1]"
            self._notebook.people.new_person.emit()
            known.record = self._write(
                {
                    "/data/person/alias": known.alias,
                    f"{way}/way": "text",
                    f"{way}/window_days": " ".join(names[day] for day in sorted(days)),
                    f"{way}/window_from": known.opens.isoformat(),
                    f"{way}/window_until": known.closes.isoformat(),
                    "/data/handling/access_reason": REASON,
                    "/data/handling/expiry": (self._now + timedelta(days=200)).date().isoformat(),
                }
            )
            self._people.append(known)

    def live(self, day: int) -> None:
        """One day: contacts, one other record, a review now and then, and a look at Today."""
        due = CONTACTS * (day + 1) // DAYS - CONTACTS * day // DAYS
        for _contact in range(due):
            self._log(self._rng.choice(self._people), self._first + timedelta(days=day))
        whom = self._rng.choice(self._people)
        self._notebook.people.begin_asked.emit(BESIDE[day % len(BESIDE)], whom.record)
        self._write({"/data/event_time": _iso(self._first + timedelta(days=day, hours=9))})
        if day % 3 == 2:
            self._review(self._rng.choice(self._people))
        self._look(self._first + timedelta(days=day))

    def speed(self) -> str:
        """How long pages and letters take now."""
        rounds = [page for _round in range(4) for page in PAGES]
        busy = process_time()
        turns = sorted(turn(self._notebook, page) for page in rounds)
        turning, busy = (process_time() - busy) / len(rounds), process_time()
        letters = sorted(_letters(self._notebook, TYPED))
        typing = (process_time() - busy) / len(TYPED)
        return (
            f"a page in {_ms(middle(turns))} (slowest {_ms(turns[-1])}, {_ms(turning)} of the"
            f" processor), a letter of Ctrl+K in {_ms(middle(letters))} (slowest"
            f" {_ms(letters[-1])}, {_ms(typing)} of the processor)"
        )

    def close(self) -> None:
        """Lock."""
        self._notebook.shell.go("today")
        settle(self._notebook.today)
        self._notebook.seal()
        self._notebook.shell.hide()
        self._vault.close()

    def looked_for(self, path: Path) -> int:
        """Every record that was written, opened afresh, with its words; how many."""
        vault = Vault.open(path, ME, passphrase=PASSPHRASE)
        kept = vault.query(lambda s: s.records.newest_of(list(self.written))).result()
        drafts = vault.query(lambda s: s.drafts.all()).result()
        ties = vault.query(lambda s: s.links.every()).result()
        vault.close()
        assert not drafts
        assert len(ties) == len(self.written) - PEOPLE  # all but the people are about somebody
        for version in kept:
            assert self.written[version.record] in version.content.decode(), version.title
        assert len(kept) == len(self.written)
        return len(kept)

    def _log(self, whom: Known, day: datetime) -> None:
        """A contact from the person's page, and when the next one shall be."""
        self._notebook.people.contact_asked.emit(whom.record)
        after = day + timedelta(days=self._rng.randrange(1, 12), hours=whom.opens.hour)
        whom.next = None if self._rng.random() < 0.2 else after
        answers = {
            "/data/event_time": _iso(day + timedelta(hours=self._rng.randrange(8, 20))),
            "/data/how/way": "text",
            "/data/how/answered_by": "her",
        }
        if whom.next is not None:
            answers["/data/promises/next"] = _iso(whom.next)
        self._write(answers, "/data/wishes_said/wishes")
        self.logged += 1

    def _review(self, whom: Known) -> None:
        """Looked at again: it ends later, or she does not want to be contacted any more."""
        newest = self._vault.query(lambda s: s.records.newest(whom.record)).result()
        self._notebook.desk.amend(newest)
        page = self._notebook.write.writing
        assert page is not None
        page.reason.setText(REASON)
        answers = {"/data/handling/review": (self._now + timedelta(days=30)).date().isoformat()}
        if self._rng.random() < 0.3:
            whom.may_contact = False
            first = "/data/support/agreements[1]"
            answers |= {f"{first}/agreement": "contact", f"{first}/agreed": "no"}
        self._write(answers)
        self.reviewed += 1

    def _look(self, day: datetime) -> None:
        """Today, at every half hour of the day, against what the trial itself knows."""
        self._notebook.shell.go("today")
        settle(self._notebook.today)
        self._due.refresh()
        settle(self._due)
        for half in range(48):
            self._now = day + timedelta(minutes=30 * half)
            self._due.look()
            right = sorted(each.alias for each in self._people if each.is_due(self._now))
            assert sorted(self._due.shown) == right, (self._now, self._due.shown, right)
            self.looks += 1
            self.shown += bool(right)
        self._now = datetime.now().astimezone()

    def _write(self, answers: dict[str, str], words: str = "") -> RecordId:
        """Answer on the writing page that is open, finalise, and remember what was written."""
        page = self._notebook.write.writing
        assert page is not None
        mark = f"SAMPLE DATA {self._rng.randrange(10**9):09}"
        if words:
            answers = answers | {words: mark}
        for path, value in answers.items():
            page.fill(path, value)
        if "/data/event_time" in answers and page.engine.node("/data/late_reason").relevant:
            page.fill("/data/late_reason", "SAMPLE DATA")
        made: list[str] = []
        page.finalised.connect(made.append)
        page.finalise()
        wait_until(lambda: bool(made), f"the record: {page.engine.violations()}")
        settle(self._notebook.shell.page)
        record = RecordId(made[0])
        held = mark if words else next(iter(answers.values()))
        self.written[record] = held
        return record


def _letters(notebook: Notebook, typed: str) -> Iterator[float]:
    finder = notebook.find(nothing)
    finder.show()
    settle(finder)
    for letter in typed:
        begin = perf_counter()
        finder.field.insert(letter)
        wait_until(lambda: not finder.is_seeking, "what Ctrl+K finds")
        finder.grab()
        yield perf_counter() - begin
    finder.reject()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
