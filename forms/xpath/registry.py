"""The allow-list of functions: how many arguments each takes, of what kind, and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from forms.xpath.code import (
    Code,
    Kind,
    Run,
    boolean_of,
    nodes_of,
    number_of,
    string_of,
    strings_of,
    value_of,
)

_CONVERT: dict[str, Callable[[Code], Run]] = {
    "string": string_of,
    "number": number_of,
    "boolean": boolean_of,
    "nodes": nodes_of,
    "strings": strings_of,
    "value": value_of,
}


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the allow-list.

    ``parameters`` name the kind each argument is cast to: "string", "number", "boolean",
    "nodes", "strings" (one string, or one for each node) or "value". ``most`` None means that
    the last parameter may be repeated.
    """

    name: str
    parameters: tuple[str, ...]
    least: int
    most: int | None
    gives: Kind
    run: Callable[..., Any]
    context: bool
    steady: bool


FUNCTIONS: dict[str, Function] = {}


def function(
    name: str,
    *parameters: str,
    gives: Kind,
    context: bool = False,
    steady: bool = True,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers a function; ``kind?`` marks an optional parameter, ``kind*`` a repeated last one.

    ``context`` passes the Context first; ``steady`` False says that two calls may differ.
    """
    optional = sum(kind[-1] in "?*" for kind in parameters)
    repeated = bool(parameters) and parameters[-1].endswith("*")

    def register(run: Callable[..., Any]) -> Callable[..., Any]:
        FUNCTIONS[name] = Function(
            name,
            tuple(kind.rstrip("?*") for kind in parameters),
            len(parameters) - optional,
            None if repeated else len(parameters),
            gives,
            run,
            context,
            steady,
        )
        return run

    return register


def wrong_count(name: str, least: int, most: int | None, given: int) -> str:
    """What to tell about a call with too few or too many arguments; "" where it is right."""
    if given >= least and (most is None or given <= most):
        return ""
    if most is None:
        wanted = f"at least {least}"
    elif least == most:
        wanted = str(least)
    else:
        wanted = f"{least} to {most}"
    return f"{name}() takes {wanted} argument{'' if wanted == '1' else 's'}, not {given}."


def call(entry: Function, arguments: list[Code]) -> Code:
    """The call, each argument cast to its kind."""
    kinds = entry.parameters
    casts = [
        _CONVERT[kinds[min(i, len(kinds) - 1)]](argument) for i, argument in enumerate(arguments)
    ]
    constant = entry.steady and not entry.context and all(code.constant for code in arguments)
    return Code(entry.gives, _closure(entry, casts), constant=constant)


def _closure(entry: Function, casts: list[Run]) -> Run:
    run = entry.run
    if entry.context:
        return lambda c: run(c, *[cast(c) for cast in casts])
    if len(casts) == 1:
        one = casts[0]
        return lambda c: run(one(c))
    if len(casts) == 2:
        one, two = casts
        return lambda c: run(one(c), two(c))
    if len(casts) == 3:
        one, two, three = casts
        return lambda c: run(one(c), two(c), three(c))
    return lambda c: run(*[cast(c) for cast in casts])
