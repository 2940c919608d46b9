"""The page where words are taken out of records before somebody else gets them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.definitions import FormShelf
from desktop.disclosing.choices import Choices
from desktop.disclosing.drawing import leaving
from desktop.disclosing.material import Kept, Material, about, reader, taken, within
from desktop.disclosing.sheet import TextSheet
from desktop.disclosing.taking_out import TakingOut, everywhere
from desktop.disclosing.tools import Tools
from desktop.leaving import LeavingPanel
from desktop.operations import Operation, in_background
from desktop.pages.header import PageHeader
from desktop.pages.troubles import while_writing
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import indent, line, row
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.notices import EmptyState
from desktop.theme.scrolling import scrolling
from exports.disclosure import Cut, widened
from storage import RecordId, RecordRow, Session, Vault
from storage.errors import StorageError
from translations.interface import _, ngettext

_SIDE, _WIDEST_SIDE = 320, 480
"""Pixels of the column beside the words: at 100 %, and at most."""
_LEAST_SHEET = 160
"""Pixels at 100 % of the words that are always to be had."""
_KEY = "disclosure"


class DisclosurePage(Page):
    """Records on the left, their words on the right; what was taken out comes back after a lock."""

    told = Signal(str)
    changed = Signal()
    """Something was taken out or put back: worth keeping where the officer is."""

    def __init__(self, vault: Vault, shelf: FormShelf, profile: Profile, language: str) -> None:
        """Make copies of records of `vault`."""
        super().__init__()
        self._vault, self._shelf, self._profile = vault, shelf, profile
        self._language = language
        self.taking = TakingOut()
        self.materials: list[Material] = []
        self.sheet, self.tools, self.choices = TextSheet(), Tools(), Choices()
        self._lay_out()
        self._connect()
        self._refresh()

    def begin(self, record: str) -> None:
        """Begin a copy with `record` and what is linked with it; only the record itself is in."""
        self.taking = TakingOut()

        def work(session: Session) -> list[RecordRow]:
            return about(session, RecordId(record))

        def offer(rows: list[RecordRow]) -> None:
            self.taking.left_out = {row.id for row in rows[1:]}
            self._load([row.id for row in rows])

        self._ask(work, offer)

    def add_period(self, since: datetime, until: datetime) -> None:
        """Add the records of things that happened from `since` up to `until`."""

        def offer(rows: list[RecordRow]) -> None:
            known = self.taking.records
            self._load([*known, *(row.id for row in rows if row.id not in known)])
            if not rows:
                self.told.emit(_("Nothing was written of that time."))

        self._ask(lambda session: within(session, since, until), offer)

    @property
    def chosen(self) -> list[Material]:
        """What goes into the copy."""
        return [each for each in self.materials if each.record not in self.taking.left_out]

    def take_out(self, *, whole: bool = False) -> None:
        """Take out the chosen words, or the whole answers that they stand in."""
        why = self.tools.why
        places = [
            (
                each.record,
                Cut(each.path, 0, len(each.text), why)
                if whole
                else Cut(each.path, each.start, each.end, why),
            )
            for each in self.sheet.chosen()
            if whole or widened(each.text, each.start, each.end)[0] < each.end
        ]
        if not whole and not any(each.end > each.start for each in self.sheet.chosen()):
            self._say(_("Choose words first, with the mouse or with Shift and the arrows."))
            return
        self._tell_taken(self.taking.take_out(places))

    def take_out_everywhere(self) -> None:
        """Take out the chosen words wherever they stand in the records of this copy."""
        found = [
            place
            for each in self.sheet.chosen()
            for words in (each.text[slice(*widened(each.text, each.start, each.end))],)
            for place in everywhere(words, self.materials, self.tools.why)
        ]
        self._tell_taken(self.taking.take_out(found))

    def put_back(self) -> None:
        """Put back what was taken out where the selection or the caret is."""
        count = sum(
            self.taking.put_back(each.record, each.path, each.start, each.end, each.text)
            for each in self.sheet.chosen()
        )
        told = ngettext("Put back in one place.", "Put back in {count} places.", count)
        self._changed(told.format(count=count) if count else _("Nothing is taken out here."))

    def undo(self) -> None:
        """Take back the last step."""
        self.taking.undo()
        self._changed("")

    def ask(self, *, printing: bool = False) -> LeavingPanel:
        """The panel that writes or prints the copy; show it with `open`."""
        leaves = leaving(self._vault, self._profile, self.chosen, self.taking, printing=printing)
        panel = LeavingPanel(self, self._vault, leaves, printing=printing)
        panel.told.connect(self.told)
        return panel

    def place(self) -> dict[str, Any]:
        """What was chosen and taken out so far; places, no words."""
        return {_KEY: self.taking.place()} if self.taking.records else {}

    def restore(self, place: dict[str, Any]) -> None:
        """Go on where a lock came in between."""
        if place.get(_KEY):
            self.taking = TakingOut.at(place[_KEY])
            self._load(self.taking.records)

    def _ask(
        self, work: Callable[[Session], list[RecordRow]], then: Callable[[list[RecordRow]], object]
    ) -> None:
        Operation(self, self._vault.query(work)).on_success(then).on_failure(self._refuse).start()

    def _load(self, records: list[RecordId]) -> None:
        taking = self.taking
        taking.records = records
        now = datetime.now().astimezone()
        read = reader(self._shelf, self._profile, self._language, now)

        def show(found: list[Material | None]) -> None:
            if taking is self.taking and taking.records == records:  # else others came meanwhile
                self.materials = [each for each in found if each is not None]
                self.choices.show_materials(self.materials, taking)
                self._refresh()
                self.changed.emit()
                if not self.isAncestorOf(self.window().focusWidget() or self.window()):
                    self.sheet.setFocus()

        def make(kept: list[Kept]) -> None:
            in_background(self, lambda: [read(each) for each in kept]).on_success(show).start()

        Operation(self, self._vault.perform(lambda session: taken(session, records))).on_success(
            make
        ).on_failure(self._refuse).start()

    def _tell_taken(self, count: int) -> None:
        told = ngettext("Taken out in one place.", "Taken out in {count} places.", count)
        self._changed(told.format(count=count) if count else _("It was taken out already."))

    def _changed(self, words: str) -> None:
        self._say(words)
        self.sheet.strike()
        self._allow()
        self.changed.emit()

    def _refresh(self) -> None:
        self._right.setCurrentIndex(1 if self.materials else 0)
        self.sheet.show_materials(self.chosen, self.taking, as_read=self.tools.as_read.isChecked())
        self._allow()

    def _allow(self) -> None:
        ready = bool(self.chosen)
        self.tools.allow(
            choosing=ready and not self.tools.as_read.isChecked(), undo=self.taking.can_undo
        )
        for button in (self._print, self._write):
            button.setEnabled(ready)

    def _refuse(self, error: StorageError) -> None:
        self.told.emit(str(while_writing(error)))

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def _connect(self) -> None:
        tools = self.tools
        tools.take.clicked.connect(lambda: self.take_out())
        tools.whole.clicked.connect(lambda: self.take_out(whole=True))
        tools.every.clicked.connect(self.take_out_everywhere)
        tools.back.clicked.connect(self.put_back)
        tools.undo.clicked.connect(self.undo)
        tools.as_read.toggled.connect(lambda _on: self._refresh())
        self.choices.changed.connect(self._refresh)
        self.choices.changed.connect(self.changed)
        self.choices.period_asked.connect(self.add_period)
        self._print.clicked.connect(partial(self._open, True))
        self._write.clicked.connect(partial(self._open, False))

    def _open(self, printing: bool, _on: bool = False) -> None:
        self.ask(printing=printing).open()

    def _lay_out(self) -> None:
        self._print, self._write = Button(_("Print …")), Button(_("Write PDF …"), "primary")
        self._message = Label("", "muted")
        self._message.hide()
        header = PageHeader(
            _("Disclosure copy"),
            _("Take out what the receiver must not have. The copy is drawn from what is left."),
            self._print,
            self._write,
        )
        text = QWidget()
        column = QVBoxLayout(text)
        indent(column, 20, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.tools)
        column.addWidget(self._message)
        column.addWidget(self.sheet, 1)
        self._right = QStackedWidget()
        self._right.addWidget(
            EmptyState(
                "file-text",
                _(
                    "A copy of records for somebody who may not read all of them. Begin it from a"
                    " record’s More menu, or add the records of a period here."
                ),
            )
        )
        self.sheet.setMinimumHeight(current().px(_LEAST_SHEET))
        # Tools in large words leave a small screen no room for what they work on.
        self._right.addWidget(scrolling(text, _("Disclosure copy")))
        self.choices.setFixedWidth(min(current().px(_SIDE), _WIDEST_SIDE))
        across = row(self.choices, line(upright=True), self._right, spacing=0)
        across.setStretch(2, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(24, 24, 24, 16)
        inside.addWidget(header)
        whole.addWidget(head)
        whole.addWidget(line())
        whole.addLayout(across, 1)
        self.setTabOrder(self.sheet, self.tools)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
