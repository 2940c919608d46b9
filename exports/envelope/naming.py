"""Neutral names for what leaves: nothing of a report, and nothing that two reports share."""

import hashlib

ENVELOPE_SUFFIX = ".fbs"
XML_SUFFIX = ".xml"
RECEIPT_SUFFIX = ".receipt"
_CHARACTERS = 12


def reference(instance: str) -> str:
    """What files of the submission with that instanceID are called."""
    return hashlib.sha256(instance.encode()).hexdigest()[:_CHARACTERS]


def part_names(instance: str, size: int, part_size: int) -> list[str]:
    """The names of the files in which an envelope of `size` bytes goes to a server."""
    name = f"{reference(instance)}{ENVELOPE_SUFFIX}"
    count = -(-size // part_size)
    return [name] if count == 1 else [f"{name}.{number}" for number in range(1, count + 1)]
