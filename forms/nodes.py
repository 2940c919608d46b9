"""The tree of a filled form while it is open: plain objects that expressions read quickly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forms.schema import Spot


class Element:
    """A node that XPath can walk: of a secondary instance, or (as Node) of the filled form.

    ``text`` is the value that expressions see: "" for a node that is not relevant.
    """

    __slots__ = ("children", "name", "parent", "text")

    def __init__(self, name: str, parent: Element | None, text: str = "") -> None:
        """A node without children; ``name`` is as in the form, with its prefix if it has one."""
        self.name = name
        self.parent = parent
        self.text = text
        self.children: list[Element] = []

    def named(self, name: str) -> Sequence[Element]:
        """Its children of that name, in document order."""
        return [child for child in self.children if child.name == name]

    def elements(self) -> Sequence[Element]:
        """All its child elements, in document order."""
        return [child for child in self.children if child.name[0] != "@"]

    def attributes(self) -> Sequence[Element]:
        """Its attributes."""
        return [child for child in self.children if child.name[0] == "@"]


class Node(Element):
    """A node of the filled form with its state.

    ``stored`` is what was typed or calculated and outlives irrelevance; ``text`` is what counts
    now. ``slots`` follow the schema's children: a Node, or a Range where the child repeats.
    """

    __slots__ = ("own", "readonly", "relevant", "required", "slots", "spot", "stored", "valid")

    def __init__(self, spot: Spot, parent: Node | None, stored: str = "") -> None:
        """A relevant node whose children are still to be filled in."""
        self.name = spot.name
        self.parent = parent
        self.spot = spot
        self.stored = stored
        self.text = stored
        self.slots: list[Node | Range] = []
        self.own = True
        self.relevant = True
        self.required = False
        self.readonly = False
        self.valid = True

    def named(self, name: str) -> Sequence[Node]:
        """Its children of that name: all instances where it is a repeat's."""
        child = self.spot.by_name.get(name)
        if child is None:
            return ()
        slot = self.slots[child.position]
        return slot.instances if isinstance(slot, Range) else (slot,)

    def elements(self) -> Sequence[Node]:
        """All its child elements, in document order."""
        found: list[Node] = []
        for slot in self.slots:
            if isinstance(slot, Range):
                found.extend(slot.instances)
            elif not slot.spot.is_attribute:
                found.append(slot)
        return found

    def attributes(self) -> Sequence[Node]:
        """Its attributes that the form gives it."""
        return [s for s in self.slots if isinstance(s, Node) and s.spot.is_attribute]

    def walk(self) -> Iterator[Node]:
        """Itself and everything below, in document order."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            for slot in reversed(node.slots):
                if isinstance(slot, Range):
                    stack.extend(reversed(slot.instances))
                else:
                    stack.append(slot)

    def index(self) -> int:
        """Its place among its siblings of the same name, from 1."""
        if self.parent is None or not self.spot.is_repeat:
            return 1
        holder = self.parent
        slot = holder.slots[self.spot.position] if isinstance(holder, Node) else None
        if not isinstance(slot, Range):
            return 1
        for place, instance in enumerate(slot.instances):
            if instance is self:
                return place + 1
        return len(slot.instances) + 1

    def path(self) -> str:
        """Its concrete path: ``/data/rep[2]/q``."""
        if not self.spot.repeats:
            return self.spot.path
        parent = self.parent
        before = parent.path() if isinstance(parent, Node) else ""
        place = f"[{self.index()}]" if self.spot.is_repeat else ""
        return f"{before}/{self.name}{place}"


class Range:
    """All instances of one repeat under one parent.

    ``ghost`` is an instance that is never shown: relevance and count of the repeat as a whole are
    evaluated against it, also while there is no instance. ``spare`` are instances that a smaller
    count took away; they come back when it grows again, so that no answer is lost by a typing slip.
    """

    __slots__ = ("ghost", "instances", "parent", "spare", "spot")

    def __init__(self, spot: Spot, parent: Node) -> None:
        """A repeat without instances."""
        self.spot = spot
        self.parent = parent
        self.instances: list[Node] = []
        self.ghost = Node(spot, parent)
        self.spare: list[Node] = []

    def path(self) -> str:
        """Its concrete path, without a number at its end: ``/data/outer[1]/inner``."""
        return f"{self.parent.path()}/{self.spot.name}"


def string_value(node: Element) -> str:
    """XPath 1.0, 5.2: the text of an element is that of all its descendants together."""
    children = node.elements() if isinstance(node, Node) else node.children
    if not children:
        return node.text
    return "".join(string_value(child) for child in children if child.name[0] != "@")


def document_order(node: Element) -> tuple[int, ...]:
    """A key that sorts nodes of one instance in document order."""
    key: list[int] = []
    while node.parent is not None:
        parent = node.parent
        if isinstance(node, Node):
            key.append(node.index())
            key.append(node.spot.position)
        else:
            key.append(next(i for i, c in enumerate(parent.children) if c is node))
        node = parent
    return tuple(reversed(key))
