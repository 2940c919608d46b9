"""Links between those who exploit, and what they use: never of workers, nor of whoever is met."""

from desktop.linkgraph.page import LinksPage

__all__ = ["LinksPage"]
