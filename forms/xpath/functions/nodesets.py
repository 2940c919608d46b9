"""Node-set functions (ODK XForms, XPath Functions, Node-set Functions)."""

from __future__ import annotations

import hashlib
import math

from forms.nodes import Element, string_value
from forms.xpath.code import Context
from forms.xpath.functions.numbers import random
from forms.xpath.registry import function
from forms.xpath.values import Value, to_number, to_string

_MODULUS = 2_147_483_647
_FACTOR = 16_807


@function("count-non-empty", "nodes", gives="number")
def count_non_empty(nodes: list[Element]) -> float:
    """ODK XForms, fn:count-non-empty: how many of the nodes have a value."""
    return float(sum(string_value(node) != "" for node in nodes))


@function("last", gives="number", context=True)
def last(c: Context) -> float:
    """XPath 1.0, 4.1 last(): how many nodes the predicate chooses from."""
    return float(c.size)


@function("name", "nodes?", gives="string", context=True)
def name(c: Context, nodes: list[Element] | None = None) -> str:
    """XPath 1.0, 4.1 name(): of the first node, or of the context node."""
    found = [c.node] if nodes is None else nodes
    return found[0].name.lstrip("@") if found else ""


@function("local-name", "nodes?", gives="string", context=True)
def local_name(c: Context, nodes: list[Element] | None = None) -> str:
    """XPath 1.0, 4.1 local-name(): the name without its prefix."""
    found = [c.node] if nodes is None else nodes
    return found[0].name.lstrip("@").rpartition(":")[2] if found else ""


def seed_of(value: Value) -> int | float:
    """The seed as a number: a text that is none gives the first 8 bytes of its SHA-256."""
    number = to_number(value)
    if number == number:
        return number
    text = to_string(value)
    if text == "":
        return 0
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


@function("randomize", "nodes", "value?", gives="nodes", steady=False)
def randomize(nodes: list[Element], seed: Value | None = None) -> list[Element]:
    """ODK XForms, fn:randomize: inside-out Fisher-Yates, seeded by Park and Miller's generator."""
    state = 0
    if seed is not None:
        start = seed_of(seed)
        whole = int(start) if math.isfinite(start) else 0
        state = abs(whole) % _MODULUS * (1 if whole > 0 else -1)
        if state <= 0:
            state += _MODULUS - 1
    shuffled: list[Element] = []
    for place, node in enumerate(nodes):
        if seed is None:
            fraction = random()
        else:
            state = state * _FACTOR % _MODULUS
            fraction = (state - 1) / (_MODULUS - 1)
        other = int(fraction * (place + 1))
        if other == place:
            shuffled.append(node)
        else:
            shuffled.append(shuffled[other])
            shuffled[other] = node
    return shuffled
