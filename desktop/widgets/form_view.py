"""The page on which a form is filled in: tells an engine each answer, shows what follows."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.filling import HASH_QUESTION
from desktop.theme.fields import WritingField
from desktop.theme.look import current
from desktop.theme.notices import Toast
from desktop.theme.radio import TakeableRadio
from desktop.widgets.attachments import UploadAnswer
from desktop.widgets.attachments_files import Files
from desktop.widgets.attention import Attention
from desktop.widgets.column import framed
from desktop.widgets.focus import Anchor, reading_order, tie_tabs
from desktop.widgets.form_builder import FormBuilder, MakeSection, Part
from desktop.widgets.form_place import FormPlace
from desktop.widgets.instances import Instances
from desktop.widgets.question import Question
from desktop.widgets.refreshing import Refresher
from desktop.widgets.sections import InstanceCard, RepeatSection
from desktop.widgets.slices import Slices
from desktop.widgets.trouble import in_words
from forms import Changes, FormEngine, FormError


class FormView(QScrollArea):
    """A form on a page that scrolls.

    The engine is the truth: an answer goes to it at once, and only what it says has changed is
    shown anew. Long forms are built piece by piece behind what is already on screen.
    """

    changed = Signal()
    """The engine has new content."""
    source_asked = Signal(str)
    """What a question rests on shall be read, as the form cites it."""

    def __init__(
        self,
        engine: FormEngine,
        parent: QWidget | None = None,
        files: Files | None = None,
        *,
        section: MakeSection | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """Fill in `engine`; `files` keeps what is added. For the rest see `FormBuilder`."""
        super().__init__(parent)
        self._engine = engine
        self._tried = False
        self._stuck = ""  # the question whose answer the form could not work with
        self._pending: FormPlace | None = None
        self._scale = current().scale
        self._leads_on = False  # whether somebody answers `source_asked`
        self._page, self._column = framed(self)
        self._attention = Attention(self)
        self._toast = Toast(self)
        self._files = files
        self._builder = FormBuilder(engine, self._adopt, section, without)
        self._refresher = Refresher(engine, self._builder, self._listen, self._tie_tabs_later)
        self._instances = Instances(
            engine, self._builder.parts, self._attention, self._toast, self._take
        )
        self._slices = Slices(self._builder.grow(self._column, None), self)
        self._slices.finished.connect(self._go_to_place)
        self._slices.finished.connect(self._tie_tabs_later)  # another form may grow beside it
        why = QShortcut(QKeySequence("Ctrl+I"), self)
        why.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        why.activated.connect(self._toggle_why)
        self._turn(engine.language)
        self._slices.start()

    @property
    def language(self) -> str:
        """The language that the form is shown in."""
        return self._engine.language

    def lead_on(self, call: Callable[[str], object]) -> None:
        """Let `call` open what a question rests on."""
        self._leads_on = True
        for question in self._builder.parts.values():
            if isinstance(question, Question):
                question.leads_on = True
        self.source_asked.connect(call)

    def draw_close(self) -> None:
        """Keep groups and questions close together, as in a panel."""
        self._column.draw_close(4)

    def take_focus(self) -> None:
        """Put the caret where it last was, else into the first question."""
        if self._attention.current is not None:
            self._attention.focus(self._attention.current)
        else:
            self._attention.focus_first(self._questions())

    def focus_place(self) -> dict[str, Any]:
        """Where the officer is, as plain JSON values: for the draft that keeps it."""
        place = self._pending or FormPlace.read(self, self._builder.parts, self._attention.current)
        return place.as_json()

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place that `focus_place` gave, as soon as that part is built."""
        self._pending = FormPlace.from_json(place)
        self._go_to_place()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it has its width, and a place on it can be found."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._go_to_place)

    def show_violations(self) -> int:
        """Show everything that stands in the way of finalising, and go to the first.

        Returns how many questions that are; 0 means that the engine may finalise.
        """
        self.complete()
        wrong = [violation.path for violation in self._engine.violations()]
        for path in wrong:
            self._unfold(path)
        self._tried = True
        questions = self._questions()
        for question in questions:
            question.answer.leave()
            question.try_all()
        shown = [part for part in questions if part.is_wrong and part.state.relevant]
        if shown:
            self._unfold(shown[0].answer.path)
            self._attention.focus(shown[0])
        return len({part.answer.path for part in shown} | set(wrong))

    def unread(self) -> int:
        """How many answers are written that the form does not know: words that are no choice."""
        parts = self._builder.parts.values()
        questions = [part for part in parts if isinstance(part, Question)]
        return sum(1 for part in questions if part.state.relevant and part.answer.loose())

    def set_language(self, language: str) -> None:
        """Show the form in `language`, one of its own; mirrored where that reads leftward."""
        self._step(lambda: self._engine.set_language(language))
        self.setUpdatesEnabled(False)
        self._turn(language)
        for path in tuple(self._builder.parts):
            self._refresher.refresh(path)
        self.setUpdatesEnabled(True)

    def part(self, path: str) -> Part | None:
        """The widget of a question, group, repeat or instance; None while it is not built."""
        return self._builder.parts.get(path)

    def fill(self, path: str, value: str) -> None:
        """Answer the question at `path`, as if it had been done by hand."""
        self.complete()
        self._answer(path, value)

    def complete(self) -> None:
        """Build at once what is left to be built."""
        self._slices.finish()

    def changeEvent(self, event: QEvent) -> None:
        """Another language: say the widgets' own words in it. Other sizes: stay where one reads."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != current().scale:
            self._stay_through()
        if event.type() == QEvent.Type.LanguageChange:
            for part in self._builder.parts.values():
                if isinstance(part, Question | RepeatSection):
                    part.retranslate()

    def _turn(self, language: str) -> None:
        """The page reads the way `language` does."""
        self.setLayoutDirection(QLocale(language).textDirection())  # the bar stands at its end
        self._toast.setLayoutDirection(QLocale().textDirection())

    # Parts

    def _adopt(self, part: Part) -> None:
        if isinstance(part, Question):
            self._listen(part)
            part.leads_on = self._leads_on
            part.source_asked.connect(self.source_asked)
            if self._tried:
                part.try_all()
        elif isinstance(part, RepeatSection):
            part.add_asked.connect(self._instances.add)
        elif isinstance(part, InstanceCard):
            part.remove_asked.connect(self._instances.remove)

    def _listen(self, question: Question) -> None:
        answer = question.answer
        answer.answer_changed.connect(self._answer)
        if isinstance(answer, UploadAnswer):
            answer.hashed.connect(self._note_hash)
            answer.serve(self._files)
        for field in answer.findChildren(WritingField):
            field.cursorPositionChanged.connect(self._attention.follow_caret)

    # Answers and what follows from them

    def _answer(self, path: str, value: str) -> None:
        self._instances.heed(path)
        part = self._builder.parts.get(path)
        try:
            changes = self._engine.set(path, value)
        except FormError as error:
            if isinstance(part, Question) and self._stuck in ("", path):
                part.tell_trouble(in_words(error))
                self._stuck = path
            self.changed.emit()  # what was typed is in the draft all the same
            return
        stuck, self._stuck = self._builder.parts.get(self._stuck), ""
        if isinstance(stuck, Question):
            stuck.tell_trouble("")
        self._show(changes)
        decided = value and not TakeableRadio.travelling
        if decided and isinstance(part, Question) and part.answer.moves_on:
            self._attention.move_on(part, self._questions())

    def _take(
        self, step: Callable[[], Changes], stale: Mapping[str, int] = MappingProxyType({})
    ) -> bool:
        """Take a step that adds or removes, and show it; False if the form could not."""
        self.complete()
        changes = self._step(step)
        if changes is not None:
            self._show(changes, stale)
        return changes is not None

    def _step(self, step: Callable[[], Changes]) -> Changes | None:
        """The changes of a step that is no answer; None, and a word at the foot, if it failed."""
        try:
            return step()
        except FormError as error:
            self._toast.say(in_words(error))
            self.changed.emit()
            return None

    def _note_hash(self, path: str, sha256: str) -> None:
        """Fill in the question `sha256` that stands beside a file's, where the form has one."""
        self.complete()
        if (beside := f"{path.rpartition('/')[0]}/{HASH_QUESTION}") in self._builder.items:
            self._answer(beside, sha256)

    def _show(self, changes: Changes, stale: Mapping[str, int] = MappingProxyType({})) -> None:
        """Show what `changes` names and keep what the eye rests on where it is.

        `stale` names repeats of which all instances from an index on are others than before.
        """
        anchor = Anchor(self, self._attention.current)
        self._builder.steps += len(changes.structure)
        if changes.structure:
            self.complete()
        for path in sorted(changes.structure, key=len):
            self._refresher.restructure(path, stale.get(path))
        moved = bool(changes.structure)
        for path in changes.paths:
            moved |= self._refresher.refresh(path)
        if moved:
            anchor.hold()
        self.changed.emit()

    # Where the eye and the caret are

    def _go_to_place(self) -> None:
        """Go back to the place that is waited for, once all of it is built and has its width."""
        if self._pending is not None and self.isVisible() and not self._slices.are_left:
            place, self._pending = self._pending, None
            place.restore(self, self._builder.parts)

    def _stay_through(self) -> None:
        """Keep what is read in sight while its words take another size."""
        self._scale = current().scale
        if not self.isVisible() or self._pending is not None:
            return
        Anchor.at_top(self, self._builder.parts.values()).hold_for_a_while()

    def _unfold(self, path: str) -> None:
        for part in tuple(self._builder.parts.values()):
            if isinstance(part, InstanceCard) and path.startswith(part.path + "/"):
                part.fold(False)

    def _toggle_why(self) -> None:
        if self._attention.current is not None:
            self._attention.current.toggle_why()

    def _questions(self) -> list[Question]:
        """All questions in reading order."""
        return [part for part in reading_order(self._page) if isinstance(part, Question)]

    def _tie_tabs_later(self) -> None:
        QTimer.singleShot(0, self, lambda: tie_tabs(self._page))
