"""Disclosure copies: records drawn afresh from what is left once words were taken out of them."""

from exports.disclosure.copy import Disclosed, Disclosure, DisclosureFile, disclosed
from exports.disclosure.cutting import Cut, Ground, Mark, Stretch, cut, widened
from exports.disclosure.passages import AUTHOR, WRITTEN, Passage, passages
from exports.disclosure.producing import disclosure_bytes

__all__ = [
    "AUTHOR",
    "WRITTEN",
    "Cut",
    "Disclosed",
    "Disclosure",
    "DisclosureFile",
    "Ground",
    "Mark",
    "Passage",
    "Stretch",
    "cut",
    "disclosed",
    "disclosure_bytes",
    "passages",
    "widened",
]
