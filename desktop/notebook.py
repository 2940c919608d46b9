"""One notebook process: its protections first, then Qt, then the unlock window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import protection, quick_qt

if TYPE_CHECKING:
    from desktop.process import OpenNotebook


def main(
    arguments: Sequence[str] | None = None, open_notebook: "OpenNotebook | None" = None
) -> int:
    """Run one notebook process under a supervisor; gives the exit code.

    `open_notebook` builds the window of an open vault, by default the composition root's.
    """
    protection.harden()
    parser = argparse.ArgumentParser(prog="fieldbook")
    parser.add_argument("--profile", type=Path, help="the force profile to use")
    options = parser.parse_args(arguments)
    quick_qt.load()
    from desktop import process

    protection.quiet_qt()
    return process.run(options, open_notebook)


if __name__ == "__main__":
    sys.exit(main())
