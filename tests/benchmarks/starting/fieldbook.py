"""What the command `fieldbook` does, but it prints when its unlock window is painted."""

import re  # noqa: F401 - the script that pip writes for a command loads it
import sys

from desktop import command_line  # noqa: F401 - the command comes through it
from desktop.forking import fork
from desktop.supervisor import notebook_command

first = fork([]) if sys.platform == "linux" else None
if first:
    first.paint()
    assert first.stdout.peek(), "it ended instead"
    print("painted", flush=True)

from desktop.supervision import Supervisor  # noqa: E402 - as in desktop.supervisor


def tell(line: str) -> None:
    if not first and line == "painted":
        print(line, flush=True)


sys.exit(Supervisor(notebook_command([]), first, told=tell).run())
