"""Holds the note that is being written, one at a time, and its prompts beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.definitions import FormShelf
from desktop.pages.beside_note import PLACE, BesideNote
from desktop.pages.writing import WritingPage
from desktop.prompts import PromptsPanel, child
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import line
from desktop.theme.labels import redress
from desktop.theme.look import current
from forms import FormEngine
from storage import Draft, RecordId, Vault, Version
from storage.errors import StorageError
from translations.interface import _

WITH_PROMPTS = "encounter"
"""The form beside which there are prompts."""
_LATER = 60
"""Milliseconds after a note has begun to be shown, until which its prompts wait."""
PANEL, LEAST_NOTE = 388, 620
"""Pixels at 100 % that the prompts are wide, and that are left for the note beside them."""


class WritePage(Page):
    """The place of the page on which a note is written.

    Where there is no room beside the note, the prompts lie over its end, and go when it is written.
    """

    state = Signal(str)
    finalised = Signal(str)
    discarded = Signal(object)
    begin_asked = Signal(str, str)
    cards_asked = Signal(str)
    draft_asked = Signal(str)
    record_asked = Signal(str)
    services_asked = Signal(object)
    begun = Signal(object)
    """Another note is written: its `WritingPage`."""
    steps_asked = Signal(str)
    """What the draft of this id may lead to shall be offered."""
    child_asked = Signal(str)
    """The person of the draft of this id may be under 18: what to do now shall be shown."""
    source_asked = Signal(str)
    """What a prompt rests on shall be read."""

    def __init__(self, vault: Vault, shelf: FormShelf) -> None:
        """Write into `vault`; `begin` puts a note here."""
        super().__init__()
        self._vault, self._shelf = vault, shelf
        self.writing: WritingPage | None = None
        self.beside: BesideNote | None = None
        self._is_open = True
        self._may_be_child = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._edge = line(upright=True)
        self._edge.hide()
        self._row.addWidget(self._edge)
        self.side = QFrame(self)
        self.side.setProperty("kind", "card")
        QVBoxLayout(self.side).setContentsMargins(0, 0, 0, 0)
        self.side.hide()
        turn = QShortcut(QKeySequence("F6"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self.turn_to_prompts)

    @property
    def draft(self) -> str:
        """The id of the draft that is written, empty if none is."""
        return self.writing.keeper.draft if self.writing else ""

    @property
    def panel(self) -> PromptsPanel | None:
        """The prompts beside the note, None while nobody wanted them."""
        return self.beside.panel if self.beside else None

    def begin(
        self,
        engine: FormEngine,
        draft: Draft | None = None,
        amends: Version | None = None,
        about: str = "",
    ) -> None:
        """Write in `engine` from now on; what was here before is sealed."""
        if not self.left():
            return
        prompts = self._prompts_button() if engine.form.id == WITH_PROMPTS else None
        writing = self.writing = WritingPage(
            self._vault, engine, draft, amends, about, extra=(prompts,) if prompts else ()
        )
        writing.state.connect(self.state)
        writing.finalised.connect(self.finalised)
        writing.discarded.connect(self.discarded)
        writing.source_asked.connect(self.source_asked)
        writing.begin_asked.connect(self.begin_asked)
        writing.cards_asked.connect(self.cards_asked)
        writing.draft_asked.connect(self.draft_asked)
        writing.record_asked.connect(self.record_asked)
        writing.services_asked.connect(self.services_asked)
        self._row.insertWidget(0, writing, 1)
        if prompts:
            self._put_beside(writing, draft, amends, engine)
        writing.take_focus()
        self.begun.emit(writing)

    def left(self) -> bool:
        """Seal what was written, and let it go: it is opened again from its draft.

        Where the vault refuses it, the page stays: what is on it is all there is.
        """
        if self.writing:
            try:
                self.writing.seal()
            except StorageError as error:
                self.writing.show_trouble(error)
                return False
            self.state.emit(self.writing.sealed_words())
            self._let_go(self.writing)
        return True

    def seal(self) -> None:
        """Seal before the process ends."""
        if self.writing:
            self.writing.seal()

    def place(self) -> dict[str, Any]:
        """The draft that is written; it knows the rest itself."""
        return {"draft": self.draft}

    def turn_to_prompts(self) -> None:
        """Go to the prompts, opening them if need be; from them, back to the note."""
        if self.beside is None or self.writing is None:
            return
        if self.panel is not None and not self.side.isHidden() and self.panel.has_focus:
            self.writing.take_focus()
            self._arrange()
            return
        self._is_open = True
        panel = self.beside.wake()
        self._arrange(called=True)
        if panel is not None:
            panel.take_focus()

    def close_prompts(self) -> None:
        """Take the prompts away; what they hold stays."""
        self._is_open = False
        self._arrange()
        if self.writing:
            self.writing.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: there may be room beside the note now, or none any more."""
        super().resizeEvent(event)
        self._arrange(called=self._is_drawer and not self.side.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: larger words need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _put_beside(
        self,
        writing: WritingPage,
        draft: Draft | None,
        amends: Version | None,
        engine: FormEngine,
    ) -> None:
        record = amends.record if amends else RecordId("")
        note = draft.id if draft else ""
        self.beside = BesideNote(self._vault, self._shelf, engine.language, note, record, writing)
        self.beside.made.connect(self._take_panel)
        self._is_open = bool(draft.place.get(PLACE, True)) if draft else True
        writing.keep_with(self.beside, lambda: {PLACE: self._is_open})
        self._arrange()
        QTimer.singleShot(_LATER, self.beside, self._wake)
        self._may_be_child = self._is_child()
        writing.changed.connect(self._heed_child)

    def _wake(self) -> None:
        """Make the prompts where there is room for them, once the note itself is on screen."""
        if self.beside is not None and self._is_open and self._has_room:
            self.beside.wake()

    def _take_panel(self, panel: PromptsPanel) -> None:
        layout = self.side.layout()
        assert layout is not None
        layout.addWidget(panel)
        panel.closed.connect(self.close_prompts)
        panel.source_asked.connect(self.source_asked)
        panel.steps_asked.connect(lambda: self._with_draft(self.steps_asked.emit))
        self._arrange()

    @property
    def _has_room(self) -> bool:
        return self.width() >= current().px(PANEL + LEAST_NOTE)

    @property
    def _is_drawer(self) -> bool:
        return self._row.indexOf(self.side) < 0

    def _arrange(self, *, called: bool = False) -> None:
        """Put the prompts beside the note, or over its end if they were called; or nowhere."""
        wanted = self.beside is not None and self._is_open
        shown = wanted and (self._has_room or (called and self.panel is not None))
        width = min(current().px(PANEL), self.width())
        if self._has_room and self._is_drawer:
            self.side.setProperty("kind", "")
            self._row.addWidget(self.side)
            redress(self.side)
        elif not self._has_room and not self._is_drawer:
            self._row.removeWidget(self.side)
            self.side.setProperty("kind", "card")
            redress(self.side)
        self.side.setFixedWidth(width)
        self.side.setVisible(shown)
        self._edge.setVisible(shown and self._has_room)
        if self._is_drawer and shown:
            left = 0 if self.isRightToLeft() else self.width() - width
            self.side.setGeometry(left, 0, width, self.height())
            self.side.raise_()
        if self.writing:
            for button in self.writing.extra:
                button.setVisible(not shown)

    def _heed_child(self) -> None:
        """Any sign, or doubt, that she is under 18 brings up what to do now, at once."""
        was, self._may_be_child = self._may_be_child, self._is_child()
        if self._may_be_child and not was:
            self._with_draft(self.child_asked.emit)

    def _is_child(self) -> bool:
        if self.writing is None or self.beside is None:
            return False
        return child.in_note(self.writing.engine) or bool(self.panel and self.panel.may_be_child)

    def _with_draft(self, call: Callable[[str], None]) -> None:
        """Seal what is written, and go on with the draft's id; a refusal is shown instead."""
        if self.writing is None:
            return
        try:
            draft = self.writing.keeper.open_draft()
        except StorageError as error:
            self.writing.show_trouble(error)
            return
        call(draft)

    def _prompts_button(self) -> Button:
        button = Button(_("Prompts"), keys="F6")
        button.setAutoDefault(False)
        button.setShortcut(QKeySequence())  # the page itself answers to it
        button.clicked.connect(self.turn_to_prompts)
        return button

    def _let_go(self, writing: WritingPage) -> None:
        self._row.removeWidget(writing)
        writing.hide()  # or the next note would be drawn over it for a moment
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
        writing.deleteLater()
        self.writing = self.beside = None
        self.side.hide()
        self._edge.hide()
