"""What a record belongs with, under its head: a visit, the notes of those met in it, a person."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.discretion import PERSON
from desktop.operations import Operation
from desktop.theme.buttons import Button
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from storage import RecordId, RecordRow, Session, Vault
from translations.interface import _

SHOWN = 12


class LinkedBar(QWidget):
    """Leads to the records that the shown one is linked with; hides itself where there are none."""

    record_chosen = Signal(str)

    def __init__(self, vault: Vault) -> None:
        """Look into the links of `vault`; `show_record` looks."""
        super().__init__()
        self._vault = vault
        self._record = ""
        self._flow = Flow(self, 8)
        self.buttons: list[Button] = []
        self.hide()

    def show_record(self, record: str) -> None:
        """Fit to `record`. A person's links are on the person's own page."""
        self._record = record
        self.hide()
        Operation(self, self._vault.query(lambda session: _linked(session, record))).on_success(
            lambda rows: self._show(record, rows)
        ).on_failure(lambda _error: None).start()

    def _show(self, record: str, rows: list[RecordRow]) -> None:
        if record != self._record:
            return  # another one was chosen meanwhile
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        self._flow.addWidget(Label(_("Belongs with"), "muted", wrap=False))
        for row in rows[:SHOWN]:
            button = Button(row.title, "quiet")
            button.setAccessibleName(_("Open: {title}").format(title=row.title))
            button.clicked.connect(self._opener(row.id))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(rows))

    def _opener(self, record: str) -> Callable[[], None]:
        return lambda: self.record_chosen.emit(record)


def _linked(session: Session, record: str) -> list[RecordRow]:
    """The records that stand in a link with `record`, in the order in which they were linked."""
    if session.records.row(RecordId(record)).form == PERSON:
        return []
    ends = [
        link.target if link.source == record else link.source
        for link in session.links.of(RecordId(record))
    ]
    return [session.records.row(end) for end in dict.fromkeys(ends)]
