"""Marks words that the dictionary does not know, and offers others; off until it is switched on."""
