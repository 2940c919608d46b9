"""Compiled expressions: closures with the kind of value they give, and the ways between kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from forms.nodes import Element, Node, string_value
from forms.schema import Spot
from forms.xpath.values import number_text, text_number, to_boolean, to_number, to_string

Kind = Literal["string", "number", "boolean", "node", "nodes", "any"]
"""``node`` is exactly one node that always exists; ``any`` is known only when it runs."""


class Runtime(Protocol):
    """What an expression may ask of the engine that evaluates it."""

    single: list[Node]
    """The node of each spot outside repeats, by the spot's index."""

    instances: Mapping[str, Element]
    """Secondary instances by id; each wraps its root element."""

    def now(self) -> datetime:
        """The present moment, with its offset."""

    def spend(self, cost: int) -> None:
        """Counts visited nodes; raises TooCostly when a step has visited too many."""

    def itext(self, text_id: str) -> str:
        """A translated text in the present language."""

    def choice_label(self, spot: Spot, value: str, near: Element) -> str:
        """The label of a choice of the question, "" where there is none."""

    def property(self, name: str) -> str:
        """A property of the device or its user."""


class Context:
    """Where an expression stands: the node, and the node its form attribute belongs to."""

    __slots__ = ("current", "node", "position", "runtime", "single", "size")

    def __init__(self, runtime: Runtime, node: Element) -> None:
        """The context of an expression that begins at that node."""
        self.runtime = runtime
        self.single = runtime.single
        self.node = node
        self.current = node
        self.position = 1
        self.size = 1

    def inner(self) -> Context:
        """A context for a predicate: another node, the same current one."""
        new = Context(self.runtime, self.node)
        new.current = self.current
        return new


Run = Callable[[Context], Any]


@dataclass(slots=True)
class Code:
    """A compiled expression.

    ``spots`` are the places that its nodes come from, None where they are of a secondary
    instance; ``leaf`` says that the one node holds a value; ``constant`` that it reads nothing.
    """

    kind: Kind
    run: Run
    spots: tuple[Spot, ...] | None = None
    leaf: bool = False
    constant: bool = False


def string_of(code: Code) -> Run:
    """The expression as a string, XPath 1.0, 4.2."""
    run = code.run
    if code.kind == "string":
        return run
    if code.kind == "number":
        return lambda c: number_text(run(c))
    if code.kind == "boolean":
        return lambda c: "true" if run(c) else "false"
    if code.kind == "node":
        if code.leaf:
            return lambda c: run(c).text
        return lambda c: string_value(run(c))
    return lambda c: to_string(run(c))


def number_of(code: Code) -> Run:
    """The expression as a number, ODK XForms, fn:number."""
    run = code.run
    if code.kind == "number":
        return run
    if code.kind == "boolean":
        return lambda c: 1.0 if run(c) else 0.0
    if code.kind == "node" or code.kind == "string":
        text = string_of(code)
        return lambda c: text_number(text(c))
    return lambda c: to_number(run(c))


def boolean_of(code: Code) -> Run:
    """The expression as a boolean, XPath 1.0, 4.3."""
    run = code.run
    if code.kind == "boolean":
        return run
    if code.kind == "string":
        return lambda c: run(c) != ""
    if code.kind == "node":
        return lambda _: True
    return lambda c: to_boolean(run(c))


def value_of(code: Code) -> Run:
    """The expression as a value of XPath: a string, number, boolean or list of nodes."""
    run = code.run
    if code.kind == "node":
        return lambda c: [run(c)]
    return run


def nodes_of(code: Code) -> Run:
    """The expression's nodes; an empty list where it gives another kind of value."""
    run = code.run
    if code.kind == "node":
        return lambda c: [run(c)]
    if code.kind == "nodes":
        return run

    def checked(c: Context) -> list[Element]:
        value = run(c)
        return value if isinstance(value, list) else []

    return checked


def strings_of(code: Code) -> Run:
    """The expression as strings: one for each of its nodes, or one for its value."""
    if code.kind in {"string", "number", "boolean", "node"}:
        text = string_of(code)
        return lambda c: [text(c)]
    run = code.run

    def each(c: Context) -> list[str]:
        value = run(c)
        if isinstance(value, list):
            return [string_value(node) for node in value]
        return [to_string(value)]

    return each
