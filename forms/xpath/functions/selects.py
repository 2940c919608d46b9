"""Select functions (ODK XForms, XPath Functions, Select Functions)."""

from __future__ import annotations

from forms.xpath.functions.strings import whole
from forms.xpath.registry import function


@function("selected", "string", "string", gives="boolean")
def selected(values: str, value: str) -> bool:
    """ODK XForms, fn:selected: whether the value stands in a space-separated list."""
    return value.strip() in values.split()


@function("selected-at", "string", "number", gives="string")
def selected_at(values: str, index: float) -> str:
    """ODK XForms, fn:selected-at: the value at the 0-based index, "" where there is none."""
    listed = values.split()
    place = whole(index)
    return listed[place] if index == index and 0 <= place < len(listed) else ""


@function("count-selected", "string", gives="number")
def count_selected(values: str) -> float:
    """ODK XForms, fn:count-selected: how many values stand in a space-separated list."""
    return float(len(values.split()))
