"""What a list shows of a record, without its content."""

from dataclasses import dataclass
from typing import NewType

RecordId = NewType("RecordId", str)

ROW_COLUMNS = (
    "record.number, record.id, record.form, record.version, record.title, record.summary,"
    " record.event_time, record.entry_time"
)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A line in a list of records; `number` orders them as they were made.

    Attributes:
        version: number of the newest version.
        event_time: when it happened, `entry_time` when the newest version was written; ISO 8601
            with UTC offset, `event_time` empty where unknown.
    """

    number: int
    id: RecordId
    form: str
    version: int
    title: str
    summary: str
    event_time: str
    entry_time: str
