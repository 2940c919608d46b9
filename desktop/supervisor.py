"""Where Fieldbook starts: the first notebook process, and behind it what watches over all of them.

Every millisecond here delays the unlock window, so nothing is loaded before the first notebook
process is under way. On Linux that is a fork of this process, which has loaded nothing yet; it
saves the start of another interpreter. Elsewhere, and for every later notebook, it is a process of
its own.
"""

import sys
from collections.abc import Sequence

from desktop.forking import fork

NOTEBOOK = "notebook"
"""The word by which a frozen bundle, being its own interpreter, is asked to be a notebook."""


def main(arguments: Sequence[str] = ()) -> int:
    """Run Fieldbook until its user quits; `arguments` go to each notebook. Gives the exit code."""
    first = fork(arguments) if sys.platform == "linux" else None
    if first:
        first.paint()
    from desktop.supervision import Supervisor  # it would take from the first one's time

    return Supervisor(notebook_command(arguments), first).run()


def notebook_command(arguments: Sequence[str]) -> list[str]:
    """How to start one notebook process, from a frozen bundle as from an installed package."""
    if getattr(sys, "frozen", False):
        return [sys.executable, NOTEBOOK, *arguments]
    return [sys.executable, "-P", "-m", "desktop.notebook", *arguments]
