"""What leaves, shown to the byte: its pages, the XML, and the files with their hashes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.sending.package import Package
from desktop.sizes import weight
from desktop.theme.copying import PlainText
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.scrolling import by_key
from translations.interface import _, ngettext

_SHOWN, _XML = 640, 320
"""Pixels at 100 % text that a page is wide, and the XML is high."""
_BESIDE, _GROUP = 12, 8


class Sheets(QScrollArea):
    """The pages one under another, and under them the XML."""

    def __init__(self) -> None:
        """Say that it is being made, until `show_package`."""
        super().__init__()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, _BESIDE, 0)
        self._column.setSpacing(16)
        self.waits = Label(_("Making exactly what leaves"), "muted")
        self._column.addWidget(self.waits)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        by_key(self, _("Exactly this leaves"))
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_package(self, package: Package, images: Sequence[QImage]) -> None:
        """Show a package, its pages drawn as `images`."""
        width = min(current().px(_SHOWN), self.viewport().width() - _BESIDE)
        smooth = Qt.TransformationMode.SmoothTransformation
        for number, image in enumerate(images, 1):
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(image.scaledToWidth(width, smooth)))
            sheet.setAccessibleName(
                _("Page {number} of {count}").format(number=number, count=len(images))
            )
            self._column.addWidget(sheet)
        self._column.addWidget(Label(_("And the same for machines, as XML"), "label"))
        xml = PlainText(package.xml.decode("utf-8", "replace"))
        xml.setReadOnly(True)
        xml.setMinimumHeight(current().px(_XML))
        xml.setAccessibleName(_("The XML that leaves"))
        self._column.addWidget(xml)


class Files(QScrollArea):
    """How many files leave, and of each its name, size and hash."""

    def __init__(self) -> None:
        """Stay empty until `show_package`."""
        super().__init__()
        card = Card()
        self._count = Label("", "label")
        card.column.addWidget(self._count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        card.column.addLayout(self._lines)
        card.column.addStretch(1)
        self.setWidgetResizable(True)
        self.setWidget(card)
        by_key(self, _("Files that leave"))
        self.viewport().setAutoFillBackground(False)

    def show_package(self, package: Package) -> None:
        """Show what a package is made of."""
        listed = package.listed()
        self._count.setText(
            ngettext("{count} file leaves", "{count} files leave", len(listed)).format(
                count=len(listed)
            )
        )
        for name, _kind, size, digest in listed:
            self._lines.addWidget(Label(f"{name} · {weight(size)}", "strong"))
            signs = Label(f"SHA-256 {_grouped(digest)}", "hint")
            signs.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(signs)


def _grouped(digest: str) -> str:
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))
