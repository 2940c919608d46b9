"""The ways to a printer that leave no plain file of ours behind.

With CUPS the document goes to `lp` through a pipe. Qt's own way there would first write it to a
temporary file, unencrypted (QCupsPrintEngine, `cupsTempFd`). Where there is no `lp`, as on Windows,
its pages are painted for the system's printer driver, from memory.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from desktop.attachments.pdf import sheets
from translations.interface import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter  # loads the print system, only where it is needed

TITLE = "Fieldbook"
"""What the print queue shows of a document."""
_PATIENCE = 20  # seconds until a queue that does not answer counts as not there
_DOTS = 300  # to the inch, for what is painted


class NotPrinted(Exception):
    """The queue took nothing; its text is for the officer."""


@dataclass(frozen=True, slots=True)
class Wish:
    """On which printer, how often, on both sides of a sheet or on one.

    Attributes:
        fold: whether sheets are turned over their short edge, as a booklet's are.
    """

    printer: str
    copies: int = 1
    both_sides: bool = False
    fold: bool = False


class Queues(Protocol):
    """The printers of this machine."""

    def names(self) -> list[str]:
        """Their names, the usual one first; may wait for the system."""

    def send(self, data: bytes, wish: Wish) -> None:
        """Print the PDF `data`. Raises NotPrinted."""


def queues() -> Queues:
    """The way that fits this machine."""
    return PipedQueues() if shutil.which("lp") else PaintedQueues()


class PipedQueues:
    """CUPS, as on Linux and macOS."""

    def names(self) -> list[str]:
        """All queues, the default one first."""
        every = _said("lpstat", "-e").split()
        usual = _said("lpstat", "-d").rpartition(":")[2].strip()
        return sorted(every, key=lambda name: (name != usual, name))

    def send(self, data: bytes, wish: Wish) -> None:
        """Pipe the document into `lp`."""
        sides = "one-sided"
        if wish.both_sides:
            sides = "two-sided-short-edge" if wish.fold else "two-sided-long-edge"
        command = ["lp", "-s", "-t", TITLE, "-d", wish.printer, "-n", str(wish.copies)]
        command += ["-o", f"sides={sides}"]
        try:
            done = subprocess.run(
                command, input=data, capture_output=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotPrinted(_("The print queue does not answer.")) from error
        if done.returncode:
            why = done.stderr.decode(errors="replace").strip().splitlines()
            raise NotPrinted(why[0] if why else _("The print queue took nothing."))


class PaintedQueues:
    """The system's printer drivers, through Qt; made in the window's thread, used on others."""

    def __init__(self) -> None:
        """Load Qt's printing here: no class of Qt's may be made on another thread."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: F401 - used there

    def names(self) -> list[str]:
        """All printers, the default one first."""
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        return sorted(names, key=lambda name: (name != usual, name))

    def send(self, data: bytes, wish: Wish) -> None:
        """Paint the pages one after the other."""
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(wish.printer)
        printer.setDocName(TITLE)
        printer.setCopyCount(wish.copies)
        mode = QPrinter.DuplexMode
        two = mode.DuplexShortSide if wish.fold else mode.DuplexLongSide
        printer.setDuplex(two if wish.both_sides else mode.DuplexNone)
        paint(data, printer)


def paint(data: bytes, printer: "QPrinter") -> None:
    """Paint the pages of the PDF `data` on `printer`, each in its own size. Raises NotPrinted."""
    painter = QPainter()
    for size, image in sheets(data, _DOTS):
        upright = size.width() <= size.height()
        paper = size if upright else QSizeF(size.height(), size.width())
        way = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
        page = QPageSize(paper, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        printer.setFullPage(True)
        printer.setPageLayout(QPageLayout(page, way, QMarginsF()))
        if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
            raise NotPrinted(_("The printer does not answer."))
        painter.drawImage(QRectF(printer.pageLayout().fullRectPixels(printer.resolution())), image)
    if not painter.isActive():
        raise NotPrinted(_("The document could not be drawn."))
    painter.end()


def _said(*command: str) -> str:
    """What a program of the print system answers, in English; nothing where it can't."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if done.returncode else done.stdout.decode(errors="replace")
