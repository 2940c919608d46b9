"""The way from a disclosure copy to its file; only here is the PDF engine loaded."""

from collections.abc import Callable, Sequence

from exports.disclosure.copy import Disclosure


def disclosure_bytes(
    copy: Disclosure, *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """`copy` as a PDF in memory, to be written or printed; raises as `export_record`."""
    from exports.disclosure.pages import DisclosurePages  # ReportLab takes a third of a second
    from exports.text import spaces_and_hyphens
    from exports.writing import render

    return render(DisclosurePages(copy), break_finder=break_finder or spaces_and_hyphens)
