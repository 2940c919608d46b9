"""A visit while it is planned, made and written up: what belongs with it, and its three parts."""

from desktop.visits.parts import VisitParts

__all__ = ["VisitParts"]
