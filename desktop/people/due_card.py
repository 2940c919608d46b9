"""On Today: who is to be contacted now, by alias and safe hours, and nothing else."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.operations import Operation
from desktop.people.due import Agreed, agreed
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, Rows, row
from desktop.theme.labels import Label
from desktop.times import moment
from storage import Vault
from translations.interface import _, ngettext

SHOWN = 8
"""Lines that stand there at first; the rest come with a button, so that Today stays a page."""
TICK = 1000
"""Milliseconds between looks at the clock: a window that closes takes its line away at once."""


def clock() -> datetime:
    """The time now, as the clock on the wall has it."""
    return datetime.now().astimezone()


class ContactsDue(Card):
    """The contacts whose safe window is open; hides itself where there is none."""

    person_chosen = Signal(str)

    def __init__(self, vault: Vault, now: Callable[[], datetime] = clock) -> None:
        """Show what was agreed in `vault`; `refresh` looks."""
        super().__init__()
        self._vault, self._now = vault, now
        self._agreed: list[Agreed] = []
        self._shown: list[Agreed] = []
        self._is_whole = False
        self.column.addWidget(Label(_("To contact now"), "heading"))
        self._rows = Rows(top=4)
        self.column.addWidget(self._rows)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self.look)
        self.hide()

    @property
    def shown(self) -> list[str]:
        """The aliases that are shown."""
        return [each.person.alias for each in self._shown]

    def refresh(self) -> None:
        """Fetch what was agreed; from then on the clock decides what is shown."""
        self._is_whole = False
        Operation(self, self._vault.query(agreed)).on_success(self._take).start()

    def look(self) -> None:
        """Show what may be brought up at this moment."""
        now = self._now()
        due = [each for each in self._agreed if each.is_due(now)]
        if due == self._shown:
            return
        self._shown = due
        self._write(due, now)

    def _write(self, due: list[Agreed], now: datetime) -> None:
        shown = due if self._is_whole else due[:SHOWN]
        left = len(due) - len(shown)
        rest = [row(self._rest(left), None)] if left else []
        self._rows.show_rows([self._row(each, now) for each in shown], *rest)
        self.setVisible(bool(due))

    def _rest(self, count: int) -> Button:
        words = ngettext("One more to contact", "{count} more to contact", count)
        button = Button(words.format(count=count), "quiet")
        button.clicked.connect(self._show_all)
        return button

    def _show_all(self) -> None:
        self._is_whole = True
        self._write(self._shown, self._now())

    def _take(self, found: list[Agreed]) -> None:
        self._agreed = found
        self._clock.start()
        self.look()

    def _row(self, due: Agreed, now: datetime) -> QHBoxLayout:
        hours = due.hours(now)
        when = _("agreed for {time}").format(time=moment(due.next.isoformat()))
        under = " · ".join(filter(None, (hours, when)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(Label(due.person.alias))
        words.addWidget(Label(under, "muted"))
        texts = QWidget()
        texts.setLayout(words)
        button = Button(_("Open"))
        button.setAccessibleName(f"{button.text()}: {due.person.alias}, {under}")
        button.clicked.connect(self._opener(due.person.record))
        made = row(texts, button)
        made.setStretch(0, 1)
        return made

    def _opener(self, record: str) -> Callable[[], None]:
        return lambda: self.person_chosen.emit(record)
