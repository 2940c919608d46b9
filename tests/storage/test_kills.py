"""A process killed at any moment loses nothing that it had acknowledged."""

import random
from pathlib import Path

from tests.storage.helpers import Sample
from tests.storage.kills import Promises, write_until_killed

KILLS = 25


def test_kills_at_random_moments_lose_nothing(blank: Sample, tmp_path: Path) -> None:
    rng = random.Random(25)
    sample, promises = blank.copy(tmp_path / "vault"), Promises()
    for kill in range(KILLS):
        write_until_killed(sample, rng, promises)
        if kill % 8 == 7:
            assert sample.check() == []
        assert promises.broken(sample) == []
    assert promises.count > KILLS
    assert sample.check() == []
    print(f"{KILLS} kills, {promises.count} acknowledged writes, all there")
