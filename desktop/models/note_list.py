"""The list of notes: drafts first, then records as they were made, fetched as one scrolls."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from desktop.definitions import FormShelf
from desktop.models.paged import PagedList, Rest
from desktop.prompts.beside import on_their_own
from desktop.theme.rows import Role
from desktop.times import moment
from storage import Draft, RecordRow, Session, Vault
from translations.interface import _

PAGE = 60


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of the list: a draft or a record.

    Attributes:
        form: the id of its form.
        chip: a word for its state, empty for a record in its first version.
        state: that chip's colour state (`desktop.theme.labels.STATES`).
    """

    draft: str
    record: str
    number: int
    form: str
    title: str
    summary: str
    time: str
    chip: str
    state: str


def of_draft(draft: Draft) -> NoteLine:
    """The line of a draft."""
    word = _("amending") if draft.record else _("draft")
    when = _("sealed {time}").format(time=moment(draft.updated))
    return NoteLine(draft.id, draft.record, 0, draft.form, draft.title, "", when, word, "amber")


def of_record(row: RecordRow) -> NoteLine:
    """The line of a record."""
    chip = _("amended") if row.version > 1 else ""
    when = moment(row.event_time or row.entry_time)
    return NoteLine("", row.id, row.number, row.form, row.title, row.summary, when, chip, "neutral")


class NoteList(PagedList[NoteLine]):
    """Call `refresh` or `seek` to begin; `seek` shows only what search finds."""

    _sought = ""

    def __init__(self, vault: Vault, shelf: FormShelf, parent: QObject | None = None) -> None:
        """List the notes of `vault`; `shelf` knows what their forms are called."""
        super().__init__(vault, parent)
        self._shelf = shelf

    def refresh(self) -> None:
        """Fetch anew, from the top."""
        self.seek(self._sought)

    def seek(self, text: str) -> None:
        """Show what `text` finds, newest first; everything if it is empty."""
        self._sought = text
        self.begin(lambda session: _first_page(session, text))

    def row_of(self, draft: str, record: str) -> int:
        """The row of a draft or record among those fetched so far, -1 if it is not there."""
        for row, line in enumerate(self._lines):
            if (draft and line.draft == draft) or (not draft and line.record == record):
                return row
        return -1

    def told(self, line: NoteLine) -> Mapping[int, object]:
        """See `PagedList.told`."""
        kind = self._shelf.kind(line.form, line.title)
        return {
            Qt.ItemDataRole.DisplayRole: line.title,
            Role.DETAIL: " · ".join(filter(None, (kind, line.time, line.summary))),
            Role.CHIP: (line.chip, line.state) if line.chip else None,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                filter(None, (line.title, line.chip, kind, line.time, line.summary))
            ),
        }


def _first_page(session: Session, sought: str) -> tuple[list[NoteLine], Rest[NoteLine] | None]:
    if sought.strip():
        return [of_record(row) for row in session.search.find(sought, limit=PAGE)], None
    drafts = [of_draft(draft) for draft in on_their_own(session, session.drafts.all())]
    records, rest = _records(session)
    return drafts + records, rest


def _records(
    session: Session, last: NoteLine | None = None
) -> tuple[list[NoteLine], Rest[NoteLine] | None]:
    """The records before the `last`, or the newest."""
    rows = session.records.page(limit=PAGE, before=last.number if last else None)
    return [of_record(row) for row in rows], _records if len(rows) == PAGE else None
