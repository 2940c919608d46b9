"""Notes: the list in the middle, the chosen record to the right; search as one types."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.definitions import FormShelf
from desktop.models.note_list import NoteList
from desktop.pages.header import PageHeader
from desktop.pages.other_forms import OtherForms
from desktop.pages.record import RecordPage
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.fields import SearchField
from desktop.theme.frames import line
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from desktop.theme.notices import EmptyState
from desktop.theme.rows import RowList
from storage import Vault
from translations.interface import _

LIST_WIDTH = 372
TYPING = 120
"""Milliseconds of rest in the search field before it is sought."""


class NotesPage(Page):
    """Browsing: drafts open for writing, records are shown beside the list."""

    new_note = Signal()
    links_asked = Signal()
    """The picture of what reports tie together shall be shown."""
    draft_chosen = Signal(str)

    def __init__(self, vault: Vault, shelf: FormShelf, record_page: RecordPage) -> None:
        """Show the notes of `vault`, of forms on `shelf`; `record_page` shows the chosen one."""
        super().__init__()
        self._record_page = record_page
        self._wanted = ""
        self.notes = NoteList(vault, shelf, self)
        self.notes.loaded.connect(self._loaded)
        self._find = SearchField(_("Search all notes"))
        self._view = RowList(_("Notes"))
        self._right = QStackedWidget()
        self._lay_out()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(lambda: self.notes.seek(self._find.text()))

    def came(self) -> None:
        """Fetch the list anew: something may have been written meanwhile. Arrows go through it."""
        self._view.setFocus()
        self.notes.refresh()

    def begin_search(self) -> None:
        """Put the caret into the search field."""
        self._find.setFocus()
        self._find.selectAll()

    def seek(self, text: str) -> None:
        """Search for `text`, as if it had been typed."""
        self._find.setText(text)

    def open(self, record: str, reason: str = "") -> None:
        """Show a record, and mark it in the list as soon as it is there; `reason` is logged."""
        self._wanted = record
        self._show(record, reason)
        self._mark()

    def forget(self) -> None:
        """The record that was shown is gone: show none, and what there is now."""
        self._wanted = ""
        self._record_page.forget()
        self._right.setCurrentIndex(0)
        self._find.clear()
        self._typing.stop()
        self.notes.refresh()

    def place(self) -> dict[str, Any]:
        """Where the officer is: the record that is shown, and what is sought."""
        return {"record": self._record_page.record, "sought": self._find.text()}

    def restore(self, place: dict[str, Any]) -> None:
        """Seek what was sought, and show the record that was shown."""
        self.seek(str(place.get("sought", "")))
        if place.get("record"):
            self.open(str(place["record"]))

    def _loaded(self, count: int) -> None:
        self._count.setText(_nothing_found(self._find.text()) if not count else "")
        self._count.setVisible(not count)
        self._mark()

    def _mark(self) -> None:
        row = self.notes.row_of("", self._wanted) if self._wanted else -1
        if row < 0:
            return
        index = self.notes.index(row, 0)
        self._view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _chosen(self, index: QModelIndex) -> None:
        """The officer went to another line, by key or click."""
        chosen = self.notes.line(index)
        if chosen and chosen.record and not chosen.draft and chosen.record != self._wanted:
            self._wanted = chosen.record
            self._show(chosen.record)

    def _opened(self, index: QModelIndex) -> None:
        """A line was clicked, or Enter was pressed on it."""
        chosen = self.notes.line(index)
        if chosen and chosen.draft:
            self.draft_chosen.emit(chosen.draft)

    def _show(self, record: str, reason: str = "") -> None:
        self._record_page.open(record, reason)
        self._right.setCurrentWidget(self._record_page)

    def _lay_out(self) -> None:
        self._find.textChanged.connect(lambda: self._typing.start())
        self._view.setModel(self.notes)
        self._view.selectionModel().currentChanged.connect(self._chosen)
        self._view.clicked.connect(self._opened)
        self._view.activated.connect(self._opened)
        self._count = Label("", "muted")
        self._count.setVisible(False)
        new = Button(_("New note"), "primary")
        new.clicked.connect(self.new_note)
        self.other_forms = OtherForms()
        middle = QWidget()
        middle.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(12)
        links = Button(_("Links"), "quiet", icon="waypoints")
        links.setToolTip(_("Those who exploit, and what they use, as reports name them"))
        links.clicked.connect(self.links_asked)
        head = PageHeader(_("Notes"), "", new)
        top.addWidget(head)
        rarer = QWidget()
        across = Flow(rarer, 8)
        across.addWidget(self.other_forms)
        across.addWidget(links)
        top.addWidget(rarer)
        top.addWidget(self._find)
        top.addWidget(self._count)
        column.addLayout(top)
        column.addWidget(self._view, 1)
        self._right.addWidget(
            EmptyState(
                "file-text",
                _("Choose a note to read it here, with every version it has had."),
                hints=(
                    ("Ctrl+N", _("A new note; each word is sealed as you type")),
                    ("Ctrl+F", _("Search every word of every note, accents or not")),
                    ("Ctrl+K", _("Find a note, a person, a card, a command")),
                ),
            )
        )
        self._right.addWidget(self._record_page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(middle)
        row.addWidget(line(upright=True))
        row.addWidget(self._right, 1)


def _nothing_found(sought: str) -> str:
    if sought.strip():
        return _("Nothing holds “{words}”. Fewer letters find more.").format(words=sought.strip())
    return _("Nothing is written yet. A new note starts with Ctrl+N.")
