"""Disclosure copies: chosen records, words taken out of them, and the log that says who got it."""

from desktop.disclosing.page import DisclosurePage

__all__ = ["DisclosurePage"]
