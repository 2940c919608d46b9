"""What a conversation may lead to: offered with its source, chosen by the officer."""

from desktop.leading.room import LeadingRoom

__all__ = ["LeadingRoom"]
