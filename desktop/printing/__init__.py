"""Printing straight from the notebook: from memory to the system's print queue."""

from desktop.printing.panel import PrintPanel

__all__ = ["PrintPanel"]
