"""People: a list of aliases, and one person at a time, opened with a reason that is logged."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.beginnings import WITH_A_PERSON, offered
from desktop.definitions import FormShelf
from desktop.discretion import PERSON
from desktop.operations import Operation
from desktop.pages.header import PageHeader
from desktop.pages.troubles import form_is_missing, while_writing
from desktop.people.due import agreed
from desktop.people.gate import Gate
from desktop.people.reading import Contact, contacts, person_of
from desktop.people.sheet import Opened, PersonSheet
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.fields import SearchField
from desktop.theme.frames import line, row
from desktop.theme.labels import Label, redress
from desktop.theme.notices import EmptyState
from desktop.theme.rows import Role, RowList
from desktop.theme.segmented import Segmented
from desktop.times import moment
from forms import UnknownForm, read
from storage import RecordId, RecordRow, Session, Vault, Version
from storage.errors import StorageError
from storage.tables.folding import fold
from translations.interface import _

LIST_WIDTH = 352
MOST = 2000
_ID = Qt.ItemDataRole.UserRole + 20
NAME_REVEALED = "name revealed"
BY_ALIAS, BY_NEXT = "alias", "next"
"""How the list is ordered."""


class PeoplePage(Page):
    """Lists people by alias; opening one asks why, and leaving the page closes it again."""

    new_person = Signal()
    contact_asked = Signal(str)
    """A contact with this person shall be logged."""
    begin_asked = Signal(str, str)
    """A record of this form shall be begun, about this person."""
    record_asked = Signal(str, str)
    """A record shall be shown whole, and why."""
    told = Signal(str)
    timeline_asked = Signal(object, object, bool)
    """The timeline of a `Person` and their contacts shall be printed (True), or written."""

    def __init__(self, vault: Vault, shelf: FormShelf, language: str) -> None:
        """Show the people of `vault`, with the labels of their forms in `language`."""
        super().__init__()
        self._vault, self._shelf, self._language = vault, shelf, language
        self._rows: list[RecordRow] = []
        self._next: dict[str, str] = {}
        self._asked = self._reason = ""
        self.sheet: PersonSheet | None = None
        self.search = SearchField(_("Search aliases"))
        self.search.textChanged.connect(self._fill)
        self.order = Segmented(
            [(BY_ALIAS, _("By alias")), (BY_NEXT, _("By next contact"))], always=BY_ALIAS
        )
        self.order.setAccessibleName(_("Order of the list"))
        self.order.chosen.connect(lambda _value: self._fill())
        self._new = Button(_("New person"), "primary")
        self.model = QStandardItemModel(self)
        self._view = RowList(_("People"))
        self.gate = Gate()
        self.gate.passed.connect(self._open)
        self._right = QStackedWidget()
        self._lay_out()

    def came(self) -> None:
        """Fetch the list anew; nobody is open."""
        self._view.setFocus()

        def work(session: Session) -> tuple[list[RecordRow], dict[str, str]]:
            following = {
                str(each.person.record): each.next.isoformat()
                for each in agreed(session)
                if each.person.may_contact and each.person.windows is not None
            }
            return session.records.page(limit=MOST, form=PERSON), following

        Operation(self, self._vault.query(work)).on_success(
            lambda found: self._show(*found)
        ).start()

    def left(self) -> bool:
        """Close what is open: the next look needs its own reason."""
        self._close()
        self._view.setCurrentIndex(QModelIndex())
        self._right.setCurrentIndex(0)
        return True

    def ask(self, record: str) -> None:
        """Ask why the record of this person shall be opened."""
        self._close()
        self._asked = record
        alias = next((each.title for each in self._rows if each.id == record), "")
        self.gate.ask(alias)
        self._right.setCurrentWidget(self.gate)
        self._mark()

    def _show(self, rows: list[RecordRow], following: dict[str, str]) -> None:
        before = self._rows, self._next
        self._rows = sorted(rows, key=lambda each: fold(each.title))
        self._next = following
        if before != (self._rows, self._next) or not rows:
            self._fill()
        if self._asked and self._right.currentWidget() is self.gate:
            self.ask(self._asked)

    def _ordered(self) -> list[RecordRow]:
        """As it was chosen; whoever has no contact agreed comes after all who have."""
        if self.order.value() != BY_NEXT:
            return self._rows
        latest = datetime.max.isoformat()
        return sorted(self._rows, key=lambda each: self._next.get(each.id, latest))

    def _detail(self, each: RecordRow) -> str:
        if self.order.value() == BY_NEXT:
            following = self._next.get(each.id, "")
            if not following:
                return _("no contact is agreed")
            return _("next contact {time}").format(time=moment(following))
        if each.event_time:
            return _("since {time}").format(time=moment(each.event_time)[:-6])
        return _("written {time}").format(time=moment(each.entry_time))

    def _fill(self) -> None:
        sought = fold(self.search.text())
        self.model.clear()
        for each in self._ordered():
            if sought not in fold(each.title):
                continue
            item = QStandardItem(each.title)
            item.setData(self._detail(each), Role.DETAIL)
            item.setData(each.id, _ID)
            item.setEditable(False)
            self.model.appendRow(item)
        self._nobody.setVisible(not self.model.rowCount())
        self._nobody.setText(
            _("No alias holds these letters.") if sought else _("Nobody is kept here yet.")
        )
        self._mark()

    def _mark(self) -> None:
        for place in range(self.model.rowCount()):
            index = self.model.index(place, 0)
            if index.data(_ID) == self._asked:
                self._view.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )

    def _chosen(self, index: QModelIndex) -> None:
        record = str(index.data(_ID) or "")
        if record and (record != self._asked or self._right.currentIndex() == 0):
            self.ask(record)
            self.gate.reason.setFocus()

    def _open(self, reason: str) -> None:
        asked, self._reason = self._asked, reason

        def work(session: Session) -> tuple[Version, list[Contact]]:
            session.audit.consulted(asked, reason)
            record = RecordId(asked)
            return session.records.newest(record), contacts(session, record)

        Operation(self, self._vault.perform(work)).on_success(
            lambda found: self._show_person(*found)
        ).on_failure(self._refuse).start()

    def _show_person(self, version: Version, log: list[Contact]) -> None:
        if version.record != self._asked or self._right.currentWidget() is not self.gate:
            return  # another was chosen meanwhile, or the page was left
        try:
            form = self._shelf.get(version.form, version.form_version)
        except UnknownForm:
            self.told.emit(form_is_missing(version.form, version.form_version))
            return
        lines = read(form, version.content, self._language)
        sheet = self.sheet = PersonSheet(Opened(person_of(version), form, lines, log))
        sheet.revealed.connect(self._log_reveal)
        sheet.contact_asked.connect(lambda: self.contact_asked.emit(self._asked))
        sheet.other_forms.offer(offered(self._shelf, WITH_A_PERSON))
        sheet.begin_asked.connect(lambda form: self.begin_asked.emit(form, self._asked))
        sheet.record_asked.connect(lambda: self.record_asked.emit(self._asked, self._reason))
        person = person_of(version)
        sheet.timeline_asked.connect(
            lambda printing: self.timeline_asked.emit(person, log, printing)
        )
        sheet.contact_chosen.connect(lambda id: self.record_asked.emit(id, self._reason))
        self._right.addWidget(sheet)
        self._right.setCurrentWidget(sheet)
        self._give_way(True)
        sheet.setFocus()

    def _log_reveal(self) -> None:
        asked, reason = self._asked, f"{NAME_REVEALED}: {self._reason}"
        Operation(
            self, self._vault.perform(lambda session: session.audit.consulted(asked, reason))
        ).on_failure(self._refuse).start()

    def _refuse(self, error: StorageError) -> None:
        if self.sheet is not None:
            self.sheet.hide_name()  # nothing is shown that the log does not know
        self.told.emit(str(while_writing(error)))

    def _give_way(self, shown: bool) -> None:
        """One primary button to a page: while somebody’s is open, it is that page’s own."""
        self._new.setProperty("kind", "secondary" if shown else "primary")
        redress(self._new)

    def _close(self) -> None:
        self._asked = self._reason = ""
        self._give_way(False)
        if self.sheet is not None:
            self.sheet.hide_name()
            self._right.removeWidget(self.sheet)
            self.sheet.deleteLater()
            self.sheet = None

    def place(self) -> dict[str, Any]:
        """Nobody: what was open is closed by a lock."""
        return {}

    def _lay_out(self) -> None:
        self._view.setModel(self.model)
        self._view.clicked.connect(self._chosen)
        self._view.activated.connect(self._chosen)
        self._nobody = Label("", "muted")
        self._new.clicked.connect(self.new_person)
        middle = QWidget()
        middle.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(12)
        top.addWidget(PageHeader(_("People"), "", self._new))
        top.addWidget(self.search)
        top.addWidget(self.order)
        top.addWidget(self._nobody)
        column.addLayout(top)
        column.addWidget(self._view, 1)
        self._right.addWidget(
            EmptyState(
                "users",
                _(
                    "People you are in touch with, under an alias, for their safety."
                    " Choose one; every look is logged with its reason."
                ),
                hints=(
                    ("", _("When and how she can safely be reached")),
                    ("", _("What she has agreed to, and can take back at any time")),
                    ("", _("Each contact, and when the next one is agreed")),
                    ("", _("A safety plan, made together")),
                ),
            )
        )
        self._right.addWidget(self.gate)
        across = row(middle, line(upright=True), self._right, spacing=0)
        across.setStretch(2, 1)
        self.setLayout(across)
