"""Reads the digits of a text, as figures of any script or spelt out, with their places."""

# ruff: noqa: E501 - a figure in many languages is easier to read in one line

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from exports.sanitising.ordinary import is_common

_UNITS = {
    word: str(value)
    for value, spelt in enumerate(
        (
            "zero oh nought naught nil dim sero null cero nula nulla sifir nol khong nulis nulle sifuri"
            " ноль нуль нула μηδεν",
            "one un uno eins jeden unu um uma nje egy mot vienas viens moja bir один одна едно ενα",
            "two dau dwy dos zwei dwa doi deux dois duas dva dve iki hai divi mbili ketto два две δυο",
            "three tri tair tres drei trzy trei trois tre harom ba trys tris tatu uc три τρια",
            "four pedwar pedair cuatro vier cztery patru quatre quatro quattro kater dort negy bon keturi cetri nne"
            " четыре чотири четири τεσσερα",
            "five pump cinco funf piec cinci cinq cinque pese pyat nam penki pieci tano bes пять пет πεντε",
            "six chwech seis sechs szesc sase gjashte shest alti sau sesi sita шесть шість шест εξι",
            "seven saith siete sieben siedem sapte sept sete sette shtate yedi bay septyni septini saba семь сім седем επτα",
            "eight wyth ocho acht osiem opt huit oito otto tete sekiz nyolc tam astuoni astoni nane восемь вісім осем οκτω",
            "nine naw nueve neun dziewiec noua neuf nove nente dokuz kilenc chin devyni devini tisa девять девет εννεα",
        )
    )
    for word in spelt.split()
}
_TEENS = {
    word: str(value)
    for value, word in enumerate(
        [
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        10,
    )
}
_TENS = {
    word: value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_LONG_UNITS = ("zero", "three", "four", "five", "seven", "eight", "nine")

_BESIDE_O = re.compile(
    r"(?:\b(?:o|double|triple|treble|one|two|three|four|five|six|seven|eight|nine|zero|hundred)"
    r"|\d)[ ,-]+$"
)
_OH = re.compile(r"(?<![^\W_])(?=[\doil]*\d[\doil]*\d)[\doil]{4,}(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True)
class Digits:
    """Digits that stand together from `start` to `end`; `spelt` where words say them."""

    start: int
    end: int
    value: str
    spelt: bool


def digits(text: str) -> list[Digits]:
    """Every group of digits in `text`, in reading order.

    “double oh” is 00, “seventy-seven” 77, “nine hundred” 900; a letter O beside figures is 0.
    """
    plain = _OH.sub(_as_figures, "".join(_figure(letter) for letter in text))
    pieces = [(match.start(), match.end(), match[0].lower()) for match in _PIECE.finditer(plain)]
    found: list[Digits] = []
    times = 1
    opened = 0
    for start, end, piece in pieces:
        if piece in _TIMES:
            times, opened = _TIMES[piece], start
            continue
        value = _value(piece, plain, start, end)
        if value is None and piece == "hundred" and _follows(found, plain, start):
            found[-1] = Digits(found[-1].start, end, found[-1].value + "00", True)
        elif value is not None:
            begin = opened if times > 1 else start
            _add(found, Digits(begin, end, value * times, not piece.isdigit()), plain)
        times = 1
    return found


def _as_figures(match: re.Match[str]) -> str:
    """Letters typed for figures: O77OO."""
    return match[0].lower().replace("o", "0").replace("i", "1").replace("l", "1")


def _figure(letter: str) -> str:
    """`letter`, or the European digit of one such as ٣, ７ or ④ (one letter for one letter)."""
    if letter.isascii():
        return letter
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    value = unicodedata.numeric(letter, -1.0) if "\u3007" <= letter <= "\u9fff" else -1.0
    if value in range(10):
        return str(int(value))
    return unicodedata.normalize("NFD", letter)[0]


def _value(piece: str, text: str, start: int, end: int) -> str | None:
    if piece.isdigit():
        return piece
    if piece in _UNITS:
        return _UNITS[piece]
    if piece in _TEENS:
        return _TEENS[piece]
    if piece in _TENS:
        return f"{_TENS[piece]}0"
    if piece == "o" and _BESIDE_O.search(text[max(0, start - 12) : start].lower()):
        return "0"
    around = text[max(0, start - 2) : start] + text[end : end + 2]
    if piece in ("o", "l", "i") and any(letter.isdigit() for letter in around):
        return "0" if piece == "o" else "1"
    if piece.strip("oil") == "" and len(piece) < 4 and any(letter.isdigit() for letter in around):
        return piece.replace("o", "0").replace("i", "1").replace("l", "1")
    if len(piece) > 3 and not is_common(piece):
        for unit in _LONG_UNITS:
            if OSA.distance(unit, piece, score_cutoff=1) < 2:
                return _UNITS[unit]
    return None


def _follows(found: list[Digits], text: str, start: int) -> bool:
    return bool(found) and not text[found[-1].end : start].strip(" -")


def _add(found: list[Digits], new: Digits, text: str) -> None:
    """Adds `new`, which completes “seventy” to 77 where a unit follows it at once."""
    if found and new.spelt and found[-1].spelt and len(new.value) == 1 and new.value != "0":
        last = found[-1]
        word = text[last.start : last.end].lower()
        if word in _TENS and not text[last.end : new.start].strip(" -"):
            found[-1] = Digits(last.start, new.end, last.value[:-1] + new.value, True)
            return
    found.append(new)
