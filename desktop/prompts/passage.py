"""What a citation says, read without leaving the note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import guidance
from desktop.theme.buttons import Button
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import line, row
from desktop.theme.labels import Label
from translations.interface import _

WIDTH = 520


class PassageWindow(FittingDialog):
    """The paragraphs that a form cites, in our own words; the way to the page of guidance."""

    help_asked = Signal(str)
    """The guidance at this citation shall be shown on its page."""

    def __init__(self, parent: QWidget, source: str) -> None:
        """Show what `source` cites, such as "NPCC 2019, 5.6; design"."""
        super().__init__(WIDTH, parent)
        self._body.setFixedWidth(self.width())
        found = guidance.at(source)
        self.column.addWidget(Label(_("Where this comes from"), "heading"))
        for passage in found:
            self._tell(passage)
        for rest in _without_text(source, found):
            self.column.addWidget(line())
            self.column.addWidget(Label(rest, "label"))
        in_help = Button(_("Open under Help"))
        in_help.clicked.connect(lambda: self._lead(found[0].citation))
        close = Button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.set_foot(row(in_help, None, close))
        in_help.setVisible(bool(found))
        self._body.setMinimumHeight(self.column.totalHeightForWidth(self.width()))
        close.setFocus()

    def _tell(self, passage: guidance.Passage) -> None:
        self.column.addWidget(line())
        self.column.addWidget(Label(passage.citation, "label"))
        self.column.addWidget(Label(passage.text))
        self.column.addWidget(Label(passage.topic, "hint"))

    def _lead(self, citation: str) -> None:
        self.accept()
        self.help_asked.emit(citation)


def _without_text(source: str, found: Sequence[guidance.Passage]) -> list[str]:
    """What is cited and not in the guidance; what is our own design, or to be verified."""
    known = {passage.citation for passage in found}
    told = {
        "design": _("Our own design."),
        "verify": _("To be checked by the force before it is relied on."),
    }
    parts = [part.strip() for part in source.split(";")]
    return [told.get(part, part) for part in parts if part and part not in known]
