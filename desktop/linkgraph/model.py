"""The graph in plain data: things, and which of them a record ties together."""

import enum
from dataclasses import dataclass


class Kind(enum.StrEnum):
    """What a thing is; an intelligence report names subjects by these."""

    PERSON = "person"
    VEHICLE = "vehicle"
    NUMBER = "number"
    PLACE = "location"
    EVENT = "event"
    OBJECT = "object"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is drawn.

    Attributes:
        key: names it in the graph; equal words of one kind are one thing.
        words: what it is called, as it was first written.
        records: the records that name it, oldest first; of a report, the report itself.
    """

    key: str
    kind: Kind
    words: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two things that a record ties together, the smaller key first."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Graph:
    """All of it, in the order of the records.

    Attributes:
        versions: the newest version of each record that is told of.
        left_out: how many subjects were left out because they are called like somebody in People.
    """

    things: tuple[Thing, ...] = ()
    ties: tuple[Tie, ...] = ()
    versions: tuple[tuple[str, int], ...] = ()
    left_out: int = 0

    def beside(self, key: str) -> list[Thing]:
        """The things that are tied to one."""
        found = {tie.other if tie.one == key else tie.one for tie in self._of(key)}
        return [thing for thing in self.things if thing.key in found]

    def _of(self, key: str) -> list[Tie]:
        return [tie for tie in self.ties if key in (tie.one, tie.other)]
