"""How far a translation has come."""

from enum import IntEnum


class Status(IntEnum):
    """How far a translation has come; a card is no further than its least message."""

    MISSING = 0
    DRAFT = 1
    REVISED = 2
    APPROVED = 3

    @property
    def word(self) -> str:
        """As it stands in catalogs and lists."""
        return self.name.lower()
