"""The support directory: national services and the force's own, found without a network."""

from desktop.directory.finding import find
from desktop.directory.services import Entry, entries

__all__ = ["Entry", "entries", "find"]
