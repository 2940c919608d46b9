"""The way from a disclosure copy to its file; only here is the PDF engine loaded."""

from collections.abc import Callable, Sequence
from pathlib import Path

from exports.disclosure.copy import Disclosure


def export_disclosure(
    copy: Disclosure,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    break_finder: Callable[[str], Sequence[int]] | None = None,
) -> None:
    """Write `copy` to `out` as `exports.export_record` does, and raise as it does."""
    from exports.disclosure.pages import DisclosurePages  # ReportLab takes a third of a second
    from exports.text import spaces_and_hyphens
    from exports.writing import write

    write(DisclosurePages(copy), out, progress, cancelled, break_finder or spaces_and_hyphens)


def disclosure_bytes(
    copy: Disclosure, *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """`copy` as a PDF in memory, for what is printed; raises as `export_disclosure`."""
    from exports.disclosure.pages import DisclosurePages
    from exports.text import spaces_and_hyphens
    from exports.writing import render

    return render(DisclosurePages(copy), break_finder=break_finder or spaces_and_hyphens)
