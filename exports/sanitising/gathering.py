"""Reads out of free text what is to be sought: numbers, pages, streets, plates, names."""

import re
from collections.abc import Iterator

from exports.sanitising.adverts import Adverts
from exports.sanitising.doors import COUNT, TYPE, UNIT
from exports.sanitising.kinds import Kind
from exports.sanitising.nations import COUNTRIES, PEOPLES, TOWNS
from exports.sanitising.numbers import Numbers
from exports.sanitising.ordinary import is_common, is_given_name
from exports.sanitising.plates import WHOLE
from exports.sanitising.reading import words

_ADDRESS = re.compile(
    rf"(?:(?i:\b{UNIT}\s?{COUNT})[, ]+)?(?:\b\d{{1,4}}\s?[A-Za-z]?,?\s+)?"
    rf"\b(?:[A-Z][\w'’-]+\s+){{1,2}}(?i:{TYPE})\b"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b")
_ONLINE = re.compile(r"@|/|\w\.\w|\bdot\b|\d{4}", re.IGNORECASE)
_HANDLE = re.compile(r"\d|@|\.|/")
_MANY_DIGITS = re.compile(r"(?:\d\W{0,4}){7}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?$")
_SHORTEST = 5
_SHORTEST_NAME = 3
_ORDINARY = 20_000  # a capital makes no name of one of so many words
_numbers, _adverts = Numbers(()), Adverts(())


def gather(text: str, *, names: bool = False, plates: bool = False) -> Iterator[tuple[Kind, str]]:
    """What `text` holds of the kinds that can be sought, as it is written there.

    Parameters:
        names: whether words that look like somebody's name are taken too.
        plates: whether number plates are taken too.
    """
    if len(text) < (_SHORTEST_NAME if names else _SHORTEST) or _DATE.fullmatch(text):
        return
    if _MANY_DIGITS.search(text):
        yield from ((Kind.NUMBER, found.text) for found in _numbers.find(text))
    yield from ((Kind.ADDRESS, match[0]) for match in _POSTCODE.finditer(text))
    if _ONLINE.search(text):
        for found in _adverts.find(text):
            if _HANDLE.search(found.text):
                yield Kind.ADVERT, found.text
    for match in _ADDRESS.finditer(text):
        yield Kind.ADDRESS, match[0]
    if plates:
        yield from ((Kind.PLATE, match[0]) for match in WHOLE.finditer(text))
    if names:
        yield from ((Kind.NAME, name) for name in _names(text))


def _names(text: str) -> Iterator[str]:
    for word in words(text):
        if word.foreign:
            yield word.text
        elif word.is_capital and len(word.text) >= _SHORTEST_NAME:
            place = word.latin in TOWNS | PEOPLES | COUNTRIES
            plain = is_common(word.latin, _ORDINARY) and not is_given_name(word.latin)
            if not place and not plain and not (word.opens and is_common(word.latin, 3000)):
                yield word.text
