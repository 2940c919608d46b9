"""Plan, during, after: the three parts of a visit on one page, around the form that holds them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.beginnings import IN_A_VISIT
from desktop.definitions import library
from desktop.operations import Operation
from desktop.premises import FORM as PREMISES
from desktop.theme.frames import line
from desktop.theme.labels import Label
from desktop.theme.segmented import Segmented
from desktop.visits.belonging import ENCOUNTER, Belonging, belonging
from desktop.visits.cards import PeopleMet, PlaceCard, both
from desktop.visits.choosing import ChoosingPlace, choose
from desktop.widgets.column import lay_out
from desktop.widgets.focus import tie_tabs
from desktop.widgets.form_view import FormView
from desktop.widgets.sections import Section
from forms import Item, NodeState
from storage import Session, Vault
from translations.interface import _

PLAN, DURING, AFTER = "plan", "during", "after"
_SOON = 10
"""Milliseconds between looks whether the page is there."""
_WHY, _LAST_OF_PLAN = "/data/why", "/data/information"


class VisitParts(QWidget):
    """The bar that leads to the parts; it also makes the sections that the form is built of."""

    begin_asked = Signal(str)
    """A record of this form shall be begun, which belongs with the visit."""
    cards_asked = Signal()
    draft_chosen = Signal(str)
    record_chosen = Signal(str)
    choice_asked = Signal()
    """One of the places on record shall be chosen: `choose_place` offers them."""
    failed = Signal(object)
    """What belongs with the visit could not be changed (a `StorageError`)."""

    def __init__(self, vault: Vault) -> None:
        """Show what belongs with a visit of `vault`; give `section` to the form's view."""
        super().__init__()
        self._vault = vault
        self._view: FormView | None = None
        self._wanted = ""
        self._is_told = False
        self._draft = self._record = ""
        self._places: frozenset[str] = frozenset()
        self.people, self.place = PeopleMet(), PlaceCard()
        self._after = _PartHead(_("After"), _("When you have left; nothing here is for the door."))
        self._during = _PartHead(_("During"), _("What is said and seen stands in each note."))
        for part in (self.people, self.place, self._after, self._during):
            part.setLayoutDirection(QGuiApplication.layoutDirection())  # not as the form reads
        parts = ((PLAN, _("Plan")), (DURING, _("During")), (AFTER, _("After")))
        self.bar = Segmented(parts, always=PLAN)
        self.bar.setAccessibleName(_("Parts of the visit"))
        self.bar.chosen.connect(self.show_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        self.people.note_asked.connect(lambda: self.begin_asked.emit(ENCOUNTER))
        self.people.cards_asked.connect(self.cards_asked)
        self.place.place_asked.connect(lambda: self.begin_asked.emit(PREMISES))
        self.place.choice_asked.connect(self.choice_asked)
        self.place.removed.connect(self._take_away)
        for card in (self.people, self.place):
            card.draft_chosen.connect(self.draft_chosen)
            card.record_chosen.connect(self.record_chosen)

    def offer(self, menu: QMenu) -> None:
        """Put other forms that may belong with a visit into its `menu`."""
        titles = {form.id: form.title for form in library().forms()}
        for form in IN_A_VISIT:
            words = _("New with this visit: {form}").format(form=titles[form].replace("&", "&&"))
            menu.addAction(words, self._beginner(form))

    def _beginner(self, form: str) -> Callable[[], None]:
        return lambda: self.begin_asked.emit(form)

    def section(self, item: Item, state: NodeState, depth: int) -> Section:
        """The part of a group: the form's own, and around it what no form holds."""
        made = Section(state, depth)
        column = made.layout()
        assert isinstance(column, QVBoxLayout)
        if item.path == _WHY:
            column.addWidget(self.place)
        elif item.path == _LAST_OF_PLAN:
            for part in (self._during, self.people, self._after):
                column.addSpacing(8)
                column.addWidget(part)
        return made

    def lead(self, view: FormView) -> None:
        """Lead through `view`, which was built with `section`."""
        self._view = view
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())
        view.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._follow())

    def refresh(self, draft: str, record: str = "") -> None:
        """Fetch what belongs with the visit of this draft, and of the record that it amends."""
        self._draft, self._record = draft, record

        def work(session: Session) -> Belonging:
            return belonging(session, record, draft)

        Operation(self, self._vault.query(work)).on_success(self._show).start()

    def choose_place(self, draft: str) -> ChoosingPlace:
        """Offer the places on record, to belong with the visit of this draft."""
        self._draft = draft
        window = ChoosingPlace(self.window(), self._vault, self._places)
        window.chosen.connect(lambda place: self._tell(lambda s: choose(s, place, draft)))
        window.finished.connect(window.deleteLater)
        window.open()
        return window

    def _take_away(self, place: str) -> None:
        draft = self._draft
        self._tell(lambda session: session.ties.untie(place, draft))

    def _tell(self, work: Callable[[Session], None]) -> None:
        """Have the vault change what belongs with the visit, and show it."""
        Operation(self, self._vault.perform(work)).on_success(
            lambda _done: self.refresh(self._draft, self._record)
        ).on_failure(self.failed.emit).start()

    def _show(self, found: Belonging) -> None:
        self._places = frozenset(place.id for place in found.places)
        both(found, self.people, self.place)
        self._is_told = True
        if self._view is not None:
            self._view.complete()
            page = self._view.widget()
            assert page is not None
            tie_tabs(page)  # the cards were made before the questions round them
            self._go()

    def arrive(self, part: str) -> None:
        """Go to a part as soon as all is there, instead of where the officer was last."""
        self._wanted = part
        if self._is_told:
            self._go()

    def _go(self) -> None:
        """Go where `arrive` wants it, after the form has gone back to where the officer was."""
        if self._view is None or not self._wanted:
            return
        if self._view.isVisible():
            QTimer.singleShot(0, self, lambda: self.show_part(self._wanted))
        else:
            QTimer.singleShot(_SOON, self, self._go)

    def show_part(self, part: str) -> None:
        """Scroll to a part; on the one for the visit itself, a key begins a note."""
        if self._view is None or not part:
            self._follow()
            return
        self._view.complete()
        lay_out(self._view)
        bar = self._view.verticalScrollBar()
        bar.setValue({PLAN: 0, DURING: self._top(self._during)}.get(part, self._top(self._after)))
        self._wanted = ""
        self.bar.set_value(part)
        if part == DURING:
            self.people.note.setFocus()

    def _follow(self) -> None:
        """Mark the part that is read."""
        if self._view is None:
            return
        bar = self._view.verticalScrollBar()
        read = bar.value() + self._view.viewport().height() // 3
        part = PLAN
        for name, head in ((DURING, self._during), (AFTER, self._after)):
            if head.isVisible() and read >= self._top(head):
                part = name
        self.bar.set_value(part)

    def _top(self, head: QWidget) -> int:
        page = self._view.widget() if self._view else None
        return head.mapTo(page, QPoint(0, 0)).y() if page and page.isAncestorOf(head) else 0


class _PartHead(QWidget):
    """The heading of a part."""

    def __init__(self, words: str, under: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(line())
        column.addSpacing(8)
        column.addWidget(Label(words, "title"))
        column.addWidget(Label(under, "muted"))
