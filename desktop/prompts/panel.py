"""The panel beside a note: ways to open a subject, and what was said or seen about it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.prompts import child
from desktop.prompts.section import PromptSection
from desktop.theme.buttons import Button
from desktop.theme.frames import indent, row
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from desktop.widgets import FormView
from desktop.widgets.sections import Section
from forms import FormEngine, Item, NodeState
from translations.interface import _
from translations.languages import UnknownLanguage, language

WITHOUT = frozenset({"/data/event_time", "/data/late_reason", "/data/how_to", "/data/leads"})
"""What the note itself says, the panel's own words, and the page of next steps."""
STEPS = "/data/leads/next_steps"
_SAID = ("“", "„", "«", "「")
"""What the sentences that are to be said begin with, in the languages of the form's sheets."""
_OPEN, _LANGUAGE, _FOCUSED, _PATH = "open", "language", "focused", "path"
_PAD = 20


class PromptsPanel(QWidget):
    """Subjects in any order, or none; one is open at a time. Nothing is added up."""

    changed = Signal()
    """There is something new to seal."""
    show_asked = Signal(str)
    """The opening at this path shall be shown in her language."""
    source_asked = Signal(str)
    """What the form cites shall be read."""
    steps_asked = Signal()
    """What it may lead to shall be offered."""
    closed = Signal()

    def __init__(self, engine: FormEngine) -> None:
        """Fill in `engine`, whose form is that of prompts."""
        super().__init__()
        self.engine = engine
        self.language = ""
        self._sections: dict[str, PromptSection] = {}
        self._last = ""
        self.setAccessibleName(_("Ways to open it up"))
        self.view = FormView(engine, self, section=self._section, without=WITHOUT)
        self.view.lead_on(self.source_asked.emit)
        self.view.draw_close()
        self._lay_out()
        self.view.changed.connect(self._changed)

    @property
    def sections(self) -> Mapping[str, PromptSection]:
        """The subjects by path, in reading order."""
        return self._sections

    @property
    def may_be_child(self) -> bool:
        """Whether one of the further signs says that the person may be under 18."""
        return child.among_signs(self.engine)

    def open_section(self, path: str) -> None:
        """Unfold the subject at `path`, and fold the others."""
        for known, section in self._sections.items():
            section.fold(known != path)
        self._last = path

    def note_step(self, step: str) -> None:
        """Write down that `step` was chosen; what was chosen before stays."""
        chosen = self.engine.node(STEPS).value.split()
        offered = [choice.value for choice in self.engine.choices(STEPS)]
        if step in offered and step not in chosen:
            kept = [value for value in chosen if value != "nothing"]
            self.engine.set(STEPS, " ".join([*kept, step]))
            self.changed.emit()

    def opening(self, path: str) -> str:
        """The path of what opens the subject at `path`: a sentence to say; empty if none does."""
        found = (item.path for item in self.engine.body(path) if item.kind == "question")
        return next((one for one in found if self.engine.node(one).label[:1] in _SAID), "")

    def take_focus(self) -> None:
        """Go to the subject that is open, or the first."""
        found = self._sections.get(self._last) or next(iter(self._sections.values()), None)
        if found is not None:
            found.line.setFocus()

    @property
    def has_focus(self) -> bool:
        """Whether the keys go to the panel."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def speak(self, code: str) -> None:
        """Her language is the one of `code`; empty while nobody has said."""
        self.language = code
        try:
            words = _("Show in {language}").format(language=language(code).english)
        except UnknownLanguage:
            words = _("Show in her language")
        for section in self._sections.values():
            section.show_her.set_words(words)

    def place(self) -> dict[str, Any]:
        """Where the officer is in the panel, and her language."""
        own = {_OPEN: self._last, _LANGUAGE: self.language, _FOCUSED: self.has_focus}
        return {**self.view.focus_place(), **own}

    def restore(self, place: Mapping[str, Any]) -> None:
        """Go back to what `place` gave; the caret too, where it was here."""
        self.view.complete()
        if place.get(_OPEN) in self._sections:
            self.open_section(str(place[_OPEN]))
        self.speak(str(place.get(_LANGUAGE, "")))
        kept = place if place.get(_FOCUSED) else {**place, _PATH: ""}
        self.view.restore_place(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's hook: Escape closes the prompts; all they hold stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _section(self, item: Item, state: NodeState, depth: int) -> Section:
        if depth:
            return Section(state, depth)
        section = PromptSection(item.path, state, has_opening=bool(self.opening(item.path)))
        section.opened.connect(self.open_section)
        section.show_asked.connect(lambda path: self.show_asked.emit(self.opening(path)))
        section.source_asked.connect(self.source_asked)
        self._sections[item.path] = section
        self._tell(section)
        return section

    def _tell(self, section: PromptSection) -> None:
        """How far a subject came: the answer to its opening, in the form's words."""
        opening = self.opening(section.path)
        choices = self.engine.choices(opening) if opening else ()
        if not choices:
            return
        value = self.engine.node(opening).value or choices[0].value
        labels = {choice.value: choice.label for choice in choices}
        section.show_progress(labels.get(value, ""), is_discussed=value != choices[0].value)

    def _changed(self) -> None:
        for section in self._sections.values():
            self._tell(section)
        self.changed.emit()

    def _lay_out(self) -> None:
        title = Label(_("Ways to open it up"), "heading")
        close = Button(_("Close"), "quiet", icon="x")
        close.setAccessibleName(_("Close the prompts"))
        close.setToolTip(_("Close the prompts"))
        close.clicked.connect(self.closed)
        self.steps = Button(_("Next steps …"))
        self.steps.clicked.connect(self.steps_asked)
        foot = QWidget()
        flow = Flow(foot, 12)
        flow.addWidget(self.steps)
        column = QVBoxLayout(self)
        indent(column, _PAD, 16, 4, 16)
        column.setSpacing(4)
        column.addLayout(row(title, None, close))
        column.addWidget(Label(_("any order, or none"), "muted"))
        column.addSpacing(8)
        column.addWidget(self.view, 1)
        column.addSpacing(8)
        column.addWidget(Label(_("Nothing is added up. You decide, and write why."), "muted"))
        column.addSpacing(8)
        column.addWidget(foot)
