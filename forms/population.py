"""The nodes of one filled form: which there are of each spot, and where they stand."""

from __future__ import annotations

from forms.definition import Form, Job
from forms.nodes import Node, Range
from forms.schema import Spot


class Population:
    """All nodes and repeats of one filled form.

    ``single`` holds the node of each spot outside repeats, ``population`` those of the others,
    each by the index of their spot. ``changed`` and ``restructured`` collect what happened since
    they were last emptied.
    """

    def __init__(self, form: Form, root: Node) -> None:
        """Takes over the tree."""
        self.form = form
        self.root = root
        count = len(form.schema.spots)
        self.single: list[Node] = [root] * count
        self.population: list[dict[Node, None]] = [{} for _ in range(count)]
        self.ranges: list[dict[Range, None]] = [{} for _ in range(count)]
        self.changed: set[Node | Range] = set()
        self.restructured: set[Range] = set()
        self.register(root)

    def register(self, top: Node) -> None:
        """Takes in a subtree."""
        for node in top.walk():
            index = node.spot.index
            if node.spot.repeats:
                self.population[index][node] = None
            else:
                self.single[index] = node
            for slot in node.slots:
                if isinstance(slot, Range):
                    self.ranges[slot.spot.index][slot] = None

    def forget(self, top: Node) -> None:
        """Lets a subtree go that is no longer part of the form."""
        for node in top.walk():
            self.population[node.spot.index].pop(node, None)
            self.changed.discard(node)
            for slot in node.slots:
                if isinstance(slot, Range):
                    self.ranges[slot.spot.index].pop(slot, None)
                    self.changed.discard(slot)

    def holds(self, node: Node) -> bool:
        """Whether the node is still part of the form."""
        return not node.spot.repeats or node in self.population[node.spot.index]

    def targets(self, job: Job) -> tuple[Node, ...]:
        """Where a job runs: at each node of its spot; a count at each parent of its repeat."""
        spot = job.spot
        if job.aspect == "count":
            return tuple(slot.parent for slot in self.ranges[spot.index])
        if spot.repeats:
            return tuple(self.population[spot.index])
        return (self.single[spot.index],)


def below(top: Node, spot: Spot) -> list[Node]:
    """All nodes of the spot at or below the node."""
    way: list[Spot] = []
    step: Spot | None = spot
    while step is not None and step is not top.spot:
        way.append(step)
        step = step.parent
    nodes = [top]
    for step in reversed(way):
        found: list[Node] = []
        for node in nodes:
            slot = node.slots[step.position]
            if isinstance(slot, Range):
                found.extend(slot.instances)
            else:
                found.append(slot)
        nodes = found
    return nodes


def set_aside(form: Form, top: Node) -> None:
    """Empties the repeats of a new subtree whose number is calculated.

    As in ODK's engines, the instances that a form holds for such a repeat only give values: its
    count takes them back one by one.
    """
    stack = [top]
    while stack:
        for slot in stack.pop().slots:
            if isinstance(slot, Node):
                stack.append(slot)
                continue
            stack.extend(slot.instances)
            bind = form.binds[slot.spot.index]
            if bind is not None and "count" in bind.jobs:
                slot.spare = slot.instances[::-1]
                slot.instances = []
