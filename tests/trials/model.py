"""The vault against a plain model, for longer than the tests do (SEQUENCES=500)."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.storage.helpers import create
from tests.storage.test_model import Store

SEQUENCES = int(os.environ.get("SEQUENCES", "500"))
STEPS = 50


def run(seed: int) -> Iterator[str]:
    del seed  # hypothesis derives its own from the test, so that every run is the same
    with tempfile.TemporaryDirectory() as folder:
        vault, Store.blank = create(Path(folder) / "vault")
        vault.close()
        run_state_machine_as_test(
            Store,
            settings=settings(
                max_examples=SEQUENCES,
                stateful_step_count=STEPS,
                derandomize=True,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    yield f"{SEQUENCES} sequences of up to {STEPS} acts, locks and crashes: vault and model agree"
