"""Everything that is wrong with a form, at once: where, what, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.scrolling import by_key
from forms import Problem
from translations.interface import _, ngettext

_WIDTH = 760


class ProblemList(QScrollArea):
    """A heading with the count, then a card for each problem; all text can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        by_key(self, _("Errors"))
        self.problems: tuple[Problem, ...] = ()

    def show_problems(self, name: str, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the form or file `name`."""
        self.problems = tuple(problems)
        page = QWidget()
        page.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 4, 16, 48)
        column.setSpacing(12)
        head = ngettext("{count} error in {name}", "{count} errors in {name}", len(problems))
        column.addWidget(Label(head.format(count=len(problems), name=name), "heading"))
        for problem in problems:
            column.addWidget(_card(problem))
        column.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(0)


def _card(problem: Problem) -> Card:
    card = Card()
    card.column.setSpacing(2)
    for words, kind in (
        (place(problem), "muted"),
        (problem.message, "strong"),
        (problem.remedy, ""),
    ):
        if words:
            label = Label(words, kind)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.column.addWidget(label)
    return card


def place(problem: Problem) -> str:
    """Where a problem is, as its author finds it: sheet, row and cell, or the node's path."""
    if not problem.sheet:
        return problem.where
    parts = [_("Sheet {name}").format(name=problem.sheet)]
    if problem.row is not None:
        parts.append(_("row {number}").format(number=problem.row))
    if problem.cell and problem.cell.endswith(str(problem.row)):
        parts.append(_("cell {name}").format(name=problem.cell))
    elif problem.cell:
        parts.append(_("column {name}").format(name=problem.cell))
    return ", ".join(parts)
