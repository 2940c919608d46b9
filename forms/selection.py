"""Choices of selects and ranks: which are on offer, their labels, and which values they leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from forms.definition import Control, Form
from forms.itext import Words, joined
from forms.nodes import Node
from forms.xpath.code import Context, Runtime
from forms.xpath.syntax import XPathError

Label = Words | Context | None
"""Where a choice's label comes from: a text of the form, or an item of its list."""


class Chooser(Runtime, Protocol):
    """The evaluation, as far as choices need it."""

    form: Form
    language: str
    pictured: str | None


def choices_of(engine: Chooser, control: Control, node: Node) -> Iterator[tuple[str, Label]]:
    """Each value on offer at the node, with where its label comes from."""
    yield from control.items
    itemset = control.itemset
    if itemset is None:
        return
    try:
        items = itemset.nodes(Context(engine, node))
    except XPathError:
        return  # a filter that cannot be worked out for the values of now offers nothing
    for position, item in enumerate(items, 1):
        at = Context(engine, item)
        at.current = node
        at.position = position
        at.size = len(items)
        yield itemset.value(at), at


def choice_text(engine: Chooser, control: Control, node: Node, value: str, label: Label) -> str:
    """The label as people read it; the value where there is none."""
    if isinstance(label, Context):
        shown = control.itemset.label if control.itemset is not None else None
        return (str(shown(label)).strip() if shown is not None else "") or value
    if label is None:
        return value
    return words_text(engine, label, node) or value


def choice_picture(engine: Chooser, control: Control, node: Node, label: Label) -> str:
    """The file name of a choice's picture, "" without one."""
    if isinstance(label, Words):
        return words_text(engine, label, node, "image").rpartition("/")[2]
    shown = control.itemset.label if control.itemset is not None else None
    if label is None or shown is None:
        return ""
    engine.pictured = ""
    try:
        shown(label)
        return engine.pictured.rpartition("/")[2]
    finally:
        engine.pictured = None


def label_of(engine: Chooser, control: Control, node: Node, value: str) -> str:
    """The label of one choice, "" where the value is not on offer."""
    for each, label in choices_of(engine, control, node):
        if each == value:
            return choice_text(engine, control, node, value, label)
    return ""


def words_text(engine: Chooser, words: Words | None, node: Node, form: str = "") -> str:
    """A text of the form at a node, in the present language, its outputs filled in."""
    if words is None:
        return ""
    parts = words.parts
    if words.text_id:
        parts = engine.form.texts.parts(words.text_id, engine.language, form) or ()
    elif form:
        return ""
    return joined(parts, Context(engine, node))


def kept(control: Control, stored: str, offered: Mapping[str, int]) -> str:
    """The stored values that are on offer.

    ODK XForms leaves open what becomes of the others; like ODK's engines they do not count, and
    like theirs they come back when they are on offer again. A rank keeps its own order and takes in
    what is new.
    """
    if control.type == "select_one":
        return stored if stored in offered else ""
    values = dict.fromkeys(stored.split())
    if control.type == "rank":
        ranked = [value for value in values if value in offered]
        return " ".join([*ranked, *(value for value in offered if value not in ranked)])
    return " ".join(value for value in values if value in offered)


def in_order(text: str, offered: Mapping[str, int]) -> str:
    """Answers to a select_multiple in the order of the choices, not of the clicks."""
    return " ".join(sorted(text.split(), key=lambda value: offered.get(value, len(offered))))
