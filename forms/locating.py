"""Finds nodes by their concrete paths: ``/data/group/q``, ``/data/rep[1]/q``."""

from __future__ import annotations

import re

from forms.definition import Control
from forms.errors import NoSuchNode
from forms.nodes import Node, Range
from forms.population import Population

_STEP = re.compile(r"/([^/\[\]]+)(?:\[(\d+)\])?")
_NUMBER = re.compile(r"\[\d+\]")


class Locator:
    """Remembers what it found until instances come or go."""

    def __init__(self, population: Population) -> None:
        """Looks in these nodes."""
        self._population = population
        self._known: dict[str, Node | Range] = {}

    def forget(self) -> None:
        """Paths name other nodes now."""
        self._known.clear()

    def find(self, path: str) -> Node | Range:
        """The node or repeat of the path. Raises NoSuchNode."""
        found = self._known.get(path)
        if found is None:
            found = self._known[path] = self._walk(path)
        return found

    def node(self, path: str) -> Node:
        """The node of the path. Raises NoSuchNode, for a repeat as a whole too."""
        found = self.find(path)
        if isinstance(found, Range):
            raise NoSuchNode(path)
        return found

    def range(self, path: str) -> Range:
        """The repeat of the path. Raises NoSuchNode."""
        found = self.find(path)
        if not isinstance(found, Range):
            raise NoSuchNode(path)
        return found

    def loose(self, path: str) -> tuple[Control, Node] | None:
        """A group that only the body has, with the node around it; None for any other path."""
        before, _, name = path.rpartition("/")
        if not name.startswith("group("):
            return None
        wanted = _NUMBER.sub("", path)
        stack = list(self._population.form.body)
        while stack:
            control = stack.pop()
            if control.path == wanted and control.spot is None:
                return control, self.node(before)
            stack.extend(control.children)
        raise NoSuchNode(path)

    def _walk(self, path: str) -> Node | Range:
        spot = self._population.form.schema.by_path.get(path)
        if spot is not None and not spot.repeats:
            return self._population.single[spot.index]
        steps = _STEP.findall(path)
        root = self._population.root
        whole = "".join(f"/{name}[{number}]" if number else f"/{name}" for name, number in steps)
        if whole != path or not steps or steps[0] != (root.name, ""):
            raise NoSuchNode(path)
        found: Node | Range = root
        for name, number in steps[1:]:
            child = found.spot.by_name.get(name) if isinstance(found, Node) else None
            if child is None or not isinstance(found, Node):
                raise NoSuchNode(path)
            found = found.slots[child.position]
            if number:
                if not isinstance(found, Range) or not 1 <= int(number) <= len(found.instances):
                    raise NoSuchNode(path)
                found = found.instances[int(number) - 1]
        return found
