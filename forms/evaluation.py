"""Keeps a filled form consistent: runs what depends on a change, in order, and nothing else."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from datetime import datetime

from forms.datatypes import cast
from forms.definition import Control, Form, Job, Reader
from forms.errors import TooCostly
from forms.instance import MAX_INSTANCES, new_instance
from forms.nodes import Element, Node, Range
from forms.population import Population, below, set_aside
from forms.schema import Spot
from forms.selection import choices_of, kept, label_of
from forms.xpath.code import Context
from forms.xpath.syntax import XPathError

BUDGET = 1_500_000
"""Nodes that the expressions of one step may visit: about a second's work."""

LONGEST = 200_000
"""Characters of one calculated value."""


class Evaluation(Population):
    """The nodes of one filled form and the work that is due on them.

    ``fired`` are the nodes whose values changed and that actions listen to, ``born`` the instances
    that a count has added; ``fixed`` are never calculated again.
    """

    def __init__(
        self,
        form: Form,
        root: Node,
        language: str,
        now: Callable[[], datetime],
        properties: Mapping[str, str],
    ) -> None:
        """Takes over the tree; nothing is evaluated before ``run_all``."""
        super().__init__(form, root)
        self.language = language
        self.now = now
        self.properties = properties
        self.instances = form.instances
        self.spent = 0
        self.fired: list[Node] = []
        self.fixed: set[Node] = set()
        self.born: list[Node] = []
        self.listening = {a.source for a in form.actions if "value-changed" in a.events}
        self._heap: list[int] = []
        self._due: dict[int, set[Node] | None] = {}
        self._choice_values: dict[Node, dict[str, int]] = {}

    # -- what expressions ask (forms.xpath.code.Runtime)

    def spend(self, cost: int) -> None:
        """Counts visited nodes; raises TooCostly after BUDGET of them in one step."""
        self.spent += cost
        if self.spent > BUDGET:
            raise TooCostly("An expression of the form reads too many values; it was stopped.")

    def itext(self, text_id: str) -> str:
        """A translated text in the present language."""
        return self.form.texts.plain(text_id, self.language)

    def choice_label(self, spot: Spot, value: str, near: Element) -> str:
        """The label of a choice of the question, "" where there is none."""
        control = self.form.controls.get(spot)
        if control is None or not isinstance(near, Node):
            return ""
        return label_of(self, control, near, value)

    def property(self, name: str) -> str:
        """A property of the device or its user."""
        return self.properties.get(name, "")

    # -- the tree

    def insert(self, slot: Range, nodes: list[Node]) -> None:
        """Appends instances to a repeat; what has to run becomes due."""
        if len(slot.instances) + len(nodes) > MAX_INSTANCES:
            raise TooCostly(f"{slot.spot.path} would have more than {MAX_INSTANCES} instances.")
        for node in nodes:
            slot.instances.append(node)
            self.register(node)
            self._start(node)
            for inner in node.walk():
                self._due_for(inner)
        self._restructured(slot)

    def take_out(self, slot: Range, nodes: list[Node]) -> None:
        """Removes instances from a repeat; what has to run becomes due."""
        gone = set(nodes)
        slot.instances = [node for node in slot.instances if node not in gone]
        for node in nodes:
            self.forget(node)
            for inner in node.walk():
                self._choice_values.pop(inner, None)
        self._restructured(slot)

    def _restructured(self, slot: Range) -> None:
        self.restructured.add(slot)
        self.changed.add(slot)
        for reader in self.form.structure_readers[slot.spot]:
            self._schedule(reader, slot.parent)

    # -- what is due

    def _due_for(self, node: Node) -> None:
        """All expressions of a node that has just come."""
        bind = self.form.binds[node.spot.index]
        for aspect, job in bind.jobs.items() if bind is not None else ():
            if aspect != "count":
                self._add(job.rank, node)
        for slot in node.slots:
            inner = self.form.binds[slot.spot.index] if isinstance(slot, Range) else None
            if inner is not None and "count" in inner.jobs:
                self._add(inner.jobs["count"].rank, node)

    def _add(self, rank: int, node: Node) -> None:
        waiting = self._due.get(rank, self)
        if waiting is self:
            self._due[rank] = {node}
            heapq.heappush(self._heap, rank)
        elif isinstance(waiting, set):
            waiting.add(node)

    def _add_all(self, rank: int) -> None:
        if rank not in self._due:
            heapq.heappush(self._heap, rank)
        self._due[rank] = None

    def _schedule(self, reader: Reader, node: Node) -> None:
        """The reader's job, where it reads this very node."""
        rank = reader.job.rank
        if reader.job.aspect == "relevant" and reader.job.spot.is_repeat:
            self.changed.update(self.ranges[reader.job.spot.index])
        if reader.within is None:
            if self._due.get(rank, self) is not None:
                self._add_all(rank)
            return
        around = node
        for _ in range(node.spot.depth - reader.within.depth):
            around = around.parent  # type: ignore[assignment]
        spot = reader.job.spot
        if reader.job.aspect == "count" and spot.parent is not None:
            spot = spot.parent
        for target in below(around, spot):
            self._add(rank, target)

    def touched(self, node: Node) -> None:
        """The value that expressions see has changed."""
        self.changed.add(node)
        for reader in self.form.readers[node.spot.index]:
            self._schedule(reader, node)
        if node.spot in self.listening:
            self.fired.append(node)

    # -- running

    def run_all(self) -> None:
        """Evaluates everything, in order."""
        for job in self.form.jobs:
            self._due[job.rank] = None
        self._heap = list(range(len(self.form.jobs)))
        self._start(self.root)
        self.run()

    def run_translated(self) -> None:
        """Evaluates what depends on the language."""
        for job in self.form.jobs:
            if job.translated and job.aspect != "text":
                self._add_all(job.rank)
        self._choice_values.clear()
        self.run()

    def run(self) -> None:
        """Runs what is due until nothing is.

        Raises TooCostly where that never ends or reads too much.
        """
        context = Context(self, self.root)
        jobs = self.form.jobs
        heap, due = self._heap, self._due
        while heap:
            rank = heapq.heappop(heap)
            targets = due.pop(rank)
            job = jobs[rank]
            run = _RUN[job.aspect]
            for node in self.targets(job) if targets is None else tuple(targets):
                if targets is not None and not self.holds(node):
                    continue
                self.spent += 1
                context.node = context.current = node
                run(self, job, node, context)
            self.spend(1)

    def _start(self, top: Node) -> None:
        """Makes the values of a new subtree those that count."""
        for node in top.walk():
            parent = node.parent
            node.relevant = node.own and (not isinstance(parent, Node) or parent.relevant)
            node.text = self._effective(node)
            self.changed.add(node)

    def refresh(self, node: Node) -> None:
        """Brings the value that counts in line with what is stored, relevant and on offer."""
        text = self._effective(node)
        if text != node.text:
            node.text = text
            self.touched(node)
            bind = self.form.binds[node.spot.index]
            if bind is not None and "constraint" in bind.jobs:
                self._add(bind.jobs["constraint"].rank, node)

    def _effective(self, node: Node) -> str:
        if not node.relevant or not node.stored:
            return ""
        control = self.form.controls.get(node.spot)
        if control is None or not control.is_choice:
            return node.stored
        return kept(control, node.stored, self.choice_values(control, node))

    def choice_values(self, control: Control, node: Node) -> dict[str, int]:
        """The values on offer, each with its place."""
        found = self._choice_values.get(node)
        if found is None:
            found = {}
            for value, _ in choices_of(self, control, node):
                found.setdefault(value, len(found))
            self._choice_values[node] = found
        return found

    def spread(self, node: Node) -> None:
        """Passes relevance on to everything below."""
        stack = [node]
        while stack:
            each = stack.pop()
            parent = each.parent
            relevant = each.own and (not isinstance(parent, Node) or parent.relevant)
            if relevant == each.relevant:
                continue
            each.relevant = relevant
            self.changed.add(each)
            self.refresh(each)
            bind = self.form.binds[each.spot.index]
            if relevant and bind is not None and "calculate" in bind.jobs:
                self._add(bind.jobs["calculate"].rank, each)
            for slot in each.slots:
                if isinstance(slot, Range):
                    self.changed.add(slot)
                    stack.extend(slot.instances)
                else:
                    stack.append(slot)

    # -- the aspects

    def _relevant(self, job: Job, node: Node, context: Context) -> None:
        own = _boolean(job, context, otherwise=True)
        if own != node.own:
            node.own = own
            self.spread(node)

    def _calculate(self, job: Job, node: Node, context: Context) -> None:
        if not node.relevant or node in self.fixed:
            return
        try:
            text = cast(node.spot.type, job.run(context))
        except XPathError:
            text = ""
        if len(text) > LONGEST:
            raise TooCostly(f"The calculated value of {node.spot.path} grows too long.")
        if text != node.stored:
            node.stored = text
            self.refresh(node)

    def _itemset(self, job: Job, node: Node, context: Context) -> None:  # noqa: ARG002
        self._choice_values.pop(node, None)
        self.changed.add(node)
        if node.stored:
            self.refresh(node)

    def _count(self, job: Job, node: Node, context: Context) -> None:
        """Sets how many instances a repeat has; ``node`` is the repeat's parent."""
        slot = node.slots[job.spot.position]
        if not isinstance(slot, Range):
            return
        context.node = context.current = slot.ghost
        number: float = job.run(context)
        if number != number:  # a count that is still blank changes nothing
            return
        wanted = max(0, int(min(number, MAX_INSTANCES + 1)))
        have = len(slot.instances)
        if wanted < have:
            gone = slot.instances[wanted:]
            self.take_out(slot, gone)
            slot.spare.extend(reversed(gone))
        elif wanted > have:
            if wanted > MAX_INSTANCES:
                raise TooCostly(f"{slot.spot.path} would have {wanted} instances or more.")
            back = [slot.spare.pop() for _ in range(min(wanted - have, len(slot.spare)))]
            new = [new_instance(self.form.schema, slot) for _ in range(wanted - have - len(back))]
            for each in new:
                set_aside(self.form, each)
            self.born.extend(new)
            self.insert(slot, back + new)

    def _required(self, job: Job, node: Node, context: Context) -> None:
        required = _boolean(job, context, otherwise=False)
        if required != node.required:
            node.required = required
            self.changed.add(node)

    def _readonly(self, job: Job, node: Node, context: Context) -> None:
        readonly = _boolean(job, context, otherwise=False)
        if readonly != node.readonly:
            node.readonly = readonly
            self.changed.update(node.walk())

    def _constraint(self, job: Job, node: Node, context: Context) -> None:
        valid = not node.text or _boolean(job, context, otherwise=True)
        if valid != node.valid:
            node.valid = valid
            self.changed.add(node)

    def _text(self, job: Job, node: Node, context: Context) -> None:  # noqa: ARG002
        """A label, hint or message with a changed output; it is read when it is shown."""
        self.changed.add(node)


def _boolean(job: Job, context: Context, *, otherwise: bool) -> bool:
    try:
        return bool(job.run(context))
    except XPathError:
        return otherwise


_RUN: dict[str, Callable[[Evaluation, Job, Node, Context], None]] = {
    "relevant": Evaluation._relevant,
    "calculate": Evaluation._calculate,
    "itemset": Evaluation._itemset,
    "count": Evaluation._count,
    "required": Evaluation._required,
    "readonly": Evaluation._readonly,
    "constraint": Evaluation._constraint,
    "text": Evaluation._text,
}
