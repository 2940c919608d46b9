"""The page on which a note is written: no Save button, every word sealed within a second."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop import custody, safety_plan
from desktop.agreements import TOGETHER
from desktop.attachments.draft_files import DraftFiles
from desktop.definitions import definition_of
from desktop.filling import filled
from desktop.operations import Operation
from desktop.pages.amending import ReasonField, amending_card
from desktop.pages.beside_note import BesideNote
from desktop.pages.draft_keeper import DraftKeeper
from desktop.pages.ending import Ending
from desktop.pages.keeping import keep
from desktop.pages.ties import ABOUT, draft_of, to_draft
from desktop.pages.troubles import missing, while_writing
from desktop.pages.with_her import Together
from desktop.pages.writing_header import WritingHeader
from desktop.premises import VISIT
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.times import clock
from desktop.visits import VisitParts
from desktop.widgets import FormView
from desktop.widgets.trouble import in_words
from forms import FormEngine, FormError, FormInvalid
from storage import Draft, Session, Vault, Version, local_time
from storage.errors import StorageError
from translations.interface import _

REASON = "amendment_reason"
"""Where a draft's place keeps why a record is amended."""


class WritingPage(QWidget):
    """One draft on its way to becoming a record, or a record's next version."""

    state = Signal(str)
    """What the foot should say."""
    changed = Signal()
    """Something was answered."""
    source_asked = Signal(str)
    """What a question rests on shall be read."""
    finalised = Signal(str)
    """The record's id: it has been written."""
    discarded = Signal(object)
    """The draft (a `Draft`) is gone; None if nothing had been typed."""
    begin_asked = Signal(str, str)
    """A record of this form shall be begun, about what `desktop.pages.ties` names."""
    cards_asked = Signal(str)
    """The cards shall be shown; the draft to come back to."""
    draft_asked = Signal(str)
    """Another draft shall be opened: what this one belongs with."""
    record_asked = Signal(str)
    services_asked = Signal(object)
    """Who helps? This page wants to be told."""

    def __init__(
        self,
        vault: Vault,
        engine: FormEngine,
        draft: Draft | None = None,
        amends: Version | None = None,
        about: str = "",
        extra: Sequence[QPushButton] = (),
    ) -> None:
        """Write in `engine`, which was filled from `draft` or from the version it `amends`.

        A new record is linked to what it is `about` when it is finalised (`desktop.pages.ties`).
        The `extra` buttons stand beside its own.
        """
        super().__init__()
        self.extra = tuple(extra)
        self._beside: BesideNote | None = None
        self._more_place: Callable[[], dict[str, Any]] = dict
        self._vault = vault
        self.engine = engine
        self._amends = amends
        self.about = str(draft.place.get(ABOUT, "")) if draft else about
        self._started = draft.started if draft else ""
        self.reason = ReasonField()
        self.keeper = DraftKeeper(
            vault,
            engine,
            self._place,
            self,
            draft,
            (amends.record, amends.number) if amends else None,
        )
        self._ending = Ending(vault, self.keeper, self)
        self._ending.kept.connect(self.finalised)
        self._ending.removed.connect(self.discarded)
        self._ending.failed.connect(self._failed)
        self._files = DraftFiles(vault, self.keeper.open_draft, self)
        self.together = self._with_her(draft)
        self._lay_out()
        if draft:
            self.reason.setText(str(draft.place.get(REASON, "")))
            self._form.restore_place(draft.place)
        self._form.changed.connect(self._changed)
        self.reason.textChanged.connect(self._changed)
        self.keeper.sealed.connect(self._sealed)
        self.keeper.failed.connect(self.show_trouble)
        self._show_times()
        self._look_what_belongs()

    def keep_with(self, beside: BesideNote, place: Callable[[], dict[str, Any]]) -> None:
        """Seal and finalise what stands `beside` the note with it; `place` adds to where one is."""
        self._beside = self.keeper.companion = beside
        self._more_place = place
        beside.changed.connect(self._changed)

    def fill(self, path: str, value: str) -> None:
        """Answer a question, as if it had been done by hand."""
        self._form.fill(path, value)

    def take_focus(self) -> None:
        """Put the caret where the officer goes on, or into the first question."""
        self._form.take_focus()

    def seal(self) -> None:
        """Seal everything, and where the officer is, before returning.

        A file that is still on its way into the vault is not waited for, and not kept.
        """
        self._files.stop()
        self.keeper.seal_now()

    def finalise(self) -> None:
        """Make a record of it, or show what is still missing."""
        if self._files.is_busy:
            self.state.emit(_("A file is still being sealed; finalise as soon as it is in."))
            return
        reason = self.reason.text().strip()
        if self._amends and not reason:
            self._ask_for_reason()
            return
        if self._form.unread():
            self.state.emit(missing(self._form.show_violations()))
            return
        form_id = self.engine.form.id
        try:
            content = safety_plan.to_keep(form_id, self.engine.finalise())
            beside = self._beside.finishing(self.engine.event_time()) if self._beside else None
        except FormInvalid as invalid:
            if not self._form.show_violations() and self._beside:
                self._beside.show_violations()
            self.state.emit(missing(len(invalid.violations)))
            return
        except FormError as error:
            self._trouble_words.setText(in_words(error))
            self._trouble.show()
            return
        if self._amends and custody.lost(form_id, self._amends.content, content):
            self.state.emit(_("A step of custody that is written down stays; add another step."))
            return
        form = definition_of(self.engine.form)
        new = filled(self.engine, content)
        work = keep(new, form, self._amends, reason, self.about, beside)
        if self.together:
            self.together.before_keeping(content, lambda: self._keep(work))
        else:
            self._keep(work)

    def _keep(self, work: Callable[[Session, str], Version]) -> None:
        self.header.finalise.setEnabled(False)
        self._ending.keep(work)

    def discard(self) -> None:
        """Take the draft away; the notebook offers to undo it."""
        if self.keeper.is_empty:
            self.discarded.emit(None)
            return
        self._ending.remove()

    def show_trouble(self, error: StorageError) -> None:
        """Say above the questions what could not be done; it stays until something is sealed."""
        trouble = while_writing(error)
        self._trouble_words.setText(str(trouble))
        self._trouble.show()
        self.state.emit(trouble.what)

    def _failed(self, error: StorageError) -> None:
        self.header.finalise.setEnabled(True)
        self.show_trouble(error)

    def _changed(self) -> None:
        self.keeper.touch()
        self.state.emit(_("Sealing …"))
        self._show_times()
        self.changed.emit()

    def sealed_words(self) -> str:
        """What the foot says once everything is sealed; nothing where nothing was written."""
        if self.keeper.is_empty:
            return ""
        return _("Sealed {time} · nothing typed is lost").format(
            time=clock(local_time().isoformat())
        )

    def _sealed(self, when: str) -> None:
        self._started = self._started or when
        self._trouble.hide()
        self.state.emit(self.sealed_words())
        self._show_times()

    def _place(self) -> dict[str, Any]:
        kept = {REASON: self.reason.text(), ABOUT: self.about, **self._more_place()}
        hers = self.together.place() if self.together else {}
        return {**self._form.focus_place(), **kept, **hers}

    def _with_her(self, draft: Draft | None) -> Together | None:
        """What a form gains that is filled in with the screen turned; None for all others."""
        if self.engine.form.id not in TOGETHER:
            return None
        before = self._amends.content if self._amends else b""
        place, language = draft.place if draft else {}, self.engine.language
        together = Together(self, self._vault, self.engine, self._files, place, before)
        together.changed.connect(self._changed)
        together.told.connect(self.state)
        together.came_back.connect(lambda: self._form.set_language(language))
        return together

    def _show_times(self) -> None:
        self.header.show_times(self._started)

    def _ask_for_reason(self) -> None:
        self.reason.ask()
        self.state.emit(_("An amendment needs its reason: write why, above."))

    def _lay_out(self) -> None:
        hers = self.together.buttons if self.together else ()
        self.header = WritingHeader(self.engine, bool(self._amends), (*self.extra, *hers))
        self.header.menu.addAction(_("Discard this note"), self.discard)
        self.header.finalise.clicked.connect(self.finalise)
        self.header.back.clicked.connect(lambda: self.draft_asked.emit(draft_of(self.about)))
        self.header.helps.clicked.connect(lambda: self.services_asked.emit(self))
        self._trouble = Card("danger")
        self._trouble_words = Label()
        self._trouble.column.addWidget(self._trouble_words)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 0)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self._trouble)
        if self._amends:
            column.addWidget(amending_card(self._amends.number, self.reason))
        self.visit = VisitParts(self._vault) if self.engine.form.id == VISIT else None
        if self.visit:
            column.addWidget(self.visit)
        # Made last: its questions come by and by, and Tab shall not meet a button among them.
        section = self.visit.section if self.visit else None
        self._form = FormView(self.engine, self, self._files, section=section)
        self._form.lead_on(self.source_asked.emit)
        column.addWidget(self._form, 1)
        if self.visit:
            self._lead(self.visit)

    def _lead(self, visit: VisitParts) -> None:
        visit.lead(self._form)
        visit.offer(self.header.menu)
        visit.begin_asked.connect(
            lambda form: self._with_draft(lambda id: self.begin_asked.emit(form, to_draft(id)))
        )
        visit.choice_asked.connect(lambda: self._with_draft(visit.choose_place))
        visit.failed.connect(self.show_trouble)
        visit.cards_asked.connect(lambda: self._with_draft(self.cards_asked.emit))
        visit.draft_chosen.connect(self.draft_asked)
        visit.record_chosen.connect(self.record_asked)

    def _with_draft(self, call: Callable[[str], object]) -> None:
        """Leave for what belongs with this draft, which must be in the vault for that."""
        try:
            draft = self.keeper.open_draft()
        except StorageError as error:
            self.show_trouble(error)
            return
        call(draft)

    def _look_what_belongs(self) -> None:
        """Show what belongs with a visit, and the way back from what belongs with one."""
        if self.visit:
            self.visit.refresh(self.keeper.draft, self._amends.record if self._amends else "")
        if not (origin := draft_of(self.about)):
            return

        def is_visit(session: Session) -> bool:
            return session.drafts.get(origin).form == VISIT

        Operation(self, self._vault.query(is_visit)).on_success(
            self.header.back.setVisible
        ).on_failure(lambda _gone: None).start()
