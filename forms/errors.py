"""The ways a form can be wrong, told so that its author knows where to look and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from forms.model import Violation


class FormError(Exception):
    """Any failure of a form or of its use; ``FormErrors`` and the others are kinds of it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of a definition.

    ``row`` is the row in the sheet, 1 for the header; ``cell`` is the column's name in Markdown
    and CSV forms and the letter with row in Excel ("C7"). An XForm has no sheet: ``where`` holds
    the path of the node instead.
    """

    message: str
    remedy: str = ""
    sheet: str = ""
    row: int | None = None
    cell: str = ""
    where: str = ""

    def __str__(self) -> str:
        """One sentence: where, what, and what to do."""
        place = ", ".join(
            part
            for part in (
                f"sheet {self.sheet}" if self.sheet else "",
                f"row {self.row}" if self.row is not None else "",
                f"column {self.cell}" if self.cell else "",
                self.where if not self.sheet else "",
            )
            if part
        )
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} {self.remedy}" if self.remedy else text


class FormErrors(FormError):
    """A definition that cannot be used; ``problems`` holds all of its errors at once."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        """``name`` is the file or form the problems are in."""
        self.name = name
        self.problems = tuple(problems)
        super().__init__(name, self.problems)

    def __str__(self) -> str:
        """A line for each problem."""
        return "\n".join(f"{self.name}: {problem}" for problem in self.problems)


class FormInvalid(FormError):
    """A filled form that cannot be finalised yet: something required is missing or not allowed."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        """``violations`` in reading order."""
        self.violations = tuple(violations)
        super().__init__(self.violations)

    def __str__(self) -> str:
        """The labels of what is wrong."""
        return "; ".join(f"{v.label or v.path}: {v.message or v.kind}" for v in self.violations)


class InstanceError(FormError):
    """A saved instance that does not belong to this form or cannot be read."""


class NoSuchNode(FormError):
    """A path that names no node of the instance."""

    def __init__(self, path: str) -> None:
        """``path`` as it was asked for."""
        self.path = path
        super().__init__(path)

    def __str__(self) -> str:
        """The path, in a sentence."""
        return f"The form has no node {self.path}."


class NotAllowed(FormError):
    """A step the form does not allow, such as adding to a repeat whose count is calculated."""


class TooCostly(FormError):
    """An expression that would take too long; the form is refused rather than hanging."""


class UnknownForm(FormError):
    """A form id or version that the library does not hold."""
