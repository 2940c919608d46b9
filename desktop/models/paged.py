"""A long list out of the vault: its first page at once, the others as one scrolls."""

from collections.abc import Callable, Mapping
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.operations import Operation
from storage import Session, Vault

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")


class Rest(Protocol[Line]):
    """Gives the page that follows a line, and what gives the one after it; None at the end."""

    def __call__(self, session: Session, last: Line) -> "tuple[list[Line], Rest[Line] | None]":
        """Runs beside the window."""


class PagedList(QAbstractListModel, Generic[Line]):
    """Holds the lines that were fetched so far, of what was asked for last."""

    loaded = Signal(int)
    """The first page of what was asked for is there; how many lines it has."""

    def __init__(self, vault: Vault, parent: QObject | None = None) -> None:
        """Of `vault`, and empty until `begin`."""
        super().__init__(parent)
        self._vault = vault
        self._lines: list[Line] = []
        self._rest: Rest[Line] | None = None
        self._asked = 0

    def begin(self, first: Callable[[Session], tuple[list[Line], Rest[Line] | None]]) -> None:
        """Show the page that `first` gives in the place of all; its rest follows as one scrolls."""
        self._asked += 1
        self._rest = None  # what stands there now is not gone on with
        asked = self._asked
        Operation(self, self._vault.query(first)).on_success(
            lambda found: self._show(asked, *found)
        ).start()

    def told(self, line: Line) -> Mapping[int, object]:
        """What the delegate draws of a line, and what a screen reader says, by role."""
        raise NotImplementedError

    def line(self, index: Index) -> Line | None:
        """The line at `index`."""
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Qt's hook: how many lines there are so far."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt's hook: see `told`."""
        line = self.line(index)
        return None if line is None else self.told(line).get(role)

    def canFetchMore(self, parent: Index) -> bool:
        """Qt's hook: whether more lines are left."""
        return not parent.isValid() and self._rest is not None

    def fetchMore(self, parent: Index) -> None:
        """Qt's hook: fetch the next page; it is added when it comes."""
        rest = self._rest
        if parent.isValid() or rest is None:
            return
        self._rest = None  # one page at a time
        asked, last = self._asked, self._lines[-1]
        Operation(self, self._vault.query(lambda session: rest(session, last))).on_success(
            lambda found: self._add(asked, *found)
        ).start()

    def _show(self, asked: int, lines: list[Line], rest: Rest[Line] | None) -> None:
        if asked != self._asked:
            return  # something else is wanted meanwhile
        self.beginResetModel()
        self._lines, self._rest = lines, rest
        self.endResetModel()
        self.loaded.emit(len(lines))

    def _add(self, asked: int, lines: list[Line], rest: Rest[Line] | None) -> None:
        if asked != self._asked or not lines:
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
        self._lines += lines
        self._rest = rest
        self.endInsertRows()
