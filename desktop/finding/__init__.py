"""Ctrl+K: anything by a few letters: a note, a person's alias, a card, a command."""
