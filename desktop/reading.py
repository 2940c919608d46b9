"""All of reading in one open notebook: the notes, and the record that is shown."""

from collections.abc import Iterable
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.desk import Around
from desktop.pages.notes import NotesPage
from desktop.pages.record import RecordPage
from desktop.pages.taking_back import TakingBack
from desktop.rights.keeping_bar import KeepingBar
from desktop.visits.linked_bar import LinkedBar
from translations.interface import _

CONTRACT = "victim_contract"
_WITH_A_CONTRACT = ("encounter", "incident")


class Follower(Protocol):
    """A room that has something to say of the record that is shown."""

    def follow(self, record: RecordPage) -> None:
        """Put it beside `record`, and into its menu."""


class ReadingRoom(QObject):
    """Made once for a notebook; its pages are built when they are first asked for."""

    told = Signal(str)
    """What the officer should know now."""
    person_asked = Signal(str)
    """The liaison record with this id shall be opened, which needs a reason."""
    log_asked = Signal(str)
    """The log of the record with this id shall be shown."""

    def __init__(self, around: Around, followers: Iterable[Follower]) -> None:
        """Read with the `followers` beside each record; amend at the desk."""
        super().__init__(around.shell)
        self._vault, self._shelf, self._profile, self._language, shell, desk = around
        self._shell, self._desk = shell, desk
        self._followers = tuple(followers)

    def open(self, record: str, reason: str = "") -> None:
        """Show a record beside the list of notes; a liaison record needs a reason."""
        self._shell.go("notes")
        self.notes.open(record, reason)

    def search(self) -> None:
        """Go to where one searches all notes."""
        self._shell.go("notes")
        self.notes.begin_search()

    @cached_property
    def notes(self) -> NotesPage:
        """All notes, and the record that was chosen."""
        page = NotesPage(self._vault, self._shelf, self.record)
        page.new_note.connect(lambda: self._desk.begin("encounter"))
        page.draft_chosen.connect(self._desk.open_draft)
        page.links_asked.connect(lambda: self._shell.go("links"))
        return page

    @cached_property
    def record(self) -> RecordPage:
        """The record that is shown."""
        page = RecordPage(self._vault, self._shelf, self._profile, self._language)
        page.amend_asked.connect(self._desk.amend)
        page.told.connect(self.told)
        page.person_asked.connect(self.person_asked)
        page.put_under_head(self.keeping)
        page.opened.connect(self.keeping.show_record)
        self._link(page)
        self._let_take_back(page)
        page.more_asked.connect(self._offer_contract)
        page.more_asked.connect(self.keeping.offer)
        for room in self._followers:
            room.follow(page)
        return page

    @cached_property
    def keeping(self) -> KeepingBar:
        """Until when the record that is shown is kept."""
        bar = KeepingBar(self._vault, self._shelf, self._profile, self._language)
        bar.told.connect(self.told)
        bar.purged.connect(self._purged)
        bar.log_asked.connect(self.log_asked)
        return bar

    def _link(self, page: RecordPage) -> None:
        linked = LinkedBar(self._vault)
        linked.record_chosen.connect(self.open)
        page.put_under_head(linked)
        page.opened.connect(linked.show_record)

    def _let_take_back(self, page: RecordPage) -> None:
        taking_back = TakingBack(page, self._vault, self._shelf)
        taking_back.told.connect(self.told)
        taking_back.taken_back.connect(self.open)
        page.opened.connect(taking_back.show_record)
        page.more_asked.connect(taking_back.offer)

    def _offer_contract(self, menu: QMenu) -> None:
        """A contract with the person can begin from a note or an incident."""
        if self.record.form in _WITH_A_CONTRACT:
            about = self.record.record
            menu.addAction(_("Victim contract …"), lambda: self._desk.begin(CONTRACT, about=about))

    def _purged(self, _record: str) -> None:
        """The record that was shown is gone, and with it what was sought."""
        self.notes.forget()
        self.told.emit(_("Purged. Its receipt stays in the notebook."))
