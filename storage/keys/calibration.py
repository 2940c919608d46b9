"""What deriving a key may cost on this machine: about a second, never less than the floor."""

import functools
import time

from storage.keys.derivation import (
    DEFAULT_COST,
    ITERATIONS_CEILING,
    KDF_SALT_SIZE,
    MEMORY_FLOOR_KIB,
    Cost,
    stretch,
)

SECONDS = 1.0
_SLACK = 1.5  # rather somewhat slower than with half the memory


@functools.cache
def calibrate(seconds: float = SECONDS) -> Cost:
    """The cost at which one try at a passphrase takes about so many `seconds` here.

    Memory hurts a guesser's hardware most, so it gives way last: 256 MiB where that and the
    fewest iterations fit into the time, down to 64 MiB on a slow or small machine; what is left of
    the time goes into iterations. Both floors hold however long they take. A process measures once.
    """
    memory = DEFAULT_COST.memory_kib
    while memory > MEMORY_FLOOR_KIB:
        took = _measure(memory)
        if took is not None and took <= seconds * _SLACK:
            return _with_iterations(memory, seconds / took)
        memory //= 2
    return _with_iterations(memory, seconds / (_measure(memory) or seconds))


def _with_iterations(memory_kib: int, factor: float) -> Cost:
    fewest = DEFAULT_COST.iterations
    iterations = min(max(fewest, int(fewest * factor)), ITERATIONS_CEILING)
    return Cost(memory_kib, iterations, DEFAULT_COST.lanes)


def _measure(memory_kib: int) -> float | None:
    """Seconds that the fewest iterations take; None where the machine lacks the memory.

    Time on the clock where lanes run side by side, time of the processor where other programs
    take their share: a busy moment must not make a weak vault.
    """
    cost = Cost(memory_kib, DEFAULT_COST.iterations, DEFAULT_COST.lanes)
    start, worked = time.perf_counter(), time.process_time()
    try:
        stretch("calibration", bytes(KDF_SALT_SIZE), cost)
    except MemoryError:
        return None
    return min(time.perf_counter() - start, time.process_time() - worked)
