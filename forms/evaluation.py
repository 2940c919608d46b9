"""Keeps a filled form consistent: runs what depends on a change, in order, and nothing else."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from datetime import datetime

from forms.datatypes import cast
from forms.definition import Form, Job
from forms.errors import TooCostly
from forms.instance import MAX_INSTANCES, new_instance
from forms.nodes import Node, Range
from forms.population import set_aside
from forms.state import State
from forms.xpath.code import Context
from forms.xpath.syntax import XPathError

LONGEST = 200_000
"""Characters of one calculated value."""


class Evaluation(State):
    """Runs what is due on one filled form.

    ``born`` are the instances that a count has added. ``stopped`` says that the last step cost too
    much and was left half done: what is stored stands, what follows from it has to run anew.
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
        super().__init__(form, root, language, now, properties)
        self.born: list[Node] = []
        self.stopped = False

    def run_all(self) -> None:
        """Evaluates everything, in order."""
        self._all_is_due()
        self.start(self.root)
        self.run()

    def mend(self) -> None:
        """After a step that was stopped: everything is due again with the next run."""
        if self.stopped:
            self.stopped = False
            self.fired, self.born = [], []
            self._all_is_due()

    def _all_is_due(self) -> None:
        self.due = {job.rank: None for job in self.form.jobs}
        self.heap = list(range(len(self.form.jobs)))

    def run_translated(self) -> None:
        """Evaluates what depends on the language."""
        for job in self.form.jobs:
            if job.translated and job.aspect != "text":
                self.add_all(job.rank)
        self.offered.clear()
        self.run()

    def run(self) -> None:
        """Runs what is due until nothing is.

        Raises TooCostly where that never ends or reads too much.
        """
        try:
            self._run()
        except TooCostly:
            self.stopped = True
            raise

    def _run(self) -> None:
        context = Context(self, self.root)
        jobs = self.form.jobs
        heap, due = self.heap, self.due
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
        self.offered.pop(node, None)
        self.changed.add(node)
        if node.stored:
            self.refresh(node)

    def _count(self, job: Job, node: Node, context: Context) -> None:
        """Sets how many instances a repeat has; ``node`` is the repeat's parent."""
        slot = node.slots[job.spot.position]
        if not isinstance(slot, Range):
            return
        context.node = context.current = slot.ghost
        try:
            number: float = job.run(context)
        except XPathError:
            return
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
