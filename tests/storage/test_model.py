"""The vault against a plain model: whatever is done in whatever order, they agree."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.storage.helpers import Sample
from tests.storage.model import Store


def test_the_vault_agrees_with_a_plain_model(blank: Sample) -> None:
    Store.blank = blank
    run_state_machine_as_test(
        Store,
        settings=settings(
            max_examples=12,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
