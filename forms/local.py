"""The present moment at this computer."""

from __future__ import annotations

from datetime import datetime


def now() -> datetime:
    """The present moment with this computer's offset."""
    return datetime.now().astimezone()
