"""The vault against a plain model, for longer than the tests do (SEQUENCES=500)."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.storage.helpers import create
from tests.storage.model import Store

SEQUENCES = int(os.environ.get("SEQUENCES", "500"))
ROUND = 250  # one search of hypothesis; told as it ends, so that a run cut short still says much
STEPS = 50


def run(seed: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        vault, Store.blank = create(Path(folder) / "vault")
        vault.close()
        for done in range(0, SEQUENCES, ROUND):
            count = min(ROUND, SEQUENCES - done)
            _search(seed + done, count)
            yield f"{done + count} sequences of up to {STEPS} acts, locks and crashes: both agree"


def _search(seed: int, count: int) -> None:
    @hypothesis.seed(seed)
    class Seeded(Store):
        """The same machine, with a search of its own."""

    run_state_machine_as_test(
        Seeded,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
