"""The list of forms: the force's own, then those that come with Fieldbook."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.definitions import Standing
from desktop.theme.rows import Role
from translations.interface import _, form_language
from translations.languages import ENGLISH, TRANSLATED

_NAMED = 3
"""So many languages of a form are called by name."""
_OWN_NAMES = {each.code: each.name for each in (ENGLISH, *TRANSLATED)}

Index = QModelIndex | QPersistentModelIndex


class FormList(QAbstractListModel):
    """Shows what stands on a form shelf."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self._standings: tuple[Standing, ...] = ()

    def show(self, standings: Sequence[Standing]) -> None:
        """List `standings`."""
        self.beginResetModel()
        self._standings = tuple(standings)
        self.endResetModel()

    def standing(self, index: Index) -> Standing | None:
        """What stands in that line."""
        row = index.row()
        return self._standings[row] if 0 <= row < len(self._standings) else None

    def row_of(self, form_id: str, version: str) -> int:
        """The line of that form and version, -1 where there is none."""
        for row, standing in enumerate(self._standings):
            if (standing.summary.id, standing.summary.version) == (form_id, version):
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt's hook: how many lines there are."""
        return 0 if parent.isValid() else len(self._standings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt's hook: what a line says."""
        standing = self.standing(index)
        if standing is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return standing.summary.title_in(form_language())
        if role == Role.DETAIL:
            version = _("version {version}").format(version=standing.summary.version)
            languages = _languages(standing.summary.languages)
            return " · ".join(filter(None, (languages, version, standing.summary.id)))
        if role == Role.CHIP:
            return _chip(standing)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chip = _chip(standing)
            title = standing.summary.title_in(form_language())
            return f"{title}, {chip[0]}" if chip else title
        return None


def _languages(codes: Sequence[str]) -> str:
    """Their own names; of more than a line holds, how many there are."""
    if len(codes) > _NAMED:
        return _("{count} languages").format(count=len(codes))
    return ", ".join(_OWN_NAMES.get(code, code) for code in codes)


def _chip(standing: Standing) -> tuple[str, str] | None:
    if standing.own:
        return (_("yours, in use"), "teal") if standing.in_use else (_("yours"), "neutral")
    return None if standing.in_use else (_("replaced"), "neutral")
