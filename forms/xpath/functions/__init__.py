"""The functions of ODK XForms, by the groups of its specification; importing registers them."""

from forms.xpath.functions import (
    booleans,
    dates,
    geography,
    nodesets,
    numbers,
    selects,
    strings,
)

__all__ = ["booleans", "dates", "geography", "nodesets", "numbers", "selects", "strings"]
