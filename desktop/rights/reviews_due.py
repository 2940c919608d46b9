"""On Today: records to look at again, and a clock that can't be believed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.discretion import PERSON
from desktop.operations import Operation
from desktop.rights.decisions import long_day
from desktop.rights.rules import RULES
from desktop.rights.set_dates import Days, agreed_reviews
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, Rows, row
from desktop.theme.labels import Chip, Label
from storage import Session, Vault, local_time
from storage.tables.retention import Due
from storage.tables.timekeeping import foreign_zone
from translations.interface import _

SHOWN = 5
_MOST = 200  # are counted; more are said to be more


class ReviewsDue(Card):
    """The records whose review is due; hides itself where there is none."""

    record_chosen = Signal(str)
    person_chosen = Signal(str)
    """A liaison record, which opens under People and with a reason only."""

    def __init__(self, vault: Vault) -> None:
        """Show what is due in `vault`; `refresh` looks."""
        super().__init__()
        self._vault = vault
        self._days: Days = {}
        self.column.addWidget(Label(_("Reviews due"), "heading"))
        self.column.addWidget(
            Label(
                _("Hand them over to the force’s record, purge them, or say why they stay."),
                "muted",
            )
        )
        self._rows = Rows(top=8)
        self.column.addWidget(self._rows)
        self.hide()

    def refresh(self) -> None:
        """Look what is due today."""
        today = date.today()

        def work(session: Session) -> list[Due]:
            agreed = agreed_reviews(session, today, self._days)
            known = {due.row.id for due in agreed}
            kept = session.retention.due(RULES, today, _MOST)
            return (agreed + [due for due in kept if due.row.id not in known])[:_MOST]

        Operation(self, self._vault.query(work)).on_success(self._show).start()

    def _show(self, due: list[Due], shown: int = SHOWN) -> None:
        rest = []
        if len(due) > shown:
            count = f"{_MOST}+" if len(due) == _MOST else str(len(due) - shown)
            more = Button(_("{count} more are due").format(count=count), "quiet")
            more.clicked.connect(lambda: self._show(due, len(due)))
            rest.append(row(more, None))
        self._rows.show_rows([self._row(each) for each in due[:shown]], *rest)
        self.setVisible(bool(due))

    def _row(self, due: Due) -> QHBoxLayout:
        when = _("due since {day}").format(day=long_day(date.fromisoformat(due.review)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(due.row.title))
        words.addWidget(Label(when, "muted"))
        texts = QWidget()
        texts.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        button = Button(_("Look at it"))
        button.setAccessibleName(f"{button.text()}: {due.row.title}, {when}")
        button.clicked.connect(self._opener(due))
        made = row(texts)
        made.setStretch(0, 1)
        if due.held:
            made.addWidget(Chip(_("Hold"), "amber"), alignment=Qt.AlignmentFlag.AlignVCenter)
        made.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        return made

    def _opener(self, due: Due) -> Callable[[], None]:
        chosen = self.person_chosen if due.row.form == PERSON else self.record_chosen
        return lambda: chosen.emit(due.row.id)


class ClockNotice(Card):
    """Says that the laptop's time zone is not the United Kingdom's."""

    def __init__(self) -> None:
        """Say nothing yet; `refresh` looks."""
        super().__init__("amber")
        self._words = Label()
        self.column.addWidget(self._words)
        self.hide()

    def refresh(self) -> None:
        """Look at the clock."""
        told = foreign_zone(local_time())
        self._words.setText(
            _(
                "This computer’s time zone is not the United Kingdom’s. Times are kept with their"
                " offset, but set it right: others read them as local time."
            )
            if told
            else ""
        )
        self.setVisible(bool(told))
