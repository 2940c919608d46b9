"""The axes of a path's steps: over the form's schema, and over the nodes of a filled form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.nodes import Element, Node, Range
from forms.schema import Spot
from forms.xpath.syntax import Step


def next_spots(spot: Spot, step: Step) -> list[Spot]:
    """The spots that one step leads to from one spot."""
    axis, name = step.axis, step.name
    around: list[Spot] = []
    if axis in {"child", "attribute"}:
        around = [c for c in spot.children if c.is_attribute is (axis == "attribute")]
        name = f"@{name}" if axis == "attribute" and name not in {"*", "node()"} else name
    elif axis == "self":
        around = [spot]
    elif axis in {"preceding-sibling", "following-sibling"}:
        around = [c for c in spot.parent.children if not c.is_attribute] if spot.parent else []
    else:
        parent = spot if axis == "ancestor-or-self" else spot.parent
        while parent is not None:
            around.append(parent)
            parent = parent.parent if axis != "parent" else None
    return [each for each in around if name in {"*", "node()", each.name}]


def taker(step: Step) -> Callable[[Element], Sequence[Element]]:
    """The nodes that one step gives from one node, nearest first on the reverse axes."""
    axis, name = step.axis, step.name
    anything = name in {"*", "node()"}
    if axis == "child":
        if anything:
            return lambda node: node.elements()
        return lambda node: node.named(name)
    if axis == "attribute":
        if anything:
            return lambda node: node.attributes()
        return lambda node: node.named(f"@{name}")
    around = _AROUND[axis]
    if anything:
        return around
    return lambda node: [each for each in around(node) if each.name == name]


def _ancestors(node: Element) -> list[Element]:
    found: list[Element] = []
    parent = node.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found


def _siblings(node: Element) -> tuple[list[Element], list[Element]]:
    """The element siblings before, nearest first, and after."""
    if node.parent is None:
        return [], []
    around = list(node.parent.elements())
    for place, each in enumerate(around):
        if each is node:
            return around[:place][::-1], around[place + 1 :]
    if isinstance(node, Node) and node.spot.is_repeat:  # an instance about to be added
        slot = node.parent.slots[node.spot.position] if isinstance(node.parent, Node) else None
        if isinstance(slot, Range):
            return [*reversed(slot.instances)], []
    return [], []


_AROUND: dict[str, Callable[[Element], Sequence[Element]]] = {
    "self": lambda node: [node],
    "parent": lambda node: [node.parent] if node.parent is not None else [],
    "ancestor": _ancestors,
    "ancestor-or-self": lambda node: [node, *_ancestors(node)],
    "preceding-sibling": lambda node: _siblings(node)[0],
    "following-sibling": lambda node: _siblings(node)[1],
}
