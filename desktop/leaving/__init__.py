"""How a document leaves the notebook: for whom and why, the log, then a file or the printer."""

from desktop.leaving.panel import Leaving, LeavingPanel, Part

__all__ = ["Leaving", "LeavingPanel", "Part"]
