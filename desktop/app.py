"""The composition root: ties the rooms of an open notebook together."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from desktop.beginnings import BY_THEMSELVES, offered
from desktop.day import Day
from desktop.definitions import FormShelf, library, open_shelf
from desktop.desk import Around, Desk
from desktop.discretion import PERSON
from desktop.finding.commands import all_cards, commands
from desktop.finding.finder import Finder
from desktop.finding.sources import Thing
from desktop.help import HelpPage
from desktop.help.all_keys import AllKeys
from desktop.leading import LeadingRoom
from desktop.operations import Operation
from desktop.outgoing import Outgoing
from desktop.pages.cards import CardsPage
from desktop.pages.forms import FormsPage
from desktop.pages.notes import NotesPage
from desktop.pages.other_forms import Offering, OtherForms
from desktop.pages.place import WayBack
from desktop.pages.record import RecordPage
from desktop.pages.settings import SettingsPage
from desktop.pages.troubles import while_writing
from desktop.pages.write import WritePage
from desktop.people.page import PeoplePage
from desktop.people.reading import CONTACT
from desktop.profile import Profile
from desktop.reading import ReadingRoom
from desktop.rights.log_page import LogPage
from desktop.safekeeping import Safekeeping
from desktop.sending.room import SendingRoom
from desktop.shell.window import Shell
from desktop.spelling import card as spelling
from desktop.spelling.room import SpellingRoom
from desktop.theme.notices import Toast
from forms import FormSummary
from storage import Vault
from storage.errors import StorageError
from translations.interface import _, form_language

ENCOUNTER, VISIT = "encounter", "visit"


class Notebook(QObject):
    """One open vault in its window."""

    looks_chosen = Signal(object)
    """New `Preferences`, already remembered."""

    def __init__(
        self,
        vault: Vault,
        profile: Profile,
        lock: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        """Build the window of `vault`; `lock` and `leave` seal and end this process."""
        self.shell = shell = Shell(f"{profile.officer} · {profile.force}")
        super().__init__(shell)
        self.vault, self._profile, self._lock = vault, profile, lock
        language = self._language = form_language()
        kept = vault.query(open_shelf)  # is there when the window is built
        self.shelf = FormShelf(library())
        self._offering = Offering(self._on_offer)
        self._toast = Toast(shell.pages)
        self.desk = Desk(shell, vault, self.shelf, profile, self._toast)
        self._way_back = WayBack(vault, shell, self.desk.open_draft)
        around = Around(vault, self.shelf, profile, language, shell, self.desk)
        self.leading = LeadingRoom(around)
        self.outgoing = Outgoing(around)
        self.safe = Safekeeping(vault, profile, self.seal, lock, self)
        self.backups = self.safe.backups
        self.sending = SendingRoom(around)
        followers = self.safe, self.outgoing, self.leading, self.sending
        self.reading = ReadingRoom(around, followers)
        self.spelling = SpellingRoom(vault, self)
        self._add_pages()
        self._connect()
        shell.on_close(leave)
        try:
            self.shelf.take(*kept.result())
        except StorageError as error:
            self._toast.say(str(while_writing(error)))

    def go_back(self) -> None:
        """Go where the officer was before the last lock, and remember each page from now on."""
        self.shell.go("today")
        self._way_back.go()
        self.shell.turned.connect(self._way_back.keep)
        self.spelling.begin()
        self.sending.courier.begin()

    def seal(self) -> None:
        """Seal everything, and where the officer is; returns when it is durable."""
        if self.vault.is_closing:  # a new data key is being made: all was sealed before it began
            self.safe.renewing.stop()
            return
        self.sending.courier.seal()
        self.shell.seal()
        self._way_back.keep().result()

    def new_note(self, form: str = ENCOUNTER) -> None:
        """Begin a new record of `form`."""
        self.desk.begin(form)

    def open_record(self, record: str, reason: str = "") -> None:
        """Show a record beside the list of notes; a liaison record needs a reason."""
        self.reading.open(record, reason)

    def open_person(self, record: str) -> None:
        """Ask why a liaison record shall be opened, and then show it."""
        self.shell.go("people")
        self.people.ask(record)

    def show_card(self, card: str) -> None:
        """Show the card with this id."""
        self.shell.go("cards")
        self.cards.show_card(card)

    def find(self, lock: Callable[[], None]) -> Finder:
        """The window of Ctrl+K, which finds anything; show it with `open`."""
        things = commands(self.shell.go, self.new_note, library().forms(), lock)
        things += all_cards(self.show_card)
        things.append(Thing(_("All keys"), "F1", _("command"), lambda: self.show_keys().open()))
        finder = Finder(self.shell, self.vault, things, self.open_person, self.open_record)
        finder.finished.connect(finder.deleteLater)
        return finder

    def show_keys(self) -> AllKeys:
        """The window of F1, which lists every key; show it with `open`."""
        window = AllKeys(self.shell)
        window.finished.connect(window.deleteLater)
        return window

    @cached_property
    def today(self) -> Day:
        """The day, and the way into a new note."""
        page = Day(self.vault, self.shelf, self.safe, self.sending)
        page.new_note.connect(lambda: self.new_note())
        page.new_visit.connect(lambda: self.new_note(VISIT))
        page.draft_chosen.connect(self.desk.open_draft)
        page.record_chosen.connect(self.open_record)
        page.person_chosen.connect(self.open_person)
        page.send_asked.connect(lambda: self.shell.go("send"))
        self._offer_in(page.other_forms)
        return page

    @cached_property
    def notes(self) -> NotesPage:
        """All notes, and the record that was chosen."""
        page = self.reading.notes
        self._offer_in(page.other_forms)
        return page

    @property
    def record(self) -> RecordPage:
        """The record that is shown."""
        return self.reading.record

    @property
    def write(self) -> WritePage:
        """Where a note is written."""
        return self.desk.page

    @cached_property
    def people(self) -> PeoplePage:
        """Liaison records, each behind its reason."""
        page = PeoplePage(self.vault, self.shelf, self._language)
        page.new_person.connect(lambda: self.new_note(PERSON))
        page.contact_asked.connect(lambda who: self.desk.begin(CONTACT, about=who))
        page.record_asked.connect(self.open_record)
        page.begin_asked.connect(lambda form, who: self.desk.begin(form, about=who))
        page.timeline_asked.connect(lambda *asked: self.outgoing.ask_timeline(*asked).open())
        page.told.connect(self._toast.say)
        return page

    @cached_property
    def cards(self) -> CardsPage:
        """The cards, which speak her language."""
        page = CardsPage(self.vault, self.shelf, self._profile)
        page.back_asked.connect(self.desk.open_draft)
        page.told.connect(self._toast.say)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """What the officer may choose."""
        page = SettingsPage(self.vault, self._profile)
        page.chosen.connect(self.looks_chosen)
        page.forms_asked.connect(lambda: self.shell.go("forms"))
        page.log_asked.connect(lambda: self.shell.go("log"))
        spelling.offer(page, self.spelling)
        self.safe.fill(page)
        return page

    @cached_property
    def forms(self) -> FormsPage:
        """The forms that there are, and the force's own."""
        page = FormsPage(self.vault, self.shelf)
        page.changed.connect(lambda: self._offering.renew())
        page.told.connect(self._toast.say)
        return page

    @cached_property
    def log(self) -> LogPage:
        """Who looked at what, and when."""
        page = LogPage(self.vault, self._profile)
        page.notebook_asked.connect(lambda: self.outgoing.ask_notebook().open())
        page.told.connect(self._toast.say)
        return page

    @cached_property
    def help(self) -> HelpPage:
        """The user guide and the guidance."""
        page = HelpPage(self._profile)
        page.keys_asked.connect(lambda: self.show_keys().open())
        return page

    def _add_pages(self) -> None:
        add = self.shell.add_page
        add("today", lambda: self.today, _("Today"), "calendar")
        add("notes", lambda: self.notes, _("Notes"), "file-text")
        add("people", lambda: self.people, _("People"), "users")
        add("cards", lambda: self.cards, _("Cards"), "languages")
        add("send", lambda: self.sending.page, _("Send"), "send")
        add("settings", lambda: self.settings, _("Settings"), "settings")
        add("help", lambda: self.help, _("Help"), "info")
        add("write", lambda: self.write, on_rail="notes")
        add("leaving", lambda: self.sending.check, on_rail="send")
        add("forms", lambda: self.forms, on_rail="settings")
        add("log", lambda: self.log, on_rail="settings")

    def _connect(self) -> None:
        shell = self.shell
        shell.top.lock_asked.connect(self._lock)
        shell.top.find_asked.connect(lambda: self.find(self._lock).open())
        shell.bind("Ctrl+F", self.reading.search)
        shell.bind("Ctrl+N", self.new_note)
        shell.bind("F1", lambda: self.show_keys().open())
        shell.turned.connect(self._toast.dismiss)
        self.desk.state.connect(shell.foot.show_state)
        self.desk.began.connect(self._way_back.keep)
        self.desk.finalised.connect(self.open_record)
        self.desk.record_asked.connect(self.open_record)
        self.desk.cards_asked.connect(self._cards_meanwhile)
        self.safe.came_in.connect(self._take_forms)
        self.safe.backups_asked.connect(self._show_backups)
        self.leading.help_asked.connect(self._show_guidance)
        self.sending.record_chosen.connect(self.open_record)
        self.outgoing.record_asked.connect(self.open_record)
        self.outgoing.changed.connect(self._way_back.keep)
        self.reading.person_asked.connect(self.open_person)
        self.reading.log_asked.connect(self._show_log_of)
        for room in (
            self.reading,
            self.leading,
            self.sending,
            self.outgoing,
            self.safe,
            self.spelling,
        ):
            room.told.connect(self._toast.say)

    def _offer_in(self, button: OtherForms) -> None:
        button.chosen.connect(self.new_note)
        self._offering.add(button)

    def _on_offer(self) -> tuple[FormSummary, ...]:
        """New notes may begin with every form that stands by itself, and the force's own."""
        return (*offered(self.shelf, BY_THEMSELVES), *self.shelf.offered())

    def _take_forms(self) -> None:
        """Read with the forms that came in with somebody's records."""
        Operation(self, self.vault.query(open_shelf)).on_success(
            lambda kept: self.shelf.take(*kept)
        ).start()

    def _show_log_of(self, record: str) -> None:
        self.shell.go("log")
        self.log.show_record(record)

    def _show_backups(self) -> None:
        self.shell.go("settings")
        self.settings.show_section("backups")

    def _show_guidance(self, citation: str) -> None:
        self.shell.go("help")
        self.help.show_citation(citation)

    def _cards_meanwhile(self, draft: str) -> None:
        """Show the cards during a visit, with the way back to it."""
        self.shell.go("cards")
        self.cards.offer_way_back(draft)
