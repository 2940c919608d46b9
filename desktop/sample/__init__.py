"""Sample data: what the demonstration writes, and a notebook to play in.

Every person, place and number in it is invented, and the texts say that they are sample data.
"""

from desktop.sample.answers import answers

__all__ = ["answers"]
