"""What was looked at, and when: the log, filtered by record, by what was done, and by time."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.header import PageHeader
from desktop.profile import Profile
from desktop.rights.log_list import LogList
from desktop.rights.log_panel import LogPanel
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.fields import SearchField
from desktop.theme.frames import bare, line
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.rows import RowList
from desktop.theme.scrolling import scrolling
from desktop.theme.segmented import Segmented
from storage import RecordId, Vault, reference
from storage.tables.log_export import LogFilter
from translations.interface import _

_LEAST_LIST = 160
"""Pixels at 100 % of the list that are always to be had."""
TYPING = 150
"""Milliseconds of rest in the search field before it is sought."""
ACTIONS: dict[str, tuple[str, ...]] = {
    "all": (),
    "seen": ("consultation",),
    "written": ("collection", "alteration", "combination"),
    "out": ("disclosure",),
    "erased": ("erasure", "draft discarded"),
    "kept": ("retention",),
    "rest": ("clock", "administration", "form kept", "draft opened"),
}
_ANY_TIME = "-1"


class LogPage(Page):
    """The list of the log with its filters above."""

    told = Signal(str)
    """What the officer should know now."""
    notebook_asked = Signal()
    """The notebook of a period shall be written."""

    def __init__(self, vault: Vault, profile: Profile) -> None:
        """Show the log of `vault`."""
        super().__init__()
        self._vault, self._profile = vault, profile
        self._only = ""
        self.rows = LogList(vault, self)
        self.rows.loaded.connect(self._loaded)
        self.sought = SearchField(_("Only about this record: words, or FB-…"))
        self.done = Segmented(
            [
                ("all", _("All")),
                ("seen", _("Looked at")),
                ("written", _("Written")),
                ("out", _("Handed over")),
                ("erased", _("Erased")),
                ("kept", _("Reviews")),
                ("rest", _("Other")),
            ],
            always="all",
        )
        self.done.setAccessibleName(_("What was done"))
        self.when = Segmented(
            [
                (_ANY_TIME, _("Any time")),
                ("0", _("Today")),
                ("7", _("7 days")),
                ("31", _("31 days")),
                ("366", _("A year")),
            ],
            always=_ANY_TIME,
        )
        self.when.setAccessibleName(_("When"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(self.refresh)
        self.sought.textChanged.connect(lambda: self._typing.start())
        for choice in (self.done, self.when):
            choice.chosen.connect(lambda _value: self.refresh())
        self._lay_out()

    def came(self) -> None:
        """Fetch the log anew."""
        self.view.setFocus()
        self.refresh()

    def show_record(self, record: str) -> None:
        """Show only what is about one record."""
        self._only = record
        self.sought.setText(reference(RecordId(record)))
        self.refresh()

    def refresh(self) -> None:
        """Fetch what the filters ask for."""
        self._typing.stop()
        days = int(self.when.value())
        since = (date.today() - timedelta(days)).isoformat() if days >= 0 else ""
        actions = ACTIONS[self.done.value()]
        wanted, sought = LogFilter(actions=actions, since=since), self.sought.text()
        if self._only and sought == reference(RecordId(self._only)):
            wanted, sought = wanted.about([self._only]), ""  # no need to look for its reference
        self.rows.show_rows(wanted, sought)

    def place(self) -> dict[str, Any]:
        """Nothing: what was sought here may be a name."""
        return {}

    def ask_export(self) -> LogPanel:
        """The panel that writes the log to a file; show it with `open`."""
        panel = LogPanel(self, self._vault, self._profile)
        panel.told.connect(self.told)
        return panel

    def _loaded(self, count: int) -> None:
        self._empty.setVisible(not count)

    def _lay_out(self) -> None:
        export = Button(_("Export for a line manager …"))
        export.clicked.connect(lambda: self.ask_export().open())
        notebook = Button(_("Notebook of a period …"))
        notebook.clicked.connect(self.notebook_asked)
        self._empty = Label(_("Nothing of that is in the log."), "muted")
        self._empty.hide()
        self.view = RowList(_("Log"))
        self.view.setViewportMargins(8, 0, 8, 0)  # its rows stand under the head of the page
        self.view.setModel(self.rows)
        top = QWidget()
        filters = QVBoxLayout(top)
        filters.setContentsMargins(24, 24, 24, 16)
        filters.setSpacing(12)
        filters.addWidget(
            PageHeader(
                _("What was looked at, and when"),
                _("Everything that was done with what stands here, in the order it was done."),
                notebook,
                export,
            )
        )
        filters.addWidget(self.sought)
        filters.addWidget(self.done)
        filters.addWidget(self.when)
        filters.addWidget(self._empty)
        self.view.setMinimumHeight(current().px(_LEAST_LIST))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(line())
        column.addWidget(self.view, 1)
        # Filters in large words leave a small screen no room for what they find.
        bare(QVBoxLayout(self)).addWidget(scrolling(whole, _("What was looked at, and when")))
