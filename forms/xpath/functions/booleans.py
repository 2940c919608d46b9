"""Boolean functions (ODK XForms, XPath Functions, Boolean Functions)."""

from __future__ import annotations

from forms.xpath.registry import function
from forms.xpath.values import Value, text_number, to_boolean, to_string


@function("true", gives="boolean")
def true() -> bool:
    """ODK XForms, fn:true."""
    return True


@function("false", gives="boolean")
def false() -> bool:
    """ODK XForms, fn:false."""
    return False


@function("boolean", "value", gives="boolean")
def boolean(value: Value) -> bool:
    """ODK XForms, fn:boolean, as XPath 1.0, 4.3."""
    return to_boolean(value)


@function("boolean-from-string", "value", gives="boolean")
def boolean_from_string(value: Value) -> bool:
    """ODK XForms, fn:boolean-from-string: only "true" and "1" are true."""
    return to_string(value) in {"true", "1"}


@function("not", "boolean", gives="boolean")
def negation(value: bool) -> bool:
    """ODK XForms, fn:not."""
    return not value


def _counts(text: str) -> bool:
    """Whether an answer of a checklist counts: "true", or a number above 0."""
    return text == "true" or text_number(text) > 0


def _between(amount: float, least: float, most: float) -> bool:
    """Both bounds inclusive; -1 means that there is none."""
    return (least == -1 or amount >= least) and (most == -1 or amount <= most)


@function("checklist", "number", "number", "strings*", gives="boolean")
def checklist(least: float, most: float, *answers: list[str]) -> bool:
    """ODK XForms, fn:checklist: how many answers are true lies between the bounds."""
    amount = sum(_counts(text) for part in answers for text in part)
    return _between(amount, least, most)


@function("weighted-checklist", "number", "number", "strings*", gives="boolean")
def weighted_checklist(least: float, most: float, *pairs: list[str]) -> bool:
    """ODK XForms, fn:weighted-checklist: the weights of the true answers lie between the bounds."""
    amount = 0.0
    for answers, weights in zip(pairs[::2], pairs[1::2], strict=False):
        for answer, weight in zip(answers, weights, strict=False):
            if _counts(answer):
                amount += text_number(weight)
    return _between(amount, least, most)
