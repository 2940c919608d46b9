"""Functions that look at repeats: how many, which one, one of a number."""

from __future__ import annotations

from collections.abc import Callable

from forms.nodes import Element, Node, Range
from forms.schema import Spot
from forms.xpath.code import Code, Context, nodes_of, number_of
from forms.xpath.paths import Compile, Place
from forms.xpath.scope import Scope
from forms.xpath.special import special
from forms.xpath.syntax import Call, Literal, Path, XPathError
from forms.xpath.values import NAN


@special("count", 1, 1)
def count(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:count, as XPath 1.0, 4.1: how many nodes there are, blank or not."""
    argument = part.arguments[0]
    before = dict(scope.reads)
    code = compile_part(argument, scope, place)
    if code.kind in {"string", "number", "boolean"}:
        raise XPathError("count() needs the path of a question, not a value.")
    if isinstance(argument, Path) and not any(step.predicates for step in argument.steps):
        # only where there are more or fewer of them matters, not their values
        scope.reads = before
        for spot in code.spots or ():
            if spot.repeats:
                scope.read((spot.repeats[-1],), "all")
    nodes = nodes_of(code)
    return Code("number", lambda c: float(len(nodes(c))))


@special("position", 0, 1)
def position(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:position: in a predicate, or of a node among those of its name."""
    if not part.arguments:
        return Code("number", lambda c: float(c.position))
    code = compile_part(part.arguments[0], scope, place)
    if code.kind not in {"node", "nodes", "any"}:
        raise XPathError("position() needs the path of a repeat, for example position(..).")
    for spot in code.spots or ():
        if spot.is_repeat:
            scope.read((spot,), "all")
    nodes = nodes_of(code)
    return Code("number", lambda c: _position(nodes(c)))


def _position(nodes: list[Element]) -> float:
    if not nodes:
        return NAN
    node = nodes[0]
    if isinstance(node, Node):
        return float(node.index())
    same = node.parent.named(node.name) if node.parent is not None else [node]
    return float(1 + next(place for place, each in enumerate(same) if each is node))


@special("indexed-repeat", 3, None)
def indexed_repeat(part: Call, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """ODK XForms, fn:indexed-repeat: the node of the repeat instances at the given indexes."""
    scope.local = True
    if len(part.arguments) % 2 == 0:
        raise XPathError("indexed-repeat() takes a question, then a repeat and a number in pairs.")
    target = _named(part.arguments[0], scope)
    choices: list[tuple[Spot, Callable[[Context], float]]] = []
    for repeat, index in zip(part.arguments[1::2], part.arguments[2::2], strict=True):
        spot = _named(repeat, scope)
        if not spot.is_repeat:
            raise XPathError(f"{spot.path} is no repeat, as indexed-repeat() needs.")
        if not target.within(spot):
            raise XPathError(f"{target.path} is not inside {spot.path}.")
        choices.append((spot, number_of(compile_part(index, scope, place))))
    inside = any(scope.home.within(spot) for spot, _ in choices)
    scope.read((target,), "some" if inside else "all")
    for spot, _ in choices:
        scope.read((spot,), "all")
    run = _indexed(scope.schema.root, target, choices)
    return Code("nodes", run, (target,))


def _named(argument: object, scope: Scope) -> Spot:
    """The spot that a path names, whatever instances it would give."""
    if not isinstance(argument, Path) or isinstance(argument.origin, Call | Literal):
        raise XPathError("indexed-repeat() needs plain paths of questions and repeats.")
    spot: Spot | None = scope.home
    steps = argument.steps
    if argument.origin == "/":
        spot, steps = scope.schema.root, steps[1:]
    for step in steps:
        if spot is None or step.predicates or step.axis not in {"child", "parent", "self"}:
            raise XPathError("indexed-repeat() needs plain paths of questions and repeats.")
        if step.axis == "child":
            found = spot.by_name.get(step.name)
            if found is None:
                raise XPathError(f"there is no {step.name} in {spot.path}.")
            spot = found
        elif step.axis == "parent":
            spot = spot.parent
    if spot is None:
        raise XPathError("the path climbs above the whole form; it has one .. too many.")
    return spot


def _indexed(
    root: Spot, target: Spot, choices: list[tuple[Spot, Callable[[Context], float]]]
) -> Callable[[Context], list[Element]]:
    chosen = dict(choices)
    way: list[Spot] = []
    spot: Spot | None = target
    while spot is not None and spot is not root:
        way.append(spot)
        spot = spot.parent
    way.reverse()

    def run(c: Context) -> list[Element]:
        nodes: list[Node] = [c.single[root.index]]
        for step in way:
            if not step.is_repeat:
                nodes = [s for n in nodes if isinstance(s := n.slots[step.position], Node)]
                continue
            ranges = [s for n in nodes if isinstance(s := n.slots[step.position], Range)]
            nodes = [instance for each in ranges for instance in each.instances]
            if step in chosen:
                index = chosen[step](c)
                exists = index == index and 1 <= index <= len(nodes) and index == int(index)
                nodes = [nodes[int(index) - 1]] if exists else []
        return list(nodes)

    return run
