"""Functions that see more than their arguments' values: the form, the repeats, the languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forms.nodes import Element, Node
from forms.xpath.code import Code, Context, boolean_of, nodes_of, string_of
from forms.xpath.functions.strings import pattern
from forms.xpath.parser import parse
from forms.xpath.paths import Compile, Place, literal_path
from forms.xpath.scope import Scope
from forms.xpath.syntax import Call, Literal, XPathError

Build = Callable[[Call, Scope, Place, Compile], Code]


@dataclass(frozen=True, slots=True)
class Special:
    """A function with a compiler of its own, and how many arguments it takes."""

    least: int
    most: int | None
    build: Build


SPECIAL: dict[str, Special] = {}


def special(name: str, least: int, most: int | None) -> Callable[[Build], Build]:
    """Registers what compiles the calls of a function; `most` None means any number."""

    def register(build: Build) -> Build:
        SPECIAL[name] = Special(least, most, build)
        return build

    return register


@special("if", 3, 3)
def condition(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:if: only the branch that holds is evaluated."""
    test, then, other = (compile_part(argument, scope, place) for argument in part.arguments)
    if place.at_home and (_itself(then, scope) or _itself(other, scope)):
        scope.once = True
    check, one, two = boolean_of(test), then.run, other.run
    constant = test.constant and then.constant and other.constant
    if then.kind == other.kind and then.kind in {"string", "number", "boolean"}:
        return Code(then.kind, lambda c: one(c) if check(c) else two(c), constant=constant)
    first, second = _plain(then), _plain(other)
    return Code("any", lambda c: first(c) if check(c) else second(c), constant=constant)


def _itself(code: Code, scope: Scope) -> bool:
    """Whether it is the very node that the expression belongs to, whose value it then keeps."""
    return code.kind == "node" and code.spots == (scope.home,)


@special("coalesce", 2, 2)
def coalesce(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:coalesce: the first that is not empty."""
    first, second = (compile_part(argument, scope, place) for argument in part.arguments)
    if place.at_home and _itself(first, scope):
        scope.once = True
    one, two = string_of(first), string_of(second)
    return Code("string", lambda c: one(c) or two(c), constant=first.constant and second.constant)


def _plain(code: Code) -> Callable[[Context], object]:
    """The value with one node as a list, so that its kind shows when it runs."""
    run = code.run
    return (lambda c: [run(c)]) if code.kind == "node" else run


@special("once", 1, 1)
def once(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:once: the value that is there already, else the argument's."""
    inner = string_of(compile_part(part.arguments[0], scope, place))
    scope.once = True

    def run(c: Context) -> str:
        node = c.current
        kept = node.stored if isinstance(node, Node) else node.text
        return kept or str(inner(c))

    return Code("string", run)


@special("current", 0, 0)
def current(_: Call, scope: Scope, __: Place, ___: Compile) -> Code:
    """ODK XForms, fn:current: the node that the expression belongs to."""
    scope.read((scope.home,), "same")
    return Code("node", lambda c: c.current, (scope.home,), leaf=scope.home.is_leaf)


@special("instance", 1, 1)
def instance(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:instance: a secondary instance; its root element follows as a step."""
    argument = part.arguments[0]
    if isinstance(argument, Literal):
        known = argument.value
        if known not in scope.instances:
            scope.problem(f"there is no list or instance called {known}.")
        return Code("nodes", lambda c: _wrapper(c, known))
    name = string_of(compile_part(argument, scope, place))
    return Code("nodes", lambda c: _wrapper(c, name(c)))


def _wrapper(c: Context, name: str) -> list[Element]:
    found = c.runtime.instances.get(name)
    return [] if found is None else [found]


@special("regex", 2, 2)
def regex(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:regex: whether the pattern is found; one in quotes is checked at once."""
    if isinstance(part.arguments[1], Literal):
        pattern(part.arguments[1].value)
    text, expression = (string_of(compile_part(each, scope, place)) for each in part.arguments)
    return Code("boolean", lambda c: pattern(expression(c)).search(text(c)) is not None)


@special("pulldata", 4, 4)
def pulldata(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:pulldata: one value of the item of an instance that has the other value."""
    name = part.arguments[0]
    if isinstance(name, Literal) and name.value not in scope.instances:
        scope.problem(f"there is no file {name.value}.csv beside the form for pulldata().")
    source, wanted, key, value = (
        string_of(compile_part(argument, scope, place)) for argument in part.arguments
    )

    def run(c: Context) -> str:
        wrapper = c.runtime.instances.get(source(c))
        if wrapper is None:
            return ""
        column, text, give = key(c), value(c), wanted(c)
        for root in wrapper.children:
            c.runtime.spend(len(root.children) // 8)
            for item in root.children:
                for cell in item.children:
                    if cell.name == column and cell.text == text:
                        return next((x.text for x in item.children if x.name == give), "")
        return ""

    return Code("string", run)


@special("jr:itext", 1, 1)
def itext(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:jr:itext: a text in the present language."""
    text_id = string_of(compile_part(part.arguments[0], scope, place))
    scope.translated = True
    return Code("string", lambda c: c.runtime.itext(text_id(c)))


@special("jr:choice-name", 2, 2)
def choice_name(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:jr:choice-name: the label of a choice of the question named in quotes."""
    path = literal_path(part.arguments[1])
    if path is None:
        raise XPathError("jr:choice-name() needs the question's path in quotes.")
    value = string_of(compile_part(part.arguments[0], scope, place))
    target = compile_part(parse(path), scope, place)
    if not target.spots:
        raise XPathError(f"jr:choice-name() finds no question {path}.")
    spot = target.spots[0]
    scope.looks_at.add(spot)
    scope.translated = True
    nodes = nodes_of(target)

    def run(c: Context) -> str:
        found = nodes(c)
        return c.runtime.choice_label(spot, value(c), found[0]) if found else ""

    return Code("string", run)


@special("property", 1, 1)
def device_property(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """XForms 1.1, property(): a property of the device or its user, "" where it has none."""
    name = string_of(compile_part(part.arguments[0], scope, place))
    return Code("string", lambda c: c.runtime.property(name(c)))
