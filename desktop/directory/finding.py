"""Finding a service by what somebody types: a name, a need, a place, a number."""

import unicodedata
from collections.abc import Iterable

from desktop.directory.services import Entry


def find(rows: Iterable[Entry], text: str) -> list[Entry]:
    """Those of `rows` that hold every word of `text` somewhere; names that begin so come first.

    Case and accents make no difference, nor do spaces in a number. No text finds all.
    """
    words = _folded(text).split()
    digits = "".join(filter(str.isdigit, text))
    found = [
        row
        for row in rows
        if all(word in _words(row) for word in words)
        or (len(digits) > 2 and not any(map(str.isalpha, text)) and digits in _digits(row))
    ]
    return sorted(found, key=lambda row: not (words and _folded(row.name).startswith(words[0])))


def _words(row: Entry) -> str:
    kinds = " ".join(row.kinds).replace("_", " ")
    return _folded(" ".join((row.name, row.what, kinds, row.phone, row.web, row.area)))


def _digits(row: Entry) -> str:
    return "".join(filter(str.isdigit, row.phone))


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
