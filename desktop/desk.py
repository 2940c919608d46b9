"""Where notes are written: begins, continues, amends and finalises them in the writing page."""

from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.definitions import FormShelf
from desktop.operations import Operation
from desktop.pages.signposting import Signposting
from desktop.pages.ties import bring_back, draft_of
from desktop.pages.troubles import form_is_missing, while_writing
from desktop.pages.write import WritePage
from desktop.premises import VISIT
from desktop.profile import Profile
from desktop.prompts import beside as prompts
from desktop.shell.window import Shell
from desktop.theme.notices import Toast
from desktop.visits.parts import DURING
from desktop.widgets.trouble import cannot_open
from forms import Form, FormEngine, FormError, UnknownForm
from storage import Draft, RecordId, Session, Vault, Version
from translations.interface import _, form_language


class Desk(QObject):
    """Leads to and from the writing page of one open notebook."""

    began = Signal()
    """A form is open to be filled in: this is where the officer is now."""
    finalised = Signal(str)
    """The record's id: it shall be shown. Not for what belongs with a visit, which goes on."""
    record_asked = Signal(str)
    """A record that belongs with what is written shall be shown."""
    cards_asked = Signal(str)
    """The cards shall be shown; the draft to come back to."""
    steps_asked = Signal(str)
    """What the draft of this id may lead to shall be offered."""
    child_asked = Signal(str)
    """The person of the draft of this id may be under 18: what to do now shall be shown."""
    source_asked = Signal(str)
    """What a prompt rests on shall be read."""
    state = Signal(str)
    """How far the note that is written is sealed, in words."""

    def __init__(
        self, shell: Shell, vault: Vault, shelf: FormShelf, profile: Profile, toast: Toast
    ) -> None:
        """Write in `shell`; forms may ask who fills the roles that `profile` names."""
        super().__init__(shell)
        self._shell, self._vault, self._shelf, self._toast = shell, vault, shelf, toast
        self._properties = profile.form_properties()
        self._language = form_language()
        self.signposting = Signposting(profile, self)

    @cached_property
    def page(self) -> WritePage:
        """Where it is written."""
        page = WritePage(self._vault, self._shelf)
        page.finalised.connect(self._finalised)
        page.discarded.connect(self._discarded)
        page.begin_asked.connect(lambda form, about: self.begin(form, about=about))
        page.draft_asked.connect(self.open_draft)
        page.services_asked.connect(self.signposting.open)
        for asked, passed_on in (
            (page.record_asked, self.record_asked),
            (page.cards_asked, self.cards_asked),
            (page.steps_asked, self.steps_asked),
            (page.child_asked, self.child_asked),
            (page.source_asked, self.source_asked),
            (page.state, self.state),
        ):
            asked.connect(passed_on)
        return page

    def begin(self, form: str, content: bytes | None = None, about: str = "") -> None:
        """Begin a new record of `form`, empty or with the instance `content`.

        When it is finalised it is linked to what it is `about`, a link of the form's name: a
        record, or a draft as `desktop.pages.ties.to_draft` names it.
        """
        self._write_in(self._shelf.get(form), content, about=about)

    def open_draft(self, id: str) -> None:
        """Go on with a draft."""
        Operation(self, self._vault.query(lambda session: _draft(session, id))).on_success(
            lambda found: self._continue(*found)
        ).on_failure(lambda error: self._toast.say(str(while_writing(error)))).start()

    def amend(self, version: Version) -> None:
        """Begin the next version of a record, filled with what its newest says."""
        form = self._shelf.get(version.form, version.form_version)
        self._write_in(form, version.content, amends=version)

    def _write_in(
        self,
        form: Form,
        content: bytes | None = None,
        draft: Draft | None = None,
        amends: Version | None = None,
        about: str = "",
    ) -> None:
        try:
            engine = FormEngine(form, content, language=self._language, properties=self._properties)
        except FormError:
            self._toast.say(cannot_open(form.title(self._language)))
            return
        self._shell.go("write")
        self.page.begin(engine, draft, amends, about)
        self.began.emit()

    def _continue(self, draft: Draft, amends: Version | None) -> None:
        try:
            form = self._shelf.get(draft.form, draft.form_version)
        except UnknownForm:
            self._toast.say(form_is_missing(draft.form, draft.form_version))
            return
        self._write_in(form, draft.content, draft, amends)

    def _finalised(self, record: str) -> None:
        origin = draft_of(self.page.writing.about) if self.page.writing else ""
        if not origin:
            self._show_finalised(record)
            return

        def work(session: Session) -> tuple[Draft, Version | None]:
            return _draft(session, origin)

        Operation(self, self._vault.query(work)).on_success(
            lambda found: self._go_on(record, *found)
        ).on_failure(lambda _gone: self._show_finalised(record)).start()

    def _go_on(self, record: str, origin: Draft, amends: Version | None) -> None:
        """Back to the visit, where the next person may be met."""
        if origin.form != VISIT:
            self._show_finalised(record)
            return
        self._continue(origin, amends)
        if self.page.writing and self.page.writing.visit:
            self.page.writing.visit.arrive(DURING)
        self._tell_finalised()

    def _show_finalised(self, record: str) -> None:
        self.finalised.emit(record)
        self._tell_finalised()

    def _tell_finalised(self) -> None:
        self._shell.foot.show_state("")
        self._toast.say(_("Finalised. What is written stays; an amendment adds to it."))

    def _discarded(self, draft: Draft | None) -> None:
        self._shell.go("notes")
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
                fleeting=bool(draft.until),
            )
            session.attachments.adopt(new.id, draft.content)
            bring_back(session, draft, new.id)
            prompts.bring_back(session, draft, new.id)
            session.drafts.save(new.id, draft.content, draft.title, draft.place)
            return new.id

        Operation(self, self._vault.perform(work)).on_success(self.open_draft).on_failure(
            lambda error: self._toast.say(str(while_writing(error)))
        ).start()


def _draft(session: Session, id: str) -> tuple[Draft, Version | None]:
    """A draft and, if it amends a record, the version that it amends.

    Prompts are opened with the note that they stand beside.
    """
    draft = session.drafts.get(prompts.note_beside(session, id) or id)
    if not draft.record:
        return draft, None
    versions = session.records.versions(RecordId(draft.record))
    return draft, next(version for version in versions if version.number == draft.base)


class Around(NamedTuple):
    """What the rooms of one open notebook are built with.

    Attributes:
        language: of the forms.
        shell: the window that their pages stand in.
        desk: where what they begin is written.
    """

    vault: Vault
    shelf: FormShelf
    profile: Profile
    language: str
    shell: Shell
    desk: Desk
