"""A process killed while it purges leaves the record wholly there, or wholly gone."""

import random
from pathlib import Path

from tests.storage.rights.killing import Attempt, attempt_all, outcome
from tests.storage.rights.purged import CANARY, vault_with_canary

KILLS = 10
NOTES = 60


def test_killed_at_random(tmp_path: Path) -> None:
    rng = random.Random(12)
    sample, record = vault_with_canary(tmp_path / "vault", NOTES)
    copies = [sample.copy(tmp_path / str(number)) for number in range(KILLS)]
    attempts = [
        Attempt(str(copy.folder), copy.code, record, 0.001 + 0.06 * rng.random() ** 2)
        for copy in copies
    ]
    killed = attempt_all(attempts)
    again = [Attempt(str(copy.folder), copy.code, "", 0.2 * rng.random()) for copy in copies]
    attempt_all(again)
    gone = [outcome(copy, record, CANARY, NOTES) for copy in copies]
    assert any(killed)
    print(f"{sum(killed)} kills: {sum(gone)} records gone, {len(gone) - sum(gone)} still there")
