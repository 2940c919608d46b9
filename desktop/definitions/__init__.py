"""The forms of an open notebook: those that come with it, the force's own, and older versions."""

from desktop.definitions.examining import Candidate, examine
from desktop.definitions.library import library
from desktop.definitions.shelf import FormShelf, Standing, definition_of, open_shelf, put_to_use

__all__ = [
    "Candidate",
    "FormShelf",
    "Standing",
    "definition_of",
    "examine",
    "library",
    "open_shelf",
    "put_to_use",
]
