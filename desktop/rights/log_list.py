"""The log as a list: newest first, fetched as one scrolls, however long it is."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from desktop.models.paged import PagedList, Rest
from desktop.rights.log_files import action_words
from desktop.theme.rows import Role
from desktop.times import moment
from storage import Session, reference
from storage.rows import RecordId
from storage.tables.log_export import LogFilter, LogLine
from translations.interface import _

PAGE = 100
MOST_RECORDS = 500


class LogList(PagedList[LogLine]):
    """The rows that are wanted; call `show_rows` to begin."""

    def show_rows(self, wanted: LogFilter, sought: str = "") -> None:
        """Show the rows that are `wanted`; with `sought`, only those about records it finds."""

        def first(session: Session) -> tuple[list[LogLine], Rest[LogLine] | None]:
            found = _about(session, wanted, sought)
            return _page(session, found) if found else ([], None)

        self.begin(first)

    def told(self, line: LogLine) -> Mapping[int, object]:
        """See `PagedList.told`."""
        entry = line.entry
        title = " · ".join(filter(None, (_what(line), line.title or _named(line))))
        title = title[:1].upper() + title[1:]
        for_whom = _("for {recipient}").format(recipient=entry.recipient) if entry.recipient else ""
        detail = " · ".join(filter(None, (moment(entry.time), for_whom, line.reason, entry.person)))
        return {
            Qt.ItemDataRole.DisplayRole: title,
            Role.DETAIL: detail,
            Role.CHIP: (_("entry {number}").format(number=entry.sequence), "neutral"),
            Qt.ItemDataRole.AccessibleTextRole: f"{title}, {detail}",
        }


def _page(
    session: Session, wanted: LogFilter, last: LogLine | None = None
) -> tuple[list[LogLine], Rest[LogLine] | None]:
    """The rows before the `last`, or the newest."""
    rows = session.log.page(wanted, PAGE, last.entry.sequence if last else None)
    rest = (lambda session, last: _page(session, wanted, last)) if len(rows) == PAGE else None
    return rows, rest


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
