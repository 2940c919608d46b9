"""Words as they are drawn: plain or bold."""

from typing import NamedTuple


class Span(NamedTuple):
    """Some words of a passage, bold or not."""

    text: str
    bold: bool = False
