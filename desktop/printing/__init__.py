"""Printing straight from the notebook: from memory to the system's print queue."""

from desktop.printing.queues import NotPrinted, Queues, Wish, queues

__all__ = ["NotPrinted", "Queues", "Wish", "queues"]
