"""The data types of ODK XForms: which texts are valid, how calculated values take their form."""

from __future__ import annotations

import re

from forms.xpath.values import number_text, parse_date, parse_time, text_number

_WHOLE = re.compile(r"[+-]?\d{1,18}")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return _ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def is_valid(kind: str, text: str) -> bool:
    """Whether a text that was typed is of the type (ODK XForms, Data Types); "" always is."""
    if not text:
        return True
    if kind == "int":
        return _WHOLE.fullmatch(text.strip()) is not None
    if kind == "decimal":
        return _DECIMAL.fullmatch(text.strip()) is not None
    if kind == "date":
        return _DATE.fullmatch(text) is not None and parse_date(text) is not None
    if kind == "dateTime":
        return "T" in text and parse_date(text) is not None
    if kind == "time":
        return parse_time(text) is not None
    if kind == "geopoint":
        return _is_point(text)
    if kind in {"geotrace", "geoshape"}:
        return _is_line(kind, text)
    return True


def _is_point(text: str) -> bool:
    """Latitude and longitude in degrees, then metres of altitude and of accuracy."""
    numbers = [text_number(part) for part in text.split()]
    if not 2 <= len(numbers) <= 4 or any(number != number for number in numbers):
        return False
    return abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180


def _is_line(kind: str, text: str) -> bool:
    points = [part.strip() for part in text.strip().rstrip(";").split(";")]
    if not all(_is_point(point) for point in points):
        return False
    if kind == "geotrace":
        return len(points) >= 2
    return len(points) >= 4 and points[0].split()[:2] == points[-1].split()[:2]


def cast(kind: str, text: str) -> str:
    """A calculated text in the form of its type; "" where it is none of it."""
    if not text:
        return ""
    if kind == "int":
        number = text_number(text)
        return "" if number != number or abs(number) > 1e18 else str(int(number))
    if kind == "decimal":
        number = text_number(text)
        return "" if number != number or abs(number) > 1e308 else number_text(number)
    if kind == "date":
        day = text.partition("T")[0]
        return day if is_valid("date", day) else ""
    if kind in {"dateTime", "time", "geopoint", "geotrace", "geoshape"}:
        return text if is_valid(kind, text) else ""
    return text


def in_range(text: str, start: str, end: str) -> bool:
    """Whether a number lies between the bounds of a range question, both included."""
    number, low, high = text_number(text), text_number(start), text_number(end)
    if number == number and low > high:
        low, high = high, low
    return not (number < low or number > high)
