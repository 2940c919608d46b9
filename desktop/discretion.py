"""What is not for passers-by: liaison records, and the answers that a form hides."""

import re
from collections.abc import Iterable
from dataclasses import replace

from forms import Form, Line

HIDDEN = "••••••"
"""Always as long: its length says nothing."""
PERSON = "person"
"""The form of a liaison record, which is opened under People and with a reason only."""
_PLACES = re.compile(r"\[\d+\]")


def masked_paths(form: Form) -> frozenset[str]:
    """The paths, without the places in repeats, of what `form` hides."""
    found: set[str] = set()
    waiting = list(form.body)
    while waiting:
        control = waiting.pop()
        waiting += control.children
        if "masked" in control.appearances:
            found.add(bare(control.path))
    return frozenset(found)


def masked(lines: Iterable[Line], form: Form) -> list[Line]:
    """`lines` of `form` with what it hides replaced by dots."""
    hidden = masked_paths(form)
    return [
        replace(line, text=HIDDEN, raw="") if bare(line.path) in hidden else line for line in lines
    ]


def bare(path: str) -> str:
    """`path` without the places in repeats."""
    return _PLACES.sub("", path)
