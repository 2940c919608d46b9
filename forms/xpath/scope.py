"""What an expression is checked against: the form's data, its secondary instances, and itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from forms.schema import Schema, Spot

Reach = Literal["same", "all", "some"]
"""Whether a reference stays in its reader's repeat instance, reads all instances, or chooses some.

Choosing (``/data/day[position() = position(current()/..) - 1]/total``) is how a question reads
the one of the same name in the instance before, which is no cycle.
"""


@dataclass(slots=True)
class Scope:
    """Where an expression stands (``home``) and what it was found to read.

    ``anchor`` is the spot whose repeat instances absolute paths stay in: the home, but for the
    count of a repeat what is around it.
    ``reads`` maps each spot read to its reach, "all" where it is read in two ways; ``looks_at``
    are selects whose choices are read by name; ``once`` says that it keeps the value it has, so
    that reading itself is no cycle. ``local`` says that it could not stand at another spot as it
    is, for its paths begin at the home's parent or children. ``bare`` is the expression where it
    is a lone word, most likely a text whose quotes were forgotten. ``problems`` are sentences for
    the form's author.
    """

    schema: Schema
    home: Spot
    anchor: Spot
    instances: Collection[str]
    reads: dict[Spot, Reach] = field(default_factory=dict)
    looks_at: set[Spot] = field(default_factory=set)
    translated: bool = False
    once: bool = False
    local: bool = False
    bare: str = ""
    problems: list[str] = field(default_factory=list)

    def read(self, spots: tuple[Spot, ...], reach: Reach) -> None:
        """Notes that the expression reads the spots."""
        for spot in spots:
            before = self.reads.get(spot, reach)
            self.reads[spot] = reach if before == reach else "all"

    def problem(self, text: str) -> None:
        """Notes something wrong, once."""
        if text not in self.problems:
            self.problems.append(text)
