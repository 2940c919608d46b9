"""What leaves a vault by a command is in its log, whatever becomes of the command."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a wrong usage needs no cryptography
    from storage import Session, Vault


@contextmanager
def leaving(
    vault: "Vault",
    write: Callable[["Session"], None],
    take_back: Callable[["Session"], None],
) -> Iterator[None]:
    """Write that something leaves before it does, and that it did not if it fails or is stopped.

    In this order, because a process that ends in between must not let anything leave unlogged.
    """
    vault.perform(write).result()
    try:
        yield
    except BaseException:
        vault.perform(take_back).result()
        raise
