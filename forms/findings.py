"""Collects what is wrong with a form while it is read, so that its author sees all of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from forms.errors import Problem

MOST = 200
"""Problems that are told at once; after so many one more helps nobody."""


@dataclass(slots=True)
class Findings:
    """Problems, by the path and the attribute they are at; and remarks, which stop nothing."""

    names: Iterable[str] = ()
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def add(self, message: str, remedy: str = "", *, where: str = "", cell: str = "") -> None:
        """Notes a problem; a second equal one is left out."""
        problem = Problem(message, remedy, where=where, cell=cell)
        if len(self.problems) < MOST and problem not in self.problems:
            self.problems.append(problem)

    def remark(self, text: str) -> None:
        """Notes something that works, but not as its author may expect."""
        if text not in self.remarks:
            self.remarks.append(text)

    def suggestion(self, message: str) -> str:
        """What to do about an unknown name: the likeliest one that exists."""
        if not message.startswith("there is no "):
            return "Correct the expression."
        name = message.removeprefix("there is no ").split()[0].strip("./()")
        near = difflib.get_close_matches(name.rpartition("/")[2], list(self.names), 1, 0.6)
        if near:
            return f"Did you mean {near[0]}?"
        return "Correct the name, or add what it names."
