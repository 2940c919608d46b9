"""Number functions (ODK XForms, XPath Functions, Number Functions)."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from forms.xpath.code import Context
from forms.xpath.functions.strings import whole
from forms.xpath.registry import function
from forms.xpath.values import NAN, Value, text_number, to_number

_RANDOM = secrets.SystemRandom()


@function("number", "value?", gives="number", context=True)
def number(c: Context, value: Value | None = None) -> float:
    """ODK XForms, fn:number: XPath 1.0, 4.4, and dates as days since 1 January 1970."""
    return to_number([c.node] if value is None else value)


@function("random", gives="number", steady=False)
def random() -> float:
    """ODK XForms, fn:random: at least 0 and below 1."""
    return _RANDOM.random()


@function("int", "number", gives="number")
def integer(value: float) -> float:
    """ODK XForms, fn:int: the fraction cut off."""
    return value if not math.isfinite(value) else float(math.trunc(value))


@function("sum", "strings", gives="number")
def total(values: list[str]) -> float:
    """ODK XForms, fn:sum, as XPath 1.0, 4.4: 0 of nothing; NaN where one is no number."""
    return math.fsum(text_number(text) for text in values) if values else 0.0


@function("max", "strings*", gives="number")
def maximum(*parts: list[str]) -> float:
    """ODK XForms, fn:max, as XPath 3.0: NaN where one is no number or there is none."""
    return _extreme(max, parts)


@function("min", "strings*", gives="number")
def minimum(*parts: list[str]) -> float:
    """ODK XForms, fn:min, as XPath 3.0: NaN where one is no number or there is none."""
    return _extreme(min, parts)


def _extreme(choose: Callable[[list[float]], float], parts: tuple[list[str], ...]) -> float:
    values = [text_number(text) for part in parts for text in part]
    if not values or any(value != value for value in values):
        return NAN
    return choose(values)


@function("round", "number", "number?", gives="number")
def rounded(value: float, decimals: float = 0.0) -> float:
    """ODK XForms, fn:round: a half away from zero, to that many decimals (may be negative)."""
    if not math.isfinite(value) or decimals != decimals:
        return NAN if decimals != decimals else value
    places = max(-300, min(300, whole(decimals)))
    try:
        return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    except InvalidOperation:
        return value


@function("floor", "number", gives="number")
def floor(value: float) -> float:
    """XPath 1.0, 4.4 floor()."""
    return float(math.floor(value)) if math.isfinite(value) else value


@function("ceiling", "number", gives="number")
def ceiling(value: float) -> float:
    """XPath 1.0, 4.4 ceiling()."""
    return float(math.ceil(value)) if math.isfinite(value) else value


def guarded(compute: Callable[..., float], *values: float) -> float:
    """The result, with NaN where Python would raise for the domain and infinity for the size."""
    if any(value != value for value in values):
        return NAN
    try:
        result = compute(*values)
    except (ValueError, ZeroDivisionError):
        return NAN
    except OverflowError:
        return math.inf
    return NAN if isinstance(result, complex) else float(result)


@function("pow", "number", "number", gives="number")
def power(value: float, exponent: float) -> float:
    """ODK XForms, fn:pow, as XPath 3.0 math:pow."""
    if value == 0 and exponent < 0:
        return math.inf
    return guarded(math.pow, value, exponent)


@function("log", "number", gives="number")
def log(value: float) -> float:
    """ODK XForms, fn:log: the natural logarithm; minus infinity of 0."""
    return -math.inf if value == 0 else guarded(math.log, value)


@function("log10", "number", gives="number")
def log10(value: float) -> float:
    """ODK XForms, fn:log10; minus infinity of 0."""
    return -math.inf if value == 0 else guarded(math.log10, value)


@function("abs", "number", gives="number")
def absolute(value: float) -> float:
    """ODK XForms, fn:abs."""
    return abs(value)


@function("sin", "number", gives="number")
def sin(value: float) -> float:
    """ODK XForms, fn:sin, of radians."""
    return guarded(math.sin, value)


@function("cos", "number", gives="number")
def cos(value: float) -> float:
    """ODK XForms, fn:cos, of radians."""
    return guarded(math.cos, value)


@function("tan", "number", gives="number")
def tan(value: float) -> float:
    """ODK XForms, fn:tan, of radians."""
    return guarded(math.tan, value)


@function("asin", "number", gives="number")
def asin(value: float) -> float:
    """ODK XForms, fn:asin, in radians."""
    return guarded(math.asin, value)


@function("acos", "number", gives="number")
def acos(value: float) -> float:
    """ODK XForms, fn:acos, in radians."""
    return guarded(math.acos, value)


@function("atan", "number", gives="number")
def atan(value: float) -> float:
    """ODK XForms, fn:atan, in radians."""
    return guarded(math.atan, value)


@function("atan2", "number", "number", gives="number")
def atan2(y: float, x: float) -> float:
    """ODK XForms, fn:atan2, as XPath 3.0 math:atan2, in radians."""
    return guarded(math.atan2, y, x)


@function("sqrt", "number", gives="number")
def sqrt(value: float) -> float:
    """ODK XForms, fn:sqrt."""
    return guarded(math.sqrt, value)


@function("exp", "number", gives="number")
def exp(value: float) -> float:
    """ODK XForms, fn:exp."""
    return guarded(math.exp, value)


@function("exp10", "number", gives="number")
def exp10(value: float) -> float:
    """ODK XForms, fn:exp10."""
    return guarded(lambda x: math.pow(10.0, x), value)


@function("pi", gives="number")
def pi() -> float:
    """ODK XForms, fn:pi."""
    return math.pi
