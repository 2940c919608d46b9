"""Location paths, compiled: what the schema knows is resolved once, the rest walks the nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from forms.nodes import Element, document_order
from forms.schema import Spot
from forms.xpath.axes import next_spots, taker
from forms.xpath.code import Code, Context, Run, nodes_of
from forms.xpath.scope import Reach, Scope
from forms.xpath.syntax import Call, Expression, Literal, Path, Step, XPathError

Compile = Callable[[Expression, Scope, "Place"], Code]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of an expression is evaluated: spots, or None inside a secondary instance.

    ``at_home`` says that the context node is the node the expression belongs to; in predicates
    it is not.
    """

    spots: tuple[Spot, ...] | None
    at_home: bool


_ITSELF = (Path(".", (Step("self", "node()"),)),)


@dataclass(slots=True)
class _Walk:
    """A path on its way: as long as it is ``fixed`` it leads to exactly one node.

    ``climb`` steps up from the reader's node (None: from ``spot`` outside repeats), then ``down``
    through the slots; ``then`` are the steps that may give any number of nodes.
    """

    spots: tuple[Spot, ...] | None
    fixed: bool
    climb: int | None
    down: list[int]
    from_current: bool
    start: Run | None = None


def compile_path(path: Path, scope: Scope, place: Place, compile_part: Compile) -> Code:
    """The path as code; notes in the scope what it reads and which names it does not find."""
    if place.at_home and path in _ITSELF:
        scope.read((scope.home,), "same")
        return Code("node", lambda c: c.node, (scope.home,), leaf=scope.home.is_leaf)
    walk, steps = _origin(path, scope, place, compile_part)
    at = 0
    while at < len(steps) and walk.fixed and not steps[at].predicates:
        if not _follow(walk, steps[at], at == len(steps) - 1, scope, absolute=path.origin == "/"):
            break
        at += 1
    rest = steps[at:]
    if not rest and walk.fixed and walk.spots is not None:
        return _finished(walk, scope)
    run = _fixed_run(walk) if walk.fixed else walk.start
    if run is None:
        raise XPathError("the path has no beginning.")
    listed: Run = (lambda c: [run(c)]) if walk.fixed else run
    spots = walk.spots
    reach: Reach = "all"
    for step in rest:
        listed, spots = _general(listed, spots, step, scope, compile_part)
        if _chooses(step, spots, scope):
            reach = "some"
    if spots is not None:
        scope.read(spots, reach)
    return Code("nodes", listed, spots)


def _origin(
    path: Path, scope: Scope, place: Place, compile_part: Compile
) -> tuple[_Walk, tuple[Step, ...]]:
    """Where the path begins, and the steps still to go."""
    steps = path.steps
    if path.origin == ".":
        scope.local = scope.local or place.at_home
        fixed = place.at_home and place.spots is not None
        walk = _Walk(place.spots, fixed, 0, [], False, lambda c: [c.node])
        return walk, steps
    if path.origin == "/":
        return _absolute(scope, steps)
    if path.origin == Call("current", ()) and not path.predicates:
        scope.local = True
        return _Walk((scope.home,), True, 0, [], True), steps
    code = compile_part(path.origin, scope, place)  # type: ignore[arg-type]
    if code.kind not in {"node", "nodes", "any"}:
        raise XPathError("a path can only follow something that gives nodes.")
    spots = code.spots
    listed = nodes_of(code)
    for predicate in path.predicates:
        listed = _filter(listed, predicate, spots, scope, compile_part)
    return _Walk(spots, False, None, [], False, listed), steps


def _absolute(scope: Scope, steps: tuple[Step, ...]) -> tuple[_Walk, tuple[Step, ...]]:
    root = scope.schema.root
    if not steps:
        raise XPathError("/ alone is no question; write the path on, for example /data/name.")
    first = steps[0]
    if first.axis != "child" or first.name not in {root.name, "*", "node()"}:
        raise XPathError(f"there is no /{first.name} in the form; paths begin with /{root.name}.")
    if first.predicates:
        raise XPathError(f"/{root.name} is there only once and takes no [ ].")
    return _Walk((root,), True, None, [], True), steps[1:]


def _follow(walk: _Walk, step: Step, last: bool, scope: Scope, *, absolute: bool) -> bool:
    """Takes the step if it still leads to exactly one node."""
    spot = (walk.spots or ())[0]
    if step.axis == "self" and step.name in {"node()", "*", spot.name}:
        return True
    if step.axis == "parent" and step.name == "node()":
        if spot.parent is None:
            raise XPathError("the path climbs above the whole form; it has one .. too many.")
        walk.spots = (spot.parent,)
        if walk.down:
            walk.down.pop()
        elif walk.climb is not None:
            walk.climb += 1
        return True
    name = f"@{step.name}" if step.axis == "attribute" else step.name
    if step.axis not in {"child", "attribute"} or step.name in {"*", "node()"}:
        return False
    child = spot.by_name.get(name)
    if child is None:
        scope.problem(unknown(name, spot))
        raise XPathError("")
    if child.is_repeat:
        # ODK XForms, Repeats, "A Big Deviation": an absolute path to something inside a repeat
        # stays in the instance of the repeat that it is used in.
        if not absolute or last or not scope.anchor.within(child):
            return False
        walk.climb = scope.home.depth - child.depth
        walk.down = []
    else:
        walk.down.append(child.position)
    walk.spots = (child,)
    return True


def unknown(name: str, parent: Spot) -> str:
    """The sentence for a name that the form does not have there."""
    return f"there is no {name} in {parent.path}."


def _finished(walk: _Walk, scope: Scope) -> Code:
    """A path to exactly one node."""
    spots = walk.spots or ()
    spot = spots[0]
    scope.read(spots, "same")
    return Code("node", _fixed_run(walk), spots, leaf=spot.is_leaf)


def _fixed_run(walk: _Walk) -> Run:
    """The closure to the one node; outside repeats a mere look into a list."""
    spot = (walk.spots or ())[0]
    index = spot.index
    if not spot.repeats:
        return lambda c: c.single[index]
    climb, down = walk.climb or 0, tuple(walk.down)
    if walk.from_current:
        return lambda c: _move(c.current, climb, down)
    return lambda c: _move(c.node, climb, down)


def _move(node: Element, climb: int, down: tuple[int, ...]) -> Element:
    for _ in range(climb):
        node = node.parent  # type: ignore[assignment]
    for position in down:
        node = node.slots[position]  # type: ignore[attr-defined]
    return node


def _general(
    before: Run,
    spots: tuple[Spot, ...] | None,
    step: Step,
    scope: Scope,
    compile_part: Compile,
) -> tuple[Run, tuple[Spot, ...] | None]:
    """A step from any number of nodes to any number of nodes."""
    after = None if spots is None else _targets(spots, step, scope)
    take = taker(step)
    run = _stepped(before, take, single=step.axis in {"child", "attribute", "self"})
    if not step.predicates:
        return run, after
    # positions in a predicate count anew for each node that the step begins at (XPath 1.0, 2.4)
    inner: Run = lambda c: take(c.node)  # noqa: E731
    for predicate in step.predicates:
        inner = _filter(inner, predicate, after, scope, compile_part)

    def filtered(c: Context) -> list[Element]:
        own = c.inner()
        found: dict[Element, None] = {}
        for node in before(c):
            own.node = node
            found.update(dict.fromkeys(inner(own)))
        return list(found)

    return filtered, after


def _chooses(step: Step, spots: tuple[Spot, ...] | None, scope: Scope) -> bool:
    """Whether the step picks instances of a repeat that the expression itself is in."""
    if not step.predicates and step.axis not in {"preceding-sibling", "following-sibling"}:
        return False
    return any(spot.is_repeat and scope.home.within(spot) for spot in spots or ())


def _stepped(before: Run, take: Callable[[Element], Sequence[Element]], single: bool) -> Run:
    if single:

        def each(c: Context) -> list[Element]:
            found: list[Element] = []
            for node in before(c):
                found.extend(take(node))
            c.runtime.spend(len(found))
            return found

        return each

    def unique(c: Context) -> list[Element]:
        found: dict[Element, None] = {}
        for node in before(c):
            found.update(dict.fromkeys(take(node)))
        c.runtime.spend(len(found))
        return sorted(found, key=document_order)

    return unique


def _targets(spots: tuple[Spot, ...], step: Step, scope: Scope) -> tuple[Spot, ...]:
    """The spots the step leads to; an unknown name is a problem of the form."""
    found: dict[Spot, None] = {}
    for spot in spots:
        found.update(dict.fromkeys(next_spots(spot, step)))
    if not found:
        name = f"@{step.name}" if step.axis == "attribute" else step.name
        scope.problem(unknown(name, spots[0]))
        raise XPathError("")
    return tuple(found)


def _filter(
    before: Run,
    predicate: Expression,
    spots: tuple[Spot, ...] | None,
    scope: Scope,
    compile_part: Compile,
) -> Run:
    """XPath 1.0, 2.4: a number keeps the node at that position, else the boolean decides."""
    code = compile_part(predicate, scope, Place(spots, at_home=False))
    test = code.run
    kind = code.kind

    def run(c: Context) -> list[Element]:
        nodes = before(c)
        c.runtime.spend(len(nodes))
        own = c.inner()
        own.size = len(nodes)
        kept: list[Element] = []
        for position, node in enumerate(nodes, 1):
            own.node = node
            own.position = position
            value = test(own)
            if kind == "boolean":
                keep = value
            elif isinstance(value, float):
                keep = value == position
            else:
                keep = kind == "node" or bool(value)
            if keep:
                kept.append(node)
        return kept

    return run


def literal_path(argument: Expression) -> str | None:
    """The text of an argument that has to be a path in quotes, None where it is not."""
    return argument.value.strip() if isinstance(argument, Literal) else None
