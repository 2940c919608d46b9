"""All that a note may lead to, in one open notebook: the steps, the child's page, the way back."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.desk import Around
from desktop.leading.carrying import begun, carried
from desktop.leading.child_page import ChildPage
from desktop.leading.gathering import Written, engines, gather
from desktop.leading.steps import CHILD, NOTE, Step, steps
from desktop.leading.window import NextSteps
from desktop.operations import Operation
from desktop.pages.record import RecordPage
from desktop.pages.ties import to_draft
from desktop.pages.troubles import while_writing
from desktop.prompts.passage import PassageWindow
from forms import FormEngine, UnknownForm
from storage import RecordId, Session
from translations.interface import _

CHILD_PAGE = "child"
"""The name of the child's page in the shell."""
LEADS = frozenset({NOTE, CHILD})
"""Forms of which something may be begun."""


class LeadingRoom(QObject):
    """Made once for a notebook; everything is begun from a draft, or from a record, by its id."""

    told = Signal(str)
    """What the officer should know now."""
    help_asked = Signal(str)
    """The guidance at this citation shall be shown."""

    def __init__(self, around: Around) -> None:
        """Begin at the desk what notes lead to."""
        super().__init__(around.shell)
        self._vault, self._shelf, self._profile, self._language, shell, desk = around
        self._shell, self._desk = shell, desk
        self._properties = self._profile.form_properties()
        shell.add_page(CHILD_PAGE, lambda: self.child, on_rail="notes")
        desk.steps_asked.connect(self.offer)
        desk.child_asked.connect(self.show_child_page)
        desk.source_asked.connect(self.show_source)
        self._record = ""

    @cached_property
    def child(self) -> ChildPage:
        """What to do when somebody may be under 18."""
        page = ChildPage(self._profile)
        page.begin_asked.connect(self.begin)
        page.back_asked.connect(self._go_back)
        page.source_asked.connect(self.show_source)
        return page

    def follow(self, record: RecordPage) -> None:
        """Offer next steps from the records that `record` shows, too."""
        record.opened.connect(self._note_record)
        record.more_asked.connect(self._add_to)

    def show_child_page(self, note: str) -> None:
        """A person may be a child: what to do now, before the note goes on."""
        self.child.show_note(note)
        self._shell.go(CHILD_PAGE)

    def offer(self, note: str) -> None:
        """Offer what the draft or record `note` may lead to."""
        self._with_sources(note, lambda found: self.window(note, found).open())

    def window(self, note: str, sources: tuple[FormEngine, ...]) -> NextSteps:
        """The window of next steps for what stands in `sources`; show it with `open`."""
        offered = [step for step in steps(sources) if self._is_known(step.form)]
        told = {step.form: self._in_words(step.form, sources) for step in offered}
        window = NextSteps(self._shell, offered, told)
        window.chosen.connect(lambda step: self._begin_step(step, note))
        window.source_asked.connect(self.show_source)
        window.finished.connect(window.deleteLater)
        return window

    def begin(self, form: str, note: str) -> None:
        """Begin a record of `form` from the draft or record `note`, with what may be carried."""
        self._with_sources(note, lambda found: self._begin(form, note, found))

    def show_source(self, source: str) -> None:
        """Show what is cited, over whatever is on screen."""
        window = PassageWindow(self._shell, source)
        window.help_asked.connect(self.help_asked)
        window.finished.connect(window.deleteLater)
        window.open()

    def _note_record(self, id: str) -> None:
        """Next steps are offered from the record `id` if its form leads anywhere."""
        self._record = ""
        form = self._vault.query(lambda session: session.records.row(RecordId(id)).form)

        def note(form: str) -> None:
            self._record = id if form in LEADS else ""

        Operation(self, form).on_success(note).on_failure(lambda _gone: None).start()

    def _add_to(self, menu: QMenu) -> None:
        if record := self._record:
            menu.addAction(_("Next steps …"), lambda: self.offer(record))

    def _begin_step(self, step: Step, note: str) -> None:
        """Begin it; the prompts that are open note what was chosen."""
        page = self._desk.page
        if page.panel is not None and page.draft == note:
            page.panel.note_step(step.form)
        self.begin(step.form, note)

    def _begin(self, form: str, note: str, sources: tuple[FormEngine, ...]) -> None:
        answers = carried(sources, form)
        content = begun(self._shelf.get(form), answers, self._language, self._properties)
        draft = self._vault.query(lambda session: {one.id for one in session.drafts.all()})
        Operation(self, draft).on_success(
            lambda drafts: self._desk.begin(
                form, content, to_draft(note) if note in drafts else note
            )
        ).start()

    def _with_sources(self, note: str, call: Callable[[tuple[FormEngine, ...]], None]) -> None:
        def found(written: list[Written]) -> None:
            try:
                sources = engines(written, self._shelf, self._language)
            except UnknownForm:
                self.told.emit(_("This notebook does not have the form of this note."))
                return
            call(sources)

        Operation(self, self._vault.query(lambda session: gather(session, note))).on_success(
            found
        ).on_failure(lambda error: self.told.emit(str(while_writing(error)))).start()

    def _in_words(self, form: str, sources: tuple[FormEngine, ...]) -> str:
        """The labels of what would be taken over."""
        answers = carried(sources, form)
        engine = FormEngine(self._shelf.get(form), language=self._language)
        labels = [engine.node(path).label for path in answers]
        return ", ".join(f"“{label}”" for label in labels)

    def _is_known(self, form: str) -> bool:
        try:
            self._shelf.get(form)
        except UnknownForm:
            return False
        return True

    def _go_back(self, note: str) -> None:
        def back(is_draft: bool) -> None:
            if is_draft:
                self._desk.open_draft(note)
            else:
                self._shell.go("notes")

        self._where(note, back)

    def _where(self, note: str, call: Callable[[bool], None]) -> None:
        """Say whether `note` is a draft still, and not a record."""

        def is_draft(session: Session) -> bool:
            return any(one.id == note for one in session.drafts.all())

        Operation(self, self._vault.query(is_draft)).on_success(call).start()
