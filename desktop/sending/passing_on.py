"""Beginning a report from a note: choosing, passage by passage, what is passed on; never a copy.

This is the one door in the wall between what is kept for her safety and intelligence: it opens by
hand, asks why, and the note's log keeps the answer.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.definitions import FormShelf
from desktop.profile.model import SENDABLE_FORMS
from desktop.sending.package import Passage
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.fields import Field
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.segmented import Segmented
from forms import FormEngine
from translations.interface import _

REPORT = SENDABLE_FORMS[0]
WIDTH = 620
NOTED = "Passed on"
_ITEM = "/data/items"
_ACCOUNTS = {
    "referral": "/data/account/happened",
    "num_report": "/data/account/happened",
    "concern_notification": "/data/concern/concerns",
}
"""Where what is chosen stands in a form that has no items."""
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

    chosen = Signal(str, object, str)
    """The form that begins, the texts to begin it with, in their order, and why."""

    def __init__(self, parent: QWidget, passages: tuple[Passage, ...]) -> None:
        """Offer the `passages` of a note."""
        super().__init__(WIDTH, parent)
        width = self.width() - _BAR
        self._body.setFixedWidth(width)
        self.checks: list[tuple[Check, Passage]] = []
        self.column.addWidget(Label(_("Report from this note"), "heading"))
        self.kind = Segmented([(form, kinds()[form]) for form in SENDABLE_FORMS])
        self.kind.setAccessibleName(_("What it becomes"))
        self.kind.set_value(REPORT)
        self.column.addWidget(self.kind)
        self._words = Label("")
        self.column.addWidget(self._words)
        for passage in passages:
            check = Check(passage.label)
            check.setAccessibleDescription(passage.text)
            self.column.addWidget(check)
            self.column.addWidget(Label(passage.text, "muted"))
            self.checks.append((check, passage))
        if not passages:
            nothing = _("Nothing stands here that could be passed on: what is hers stays.")
            self.column.addWidget(Label(nothing, "muted"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(_("For example: others are in danger from the same man"))
        self.reason.textChanged.connect(lambda: self._show_rule())
        why = Field(
            _("Why is it passed on?"), self.reason, hint=_("The note’s log keeps your reason.")
        )
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.begin = Button(_("Begin the report"), "primary")
        self.begin.clicked.connect(self._choose)
        self.set_foot(row(None, cancel, self.begin), why)
        self.kind.chosen.connect(self._show_rule)
        self._show_rule()

    def _show_rule(self) -> None:
        self._words.setText(_rules().get(self.kind.value(), ""))
        self.begin.setEnabled(bool(self.kind.value() and self.reason.text().strip()))
        self._body.setMinimumHeight(self.column.totalHeightForWidth(self._body.width()))

    def _choose(self) -> None:
        texts = [passage.text for check, passage in self.checks if check.isChecked()]
        self.chosen.emit(self.kind.value(), texts, self.reason.text().strip())
        self.accept()


def kinds() -> dict[str, str]:
    """What a note can become, in words."""
    return {
        "intelligence_report": _("Intelligence report"),
        "referral": _("Referral"),
        "num_report": _("NUM report"),
        "concern_notification": _("Concern notification"),
    }


def _rules() -> dict[str, str]:
    return {
        "intelligence_report": _(
            "Choose what is passed on: only what is about those who exploit or harm. Each becomes"
            " an item of a new report, which you then write so that nobody can tell from whom it"
            " came. The note itself never leaves."
        ),
        "referral": _(
            "Choose what belongs to what happened to her, then take out all names. A referral of an"
            " adult leaves only with her consent; without it, a Duty to Notify stays anonymous. The"
            " note itself never leaves."
        ),
        "num_report": _(
            "Choose what begins her account. It stays here: only the exact text leaves, which you"
            " write with her and show her, word for word. The note itself never leaves."
        ),
        "concern_notification": _(
            "Choose what those who can protect her, or a child, need to know, and no more. An adult"
            " is asked first. The note itself never leaves."
        ),
    }


def may_go(form: str, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Those of a note's `passages` that are not hers alone; see `SOURCES`."""
    sections = SOURCES.get(form, frozenset())
    return tuple(one for one in passages if _section(one.path) in sections)


def _section(path: str) -> str:
    return path.split("/")[2].partition("[")[0]


def logged(form: str, texts: list[str], reason: str) -> str:
    """What the note's log says of it; `NOTED` begins it."""
    return f"{NOTED} ({form}, {len(texts)} passages): {reason}"


def begun(
    shelf: FormShelf,
    texts: list[str],
    language: str,
    properties: dict[str, str],
    form: str = REPORT,
) -> bytes:
    """A new record of `form`, one of `SENDABLE_FORMS`, that holds `texts`, as a draft."""
    engine = FormEngine(shelf.get(form), language=language, properties=properties)
    if form != REPORT:
        engine.set(_ACCOUNTS[form], "\n\n".join(texts))
        return engine.draft()
    for number, text in enumerate(texts, 1):
        if len(engine.body(_ITEM)) < number:
            engine.add(_ITEM)
        engine.set(f"{_ITEM}[{number}]/item", text)
    return engine.draft()
