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
SOURCES = {
    "encounter": frozenset({"words", "present"}),
    "incident": frozenset({"what", "partner"}),
    "premises": frozenset({"nuisance_evidence", "exploitation"}),
    "advert_evidence": frozenset({"suspect"}),
}
"""By form, the sections from which something may be passed on. What she wished, needed or agreed,
how she is reached, and all that stands in other forms was told for her own sake, and stays."""
_BAR = 16
"""Pixels beside the words for a scroll bar."""


class PassingOn(FittingDialog):
    """Nothing is chosen at first: what is not ticked stays in the note."""

    chosen = Signal(object)
    """The texts to begin a report with, in their order."""

    def __init__(self, parent: QWidget, passages: tuple[Passage, ...]) -> None:
        """Offer the `passages` of a note."""
        super().__init__(WIDTH, parent)
        width = self.width() - _BAR
        self._body.setFixedWidth(width)
        self.checks: list[tuple[Check, Passage]] = []
        self.column.addWidget(Label(_("Report from this note"), "heading"))
        words = _(
            "Choose what is passed on: only what is about those who exploit or harm. Each becomes"
            " an item of a new report, which you then write so that nobody can tell from whom it"
            " came. The note itself never leaves."
        )
        self.column.addWidget(Label(words))
        for passage in passages:
            check = Check(passage.label)
            check.setAccessibleDescription(passage.text)
            self.column.addWidget(check)
            self.column.addWidget(Label(passage.text, "muted"))
            self.checks.append((check, passage))
        if not passages:
            nothing = _("Nothing stands here that could be passed on: what is hers stays.")
            self.column.addWidget(Label(nothing, "muted"))
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.begin = Button(_("Begin the report"), "primary")
        self.begin.clicked.connect(self._choose)
        self.set_foot(row(None, cancel, self.begin))
        self._body.setMinimumHeight(self.column.totalHeightForWidth(width))

    def _choose(self) -> None:
        self.chosen.emit([passage.text for check, passage in self.checks if check.isChecked()])
        self.accept()


def may_go(form: str, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Those of a note's `passages` that are not hers alone; see `SOURCES`."""
    sections = SOURCES.get(form, frozenset())
    return tuple(one for one in passages if _section(one.path) in sections)


def _section(path: str) -> str:
    return path.split("/")[2].partition("[")[0]


def begun(shelf: FormShelf, texts: list[str], language: str, properties: dict[str, str]) -> bytes:
    """A new report whose items of information hold `texts`, as a draft."""
    engine = FormEngine(shelf.get(REPORT), language=language, properties=properties)
    for number, text in enumerate(texts, 1):
        if len(engine.body(_ITEM)) < number:
            engine.add(_ITEM)
        engine.set(f"{_ITEM}[{number}]/item", text)
    return engine.draft()
