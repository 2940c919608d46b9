"""The shape of a form's data: one spot for each node of the primary instance, repeats once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree


class Spot:
    """A place in the form's data, whatever number of instances its repeats have.

    ``is_leaf`` says that it holds a value rather than other nodes.
    ``repeats`` are the repeats around it, outermost first, itself included where it repeats.
    """

    __slots__ = (
        "by_name",
        "children",
        "depth",
        "index",
        "is_attribute",
        "is_leaf",
        "is_repeat",
        "name",
        "parent",
        "path",
        "position",
        "repeats",
        "tag",
        "type",
    )

    def __init__(self, name: str, tag: str, parent: Spot | None, index: int) -> None:
        """``tag`` is the name as lxml writes it (``{namespace}local``)."""
        self.name = name
        self.tag = tag
        self.parent = parent
        self.index = index
        self.path: str = f"{parent.path if parent else ''}/{name}"
        self.depth: int = parent.depth + 1 if parent else 0
        self.position = len(parent.children) if parent else 0
        self.children: list[Spot] = []
        self.by_name: dict[str, Spot] = {}
        self.is_attribute = name.startswith("@")
        self.is_leaf = True
        self.is_repeat = False
        self.repeats: tuple[Spot, ...] = parent.repeats if parent else ()
        self.type = "string"
        if parent is not None:
            parent.children.append(self)
            parent.by_name[name] = self
            parent.is_leaf = parent.is_leaf and self.is_attribute

    def walk(self) -> Iterator[Spot]:
        """Itself and everything below, in document order."""
        stack = [self]
        while stack:
            spot = stack.pop()
            yield spot
            stack.extend(reversed(spot.children))

    def within(self, other: Spot) -> bool:
        """Whether it is that spot or below it."""
        spot: Spot | None = self
        while spot is not None and spot.depth >= other.depth:
            if spot is other:
                return True
            spot = spot.parent
        return False


@dataclass(slots=True)
class Schema:
    """All spots of a form, by index, and by path without numbers.

    ``templates`` holds, for each repeat, the element that new instances are made from, and
    whether its values are their defaults (``jr:template``) or only its structure counts.
    ``own_id`` is the instanceID of a form that has none itself.
    """

    root: Spot
    spots: list[Spot] = field(default_factory=list)
    by_path: dict[str, Spot] = field(default_factory=dict)
    templates: dict[Spot, tuple[etree._Element, bool]] = field(default_factory=dict)
    own_id: Spot | None = None


def shared_repeat(one: Spot, other: Spot) -> Spot | None:
    """The innermost repeat that both are in, so that they can be of the same instance."""
    found = None
    for mine, theirs in zip(one.repeats, other.repeats, strict=False):
        if mine is not theirs:
            break
        found = mine
    return found
