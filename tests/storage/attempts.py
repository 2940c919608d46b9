"""Attempts, each in a process of its own that is killed at a chosen moment; how to run many.

A module of attempts has `_make`, which makes one and calls `arm` first, and ends with
`answer(Attempt, _make)`; `run_all` runs it. A whole moment counts what is done to the vault's
files, and falls just before it; a fraction is a time in seconds, which may fall into the middle
of a write.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

Attempt = TypeVar("Attempt")

_TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}


def run_all(module: str, attempts: Sequence[Any]) -> list[bool]:
    """Make the `attempts` (dataclasses) in `module`; for each, whether it was killed."""
    done = subprocess.run(
        [sys.executable, "-m", module],
        input=json.dumps([asdict(attempt) for attempt in attempts]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def answer(kind: Callable[..., Attempt], make: Callable[[Attempt], None]) -> None:
    """Read attempts (JSON) from standard input, make each in a process of its own, print ends."""
    killed = []
    for given in json.load(sys.stdin):
        child = os.fork()
        if not child:
            try:
                make(kind(**given))
            except BaseException as error:
                print(f"{given}: {error!r}", file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or status == 0, f"attempt failed: {given}"
        killed.append(os.WIFSIGNALED(status))
    print(json.dumps(killed))


def arm(moment: int | float, folder: str) -> None:
    """End this process at `moment`, counted in what is done below `folder`, or in seconds."""
    if isinstance(moment, float):
        signal.setitimer(signal.ITIMER_REAL, moment)  # nobody handles it: it ends the process
        return
    left = moment

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in _TOUCHES and folder in str(arguments[0]):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(count)
