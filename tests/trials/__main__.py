"""Runs the long trials and prints their figures: `python -m tests.trials [NAME …]`.

Every module beside this one that has a `run(seed)` is a trial. It returns what it found as lines,
and raises `AssertionError` where the vault did not keep its promise.
"""

import importlib
import os
import sys
import time
from pathlib import Path

import pytest

SEED = int(os.environ.get("SEED", "2026"))


def main(names: list[str]) -> int:
    sources = {path.stem: path.read_text("utf-8") for path in Path(__file__).parent.glob("*.py")}
    trials = sorted(name for name, source in sources.items() if "\ndef run(" in source)
    unknown = sorted(set(names) - set(trials))
    if unknown:
        print(f"no trial {', '.join(unknown)}; there are: {', '.join(trials)}", file=sys.stderr)
        return 2
    failed = [name for name in trials if (not names or name in names) and not _run(name)]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _run(name: str) -> bool:
    print(f"{name} (seed {SEED})", flush=True)
    start = time.monotonic()
    try:
        for line in importlib.import_module(f"tests.trials.{name}").run(SEED):
            print(f"  {line}", flush=True)
    except pytest.skip.Exception as reason:
        print(f"  not run: {reason}")
        return True
    except AssertionError as problem:
        print(f"  FAILED after {time.monotonic() - start:.0f} s: {problem}", flush=True)
        return False
    print(f"  {time.monotonic() - start:.0f} s", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
