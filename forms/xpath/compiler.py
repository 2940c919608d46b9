"""From the syntax of an expression to closures, with everything checked on the way."""

from __future__ import annotations

from forms.xpath import functions, repeats
from forms.xpath.code import Code
from forms.xpath.operators import chain, negative
from forms.xpath.parser import parse
from forms.xpath.paths import Place, compile_path
from forms.xpath.registry import FUNCTIONS, call, wrong_count
from forms.xpath.scope import Scope
from forms.xpath.special import SPECIAL
from forms.xpath.syntax import Call, Chain, Expression, Literal, Negative, Number, Path, XPathError

assert functions
assert repeats

_NOTHING = Code("string", lambda _: "", constant=True)


def compile_text(text: str, scope: Scope) -> Code | None:
    """The compiled expression; None where it has problems, which the scope then holds."""
    try:
        part = parse(text)
        if scope.home.is_leaf and isinstance(part, Path) and _is_lone_word(part):
            scope.bare = part.steps[0].name
            return _NOTHING
        code = compile_part(part, scope, Place((scope.home,), at_home=True))
    except XPathError as error:
        if error.args[0]:
            scope.problem(error.args[0])
        return None
    return None if scope.problems else code


def _is_lone_word(path: Path) -> bool:
    """Whether it is nothing but a name: at a question, which has no children, it names nothing."""
    if path.origin != "." or len(path.steps) != 1:
        return False
    step = path.steps[0]
    return step.axis == "child" and step.name not in {"*", "node()"} and not step.predicates


def compile_part(part: Expression, scope: Scope, place: Place) -> Code:
    """One part of an expression.

    Raises XPathError for what ends the compilation; problems with single names and functions are
    noted in the scope, so that an author sees all of them at once.
    """
    if isinstance(part, Literal):
        text = part.value
        return Code("string", lambda _: text, constant=True)
    if isinstance(part, Number):
        number = part.value
        return Code("number", lambda _: number, constant=True)
    if isinstance(part, Chain):
        first = compile_part(part.first, scope, place)
        rest = [(sign, compile_part(operand, scope, place)) for sign, operand in part.rest]
        return chain(first, rest)
    if isinstance(part, Negative):
        return negative(compile_part(part.operand, scope, place))
    if isinstance(part, Call):
        return _call(part, scope, place)
    try:
        return compile_path(part, scope, place, compile_part)
    except XPathError as error:
        if error.args[0]:
            scope.problem(error.args[0])
        return _NOTHING


def _call(part: Call, scope: Scope, place: Place) -> Code:
    special = SPECIAL.get(part.name)
    if special is not None:
        wrong = wrong_count(part.name, special.least, special.most, len(part.arguments))
        if wrong:
            scope.problem(wrong)
            return _NOTHING
        return special.build(part, scope, place, compile_part)
    entry = FUNCTIONS.get(part.name)
    if entry is None:
        scope.problem(f"there is no function {part.name}().")
        return _NOTHING
    wrong = wrong_count(part.name, entry.least, entry.most, len(part.arguments))
    if wrong:
        scope.problem(wrong)
        return _NOTHING
    arguments = [compile_part(argument, scope, place) for argument in part.arguments]
    wanted = entry.parameters
    for place_number, argument in enumerate(arguments):
        kind = wanted[min(place_number, len(wanted) - 1)]
        if kind == "nodes" and argument.kind in {"string", "number", "boolean"}:
            if argument is not _NOTHING:
                scope.problem(f"{part.name}() needs the path of a question, not a value.")
            return _NOTHING
    return call(entry, arguments)
