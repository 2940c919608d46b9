"""A plain document of headed rows: the log, a purge's receipt, the list of what is handed over."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ListingRow:
    """A label on the left and lines beside it; `small` ones are set small, such as hashes."""

    label: str
    lines: tuple[str, ...]
    small: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingSection:
    """A heading and what stands under it."""

    heading: str
    rows: tuple[ListingRow, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the document is made of; equal input gives an equal file.

    Attributes:
        file_title: neutral, for the file's metadata.
        title, subtitle: at the head of the first page.
        reference: neutral, on every page.
        marking, force, officer, language, produced: as in `RecordDocument`.
        facts: up to four short ones under the title.
        notes: what the reader must know to read it rightly.
    """

    file_title: str
    title: str
    subtitle: str
    reference: str
    marking: str
    force: str
    officer: str
    language: str
    produced: datetime
    facts: tuple[ListingRow, ...]
    sections: tuple[ListingSection, ...]
    notes: tuple[str, ...]
