"""What belongs with the record that is shown: one click from each to the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.discretion import PERSON
from desktop.operations import Operation
from desktop.theme.buttons import Button
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from desktop.times import moment
from storage import RecordId, RecordRow, Session, Vault
from translations.interface import _, ngettext

MOST = 6
"""How many are named; a visit may have many."""


class LinkedStrip(QWidget):
    """Hides itself where nothing belongs. Liaison records are reached under People alone."""

    record_chosen = Signal(str)
    """The record of this id shall be shown."""

    def __init__(self, vault: Vault) -> None:
        """Show what belongs with a record of `vault`, once one is shown."""
        super().__init__()
        self._vault = vault
        self._record = ""
        self.buttons: list[Button] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(Label(_("Belongs with it"), "label"))
        self._column.addWidget(self._body)
        self.hide()

    def show_record(self, record: str) -> None:
        """Fit to `record`."""
        self._record = record
        self.hide()
        rows = self._vault.query(lambda session: linked(session, RecordId(record)))
        Operation(self, rows).on_success(lambda found: self._show(record, found)).on_failure(
            lambda _gone: None
        ).start()

    def _show(self, record: str, rows: list[RecordRow]) -> None:
        if record != self._record:
            return  # another one was chosen meanwhile
        body = QWidget()
        flow = Flow(body, 8)
        self.buttons = []
        for row in rows[:MOST]:
            button = Button(row.title, icon="file-text")
            when = moment(row.event_time or row.entry_time)
            button.setToolTip(when)
            button.setAccessibleName(_("Open {title}, {time}").format(title=row.title, time=when))
            button.clicked.connect(lambda _on=False, id=row.id: self.record_chosen.emit(id))
            flow.addWidget(button)
            self.buttons.append(button)
        more = len(rows) - MOST
        if more > 0:
            words = ngettext("and {count} more", "and {count} more", more)
            flow.addWidget(Label(words.format(count=more), "muted", wrap=False))
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self.setVisible(bool(rows))


def linked(session: Session, record: RecordId) -> list[RecordRow]:
    """The records that stand linked to or from `record`, the one written last first."""
    ends = {
        end
        for link in session.links.of(record)
        for end in (link.source, link.target)
        if end != record
    }
    rows = [session.records.row(end) for end in ends]
    shown = [row for row in rows if row.form != PERSON]
    return sorted(shown, key=lambda row: row.number, reverse=True)
