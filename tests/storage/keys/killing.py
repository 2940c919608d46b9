"""Kills a change of the data key, or the opening after it, at any chosen moment.

Run as `python -m tests.storage.keys.killing` (`tests.storage.attempts`).
"""

from dataclasses import dataclass
from pathlib import Path

from storage import Vault
from storage.errors import WrongPassphrase
from storage.keyring.rekey import rekey
from storage.keys.slots import RecoveryCode
from tests.storage.attempts import answer, arm, run_all
from tests.storage.helpers import ME, Sample


@dataclass
class Attempt:
    """One process: `new` is the code of the new slot, or empty where the vault is only opened."""

    folder: str
    code: str
    new: str
    moment: int | float


def attempt_all(attempts: list[Attempt]) -> list[bool]:
    """Make the attempts; gives for each whether it was killed before it was done."""
    return run_all("tests.storage.keys.killing", attempts)


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
        arm(attempt.moment, attempt.folder)
        Vault.open(folder, ME, recovery_code=attempt.code).close()
        return
    vault = Vault.open(folder, ME, recovery_code=attempt.code)
    arm(attempt.moment, attempt.folder)
    rekey(vault, RecoveryCode(attempt.code), [RecoveryCode(attempt.new)], accept_no_daily=True)


if __name__ == "__main__":
    answer(Attempt, _make)
