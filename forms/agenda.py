"""What is due in a filled form after a change: which expressions, at which nodes, in what order."""

from __future__ import annotations

import heapq

from forms.definition import Form, Reader
from forms.nodes import Node, Range
from forms.population import Population, below


class Agenda(Population):
    """The nodes of one filled form and the work that is due on them.

    ``due`` holds, by the rank of a job, the nodes at which it runs next, None for all of them;
    ``heap`` the ranks in order. ``fired`` are the nodes whose values changed and that actions
    listen to.
    """

    def __init__(self, form: Form, root: Node) -> None:
        """Takes over the tree; nothing is due yet."""
        super().__init__(form, root)
        self.fired: list[Node] = []
        self.listening = {a.source for a in form.actions if "value-changed" in a.events}
        self.heap: list[int] = []
        self.due: dict[int, set[Node] | None] = {}

    def restructure(self, slot: Range) -> None:
        """Instances of the repeat came or went."""
        self.restructured.add(slot)
        self.changed.add(slot)
        for reader in self.form.structure_readers[slot.spot]:
            self.schedule(reader, slot.parent)

    def due_for(self, node: Node) -> None:
        """All expressions of a node that has just come are due."""
        bind = self.form.binds[node.spot.index]
        for aspect, job in bind.jobs.items() if bind is not None else ():
            if aspect != "count":
                self.add(job.rank, node)
        for slot in node.slots:
            inner = self.form.binds[slot.spot.index] if isinstance(slot, Range) else None
            if inner is not None and "count" in inner.jobs:
                self.add(inner.jobs["count"].rank, node)

    def add(self, rank: int, node: Node) -> None:
        """The job of that rank is due at the node."""
        waiting = self.due.get(rank, self)
        if waiting is self:
            self.due[rank] = {node}
            heapq.heappush(self.heap, rank)
        elif isinstance(waiting, set):
            waiting.add(node)

    def add_all(self, rank: int) -> None:
        """The job of that rank is due wherever it runs."""
        if rank not in self.due:
            heapq.heappush(self.heap, rank)
        self.due[rank] = None

    def schedule(self, reader: Reader, node: Node) -> None:
        """The reader's job is due where it reads this very node."""
        rank = reader.job.rank
        if reader.job.aspect == "relevant" and reader.job.spot.is_repeat:
            self.changed.update(self.ranges[reader.job.spot.index])
        if reader.within is None:
            if self.due.get(rank, self) is not None:
                self.add_all(rank)
            return
        around = node
        for _ in range(node.spot.depth - reader.within.depth):
            around = around.parent  # type: ignore[assignment]
        spot = reader.job.spot
        if reader.job.aspect == "count" and spot.parent is not None:
            spot = spot.parent
        for target in below(around, spot):
            self.add(rank, target)

    def touched(self, node: Node) -> None:
        """The value that expressions see has changed."""
        self.changed.add(node)
        for reader in self.form.readers[node.spot.index]:
            self.schedule(reader, node)
        if node.spot in self.listening:
            self.fired.append(node)
