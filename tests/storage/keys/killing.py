"""Kills a change of the data key, or the opening after it, at any chosen moment.

Run as `python -m tests.storage.keys.killing`: reads a list of attempts (JSON) from standard input,
makes each in a process of its own, and prints which were killed. A whole moment counts what is
done to the vault's files, and falls just before it; a fraction is a time in seconds, which may
fall into the middle of a write.
"""

import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from storage import Vault
from storage.errors import WrongPassphrase
from storage.rekey import rekey
from storage.slots import RecoveryCode
from tests.storage.helpers import ME, Sample

_TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}


@dataclass
class Attempt:
    """One process: `new` is the code of the new slot, or empty where the vault is only opened."""

    folder: str
    code: str
    new: str
    moment: int | float


def attempt_all(attempts: list[Attempt]) -> list[bool]:
    """Make the attempts; gives for each whether it was killed before it was done."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.keys.killing"],
        input=json.dumps([asdict(attempt) for attempt in attempts]),
        capture_output=True,
        text=True,
        check=True,
    )
    return list(json.loads(done.stdout))


def survivor(sample: Sample, new: str) -> tuple[Sample, bool]:
    """What opens the vault now, and whether that is the new code; exactly one of both does."""
    opening = []
    for code in (sample.code, new):
        try:
            Vault.open(sample.folder, ME, recovery_code=code).close()
            opening.append(code)
        except WrongPassphrase:
            continue
    assert len(opening) == 1, f"{len(opening)} codes open the vault"
    return Sample(sample.folder, opening[0]), opening[0] == new


def _make(attempt: Attempt) -> None:
    folder = Path(attempt.folder)
    if not attempt.new:
        _arm(attempt.moment, attempt.folder)
        Vault.open(folder, ME, recovery_code=attempt.code).close()
        return
    vault = Vault.open(folder, ME, recovery_code=attempt.code)
    _arm(attempt.moment, attempt.folder)
    rekey(vault, RecoveryCode(attempt.code), [RecoveryCode(attempt.new)], accept_no_daily=True)


def _arm(moment: int | float, folder: str) -> None:
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


def main() -> None:
    killed = []
    for given in json.load(sys.stdin):
        child = os.fork()
        if not child:
            try:
                _make(Attempt(**given))
            except BaseException as error:
                print(f"{given}: {error!r}", file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or status == 0, f"attempt failed: {given}"
        killed.append(os.WIFSIGNALED(status))
    print(json.dumps(killed))


if __name__ == "__main__":
    main()
