"""A few short sequences against a server that misbehaves; `make trials` runs hundreds."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sending.model import Sending, world


def test_every_word_of_the_outbox_is_true() -> None:
    with world() as Sending.shared:
        run_state_machine_as_test(
            Sending,
            settings=settings(
                max_examples=8,
                stateful_step_count=8,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
        count = Sending.shared.count
    assert count["received"]
    assert count["kills"]
