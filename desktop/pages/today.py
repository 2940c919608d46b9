"""Today: what is to be finished, and the way into a new note."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.definitions import FormShelf
from desktop.operations import Operation
from desktop.pages.header import PageHeader
from desktop.pages.other_forms import OtherForms
from desktop.premises import VISIT
from desktop.prompts.beside import on_their_own
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, Rows, row
from desktop.theme.labels import Chip, Label
from desktop.theme.layouts import Beside
from desktop.theme.look import current
from desktop.theme.scrolling import scrolling
from desktop.times import moment, weekday
from desktop.visits.under_way import SHOWN as VISITS
from storage import Draft, RecordRow, Session, Vault
from translations.interface import _

SHOWN = 5
_TWO_HALVES = 860
"""Pixels of width at 100 % from which the day has two halves."""


class TodayPage(Page):
    """Drafts to finish and what was written last, each one click away."""

    new_note = Signal()
    new_visit = Signal()
    draft_chosen = Signal(str)
    record_chosen = Signal(str)

    def __init__(self, vault: Vault, shelf: FormShelf) -> None:
        """Show the day of `vault`'s officer; `shelf` knows what the forms are called."""
        super().__init__()
        self._vault, self._shelf = vault, shelf
        visit = Button(_("Plan a visit"), big=True)
        visit.clicked.connect(self.new_visit)
        note = self._note = Button(
            _("New note"), "primary", keys="Ctrl+N", big=True, asleep=True
        )  # its keys work everywhere, by the shell
        note.clicked.connect(self.new_note)
        self.other_forms = OtherForms(big=True)
        self._header = PageHeader(_("Today"), "", self.other_forms, visit, note)
        self._drafts = _List(_("To finish"), _("Nothing is unfinished. What you begin waits here."))
        self._records = _List(_("Written last"), _("No note yet. A new note starts with Ctrl+N."))
        self._coming = Label(
            _(
                "Contacts that are agreed, visits under way, reports that wait to leave and"
                " reviews that are due come up here by themselves."
            ),
            "muted",
        )
        self._coming.hide()
        self._refreshing: list[Callable[[], None]] = []
        self._shown: tuple[list[Draft], list[RecordRow]] | None = None
        day = QWidget()
        column = self._column = QVBoxLayout(day)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(16)
        self._halves, self._left, self._right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._halves.setSpacing(16)
        for half, last in ((self._left, self._drafts), (self._right, self._records)):
            half.setSpacing(16)
            half.addWidget(last)
            half.addStretch(1)
            self._halves.addLayout(half, 1)
        column.addLayout(self._halves)
        column.addWidget(self._coming)
        column.addStretch(1)
        # A full day, or large words, are taller than a small screen.
        scroll = scrolling(day, _("Today"))
        head = QVBoxLayout()
        head.setContentsMargins(24, 24, 24, 20)
        head.addWidget(self._header)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)

    def warn_with(self, notice: QWidget, refresh: Callable[[], None]) -> None:
        """Let `notice` stand above the day; it hides itself where it has nothing to say.

        `refresh` has it look anew, each time the day is shown.
        """
        self._refreshing.append(refresh)
        self._column.insertWidget(0, notice)

    def lead_with(self, card: QWidget, refresh: Callable[[], None]) -> None:
        """Let `card` stand first on the left; as with `warn_with`, it hides itself."""
        self._refreshing.append(refresh)
        self._left.insertWidget(self._left.count() - 2, card)

    def follow_with(self, card: QWidget, refresh: Callable[[], None]) -> None:
        """Let `card` stand first on the right; as with `warn_with`, it hides itself."""
        self._refreshing.append(refresh)
        self._right.insertWidget(self._right.count() - 2, card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: where there is no room for two halves, one stands below the other."""
        super().resizeEvent(event)
        beside = event.size().width() >= current().px(_TWO_HALVES)
        side = QBoxLayout.Direction
        self._halves.setDirection(side.LeftToRight if beside else side.TopToBottom)

    def came(self) -> None:
        """Fetch what is shown; the one thing to do has the focus."""
        for refresh in self._refreshing:
            refresh()
        self._note.setFocus()
        self._header.show_subtitle(weekday(datetime.now()))
        Operation(self, self._vault.query(_day)).on_success(self._show).start()

    def _show(self, day: tuple[list[Draft], list[RecordRow]]) -> None:
        if day == self._shown:
            return  # nothing was written since: the rows that stand are the ones
        self._shown = day
        drafts, rows = day
        visits = [each for each in drafts if each.form == VISIT and not each.record][:VISITS]
        drafts = [each for each in drafts if each not in visits]  # they have a card of their own
        self._drafts.show_rows(
            [self._draft_row(draft) for draft in drafts[:SHOWN]], len(drafts) - SHOWN
        )
        self._records.show_rows([self._record_row(row) for row in rows])
        self._coming.setVisible(not day[0] and not rows)

    def _draft_row(self, draft: Draft) -> QWidget:
        under = _("Begun {begun} · sealed {sealed}").format(
            begun=moment(draft.started), sealed=moment(draft.updated)
        )
        if draft.until:
            under += " · " + _("erases itself {time}").format(time=moment(draft.until))
        under = self._with_kind(draft.form, draft.title, under)
        return _row(draft.title, under, _("Continue"), lambda: self.draft_chosen.emit(draft.id))

    def _record_row(self, row: RecordRow) -> QWidget:
        chip = _("amended") if row.version > 1 else ""
        when = moment(row.event_time or row.entry_time)
        under = self._with_kind(row.form, row.title, when)
        return _row(row.title, under, _("Open"), lambda: self.record_chosen.emit(row.id), chip)

    def _with_kind(self, form: str, title: str, under: str) -> str:
        return " · ".join(filter(None, (self._shelf.kind(form, title), under)))


class _List(Card):
    """A card with a heading and rows, or a sentence where there are none."""

    def __init__(self, heading: str, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self.column.addWidget(Label(heading, "heading"))
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self.column.addStretch(1)

    def show_rows(self, rows: list[QWidget], more: int = 0) -> None:
        foot = [] if rows else [Label(self._empty, "muted")]
        if more > 0:
            foot.append(Label(_("{count} more under Notes").format(count=more), "muted"))
        self._rows.show_rows(rows, *foot)


def _row(title: str, under: str, words: str, call: Callable[[], None], chip: str = "") -> QWidget:
    made, told, beside = QWidget(), QWidget(), QWidget()
    texts = QVBoxLayout(told)
    texts.setContentsMargins(0, 0, 0, 0)
    texts.setSpacing(0)
    texts.addWidget(Label(title))
    texts.addWidget(Label(under, "muted"))
    button = Button(words)
    button.setAccessibleName(f"{words}: {title}, {under}")
    button.clicked.connect(call)
    at_end = row(*([Chip(chip)] if chip else []), button)
    at_end.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    beside.setLayout(at_end)
    across = Beside(made, 12)
    across.addWidget(told)
    across.addWidget(beside)
    return made


def _day(session: Session) -> tuple[list[Draft], list[RecordRow]]:
    return on_their_own(session, session.drafts.all()), session.records.page(limit=SHOWN)
