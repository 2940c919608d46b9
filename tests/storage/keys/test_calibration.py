"""Argon2id costs about what it should, and never less than the floor."""

import time

from storage.keys.calibration import calibrate
from storage.keys.derivation import DEFAULT_COST, MEMORY_FLOOR_KIB, stretch


def test_never_under_the_floor_however_little_time_there_is() -> None:
    cost = calibrate(seconds=0.001)
    assert cost.memory_kib == MEMORY_FLOOR_KIB
    assert cost.iterations == DEFAULT_COST.iterations
    assert cost.lanes == DEFAULT_COST.lanes


def test_what_was_calibrated_takes_about_that_long() -> None:
    cost = calibrate()
    start = time.perf_counter()
    stretch("three otters cross slowly", bytes(16), cost)
    took = time.perf_counter() - start
    assert cost.memory_kib >= MEMORY_FLOOR_KIB
    assert cost.iterations >= DEFAULT_COST.iterations
    assert 0.1 < took < 30  # a machine that is shared with others measures roughly
