"""Sending to a server that misbehaves in every way, killed at random (SEQUENCES=500, STEPS=16)."""

import os
import sys
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sending.model import Sending, world

SEQUENCES = int(os.environ.get("SEQUENCES", "500"))
STEPS = int(os.environ.get("STEPS", "16"))


class Told(Sending):
    """Tells how far it has come: hundreds of sequences take their time."""

    def teardown(self) -> None:
        super().teardown()
        if self.shared.count["sequences"] % 50 == 0:
            print(f"  {self.shared.count}", file=sys.stderr, flush=True)


def run(seed: int) -> Iterator[str]:
    del seed  # hypothesis derives its own from the test, so that every run is the same
    with world() as Sending.shared:
        run_state_machine_as_test(
            Told,
            settings=settings(
                max_examples=SEQUENCES,
                stateful_step_count=STEPS,
                derandomize=True,
                deadline=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )
        count = Sending.shared.count
    yield (
        f"{count['sequences']} sequences of up to {STEPS} acts, {count['kills']} kills,"
        f" {count['acts']} misdeeds of the server: {count['queued']} reports queued,"
        f" {count['received']} arrived, each once and byte for byte; every state was true"
    )
