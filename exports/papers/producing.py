"""The way from a paper to its file; only here is the PDF engine loaded."""

from collections.abc import Callable, Sequence
from pathlib import Path

from exports.papers.paper import Paper


def export_paper(
    paper: Paper,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    break_finder: Callable[[str], Sequence[int]] | None = None,
) -> None:
    """Write `paper` to `out` as `exports.export_record` does, and raise as it does."""
    from exports.papers.pages import PaperPages  # ReportLab takes a third of a second to load
    from exports.text import spaces_and_hyphens
    from exports.writing import write

    pages = PaperPages(paper)
    finder = break_finder or spaces_and_hyphens
    write(pages, out, progress, cancelled, finder, pages.sheet)


def paper_bytes(
    paper: Paper, *, break_finder: Callable[[str], Sequence[int]] | None = None
) -> bytes:
    """`paper` as a PDF in memory, for what is sealed or printed; raises as `export_paper`."""
    from exports.papers.pages import PaperPages
    from exports.text import spaces_and_hyphens
    from exports.writing import render

    pages = PaperPages(paper)
    return render(pages, break_finder=break_finder or spaces_and_hyphens, sheet=pages.sheet)
