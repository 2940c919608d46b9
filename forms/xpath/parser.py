"""Reads XPath 1.0 expressions: a tokenizer and a precedence parser with limits."""

from __future__ import annotations

import re
from functools import lru_cache

from forms.xpath.syntax import (
    MAX_DEPTH,
    MAX_LENGTH,
    Call,
    Chain,
    Expression,
    Literal,
    Negative,
    Number,
    Path,
    Step,
    XPathError,
)

_NAME = r"[^\W\d][\w.\-·]*"
_TOKEN = re.compile(
    rf"""\s*(?:
    (?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)
  | (?P<number>\d+(?:\.\d*)?|\.\d+)
  | (?P<text>"[^"]*"|'[^']*')
  | (?P<mark>//|::|\.\.|!=|<=|>=|[()\[\]@,./|+\-=<>*])
  | (?P<end>$)
  | (?P<wrong>.)
    )""",
    re.VERBOSE | re.DOTALL,
)

_AXES = {
    "child",
    "parent",
    "self",
    "attribute",
    "ancestor",
    "ancestor-or-self",
    "preceding-sibling",
    "following-sibling",
}
_NODE_TYPES = {"node", "text", "comment", "processing-instruction"}
_LEVELS: tuple[dict[str, str], ...] = (
    {"or": "or"},
    {"and": "and"},
    {"=": "=", "!=": "!="},
    {"<": "<", "<=": "<=", ">": ">", ">=": ">="},
    {"+": "+", "-": "-"},
    {"*": "*", "div": "div", "mod": "mod"},
)
_PRECEDENCE = {sign: level for level, signs in enumerate(_LEVELS) for sign in signs}

Token = tuple[str, str]


def _tokens(text: str) -> list[Token]:
    """The tokens of the text, each (kind, text); the last have the kind "end"."""
    found: list[Token] = []
    add = found.append
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "wrong"
        value = match.group(kind)
        if kind == "wrong":
            if value in "'\"":
                raise XPathError("a quoted text is not closed.")
            if value == "$":
                raise XPathError(
                    "variables such as $x are not known here; use ${name} in the form."
                )
            raise XPathError(f"the character {value} has no place here.")
        add((kind, value))
        if kind == "end":
            break
    return [*found, *found[-1:] * 3]  # so that a look ahead never runs out


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """The expression's syntax.

    Raises XPathError where it is not XPath 1.0, longer than MAX_LENGTH characters, deeper than
    MAX_DEPTH levels, or walks whole documents (``//`` and the descendant axes: refused, because
    nested they make a form hang).
    """
    if len(text) > MAX_LENGTH:
        raise XPathError(f"the expression is longer than {MAX_LENGTH} characters.")
    return _Parser(_tokens(text)).whole()


class _Parser:
    """One pass over the tokens; ``depth`` counts nested expressions."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def whole(self) -> Expression:
        """The expression, with nothing left over."""
        if self.tokens[0][0] == "end":
            raise XPathError("the expression is empty.")
        result = self.expression()
        if self.tokens[self.at][0] != "end":
            self.unexpected()
        return result

    def unexpected(self) -> None:
        kind, value = self.tokens[self.at]
        if kind == "end":
            raise XPathError("the expression ends too early; something is missing at its end.")
        if value == "//":
            raise XPathError("// is not allowed; write the whole path of the question.")
        raise XPathError(f"{value} is not expected there; check brackets, commas and operators.")

    def expect(self, mark: str) -> None:
        if self.tokens[self.at] != ("mark", mark):
            self.unexpected()
        self.at += 1

    def expression(self) -> Expression:
        """A whole expression, one level deeper than the one around it."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise XPathError(f"the expression is nested more than {MAX_DEPTH} levels deep.")
        result = self.chain(0)
        self.depth -= 1
        return result

    def chain(self, level: int) -> Expression:
        """Precedence climbing: operands, and the operators that bind at least as strongly."""
        first = self.unary()
        return self.climb(first, level)

    def climb(self, left: Expression, level: int) -> Expression:
        while True:
            found = self.operator_level()
            if found < level:
                return left
            rest: list[tuple[str, Expression]] = []
            while self.operator_level() == found:
                sign = self.tokens[self.at][1]
                self.at += 1
                right = self.unary()
                if self.operator_level() > found:
                    right = self.climb(right, found + 1)
                rest.append((sign, right))
            left = Chain(left, tuple(rest))

    def operator_level(self) -> int:
        """How strongly the operator at this place binds; -1 where there is none."""
        kind, value = self.tokens[self.at]
        if kind == "mark" or kind == "name":
            return _PRECEDENCE.get(value, -1)
        return -1

    def unary(self) -> Expression:
        signs = 0
        while self.tokens[self.at] == ("mark", "-"):
            signs += 1
            self.at += 1
        result = self.union()
        return Negative(result) if signs % 2 else (Negative(Negative(result)) if signs else result)

    def union(self) -> Expression:
        first = self.path()
        if self.tokens[self.at] != ("mark", "|"):
            return first
        rest: list[tuple[str, Expression]] = []
        while self.tokens[self.at] == ("mark", "|"):
            self.at += 1
            rest.append(("|", self.path()))
        return Chain(first, tuple(rest))

    def path(self) -> Expression:
        """A location path, or a primary expression with what follows it."""
        kind, value = self.tokens[self.at]
        if kind == "text":
            self.at += 1
            return Literal(value[1:-1])
        if kind == "number":
            self.at += 1
            return Number(float(value))
        if kind == "mark":
            if value == "(":
                self.at += 1
                inner = self.expression()
                self.expect(")")
                return self.filtered(inner)
            if value == "/":
                return self.absolute()
            if value in {".", "..", "@", "*"}:
                return Path(".", self.steps())
            self.unexpected()
        following = self.tokens[self.at + 1] if kind == "name" else ("end", "")
        if following == ("mark", "(") and value not in _NODE_TYPES:
            return self.filtered(self.call(value))
        if kind == "name":
            return Path(".", self.steps())
        self.unexpected()
        raise AssertionError

    def absolute(self) -> Path:
        self.at += 1
        kind, value = self.tokens[self.at]
        if kind == "name" or (kind == "mark" and value in {".", "..", "@", "*"}):
            return Path("/", self.steps())
        return Path("/", ())

    def call(self, name: str) -> Call:
        self.at += 2
        arguments: list[Expression] = []
        if self.tokens[self.at] != ("mark", ")"):
            arguments.append(self.expression())
            while self.tokens[self.at] == ("mark", ","):
                self.at += 1
                arguments.append(self.expression())
        self.expect(")")
        return Call(name, tuple(arguments))

    def filtered(self, origin: Expression) -> Expression:
        """What may follow a call or brackets: predicates and further steps."""
        predicates = self.predicates()
        steps: tuple[Step, ...] = ()
        if self.tokens[self.at] == ("mark", "/"):
            self.at += 1
            steps = self.steps()
        elif self.tokens[self.at] == ("mark", "//"):
            self.unexpected()
        return Path(origin, steps, predicates) if steps or predicates else origin

    def steps(self) -> tuple[Step, ...]:
        found = [self.step()]
        while self.tokens[self.at] == ("mark", "/"):
            self.at += 1
            found.append(self.step())
        if self.tokens[self.at] == ("mark", "//"):
            self.unexpected()
        return tuple(found)

    def step(self) -> Step:
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == "mark" and value in {".", ".."}:
            return Step("self" if value == "." else "parent", "node()", self.predicates())
        axis = "child"
        if kind == "mark" and value == "@":
            axis = "attribute"
            kind, value = self.tokens[self.at]
            self.at += 1
        elif self.tokens[self.at] == ("mark", "::"):
            axis = self.axis(value)
            self.at += 1
            kind, value = self.tokens[self.at]
            self.at += 1
        return Step(axis, self.name_test(kind, value), self.predicates())

    def axis(self, name: str) -> str:
        if name not in _AXES:
            raise XPathError(f"the axis {name} is not allowed; write the path step by step.")
        return name

    def name_test(self, kind: str, value: str) -> str:
        if kind == "name" and self.tokens[self.at] == ("mark", "("):
            if value not in _NODE_TYPES:
                self.at -= 1
                self.unexpected()
            if value != "node":
                raise XPathError(f"{value}() is not allowed; values are read from their elements.")
            self.at += 1
            self.expect(")")
            return "node()"
        if kind == "name" or (kind == "mark" and value == "*"):
            return value
        self.at -= 1
        self.unexpected()
        raise AssertionError

    def predicates(self) -> tuple[Expression, ...]:
        if self.tokens[self.at] != ("mark", "["):
            return ()
        found: list[Expression] = []
        while self.tokens[self.at] == ("mark", "["):
            self.at += 1
            found.append(self.expression())
            self.expect("]")
        return tuple(found)
