"""String functions (ODK XForms, XPath Functions, String Functions)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import math
import uuid as uuids
from functools import lru_cache
from typing import Any

from forms.xpath.code import Context
from forms.xpath.registry import function
from forms.xpath.syntax import XPathError
from forms.xpath.values import Value, to_string

_DIGESTS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}


@function("string", "value?", gives="string", context=True)
def string(c: Context, value: Value | None = None) -> str:
    """ODK XForms, fn:string, as XPath 1.0, 4.2: the value, or the context node, as text."""
    return to_string([c.node] if value is None else value)


@function("concat", "strings*", gives="string")
def concat(*parts: list[str]) -> str:
    """ODK XForms, fn:concat: all values together, each node of a node-set too."""
    return "".join(text for part in parts for text in part)


@function("join", "string", "strings*", gives="string")
def join(separator: str, *parts: list[str]) -> str:
    """ODK XForms, fn:join: all values with the separator between them."""
    return separator.join(text for part in parts for text in part)


def whole(number: float) -> int:
    """A number without its fraction; 0 for NaN, so that an index never fails."""
    if number != number:
        return 0
    if math.isinf(number):
        return 2**31 if number > 0 else -(2**31)
    return int(number)


@function("substr", "string", "number", "number?", gives="string")
def substr(text: str, start: float, end: float | None = None) -> str:
    """ODK XForms, fn:substr: from the 0-based start up to, without, the end; negative from back."""
    first = whole(start)
    last = len(text) if end is None else whole(end)
    if first < 0:
        first = max(0, len(text) + first)
    if last < 0:
        last = max(0, len(text) + last)
    return text[first:last]


@function("substring", "string", "number", "number?", gives="string")
def substring(text: str, start: float, length: float | None = None) -> str:
    """XPath 1.0, 4.2 substring(): 1-based start, rounded, NaN giving nothing."""
    if start != start or (length is not None and length != length):
        return ""
    first = round_half_up(start)
    end = math.inf if length is None else first + round_half_up(length)
    return "".join(sign for place, sign in enumerate(text, 1) if first <= place < end)


def round_half_up(number: float) -> float:
    """XPath 1.0, 4.4 round(): to the nearest whole number, a half upwards."""
    return number if math.isinf(number) or number != number else math.floor(number + 0.5)


@function("substring-before", "string", "string", gives="string")
def substring_before(text: str, mark: str) -> str:
    """ODK XForms, fn:substring-before, as XPath 1.0, 4.2."""
    before, found, _ = text.partition(mark) if mark else ("", "", "")
    return before if found else ""


@function("substring-after", "string", "string", gives="string")
def substring_after(text: str, mark: str) -> str:
    """ODK XForms, fn:substring-after, as XPath 1.0, 4.2."""
    return text.partition(mark)[2] if mark else text


@function("translate", "string", "string", "string", gives="string")
def translate(text: str, signs: str, others: str) -> str:
    """ODK XForms, fn:translate, as XPath 1.0, 4.2: the first of a doubled sign counts."""
    table: dict[int, str | None] = {}
    for place, sign in enumerate(signs):
        table.setdefault(ord(sign), others[place] if place < len(others) else None)
    return text.translate(table)


@function("string-length", "string?", gives="number", context=True)
def string_length(c: Context, text: str | None = None) -> float:
    """ODK XForms, fn:string-length; without argument of the context node, as XPath 1.0, 4.2."""
    return float(len(to_string([c.node]) if text is None else text))


@function("normalize-space", "string?", gives="string", context=True)
def normalize_space(c: Context, text: str | None = None) -> str:
    """ODK XForms, fn:normalize-space, as XPath 1.0, 4.2."""
    return " ".join((to_string([c.node]) if text is None else text).split())


@function("contains", "string", "string", gives="boolean")
def contains(text: str, part: str) -> bool:
    """ODK XForms, fn:contains."""
    return part in text


@function("starts-with", "string", "string", gives="boolean")
def starts_with(text: str, part: str) -> bool:
    """ODK XForms, fn:starts-with."""
    return text.startswith(part)


@function("ends-with", "string", "string", gives="boolean")
def ends_with(text: str, part: str) -> bool:
    """ODK XForms, fn:ends-with."""
    return text.endswith(part)


@function("uuid", "number?", gives="string", steady=False)
def uuid(length: float | None = None) -> str:
    """ODK XForms, fn:uuid: a random UUID, or that many random characters (at most 1,000)."""
    if length is None:
        return str(uuids.uuid4())
    wanted = min(max(whole(length), 0), 1000)
    text = ""
    while len(text) < wanted:
        text += str(uuids.uuid4())
    return text[:wanted]


@function("digest", "string", "string", "string?", gives="string")
def digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    """ODK XForms, fn:digest: MD5, SHA-1, SHA-256, SHA-384 or SHA-512, as base64 or hex."""
    name = _DIGESTS.get(algorithm.upper())
    if name is None:
        raise XPathError(f"digest() does not know the algorithm {algorithm}.")
    value = hashlib.new(name, text.encode(), usedforsecurity=False)
    if encoding == "hex":
        return value.hexdigest()
    return base64.b64encode(value.digest()).decode("ascii")


@function("base64-decode", "string", gives="string")
def base64_decode(text: str) -> str:
    """ODK documentation, Form Operators and Functions, base64-decode(): "" where it is none."""
    packed = "".join(text.split()).rstrip("=")
    try:
        padded = packed + "=" * (-len(packed) % 4)
        return base64.b64decode(padded, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


@lru_cache(maxsize=256)
def pattern(expression: str) -> Any:
    """The compiled pattern, by an engine whose time is linear in the length of the text.

    Raises XPathError for a pattern that is wrong, too large, or needs backtracking.
    """
    import re2  # costs 5 ms; few forms have patterns

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    try:
        return re2.compile(expression, options)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        if isinstance(reason, bytes):
            reason = reason.decode("utf-8", "replace")
        raise XPathError(f"the pattern {expression} is not accepted ({reason}).") from error
