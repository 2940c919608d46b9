"""The operators of XPath 1.0, compiled for the kinds of their operands."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from forms.nodes import Element, document_order, string_value
from forms.xpath.code import (
    Code,
    Context,
    Run,
    boolean_of,
    nodes_of,
    number_of,
    string_of,
    value_of,
)
from forms.xpath.values import NAN, Value, text_number, to_boolean, to_number, to_string


def divide(left: float, right: float) -> float:
    """XPath 1.0, 3.5 div: IEEE 754, so that a division by zero is infinite or NaN."""
    if right == 0:
        if left == 0 or left != left:
            return NAN
        return math.copysign(math.inf, left) * math.copysign(1.0, right)
    return left / right


def modulo(left: float, right: float) -> float:
    """XPath 1.0, 3.5 mod: the remainder of a truncating division, with the sign of the left."""
    if right == 0 or math.isinf(left) or left != left or right != right:
        return NAN
    return math.fmod(left, right)


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divide,
    "mod": modulo,
}
_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def chain(first: Code, rest: list[tuple[str, Code]]) -> Code:
    """Operators of one precedence, from left to right."""
    sign = rest[0][0]
    codes = [first, *(code for _, code in rest)]
    constant = all(code.constant for code in codes)
    if sign in {"or", "and"}:
        return Code(
            "boolean", _logic(sign, [first, *(code for _, code in rest)]), constant=constant
        )
    if sign == "|":
        return _union([first, *(code for _, code in rest)])
    if sign in _ARITHMETIC:
        return Code("number", _arithmetic(first, rest), constant=constant)
    left = first
    for sign, right in rest:
        left = Code("boolean", _comparison(sign, left, right), constant=constant)
    return left


def _logic(sign: str, codes: list[Code]) -> Run:
    parts = [boolean_of(code) for code in codes]
    if len(parts) == 2:
        one, two = parts
        if sign == "and":
            return lambda c: one(c) and two(c)
        return lambda c: one(c) or two(c)
    if sign == "and":
        return lambda c: all(part(c) for part in parts)
    return lambda c: any(part(c) for part in parts)


def _arithmetic(first: Code, rest: list[tuple[str, Code]]) -> Run:
    start = number_of(first)
    if len(rest) == 1:
        sign, code = rest[0]
        apply, other = _ARITHMETIC[sign], number_of(code)
        return lambda c: apply(start(c), other(c))
    parts = [(_ARITHMETIC[sign], number_of(code)) for sign, code in rest]

    def run(c: Context) -> float:
        total: float = start(c)
        for apply, part in parts:
            total = apply(total, part(c))
        return total

    return run


def _union(codes: list[Code]) -> Code:
    parts = [nodes_of(code) for code in codes]
    spots = tuple(spot for code in codes for spot in code.spots or ())

    def run(c: Context) -> list[Element]:
        found = dict.fromkeys(node for part in parts for node in part(c))
        return sorted(found, key=document_order)

    return Code("nodes", run, spots or None)


def negative(code: Code) -> Code:
    """XPath 1.0, 3.5: unary minus."""
    number = number_of(code)
    return Code("number", lambda c: -number(c), constant=code.constant)


def _comparison(sign: str, left: Code, right: Code) -> Run:
    several = {"nodes", "any"}
    if sign in _ORDER:
        compare = _ORDER[sign]
        if left.kind in several or right.kind in several:
            return _many(left, right, lambda a, b: _ordered(compare, a, b))
        one, two = number_of(left), number_of(right)
        return lambda c: compare(one(c), two(c))
    equal = sign == "="
    if left.kind in several or right.kind in several:
        return _many(left, right, lambda a, b: _equal(a, b, equal))
    return _same(left, right, equal)


def _same(left: Code, right: Code, equal: bool) -> Run:
    """Equality of two single values (XPath 1.0, 3.4): boolean before number before string."""
    kinds = {left.kind, right.kind}
    convert = string_of
    if "boolean" in kinds:
        convert = boolean_of
    elif "number" in kinds:
        convert = number_of
    one, two = convert(left), convert(right)
    if equal:
        return lambda c: one(c) == two(c)
    return lambda c: one(c) != two(c)


def _many(left: Code, right: Code, compare: Callable[[Value, Value], bool]) -> Run:
    one, two = value_of(left), value_of(right)
    return lambda c: compare(one(c), two(c))


def _ordered(compare: Callable[[float, float], bool], left: Value, right: Value) -> bool:
    lefts = _numbers(left)
    rights = _numbers(right)
    return any(compare(a, b) for a in lefts for b in rights)


def _numbers(value: Value) -> list[float]:
    if isinstance(value, list):
        return [text_number(string_value(node)) for node in value]
    return [to_number(value)]


def _equal(left: Value, right: Value, equal: bool) -> bool:
    """XPath 1.0, 3.4: a comparison with a node-set holds where it holds for one of its nodes."""
    if isinstance(left, bool) or isinstance(right, bool):
        return (to_boolean(left) == to_boolean(right)) is equal
    if isinstance(left, list):
        if isinstance(right, list):
            others = {string_value(node) for node in right}
            mine = {string_value(node) for node in left}
            if equal:
                return not mine.isdisjoint(others)
            return bool(mine and others) and (len(mine) > 1 or len(others) > 1 or mine != others)
        return _any_equal(left, right, equal)
    if isinstance(right, list):
        return _any_equal(right, left, equal)
    if isinstance(left, float) or isinstance(right, float):
        return (to_number(left) == to_number(right)) is equal
    return (to_string(left) == to_string(right)) is equal


def _any_equal(nodes: list[Element], value: Any, equal: bool) -> bool:
    if isinstance(value, float):
        return any((text_number(string_value(node)) == value) is equal for node in nodes)
    return any((string_value(node) == value) is equal for node in nodes)
