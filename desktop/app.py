"""The composition root: builds the parts of an open notebook and ties them together."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.beginnings import BY_THEMSELVES, offered
from desktop.definitions import FormShelf, library, open_shelf
from desktop.desk import Desk
from desktop.discretion import PERSON
from desktop.finding.commands import all_cards, commands
from desktop.finding.finder import Finder
from desktop.finding.sources import Thing
from desktop.help import HelpPage
from desktop.help.all_keys import AllKeys
from desktop.leading import LeadingRoom
from desktop.operations import Operation
from desktop.outgoing import Outgoing
from desktop.pages import place
from desktop.pages.cards import CardsPage
from desktop.pages.forms import FormsPage
from desktop.pages.notes import NotesPage
from desktop.pages.record import RecordPage
from desktop.pages.settings import SettingsPage
from desktop.pages.taking_back import TakingBack
from desktop.pages.today import TodayPage
from desktop.pages.troubles import while_writing
from desktop.people.due_card import ContactsDue
from desktop.people.page import PeoplePage
from desktop.people.reading import CONTACT
from desktop.profile import Profile
from desktop.rights.keeping_bar import KeepingBar
from desktop.rights.log_page import LogPage
from desktop.rights.reviews_due import ClockNotice, ReviewsDue
from desktop.safekeeping import Safekeeping
from desktop.sending.older_copy import OlderCopyNotice
from desktop.sending.room import SendingRoom
from desktop.sending.waiting_card import WaitingReports
from desktop.shell.window import Shell
from desktop.theme.notices import Toast
from desktop.visits.linked_bar import LinkedBar
from desktop.visits.under_way import VisitUnderWay
from storage import Vault
from storage.errors import StorageError
from translations.interface import _, form_language

ENCOUNTER, VISIT = "encounter", "visit"


class Notebook(QObject):
    """One open vault in its window."""

    def __init__(
        self,
        vault: Vault,
        profile: Profile,
        lock: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        """Build the window of `vault`; `lock` and `leave` seal and end this process."""
        self.shell = Shell(f"{profile.officer} · {profile.force}")
        super().__init__(self.shell)
        self.vault, language = vault, form_language()
        kept = vault.query(open_shelf)  # is there when the window is built
        self.shelf = FormShelf(library())
        self._toast = Toast(self.shell.pages)
        self.record = RecordPage(vault, self.shelf, profile, language)
        self.today = TodayPage(vault)
        self.notes = NotesPage(vault, self.record)
        self.desk = Desk(self.shell, vault, self.shelf, profile, self._toast)
        self.write = self.desk.page
        self.leading = LeadingRoom(vault, self.shelf, profile, language, self.shell, self.desk)
        self.cards = CardsPage(vault, self.shelf, profile)
        self.people = PeoplePage(vault, self.shelf, language)
        self.settings = SettingsPage(vault, profile)
        self.forms = FormsPage(vault, self.shelf)
        self.log = LogPage(vault, profile)
        self.outgoing = Outgoing(vault, self.shelf, profile, language, self.shell)
        self.help = HelpPage(profile)
        self.keeping = KeepingBar(vault, self.shelf, profile, language)
        self.record.put_under_head(self.keeping)
        self.reviews, clock = ReviewsDue(vault), ClockNotice()
        self.today.follow_with(self.reviews, self.reviews.refresh)
        self.today.warn_with(clock, clock.refresh)
        self.due = ContactsDue(vault)
        self.today.lead_with(self.due, self.due.refresh)
        self._gather_day()
        self.due.person_chosen.connect(self.open_person)
        self.safe = Safekeeping(vault, profile, self.seal, lock, self)
        self.backups, self.keys = self.safe.backups, self.safe.keys
        self.renewing = self.safe.renewing
        self.sending = SendingRoom(vault, self.shelf, profile, language, self)
        self._keep_safe()
        self._add_pages()
        self._connect(lock)
        self.shell.on_close(leave)
        try:
            self.shelf.take(*kept.result())
        except StorageError as error:
            self._toast.say(str(while_writing(error)))
        self._offer_forms()

    def go_back(self) -> None:
        """Go where the officer was before the last lock, and remember each page from now on."""
        self.shell.go("today")
        Operation(self, self.vault.query(place.kept)).on_success(self._go_to).start()
        self.shell.turned.connect(self._keep_place)
        self.sending.courier.begin()

    def seal(self) -> None:
        """Seal everything, and where the officer is; returns when it is durable."""
        if self.vault.is_closing:  # a new data key is being made: all was sealed before it began
            self.renewing.stop()
            return
        self.sending.courier.seal()
        self.shell.seal()
        self._keep_place().result()

    def new_note(self, form: str = ENCOUNTER) -> None:
        """Begin a new record of `form`."""
        self.desk.begin(form)

    def open_record(self, record: str, reason: str = "") -> None:
        """Show a record beside the list of notes; a liaison record needs a reason."""
        self.shell.go("notes")
        self.notes.open(record, reason)

    def open_person(self, record: str) -> None:
        """Ask why a liaison record shall be opened, and then show it."""
        self.shell.go("people")
        self.people.ask(record)

    def _purged(self, _record: str) -> None:
        """The record that was shown is gone, and with it what was sought."""
        self.notes.forget()
        self._toast.say(_("Purged. Its receipt stays in the vault."))

    def _show_log_of(self, record: str) -> None:
        self.shell.go("log")
        self.log.show_record(record)

    def show_forms(self) -> None:
        """Show the page of forms, which belongs to the settings."""
        self.shell.go("forms")

    def _go_to(self, where: dict[str, Any]) -> None:
        where = dict(where)
        if where.get("page") == "write":  # the draft leads there
            del where["page"]
            if where.get("draft"):
                self.desk.open_draft(str(where["draft"]))
        self.shell.restore(where)

    def _keep_place(self) -> "Future[None]":
        """Remember where the officer is; nothing depends on it but the way back."""
        where = self.shell.place()
        return self.vault.perform(lambda session: place.keep(session, where))

    def _gather_day(self) -> None:
        """What is under way and what waits, each one click from its page."""
        visit, waiting = VisitUnderWay(self.vault), WaitingReports(self.vault)
        self.today.lead_with(visit, visit.refresh)
        self.today.follow_with(waiting, waiting.refresh)
        visit.draft_chosen.connect(lambda draft: self.desk.open_draft(draft))
        waiting.send_asked.connect(lambda: self.shell.go("send"))
        self.reviews.person_chosen.connect(self.open_person)
        linked = LinkedBar(self.vault)
        self.record.put_under_head(linked)
        self.record.opened.connect(linked.show_record)
        linked.record_chosen.connect(self.open_record)

    def _keep_safe(self) -> None:
        """What goes before everything else on Today, and what the settings hold for it."""
        self.safe.connect_to(self.shell, self.settings, self.record, self.today)
        self.safe.told.connect(self._toast.say)
        self.safe.came_in.connect(self._take_forms)
        self.today.warn_with(self.sending.refused, self.sending.refused.refresh)
        older = OlderCopyNotice(self.vault)
        self.today.warn_with(older, older.refresh)

    def _take_forms(self) -> None:
        """Read with the forms that came in with somebody's records."""
        Operation(self, self.vault.query(open_shelf)).on_success(
            lambda kept: self.shelf.take(*kept)
        ).start()

    def _add_pages(self) -> None:
        add = self.shell.add_page
        add("today", self.today, _("Today"), "calendar")
        add("notes", self.notes, _("Notes"), "file-text")
        add("people", self.people, _("People"), "users")
        add("cards", self.cards, _("Cards"), "languages")
        add("send", self.sending.page, _("Send"), "send")
        add("settings", self.settings, _("Settings"), "settings")
        add("help", self.help, _("Help"), "info")
        add("write", self.write, on_rail="notes")
        add("leaving", self.sending.check, on_rail="send")
        add("forms", self.forms, on_rail="settings")
        add("log", self.log, on_rail="settings")

    def _connect(self, lock: Callable[[], None]) -> None:
        shell, foot = self.shell, self.shell.foot
        shell.top.lock_asked.connect(lock)
        shell.top.find_asked.connect(lambda: self.find(lock).open())
        shell.bind("Ctrl+F", self._search_notes)
        for page in (self.today, self.notes):
            page.new_note.connect(lambda: self.new_note())
            page.draft_chosen.connect(self.desk.open_draft)
            page.other_forms.chosen.connect(self.new_note)
        self.today.new_visit.connect(lambda: self.new_note(VISIT))
        self.today.record_chosen.connect(self.open_record)
        shell.bind("Ctrl+N", self.new_note)
        shell.bind("F1", lambda: self.show_keys().open())
        self.help.keys_asked.connect(lambda: self.show_keys().open())
        self.desk.began.connect(self._keep_place)
        self.desk.finalised.connect(self.open_record)
        self.desk.record_asked.connect(self.open_record)
        self.desk.cards_asked.connect(self._cards_meanwhile)
        self.cards.back_asked.connect(self.desk.open_draft)
        self.record.amend_asked.connect(self.desk.amend)
        self.record.told.connect(self._toast.say)
        self.record.person_asked.connect(self.open_person)
        self.people.new_person.connect(lambda: self.new_note(PERSON))
        self.people.contact_asked.connect(lambda who: self.desk.begin(CONTACT, about=who))
        self.people.record_asked.connect(self.open_record)
        self.people.begin_asked.connect(lambda form, who: self.desk.begin(form, about=who))
        self.people.told.connect(self._toast.say)
        shell.turned.connect(self._toast.dismiss)
        self.write.state.connect(foot.show_state)
        self.settings.forms_asked.connect(self.show_forms)
        self.settings.log_asked.connect(lambda: self.shell.go("log"))
        taking_back = TakingBack(self.record, self.vault, self.shelf)
        self.record.opened.connect(taking_back.show_record)
        self.record.more_asked.connect(taking_back.offer)
        self.record.more_asked.connect(self._offer_contract)
        taking_back.told.connect(self._toast.say)
        taking_back.taken_back.connect(self.open_record)
        self.record.opened.connect(self.keeping.show_record)
        self.record.more_asked.connect(self.keeping.offer)
        self.reviews.record_chosen.connect(self.open_record)
        self.keeping.told.connect(self._toast.say)
        self.keeping.purged.connect(self._purged)
        self.keeping.log_asked.connect(self._show_log_of)
        self.log.told.connect(self._toast.say)
        self.outgoing.connect_to(self.notes, self.record, self.people, self.log)
        self.outgoing.told.connect(self._toast.say)
        self.outgoing.record_asked.connect(self.open_record)
        self.outgoing.changed.connect(self._keep_place)
        self.forms.changed.connect(self._offer_forms)
        self.forms.told.connect(self._toast.say)
        self.cards.told.connect(self._toast.say)
        self.leading.connect_to(self.record)
        self.leading.told.connect(self._toast.say)
        self.leading.help_asked.connect(self._show_guidance)
        self.sending.connect_to(self.shell, self.record, self.desk)
        self.sending.told.connect(self._toast.say)
        self.sending.record_chosen.connect(self.open_record)

    def _show_guidance(self, citation: str) -> None:
        self.shell.go("help")
        self.help.show_citation(citation)

    def _offer_contract(self, menu: QMenu) -> None:
        """A contract with the person can begin from a note or an incident."""
        if self.record.form in (ENCOUNTER, "incident"):
            about = self.record.record
            menu.addAction(
                _("Victim contract …"), lambda: self.desk.begin("victim_contract", about=about)
            )

    def _offer_forms(self) -> None:
        """Let new notes begin with every form that stands by itself, and the force's own."""
        found = (*offered(self.shelf, BY_THEMSELVES), *self.shelf.offered())
        for page in (self.today, self.notes):
            page.other_forms.offer(found)

    def find(self, lock: Callable[[], None]) -> Finder:
        """The window of Ctrl+K, which finds anything; show it with `open`."""
        things = commands(self.shell.go, self.new_note, library().forms(), lock)
        things += all_cards(self.show_card)
        things.append(Thing(_("All keys"), "F1", _("command"), lambda: self.show_keys().open()))
        finder = Finder(self.shell, self.vault, things, self.open_person, self.open_record)
        finder.finished.connect(finder.deleteLater)
        return finder

    def _cards_meanwhile(self, draft: str) -> None:
        """Show the cards during a visit, with the way back to it."""
        self.shell.go("cards")
        self.cards.offer_way_back(draft)

    def show_keys(self) -> AllKeys:
        """The window of F1, which lists every key; show it with `open`."""
        window = AllKeys(self.shell)
        window.finished.connect(window.deleteLater)
        return window

    def show_card(self, card: str) -> None:
        """Show the card with this id."""
        self.shell.go("cards")
        self.cards.show_card(card)

    def _search_notes(self) -> None:
        self.shell.go("notes")
        self.notes.begin_search()
