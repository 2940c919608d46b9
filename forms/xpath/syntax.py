"""The shapes an XPath expression can have once it is parsed."""

from __future__ import annotations

from dataclasses import dataclass

MAX_LENGTH = 16_000
"""Characters of one expression; longer ones are refused, real ones stay far below."""

MAX_DEPTH = 80
"""Levels of nesting; keeps parsing and evaluating well inside Python's stack."""


class XPathError(Exception):
    """An expression that is not valid; the message is a sentence for the form's author."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A string in quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number, always not negative."""

    value: float


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; the name keeps its prefix (``jr:itext``)."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Negative:
    """Unary minus."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Chain:
    """Operators of one precedence in a row: ``1 + 2 - 3``. A list, so that long ones nest not."""

    first: Expression
    rest: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: ``axis::name[predicate]``; the name is ``*`` or ``node()`` for any."""

    axis: str
    name: str
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A location path from the context node ("."), the root ("/") or an expression's nodes."""

    origin: str | Expression
    steps: tuple[Step, ...]
    predicates: tuple[Expression, ...] = ()


Expression = Literal | Number | Call | Negative | Chain | Path
