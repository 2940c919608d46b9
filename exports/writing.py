"""Writes a document: laid out in memory, completed, then put in place in one step."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pikepdf
from reportlab.platypus import Flowable

from exports.errors import ExportCancelled
from exports.page import A4, PageCanvas, Pages, Sheet, Surroundings, sheets
from exports.placing import put_in_place
from exports.structure import Structure
from exports.text import BreakFinder, Typesetter, spaces_and_hyphens

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Document(Protocol):
    """What every document offers to be written."""

    @property
    def language(self) -> str:
        """Of the whole document (BCP 47)."""

    @property
    def produced(self) -> datetime:
        """When it is made."""

    @property
    def title(self) -> str:
        """The neutral title for the metadata."""

    @property
    def furniture(self) -> Surroundings:
        """Head and foot of the pages."""

    def story(self, typesetter: Typesetter) -> list[Flowable]:
        """The parts in reading order."""


def write(
    document: Document,
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    break_finder: BreakFinder = spaces_and_hyphens,
    sheet: Sheet = A4,
) -> None:
    """Lay `document` out and put it in place of `out`.

    What stood there is replaced at once or not at all. `progress` hears parts done and parts in
    all; `cancelled` is asked between parts. No text touches the disk but in the folder of `out`,
    and there only while the file is being completed.

    Raises MissingGlyph, ExportCancelled or CannotWrite; nothing is left behind then.
    """
    steps = _Steps(progress, cancelled)
    data = _made(document, steps, break_finder, sheet)
    steps.next()
    put_in_place(out, data)
    steps.next()


def render(
    document: Document,
    break_finder: BreakFinder = spaces_and_hyphens,
    sheet: Sheet = A4,
) -> bytes:
    """`document` as a PDF in memory, for what is sealed before it touches the disk; see `write`."""
    return _made(document, _Steps(None, None), break_finder, sheet)


class _Steps:
    """Counts the parts done, tells the listener, and stops when asked to."""

    def __init__(self, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._done = 0
        self.total = 1

    def next(self) -> None:
        """One more part is done; raises ExportCancelled if the caller wants no more."""
        if self._cancelled and self._cancelled():
            raise ExportCancelled
        self._done = min(self._done + 1, self.total)  # a part split over pages counts twice
        if self._progress:
            self._progress(self._done, self.total)


def _made(document: Document, steps: _Steps, break_finder: BreakFinder, sheet: Sheet) -> bytes:
    """The whole document in memory."""
    typesetter = Typesetter(document.language, break_finder)
    structure = Structure()
    pages = _laid_out(document, typesetter, steps, structure, sheet)
    return _complete(pages, document, structure, sheet)


def _laid_out(
    document: Document,
    typesetter: Typesetter,
    steps: _Steps,
    structure: Structure,
    sheet: Sheet,
) -> bytes:
    """The pages as ReportLab writes them."""
    furniture = document.furniture
    furniture.check(typesetter)
    story = document.story(typesetter)
    steps.total = len(story) + 2
    out = io.BytesIO()

    def canvas(*arguments: object, **options: object) -> PageCanvas:
        return PageCanvas(
            *arguments,
            furniture=furniture,
            typesetter=typesetter,
            structure=structure,
            sheet=sheet,
            **options,
        )

    Pages(out, document.language, steps.next, sheet).build(story, canvasmaker=canvas)
    return out.getvalue()


def _complete(data: bytes, document: Document, structure: Structure, sheet: Sheet) -> bytes:
    """The same pages with honest metadata, compressed; equal input gives equal bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.docinfo  # written again from the metadata below
        pdf.Root.Lang = pikepdf.String(document.language)
        structure.write(pdf, sheets(structure.pages) if sheet.fold else None)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = document.title
            metadata["dc:language"] = {document.language}
            metadata["xmp:CreatorTool"] = metadata["pdf:Producer"] = "Fieldbook"
            made = document.produced.isoformat(timespec="seconds")
            metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = made
        done = io.BytesIO()
        pdf.save(
            done,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=False,
        )
    return done.getvalue()
