"""The list of notes: drafts first, then records as they were made, fetched as one scrolls."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.operations import Operation
from desktop.prompts.beside import on_their_own
from desktop.theme.rows import Role
from desktop.times import moment
from storage import Draft, RecordRow, Session, Vault
from translations.interface import _

PAGE = 60
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of the list: a draft or a record.

    Attributes:
        chip: a word for its state, empty for a record in its first version.
        state: that chip's colour state (`desktop.theme.labels.STATES`).
    """

    draft: str
    record: str
    number: int
    title: str
    summary: str
    time: str
    chip: str
    state: str


def of_draft(draft: Draft) -> NoteLine:
    """The line of a draft."""
    word = _("amending") if draft.record else _("draft")
    when = _("sealed {time}").format(time=moment(draft.updated))
    return NoteLine(draft.id, draft.record, 0, draft.title, "", when, word, "amber")


def of_record(row: RecordRow) -> NoteLine:
    """The line of a record."""
    chip = _("amended") if row.version > 1 else ""
    when = moment(row.event_time or row.entry_time)
    return NoteLine("", row.id, row.number, row.title, row.summary, when, chip, "neutral")


class NoteList(QAbstractListModel):
    """Holds what was fetched so far; `seek` shows only what search finds."""

    loaded = Signal(int)
    """The first page of what was asked for is there; how many lines it has."""

    def __init__(self, vault: Vault, parent: QObject | None = None) -> None:
        """Show the notes of `vault`; call `refresh` or `seek` to begin."""
        super().__init__(parent)
        self._vault = vault
        self._lines: list[NoteLine] = []
        self._sought = ""
        self._more = False
        self._asked = 0

    def refresh(self) -> None:
        """Fetch anew, from the top."""
        self.seek(self._sought)

    def seek(self, text: str) -> None:
        """Show what `text` finds, newest first; everything if it is empty."""
        self._sought = text
        self._asked += 1
        asked = self._asked
        Operation(self, self._vault.query(lambda session: _first_page(session, text))).on_success(
            lambda lines: self._show(asked, lines)
        ).start()

    def line(self, index: Index) -> NoteLine | None:
        """The line at `index`."""
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, draft: str, record: str) -> int:
        """The row of a draft or record among those fetched so far, -1 if it is not there."""
        for row, line in enumerate(self._lines):
            if (draft and line.draft == draft) or (not draft and line.record == record):
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Qt's hook: how many lines there are so far."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt's hook: what the delegate draws, and what a screen reader says."""
        line = self.line(index)
        if line is None:
            return None
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: line.title,
            Role.DETAIL: " · ".join(filter(None, (line.time, line.summary))),
            Role.CHIP: (line.chip, line.state) if line.chip else None,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                filter(None, (line.title, line.chip, line.time, line.summary))
            ),
        }
        return told.get(role)

    def canFetchMore(self, parent: Index) -> bool:
        """Qt's hook: whether older records are left."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Qt's hook: fetch the next page; it is added when it comes."""
        if parent.isValid() or not self._more:
            return
        self._more = False
        asked, before = self._asked, self._lines[-1].number
        Operation(
            self,
            self._vault.query(lambda session: session.records.page(limit=PAGE, before=before)),
        ).on_success(lambda rows: self._add(asked, [of_record(row) for row in rows])).start()

    def _show(self, asked: int, lines: list[NoteLine]) -> None:
        if asked != self._asked:
            return  # somebody has typed on meanwhile
        self.beginResetModel()
        self._lines = lines
        records = sum(not line.draft for line in lines)
        self._more = not self._sought.strip() and records == PAGE
        self.endResetModel()
        self.loaded.emit(len(lines))

    def _add(self, asked: int, lines: list[NoteLine]) -> None:
        if asked != self._asked or not lines:
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
        self._lines += lines
        self._more = len(lines) == PAGE
        self.endInsertRows()


def _first_page(session: Session, sought: str) -> list[NoteLine]:
    if sought.strip():
        return [of_record(row) for row in session.search.find(sought, limit=PAGE)]
    drafts = [of_draft(draft) for draft in on_their_own(session, session.drafts.all())]
    return drafts + [of_record(row) for row in session.records.page(limit=PAGE)]
