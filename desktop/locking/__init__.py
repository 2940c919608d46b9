"""When and how an open notebook seals itself and ends its process."""

from desktop.locking.locker import Locker
from desktop.story import Reason, Story

__all__ = ["Locker", "Reason", "Story"]
