"""The two cards of a visit that no form holds: the people who were met, and the place."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import Card, Rows
from desktop.theme.frames import row as side_by_side
from desktop.theme.labels import Chip, Label
from desktop.theme.layouts import Beside, Flow
from desktop.times import clock
from desktop.visits.belonging import Belonging, Met, Place
from desktop.visits.naming import category
from translations.interface import _


class _Listing(Card):
    """A card with rows beneath what it says."""

    draft_chosen = Signal(str)
    record_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows(top=4, spacing=8)

    def _show_rows(self, rows: Sequence[QWidget], empty: str) -> None:
        self._rows.show_rows(rows or [Label(empty, "muted")])

    def _opener(self, id: str, *, is_draft: bool) -> Callable[[], None]:
        chosen = self.draft_chosen if is_draft else self.record_chosen
        return lambda: chosen.emit(id)


class PeopleMet(_Listing):
    """Notes and cards within one key each; everybody who was met has a note of their own."""

    note_asked = Signal()
    cards_asked = Signal()

    def __init__(self) -> None:
        """Nobody was met yet; `show_met` tells."""
        super().__init__()
        self.note = Button(_("New note for a person met"), icon="plus", keys="F2", big=True)
        self.note.clicked.connect(self.note_asked)
        self.cards = Button(_("Cards"), icon="languages", keys="F4", big=True)
        self.cards.clicked.connect(self.cards_asked)
        for key, button in (("N", self.note), ("C", self.cards)):
            short = QShortcut(QKeySequence(key), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(button.click)
        buttons = QWidget()
        across = Flow(buttons, 12)
        across.addWidget(self.note)
        across.addWidget(self.cards)
        self.column.addWidget(Label(_("People met"), "heading"))
        self.column.addWidget(
            Label(_("Each person has a note of their own, spoken with on their own."), "muted")
        )
        self.column.addSpacing(8)
        self.column.addWidget(buttons)
        self.column.addSpacing(8)
        self.column.addWidget(self._rows)
        self.show_met(())

    def show_met(self, met: Iterable[Met], others: Iterable[Met] = ()) -> None:
        """Show who was `met`, in that order, and what else was written in the visit."""
        rows = [self._row(each, number) for number, each in enumerate(met, 1)]
        rows += [self._row(each) for each in others]
        self._show_rows(rows, _("Nobody yet. A note begins with F2, or N on this card."))

    def _row(self, met: Met, number: int = 0) -> QWidget:
        name = met.title or _("Person {number}").format(number=number)
        under = _("begun {time}") if met.is_draft else _("written {time}")
        state = Chip(_("being written"), "amber") if met.is_draft else Chip(_("finalised"), "teal")
        button = Button(_("Continue") if met.is_draft else _("Open"))
        button.clicked.connect(self._opener(met.id, is_draft=met.is_draft))
        return row(name, under.format(time=clock(met.begun)), state, button)


class PlaceCard(_Listing):
    """The place of the visit: its category and why; and what becomes of the link to it."""

    place_asked = Signal()
    """A new place shall be described."""
    choice_asked = Signal()
    """One of the places on record shall be chosen."""
    removed = Signal(str)
    """That place on record is not the one of this visit."""

    def __init__(self) -> None:
        """Nothing is said of the place yet; `show_places` tells."""
        super().__init__()
        self.choose = Button(_("Choose a place on record"), icon="search")
        self.choose.clicked.connect(self.choice_asked)
        self.add = Button(_("Describe a new place"), icon="plus")
        self.add.clicked.connect(self.place_asked)
        buttons = QWidget()
        across = Flow(buttons, 12)
        across.addWidget(self.choose)
        across.addWidget(self.add)
        self.column.addWidget(Label(_("The place"), "heading"))
        self.column.addWidget(
            Label(
                _(
                    "Its category and the reason stand in a record of its own. It is cut from"
                    " this visit when you finalise it, so that it never leads to the people who"
                    " work there; only a recorded ground of exploitation keeps it linked."
                ),
                "muted",
            )
        )
        self.column.addWidget(self._rows)
        self.column.addSpacing(4)
        self.column.addWidget(buttons)
        self.show_places(())

    def show_places(self, places: Iterable[Place]) -> None:
        """Show the `places` of the visit."""
        self._show_rows([self._row(each) for each in places], _("No place is chosen yet."))

    def _row(self, place: Place) -> QWidget:
        told = [words for words in (category(place.category), place.reason) if words]
        under = " · ".join(told) or _("no category yet")
        state = Chip(_("stays linked"), "amber") if place.grounded else Chip(_("will be cut"))
        button = Button(_("Continue") if place.is_draft else _("Open"))
        button.clicked.connect(self._opener(place.id, is_draft=place.is_draft))
        if not place.on_record:
            return row(place.title, under, state, button)
        away = Button(_("Take away"), "quiet")
        away.setToolTip(_("Take it from this visit; what is on record of it stays."))
        away.clicked.connect(lambda: self.removed.emit(place.id))
        return row(place.title, under, state, away, button)


def row(title: str, under: str, state: Chip, *buttons: Button) -> QWidget:
    """A line of a card: what it is about, its state, and what can be done with it."""
    words, beside, made = QWidget(), QWidget(), QWidget()
    at_end = side_by_side(state, *buttons)
    at_end.setAlignment(state, Qt.AlignmentFlag.AlignVCenter)
    beside.setLayout(at_end)
    texts = QVBoxLayout(words)
    texts.setContentsMargins(0, 0, 0, 0)
    texts.setSpacing(0)
    texts.addWidget(Label(title))
    texts.addWidget(Label(under, "muted"))
    across = Beside(made, 12)
    across.addWidget(words)
    across.addWidget(beside)
    for button in buttons:
        button.setAccessibleName(
            _("{action}: {title}, {state}").format(
                action=button.text(), title=title, state=state.text()
            )
        )
    return made


def both(found: Belonging, met: PeopleMet, place: PlaceCard) -> None:
    """Show what was `found` on the two cards."""
    met.show_met(found.met, found.others)
    place.show_places(found.places)
