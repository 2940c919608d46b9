"""Next steps: a window that offers each with its source, and says what would be taken over."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.leading.steps import Step
from desktop.theme.buttons import Button
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import line, row
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside
from translations.interface import _

WIDTH = 720
_BAR = 16
"""Pixels beside the words for a scroll bar."""


class NextSteps(FittingDialog):
    """Nothing is chosen; what is begun is a form of its own, to be written by the officer."""

    chosen = Signal(object)
    """The `Step` to begin."""
    source_asked = Signal(str)
    """What a step rests on shall be read."""

    def __init__(
        self, parent: QWidget, steps: Sequence[Step], taken_over: Mapping[str, str]
    ) -> None:
        """Offer `steps`; `taken_over` says by form, in words, which answers it begins with."""
        super().__init__(WIDTH, parent)
        width = self.width() - _BAR
        self._body.setFixedWidth(width)
        self.buttons: dict[str, Button] = {}
        self.column.addWidget(Label(_("Next steps"), "heading"))
        self.column.addWidget(
            Label(
                _(
                    "What it may lead to. You choose, with her where you can; or nothing now. What"
                    " is begun starts empty, unless it says what it takes over."
                )
            )
        )
        for step in steps:
            self.column.addWidget(line())
            self.column.addWidget(self._step(step, taken_over.get(step.form, "")))
        nothing = Button(_("Nothing now"))
        nothing.clicked.connect(self.reject)
        self.set_foot(row(None, nothing))
        nothing.setFocus()
        self._body.setMinimumHeight(self.column.totalHeightForWidth(width))

    def _step(self, step: Step, taken_over: str) -> QWidget:
        made, words = QWidget(), QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(step.words, "strong"))
        column.addWidget(Label(step.about, "muted"))
        if taken_over:
            told = _("Takes over: {answers}.").format(answers=taken_over)
            column.addWidget(Label(told, "hint"))
        source = Button(step.source, "link")
        source.setAccessibleName(_("Read {source}").format(source=step.source))
        source.clicked.connect(lambda: self.source_asked.emit(step.source))
        column.addLayout(row(source, None))
        begin = Button(_("Begin"), big=True)
        begin.setAccessibleName(_("Begin: {form}").format(form=step.words))
        begin.clicked.connect(lambda: self._choose(step))
        self.buttons[step.words] = begin
        across = Beside(made, 12)
        across.addWidget(words)
        across.addWidget(begin)
        return made

    def _choose(self, step: Step) -> None:
        self.accept()
        self.chosen.emit(step)
