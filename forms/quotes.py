"""Keeps the quotation marks that an author set: pyxform would straighten them in every cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TEXTS = (
    "label",
    "hint",
    "guidance_hint",
    "constraint_message",
    "constraint message",
    "required_message",
    "required message",
    "bind::jr:constraintmsg",
    "bind::jr:requiredmsg",
    "bind::fb:source",
    "form_title",
)
"""Columns that hold what people read; in all others a curly quote is a slip of the keyboard."""

_HIDDEN = {"\u2018": "\uf5a0", "\u2019": "\uf5a1", "\u201c": "\uf5a2", "\u201d": "\uf5a3"}
_HIDE = str.maketrans(_HIDDEN)
_SHOW = str.maketrans({hidden: quote for quote, hidden in _HIDDEN.items()})


def hide_quotes(book: Mapping[str, Any]) -> None:
    """Puts signs of private use in the place of curly quotes, in the texts of all sheets.

    A text with an expression of its own (``instance('list')``) is left to pyxform.
    """
    for sheet in ("survey", "choices", "settings"):
        for row in book.get(sheet) or ():
            for column, text in row.items():
                if isinstance(text, str) and _is_text(str(column)) and "instance(" not in text:
                    row[column] = text.translate(_HIDE)


def show_quotes(xform: str) -> str:
    """The compiled form with its author's quotes again."""
    return xform.translate(_SHOW)


def _is_text(column: str) -> bool:
    name = column.strip().lower()
    return any(name == text or name.startswith(f"{text}:") for text in _TEXTS)
