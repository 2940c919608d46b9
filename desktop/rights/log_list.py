"""The log as a list: newest first, fetched as one scrolls, however long it is."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.operations import Operation
from desktop.rights.log_files import action_words
from desktop.theme.rows import Role
from desktop.times import moment
from storage import Session, Vault, reference
from storage.log_export import LogFilter, LogLine
from storage.rows import RecordId
from translations.interface import _

PAGE = 100
MOST_RECORDS = 500
Index = QModelIndex | QPersistentModelIndex


class LogList(QAbstractListModel):
    """Holds what was fetched so far of the rows that are wanted."""

    loaded = Signal(int)
    """The first page of what was asked for is there; how many rows it has."""

    def __init__(self, vault: Vault, parent: QObject | None = None) -> None:
        """Show the log of `vault`; call `show_rows` to begin."""
        super().__init__(parent)
        self._vault = vault
        self._lines: list[LogLine] = []
        self._wanted = LogFilter()
        self._more = False
        self._asked = 0

    def show_rows(self, wanted: LogFilter, sought: str = "") -> None:
        """Show the rows that are `wanted`; with `sought`, only those about records it finds."""
        self._asked += 1
        asked = self._asked

        def work(session: Session) -> tuple[LogFilter, list[LogLine]]:
            asked_for = _about(session, wanted, sought)
            if asked_for is None:
                return wanted, []
            return asked_for, session.log.page(asked_for, PAGE)

        Operation(self, self._vault.query(work)).on_success(
            lambda found: self._show(asked, *found)
        ).start()

    def line(self, index: Index) -> LogLine | None:
        """The row at `index`."""
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Qt's hook: how many rows there are so far."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt's hook: what the delegate draws, and what a screen reader says."""
        line = self.line(index)
        if line is None:
            return None
        entry = line.entry
        title = " · ".join(filter(None, (_what(line), line.title or _named(line))))
        title = title[:1].upper() + title[1:]
        for_whom = _("for {recipient}").format(recipient=entry.recipient) if entry.recipient else ""
        detail = " · ".join(filter(None, (moment(entry.time), for_whom, line.reason, entry.person)))
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: title,
            Role.DETAIL: detail,
            Role.CHIP: (str(entry.sequence), "neutral"),
            Qt.ItemDataRole.AccessibleTextRole: f"{title}, {detail}",
        }
        return told.get(role)

    def canFetchMore(self, parent: Index) -> bool:
        """Qt's hook: whether older rows are left."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Qt's hook: fetch the next page; it is added when it comes."""
        if parent.isValid() or not self._more:
            return
        self._more = False
        asked, before, wanted = self._asked, self._lines[-1].entry.sequence, self._wanted
        Operation(
            self,
            self._vault.query(lambda session: session.log.page(wanted, PAGE, before)),
        ).on_success(lambda lines: self._add(asked, lines)).start()

    def _show(self, asked: int, wanted: LogFilter, lines: list[LogLine]) -> None:
        if asked != self._asked:
            return  # something else is wanted meanwhile
        self.beginResetModel()
        self._lines, self._wanted = lines, wanted
        self._more = len(lines) == PAGE
        self.endResetModel()
        self.loaded.emit(len(lines))

    def _add(self, asked: int, lines: list[LogLine]) -> None:
        if asked != self._asked or not lines:
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
        self._lines += lines
        self._more = len(lines) == PAGE
        self.endInsertRows()


def _what(line: LogLine) -> str:
    return action_words(line.entry.action, line.entry.version)


def _named(line: LogLine) -> str:
    return reference(RecordId(line.entry.record)) if line.entry.record else ""


def _about(session: Session, wanted: LogFilter, sought: str) -> LogFilter | None:
    """`wanted`, of records that `sought` finds alone; None where it finds none."""
    text = sought.strip()
    if not text:
        return wanted
    found = session.log.records_named(text.upper()) if text.upper().startswith("FB-") else []
    found += [row.id for row in session.search.find(text, MOST_RECORDS)]
    return wanted.about(found) if found else None
