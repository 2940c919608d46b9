"""How much of what gives somebody away is found, and how often clean pages are suspected."""

from collections import Counter

import pytest

from exports.sanitising import Checker
from tests.sanitising.clean import pages
from tests.sanitising.leaks import Leak, leaks
from tests.sanitising.sample import known

SEEDS = (1, 2, 2026)
COUNT = 490


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(known())


def _is_found(checker: Checker, leak: Leak) -> bool:
    return any(
        finding.kind is leak.kind and finding.start < leak.end and leak.start < finding.end
        for finding in checker.find(leak.text)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_nearly_every_leak_is_found(checker: Checker, seed: int) -> None:
    made = list(leaks(seed, COUNT))
    missed = [leak for leak in made if not _is_found(checker, leak)]
    ways = Counter(
        f"{leak.kind}: {leak.way}: {leak.text[leak.start : leak.end]}" for leak in missed
    )
    print(f"seed {seed}: {COUNT - len(missed)} of {COUNT} found; missed {dict(ways)}")
    assert len(missed) <= 0.02 * COUNT, ways


def test_clean_pages_are_left_alone(checker: Checker) -> None:
    clean = pages()
    alarms = [finding for page in clean for finding in checker.find(page)]
    print(f"{len(alarms)} false alarms on {len(clean)} pages: {[alarm.text for alarm in alarms]}")
    assert len(alarms) <= len(clean), alarms
