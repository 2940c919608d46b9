"""Which appearances the notebook's pages draw: what ``forms check`` says of all others."""

from __future__ import annotations

import re

_SELECT = frozenset(
    {
        "minimal",
        "autocomplete",
        "search",
        "columns",
        "columns-n",
        "columns-pack",
        "columns-flex",
        "no-buttons",
        "compact",
        "compact-n",
        "horizontal",
        "horizontal-compact",
        "label",
        "list-nolabel",
        "list",
        "quickcompact",
        "quickcompact-n",
    }
)
_DRAWN: dict[str, frozenset[str]] = {
    "text": frozenset({"multiline", "textarea", "numbers", "masked"}),
    "integer": frozenset({"counter", "thousands-sep", "masked"}),
    "decimal": frozenset({"thousands-sep", "masked"}),
    "date": frozenset({"month-year", "year", "no-calendar"}),
    "dateTime": frozenset({"no-calendar"}),
    "select_one": _SELECT | {"likert", "quick"},
    "select_multiple": _SELECT,
    "range": frozenset({"rating", "vertical", "no-ticks", "picker"}),
    "barcode": frozenset({"hidden-answer", "masked"}),
    "image": frozenset({"signature", "draw"}),
    "group": frozenset({"field-list", "table-list"}),
    "repeat": frozenset({"field-list", "table-list"}),
}
"""By type, as the ODK documentation names them; "-n" stands for a number. A whole form is one
page, so a ``field-list`` is; pyxform turns a ``table-list`` into ``label`` and ``list-nolabel``."""

_INSTEAD = {
    "map": "the choices stand in a list",
    "image-map": "the choices stand in a list",
    "maps": "the place is typed",
    "placement-map": "the place is typed",
    "bearing": "the number is typed",
    "front": "the code is typed",
    "annotate": "the picture is added as it is",
    "new": "the file is added",
    "new-front": "the file is added",
    "selfie": "the file is added",
    "ethiopian": "the date is Gregorian",
    "coptic": "the date is Gregorian",
    "islamic": "the date is Gregorian",
    "bikram-sambat": "the date is Gregorian",
    "myanmar": "the date is Gregorian",
    "persian": "the date is Gregorian",
    "buddhist": "the date is Gregorian",
}
_NUMBERED = re.compile(r"(columns|compact|quickcompact)-\d+")


def is_drawn(kind: str, appearance: str) -> bool:
    """Whether a question, group or repeat of that type looks or works otherwise by it."""
    numbered = _NUMBERED.fullmatch(appearance)
    name = f"{numbered[1]}-n" if numbered else appearance
    return name in _DRAWN.get(kind, frozenset())


def drawn(kind: str) -> frozenset[str]:
    """All appearances that are drawn for that type; ``columns-n`` stands for any number."""
    return _DRAWN.get(kind, frozenset())


def remark(path: str, kind: str, appearance: str) -> str:
    """What the author of a form is told of an appearance that is not drawn."""
    told = f"{path}: the appearance {appearance} is not drawn for {kind}"
    instead = _INSTEAD.get(appearance)
    return f"{told}; {instead}." if instead else f"{told}."
