"""The way in: documents are written from here, and only then is the PDF engine loaded."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exports.leaflet import Leaflet
from exports.listing import Listing
from exports.record import RecordDocument

if TYPE_CHECKING:
    from exports.links import LinksDocument
    from exports.timeline import TimelineDocument


def export_record(
    doc: RecordDocument,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    break_finder: Callable[[str], Sequence[int]] | None = None,
) -> None:
    """Write the document of a record to `out`; what stood there is replaced at once or not at all.

    `progress` hears parts done and parts in all; `cancelled` is asked between parts. No text
    touches the disk but in the folder of `out`, and there only while the file is being completed.
    `break_finder` gives where in a paragraph a new line may begin, its end included; without one,
    lines end as in European languages.

    Raises MissingGlyph, ExportCancelled or CannotWrite; nothing is left behind then.
    """
    from exports.record_document import RecordPages  # ReportLab takes a third of a second to load
    from exports.text import spaces_and_hyphens
    from exports.writing import write

    write(RecordPages(doc), out, progress, cancelled, break_finder or spaces_and_hyphens)


def record_bytes(
    doc: RecordDocument, *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """The document of a record in memory, for what is sealed; raises as `export_record`."""
    from exports.record_document import RecordPages
    from exports.text import spaces_and_hyphens
    from exports.writing import render

    return render(RecordPages(doc), break_finder=break_finder or spaces_and_hyphens)


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


def listing_bytes(
    listing: Listing, *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """The document in memory, for what is sealed; raises as `export_record`."""
    from exports.listing_pages import ListingPages
    from exports.text import spaces_and_hyphens
    from exports.writing import render

    return render(ListingPages(listing), break_finder=break_finder or spaces_and_hyphens)


def export_leaflet(
    leaflet: Leaflet,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    break_finder: Callable[[str], Sequence[int]] | None = None,
) -> None:
    """Write `leaflet` to `out`, as `export_record` does; Thai and Chinese need a `break_finder`."""
    from exports.leaflet_pages import LeafletPages
    from exports.text import spaces_and_hyphens
    from exports.writing import write

    pages = LeafletPages(leaflet)
    finder = break_finder or spaces_and_hyphens
    write(pages, out, progress, cancelled, finder, pages.sheet)


def leaflet_bytes(
    leaflet: Leaflet, *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """`leaflet` in memory, for what is printed; raises as `export_record`."""
    from exports.leaflet_pages import LeafletPages
    from exports.text import spaces_and_hyphens
    from exports.writing import render

    pages = LeafletPages(leaflet)
    return render(pages, break_finder=break_finder or spaces_and_hyphens, sheet=pages.sheet)


def links_bytes(
    document: "LinksDocument", *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """The picture of links in memory, to be written or printed; raises as `export_record`."""
    from exports.links import LinksPages
    from exports.text import spaces_and_hyphens
    from exports.writing import render

    return render(LinksPages(document), break_finder=break_finder or spaces_and_hyphens)


def timeline_bytes(
    document: "TimelineDocument", *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """Contact over time in memory, to be written or printed; raises as `export_record`."""
    from exports.text import spaces_and_hyphens
    from exports.timeline import TimelinePages
    from exports.writing import render

    return render(TimelinePages(document), break_finder=break_finder or spaces_and_hyphens)
