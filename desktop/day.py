"""Today with all that the other rooms put there: what is under way, due, waiting or amiss."""

from PySide6.QtCore import Signal

from desktop.definitions import FormShelf
from desktop.pages.today import TodayPage
from desktop.people.due_card import ContactsDue
from desktop.rights.reviews_due import ClockNotice, ReviewsDue
from desktop.safekeeping import Safekeeping
from desktop.sending.older_copy import OlderCopyNotice
from desktop.sending.room import SendingRoom
from desktop.sending.waiting_card import WaitingReports
from desktop.visits.under_way import VisitUnderWay
from storage import Vault


class Day(TodayPage):
    """The first page of an open notebook; each line is one click from where it is dealt with."""

    person_chosen = Signal(str)
    """The liaison record with this id shall be shown, which needs a reason."""
    send_asked = Signal()
    """The page of what is sent shall be shown."""

    def __init__(
        self, vault: Vault, shelf: FormShelf, safe: Safekeeping, sending: SendingRoom
    ) -> None:
        """Show the day of `vault`, with what `safe` and `sending` have to say."""
        super().__init__(vault, shelf)
        self._lead(vault)
        self._follow(vault)
        clock, older = ClockNotice(), OlderCopyNotice(vault)
        self.warn_with(clock, clock.refresh)
        safe.warn_on(self)
        self.warn_with(sending.refused, sending.refused.refresh)
        self.warn_with(older, older.refresh)

    def _lead(self, vault: Vault) -> None:
        due, visit = ContactsDue(vault), VisitUnderWay(vault)
        self.lead_with(due, due.refresh)
        self.lead_with(visit, visit.refresh)
        due.person_chosen.connect(self.person_chosen)
        visit.draft_chosen.connect(self.draft_chosen)

    def _follow(self, vault: Vault) -> None:
        reviews, waiting = ReviewsDue(vault), WaitingReports(vault)
        self.follow_with(reviews, reviews.refresh)
        self.follow_with(waiting, waiting.refresh)
        reviews.record_chosen.connect(self.record_chosen)
        reviews.person_chosen.connect(self.person_chosen)
        waiting.send_asked.connect(self.send_asked)
