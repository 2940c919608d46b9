"""One person's page: what she agreed to and how to reach her, beside the contact there has been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.discretion import masked
from desktop.pages.other_forms import OtherForms
from desktop.people.due import Agreed
from desktop.people.log_card import LogCard
from desktop.people.reading import Contact, Person
from desktop.people.safe_ways import sentences
from desktop.people.timeline_card import TimelineCard
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, line, row
from desktop.theme.labels import Chip, Label
from desktop.theme.layouts import Flow, Head
from desktop.theme.look import current
from desktop.theme.scrolling import by_key
from desktop.times import moment
from forms import Form, Line
from translations.interface import _

REVEALED = 10_000
"""Milliseconds after which a name hides again by itself."""
_SIDE = 340
_TWO_HALVES = 540
"""Pixels at 100 % text that a column beside another needs."""
_ANY = 16_777_215
"""Qt's word for no limit (QWIDGETSIZE_MAX)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A liaison record as it was opened: in plain data, as its form reads it, and its contacts."""

    person: Person
    form: Form
    lines: Sequence[Line]
    contacts: Sequence[Contact]

    def agreed_next(self) -> datetime | None:
        """The next contact that was agreed when the last one was logged."""
        return max(self.contacts, key=lambda contact: contact.at).next


class PersonSheet(QScrollArea):
    """Shows one person. The name, numbers and the code word are hidden but for ten seconds."""

    revealed = Signal()
    """The name is shown: a look that the log shall know."""
    contact_asked = Signal()
    record_asked = Signal()
    timeline_asked = Signal(bool)
    """The timeline shall be printed (True), or written as a PDF."""
    contact_chosen = Signal(str)
    begin_asked = Signal(str)
    """A record of this form shall be begun with this person."""

    def __init__(self, opened: Opened) -> None:
        """Show `opened`."""
        super().__init__()
        self._opened = opened
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by_key(self, _("Person"))
        self.name = Label("", "strong")
        self.name.hide()
        self._ways = Label()
        self.reveal = Button(_("Reveal name for 10 s"))
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._toggle)
        self.other_forms = OtherForms()
        self.other_forms.chosen.connect(self.begin_asked)
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(REVEALED)
        self._hiding.timeout.connect(lambda: self.reveal.setChecked(False))
        self._lay_out()
        self._write_ways()

    def hide_name(self) -> None:
        """Hide what is revealed now."""
        self.reveal.setChecked(False)

    @property
    def ways(self) -> str:
        """How she may be reached, as it is shown."""
        return self._ways.text()

    def _toggle(self, on: bool) -> None:
        name = self._opened.person.name or _("No name is kept.")
        self.name.setText(name if on else "")
        self.name.setVisible(on)
        self._write_ways()
        if on:
            self._hiding.start()
            self.revealed.emit()
        else:
            self._hiding.stop()

    def _write_ways(self) -> None:
        opened = self._opened
        lines = opened.lines if self.reveal.isChecked() else masked(opened.lines, opened.form)
        said = sentences(lines) or [_("No safe way is recorded yet.")]
        self._ways.setText("\n".join(said))

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._head())
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(16)
        right.setSpacing(16)
        log = LogCard(self._opened.contacts)
        log.chosen.connect(self.contact_chosen)
        if self._opened.contacts:
            picture = TimelineCard(self._opened.contacts)
            picture.chosen.connect(self.contact_chosen)
            picture.leaving_asked.connect(self.timeline_asked)
            left.addWidget(picture)
        left.addWidget(log)
        left.addStretch(1)
        for card in (self._safe_contact(), self._agreements(), self._handling()):
            right.addWidget(card)
        right.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(16)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self._side)
        column.addLayout(self._halves, 1)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: without room for two halves, how to reach her safely stands above the rest."""
        super().resizeEvent(event)
        beside = event.size().width() >= current().px(_TWO_HALVES)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.BottomToTop)
        wide = min(current().px(_SIDE), 420) if beside else 0
        self._side.setMinimumWidth(wide)
        self._side.setMaximumWidth(wide or _ANY)

    def _head(self) -> QWidget:
        whole = Button(_("Whole record"))
        whole.clicked.connect(self.record_asked)
        under = Label(self._under(), "muted")
        if not under.text():
            under.hide()
        log = Button(_("Log a contact"), "primary")
        log.clicked.connect(self.contact_asked)
        head, buttons = QWidget(), QWidget()
        across = Flow(buttons, 12)
        for button in (self.reveal, whole, self._beginning(), self.other_forms, log):
            across.addWidget(button)
        arranged = Head(head, 12)
        for part in (Label(self._opened.person.alias, "title"), under, self.name, buttons):
            arranged.addWidget(part)
        return head

    def _beginning(self) -> Button:
        """What is begun together with her."""
        begin = Button(_("Together"), icon="chevron-down")
        menu = QMenu(begin)
        menu.addAction(_("Safety plan"), lambda: self.begin_asked.emit("safety_plan"))
        menu.addAction(_("Victim contract"), lambda: self.begin_asked.emit("victim_contract"))
        begin.setMenu(menu)
        return begin

    def _under(self) -> str:
        told = [self._answer("pronouns"), self._answer("languages")]
        return " · ".join(filter(None, told))

    def _safe_contact(self) -> Card:
        card = _card(_("Safe contact"))
        card.column.addWidget(self._ways)
        if self._opened.contacts:
            self._tell_next(card)
        if not self._opened.person.may_contact:
            _add_chip(card, _("She does not want to be contacted"), "danger")
        return card

    def _tell_next(self, card: Card) -> None:
        at = self._opened.agreed_next()
        if at is None:
            return
        when = moment(at.isoformat())
        card.column.addWidget(Label(_("Next contact {time}").format(time=when), "strong"))
        if not Agreed(self._opened.person, at).is_safe():
            _add_chip(card, _("outside her safe times"), "amber")

    def _agreements(self) -> Card:
        card = _card(_("She has agreed to"))
        groups: dict[str, dict[str, Line]] = {}
        for each in self._opened.lines:
            place, _slash, name = each.path.rpartition("/")
            if "/agreements[" in place:
                groups.setdefault(place, {})[name] = each
        for answers in groups.values():
            card.column.addLayout(_agreement(answers))
            card.column.addWidget(line())
        if not groups:
            card.column.addWidget(Label(_("Nothing is recorded yet."), "muted"))
        card.column.addWidget(Label(_("She can change this at any time."), "muted"))
        return card

    def _handling(self) -> Card:
        person = self._opened.person
        card = _card(_("Handling"))
        if person.caveat:
            _add_chip(card, _("not over the radio unless secure"), "danger")
        if person.why_kept:
            card.column.addWidget(Label(person.why_kept))
        told = [_("Every look at this page is logged.")]
        if person.review:
            told.append(_("Review {day}.").format(day=_day(person.review)))
        if person.expiry:
            told.append(_("Ends on {day}.").format(day=_day(person.expiry)))
        card.column.addWidget(Label(" ".join(told), "muted"))
        return card

    def _answer(self, name: str) -> str:
        return next((each.text for each in self._opened.lines if each.path.endswith(name)), "")


def _card(heading: str) -> Card:
    card = Card()
    card.column.addWidget(Label(heading, "heading"))
    return card


def _add_chip(card: Card, words: str, state: str) -> None:
    card.column.addWidget(Chip(words, state), alignment=Qt.AlignmentFlag.AlignLeading)


def _agreement(answers: dict[str, Line]) -> QHBoxLayout:
    what = Label(answers["agreement"].text if "agreement" in answers else "")
    if "withdrawn" in answers:
        chip = Chip(_("taken back {day}").format(day=answers["withdrawn"].text), "amber")
    else:
        since = f", {answers['agreed_on'].text}" if "agreed_on" in answers else ""
        agreed = answers.get("agreed")
        state = "teal" if agreed is not None and agreed.raw == "yes" else "neutral"
        chip = Chip((agreed.text if agreed else _("not said")) + since, state)
    made = row(what, chip)
    made.setStretch(0, 1)
    made.setAlignment(chip, Qt.AlignmentFlag.AlignVCenter)
    return made


def _day(iso: str) -> str:
    day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy")
