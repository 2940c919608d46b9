"""A form as it is known once it is loaded: never changed, shared by all engines that fill it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from forms.itext import Texts, Words
from forms.media import Media
from forms.model import ItemKind
from forms.nodes import Element
from forms.schema import Schema, Spot
from forms.xpath.code import Run

Aspect = Literal[
    "relevant", "calculate", "itemset", "count", "required", "readonly", "constraint", "text"
]
FEEDS: frozenset[str] = frozenset({"relevant", "calculate", "itemset", "count"})
"""The aspects that other expressions can depend on; the others only concern their own node."""


@dataclass(slots=True)
class Job:
    """One expression of the form: which aspect of which spot it gives, and its rank in the order.

    ``translated`` jobs run again when the language changes.
    """

    spot: Spot
    aspect: Aspect
    run: Run
    rank: int = -1
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A job that reads a spot; ``within`` is the repeat both are in, None to run everywhere."""

    job: Job
    within: Spot | None
    everywhere: bool


@dataclass(slots=True)
class Bind:
    """What the form says about a spot besides its value."""

    required_message: Words | None = None
    constraint_message: Words | None = None
    source: str = ""
    preload: tuple[str, str] = ("", "")
    jobs: dict[str, Job] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices that come from nodes; ``steady`` where they never change."""

    nodes: Run
    value: Run
    label: Run | None
    steady: bool


@dataclass(slots=True)
class Control:
    """A thing of the body: a question, group or repeat with its texts."""

    kind: ItemKind
    path: str
    type: str
    appearances: frozenset[str] = frozenset()
    spot: Spot | None = None
    label: Words | None = None
    hint: Words | None = None
    items: tuple[tuple[str, Words | None], ...] = ()
    itemset: Itemset | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    children: list[Control] = field(default_factory=list)

    @property
    def is_choice(self) -> bool:
        """Whether its values come from choices."""
        return self.type in {"select_one", "select_multiple", "rank"}


@dataclass(frozen=True, slots=True)
class Action:
    """A setvalue: sets ``spot`` to what ``run`` gives when one of the events happens.

    ``source`` is the question whose change triggers it, or the repeat whose new instances do.
    """

    events: frozenset[str]
    spot: Spot
    run: Run
    source: Spot | None


@dataclass(frozen=True, slots=True)
class Form:
    """A loaded form.

    ``binds`` and ``readers`` go by the index of their spot. ``languages`` are codes in the form's
    order, () where it has no translations. ``jobs`` stand in an order in which each comes after
    those it depends on. ``initial`` is the instance that a new record begins with; ``media`` holds
    the pictures beside labels and choices.
    """

    id: str
    version: str
    languages: tuple[str, ...]
    default_language: str
    xml: bytes
    schema: Schema
    binds: tuple[Bind | None, ...]
    jobs: tuple[Job, ...]
    readers: tuple[tuple[Reader, ...], ...]
    structure_readers: Mapping[Spot, tuple[Reader, ...]]
    body: tuple[Control, ...]
    controls: Mapping[Spot, Control]
    actions: tuple[Action, ...]
    texts: Texts
    instances: Mapping[str, Element]
    initial: etree._Element
    remarks: tuple[str, ...]
    heading: str
    media: Media

    def title(self, language: str = "") -> str:
        """The form's title in that language, else its only one."""
        return self.texts.plain("form-title", language or self.default_language) or self.heading
