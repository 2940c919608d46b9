"""Help at hand: guidance and support services, searched on one page without a network."""

from desktop.help.page import HelpPage

__all__ = ["HelpPage"]
