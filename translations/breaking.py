"""Puts break points into Thai, whose words stand without spaces between them."""

import re
from functools import cache
from typing import Any

BREAK = "\u200b"
"""Zero width space: a line may end here (UAX 14, ZW)."""
_THAI = re.compile("[\u0e00-\u0e7f]+")


def broken(text: str, language: str) -> str:
    """`text` with break points between its words where the language has no spaces.

    Only runs of Thai letters are touched: addresses, numbers and placeholders stay as they are.
    """
    if language != "th":
        return text
    return _THAI.sub(lambda run: BREAK.join(_parser().parse(run[0])), text)


@cache
def _parser() -> Any:
    import budoux  # takes time, and only texts that are made anew need it

    return budoux.load_default_thai_parser()
