"""The values of a filled form that count: what is stored, as far as it is relevant and on offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from forms.agenda import Agenda
from forms.definition import Control, Form
from forms.errors import TooCostly
from forms.instance import MAX_INSTANCES
from forms.nodes import Element, Node, Range
from forms.schema import Spot
from forms.selection import choices_of, kept, label_of

BUDGET = 1_500_000
"""Nodes that the expressions of one step may visit: about a second's work."""


class State(Agenda):
    """The nodes of one filled form, and all that expressions may ask of them.

    ``fixed`` are never calculated again; ``spent`` counts the nodes visited in one step;
    ``pictured`` is the picture of a text while that is what is asked for, else None.
    """

    def __init__(
        self,
        form: Form,
        root: Node,
        language: str,
        now: Callable[[], datetime],
        properties: Mapping[str, str],
    ) -> None:
        """Takes over the tree; ``properties`` are those of the device and its user."""
        super().__init__(form, root)
        self.language = language
        self.now = now
        self.properties = properties
        self.instances = form.instances
        self.spent = 0
        self.pictured: str | None = None
        self.fixed: set[Node] = set()
        self.offered: dict[Node, dict[str, int]] = {}

    # -- what expressions ask (forms.xpath.code.Runtime)

    def spend(self, cost: int) -> None:
        """Counts visited nodes; raises TooCostly after BUDGET of them in one step."""
        self.spent += cost
        if self.spent > BUDGET:
            raise TooCostly("An expression of the form reads too many values; it was stopped.")

    def itext(self, text_id: str) -> str:
        """A translated text in the present language; its picture's while one is looked for."""
        if self.pictured is None:
            return self.form.texts.plain(text_id, self.language)
        self.pictured = self.form.texts.plain(text_id, self.language, "image")
        return self.pictured

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
            self.start(node)
            for inner in node.walk():
                self.due_for(inner)
        self.restructure(slot)

    def take_out(self, slot: Range, nodes: list[Node]) -> None:
        """Removes instances from a repeat; what has to run becomes due."""
        gone = set(nodes)
        slot.instances = [node for node in slot.instances if node not in gone]
        for node in nodes:
            self.forget(node)
            for inner in node.walk():
                self.offered.pop(inner, None)
        self.restructure(slot)

    # -- what counts

    def start(self, top: Node) -> None:
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
                self.add(bind.jobs["constraint"].rank, node)

    def _effective(self, node: Node) -> str:
        if not node.relevant or not node.stored:
            return ""
        control = self.form.controls.get(node.spot)
        if control is None or not control.is_choice:
            return node.stored
        return kept(control, node.stored, self.choice_values(control, node))

    def choice_values(self, control: Control, node: Node) -> dict[str, int]:
        """The values on offer, each with its place."""
        found = self.offered.get(node)
        if found is None:
            found = {}
            for value, _ in choices_of(self, control, node):
                found.setdefault(value, len(found))
            self.offered[node] = found
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
                self.add(bind.jobs["calculate"].rank, each)
            for slot in each.slots:
                if isinstance(slot, Range):
                    self.changed.add(slot)
                    stack.extend(slot.instances)
                else:
                    stack.append(slot)
