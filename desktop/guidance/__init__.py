"""Guidance at hand: glossary, legislation, the guidance by paragraph, and what was left out."""

from desktop.guidance.finding import find
from desktop.guidance.reading import Passage, Topic, at, read

__all__ = ["Passage", "Topic", "at", "find", "read"]
