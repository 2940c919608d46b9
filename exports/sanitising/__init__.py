"""The sanitisation check: what in a report could show who the source or the worker is."""

from exports.sanitising.checking import Checker
from exports.sanitising.gathering import gather
from exports.sanitising.kinds import Finding, Kind, Known

__all__ = ["Checker", "Finding", "Kind", "Known", "gather"]
