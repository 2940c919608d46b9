"""The composition root: builds the parts of an open notebook and ties them together."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop import theme
from desktop.definitions import FormShelf, library, open_shelf
from desktop.locking import Locker
from desktop.operations import Operation
from desktop.pages import place
from desktop.pages.forms import FormsPage
from desktop.pages.notes import NotesPage
from desktop.pages.record import RecordPage
from desktop.pages.settings import SettingsPage
from desktop.pages.today import TodayPage
from desktop.pages.troubles import form_is_missing, while_writing
from desktop.pages.write import WritePage
from desktop.preferences import Preferences
from desktop.profile import Profile
from desktop.shell.window import Page, Shell
from desktop.theme.notices import Toast
from desktop.unlock import OpenedVault
from desktop.widgets.trouble import cannot_open
from forms import Form, FormEngine, FormError, UnknownForm
from storage import Draft, RecordId, Session, Vault, Version
from storage.errors import StorageError
from translations.interface import _

ENCOUNTER, VISIT = "encounter", "visit"
LANGUAGE = "en"


def open_notebook(opened: OpenedVault, locker: Locker) -> QWidget:
    """The window of an open vault, where its officer was last; not shown yet."""
    notebook = Notebook(opened.vault, opened.profile, locker.lock, locker.leave)
    locker.seal_with(notebook.seal)
    locker.remaining.connect(notebook.shell.foot.show_remaining)
    notebook.go_back()
    return notebook.shell


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
        self.vault = vault
        self._properties = profile.form_properties()
        kept = vault.query(open_shelf)  # is there when the window is built
        self.shelf = FormShelf(library())
        self.record = RecordPage(vault, self.shelf, profile, LANGUAGE)
        self.today = TodayPage(vault)
        self.notes = NotesPage(vault, self.record)
        self.write = WritePage(vault)
        self.settings = SettingsPage(vault, profile)
        self.forms = FormsPage(vault, self.shelf)
        self._toast = Toast(self.shell.pages)
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

    def seal(self) -> None:
        """Seal everything, and where the officer is; returns when it is durable."""
        self.shell.seal()
        self._keep_place().result()

    def new_note(self, form: str = ENCOUNTER) -> None:
        """Begin a new record of `form`."""
        self._write_in(self.shelf.get(form))

    def open_draft(self, id: str) -> None:
        """Go on with a draft."""
        Operation(self, self.vault.query(lambda session: _draft(session, id))).on_success(
            lambda found: self._continue(*found)
        ).on_failure(lambda error: self._toast.say(str(while_writing(error)))).start()

    def open_record(self, record: str) -> None:
        """Show a record beside the list of notes."""
        self.shell.go("notes")
        self.notes.open(record)

    def amend(self, version: Version) -> None:
        """Begin the next version of a record, filled with what its newest says."""
        form = self.shelf.get(version.form, version.form_version)
        self._write_in(form, version.content, amends=version)

    def _write_in(
        self,
        form: Form,
        content: bytes | None = None,
        draft: Draft | None = None,
        amends: Version | None = None,
    ) -> None:
        """Fill in `form`; it may ask who fills the roles that the profile names."""
        try:
            engine = FormEngine(form, content, language=LANGUAGE, properties=self._properties)
        except FormError:
            self._toast.say(cannot_open(form.title(LANGUAGE)))
            return
        self.shell.go("write", on_rail="notes")
        self.write.begin(engine, draft, amends)
        self._keep_place()

    def _continue(self, draft: Draft, amends: Version | None) -> None:
        try:
            form = self.shelf.get(draft.form, draft.form_version)
        except UnknownForm:
            self._toast.say(form_is_missing(draft.form, draft.form_version))
            return
        self._write_in(form, draft.content, draft, amends)

    def _finalised(self, record: str) -> None:
        self.open_record(record)
        self.shell.foot.show_state("")
        self._toast.say(_("Finalised. What is written stays; an amendment adds to it."))

    def _discarded(self, draft: Draft | None) -> None:
        self.shell.go("notes")
        if draft is not None:
            self._toast.say(_("Discarded."), lambda: self._bring_back(draft))

    def _bring_back(self, draft: Draft) -> None:
        """Undo a discarding: the same words, as a new draft."""

        def work(session: Session) -> str:
            new = session.drafts.open(
                draft.form,
                draft.form_version,
                draft.content,
                draft.title,
                draft.record,
                draft.base,
            )
            session.drafts.save(new.id, draft.content, draft.title, draft.place)
            return new.id

        Operation(self, self.vault.perform(work)).on_success(self.open_draft).on_failure(
            lambda error: self._toast.say(str(while_writing(error)))
        ).start()

    def _go_to(self, where: dict[str, Any]) -> None:
        if where.get("draft"):
            self.open_draft(str(where["draft"]))
        elif where.get("page") == "notes":
            self.shell.go("notes")
            self.notes.seek(str(where.get("sought", "")))
            if where.get("record"):
                self.notes.open(str(where["record"]))
        elif where.get("page") == "settings":
            self.shell.go("settings")
        elif where.get("page") == "forms":
            self.show_forms()

    def _keep_place(self) -> "Future[None]":
        """Remember where the officer is; nothing depends on it but the way back."""
        where = self._place()
        return self.vault.perform(lambda session: place.keep(session, where))

    def _place(self) -> dict[str, Any]:
        if self.shell.page is self.write:
            return {"draft": self.write.draft}
        if self.shell.page is self.notes:
            return {"page": "notes", **self.notes.place()}
        others: dict[Page, str] = {self.settings: "settings", self.forms: "forms"}
        return {"page": others.get(self.shell.page, "today")}

    def _add_pages(self) -> None:
        self.shell.add_page("today", self.today, _("Today"), "calendar")
        self.shell.add_page("notes", self.notes, _("Notes"), "file-text")
        self.shell.add_page("settings", self.settings, _("Settings"), "settings")
        self.shell.add_page("write", self.write)
        self.shell.add_page("forms", self.forms)

    def _connect(self, lock: Callable[[], None]) -> None:
        shell, foot = self.shell, self.shell.foot
        shell.top.lock_asked.connect(lock)
        shell.top.find_asked.connect(self._find)
        for page in (self.today, self.notes):
            page.new_note.connect(lambda: self.new_note())
            page.draft_chosen.connect(self.open_draft)
            page.other_forms.chosen.connect(self.new_note)
        self.today.new_visit.connect(lambda: self.new_note(VISIT))
        self.today.record_chosen.connect(self.open_record)
        shell.bind("Ctrl+N", self.new_note)
        self.record.amend_asked.connect(self.amend)
        self.record.told.connect(self._toast.say)
        shell.turned.connect(self._toast.dismiss)
        self.write.state.connect(foot.show_state)
        self.write.finalised.connect(self._finalised)
        self.write.discarded.connect(self._discarded)
        self.settings.chosen.connect(wear)
        self.settings.forms_asked.connect(self.show_forms)
        self.forms.changed.connect(self._offer_forms)
        self.forms.told.connect(self._toast.say)

    def show_forms(self) -> None:
        """Show the page of forms, which belongs to the settings."""
        self.shell.go("forms", on_rail="settings")

    def _offer_forms(self) -> None:
        """Let new notes begin with the force's own forms that are in use now."""
        for page in (self.today, self.notes):
            page.other_forms.offer(self.shelf.offered())

    def _find(self) -> None:
        self.shell.go("notes")
        self.notes.begin_search()


def wear(preferences: Preferences) -> None:
    """Dress the application as the officer likes it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme(preferences.theme), preferences.text_scale)


def _draft(session: Session, id: str) -> tuple[Draft, Version | None]:
    """A draft and, if it amends a record, the version that it amends."""
    draft = session.drafts.get(id)
    if not draft.record:
        return draft, None
    versions = session.records.versions(RecordId(draft.record))
    return draft, next(version for version in versions if version.number == draft.base)
