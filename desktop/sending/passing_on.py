"""Beginning a report from a note: choosing, passage by passage, what is passed on; never a copy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.definitions import FormShelf
from desktop.handing_over.fitting import FittingDialog
from desktop.sending.package import Passage
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.frames import row
from desktop.theme.labels import Label
from forms import FormEngine
from translations.interface import _

REPORT = "intelligence_report"
WIDTH = 620
_ITEM = "/data/items"


class PassingOn(FittingDialog):
    """Nothing is chosen at first: what is not ticked stays in the note."""

    chosen = Signal(object)
    """The texts to begin a report with, in their order."""

    def __init__(self, parent: QWidget, passages: tuple[Passage, ...]) -> None:
        """Offer the `passages` of a note."""
        super().__init__(WIDTH, parent)
        self._body.setFixedWidth(self.width())
        self.checks: list[tuple[Check, Passage]] = []
        self.column.addWidget(Label(_("Report from this note"), "heading"))
        words = _(
            "Choose what is passed on: only what is about those who exploit or harm. Each becomes"
            " an item of a new report, which you then write so that nobody can tell from whom it"
            " came. The note itself never leaves."
        )
        self.column.addWidget(Label(words))
        for passage in passages:
            check = Check(passage.text)
            check.setAccessibleName(f"{passage.label}: {passage.text}")
            self.column.addWidget(Label(passage.label, "label"))
            self.column.addWidget(check)
            self.checks.append((check, passage))
        if not passages:
            self.column.addWidget(Label(_("Nothing is written in this note."), "muted"))
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.begin = Button(_("Begin the report"), "primary")
        self.begin.clicked.connect(self._choose)
        self.set_foot(row(None, cancel, self.begin))

    def _choose(self) -> None:
        self.chosen.emit([passage.text for check, passage in self.checks if check.isChecked()])
        self.accept()


def begun(shelf: FormShelf, texts: list[str], language: str, properties: dict[str, str]) -> bytes:
    """A new report whose items of information hold `texts`, as a draft."""
    engine = FormEngine(shelf.get(REPORT), language=language, properties=properties)
    for number, text in enumerate(texts, 1):
        if len(engine.body(_ITEM)) < number:
            engine.add(_ITEM)
        engine.set(f"{_ITEM}[{number}]/item", text)
    return engine.draft()
