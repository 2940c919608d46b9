"""One notebook process: its protections first, then Qt, then the unlock window."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import protection, quick_qt

if TYPE_CHECKING:
    from desktop.process import OpenNotebook


def main(arguments: Sequence[str] = (), open_notebook: "OpenNotebook | None" = None) -> int:
    """Run one notebook process under a supervisor; gives the exit code.

    `arguments` are none, or `--profile FILE`. `open_notebook` builds the window of an open vault,
    by default the composition root's.
    """
    protection.harden()
    gc.disable()  # nearly all that is made until the window is painted stays; then a `Collector`
    quick_qt.load()
    from desktop import process

    protection.quiet_qt()
    protection.keep_no_history()
    return process.run(_profile(arguments), open_notebook)


def _profile(arguments: Sequence[str]) -> Path | None:
    """The profile that was asked for. (A parser of arguments takes longer to load than to use.)"""
    match arguments:
        case []:
            return None
        case ["--profile", file]:
            return Path(file)
    raise SystemExit("usage: fieldbook [--profile FILE]")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
