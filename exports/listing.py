"""A plain document of headed rows: the log, a purge's receipt, the list of what is handed over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


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


def export_listing(
    listing: Listing,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    break_finder: Callable[[str], Sequence[int]] | None = None,
) -> None:
    """Write the document to `out`; see `export_record`, which this does as well."""
    from exports.listing_pages import ListingPages  # ReportLab takes a third of a second to load
    from exports.text import spaces_and_hyphens
    from exports.writing import write

    write(ListingPages(listing), out, progress, cancelled, break_finder or spaces_and_hyphens)


def listing_bytes(listing: Listing) -> bytes:
    """The document in memory, for what is sealed; raises as `export_record`."""
    from exports.listing_pages import ListingPages
    from exports.writing import render

    return render(ListingPages(listing))
