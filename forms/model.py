"""What the engine tells about a form: the small immutable answers widgets and documents read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ItemKind = Literal["question", "group", "repeat", "instance"]
ViolationKind = Literal["required", "constraint"]
LineKind = Literal["group", "repeat", "question"]


@dataclass(frozen=True, slots=True)
class NodeState:
    """Everything shown about one node at this moment, texts in the engine's language.

    ``message`` is the form's own text for the violation, "" where it has none. ``source`` is the
    passage of guidance a question comes from (the column ``bind::fb:source``). A text without a
    translation falls back to the form's default language.
    """

    relevant: bool
    required: bool
    readonly: bool
    value: str
    label: str
    hint: str
    guidance: str
    source: str
    violation: ViolationKind | None
    message: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a select or rank: the stored value and its label in the engine's language.

    ``image`` is the name of its picture, "" without one.
    """

    value: str
    label: str
    image: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the body, in reading order: a question, group, repeat or repeat instance."""

    kind: ItemKind
    path: str
    type: str
    appearances: frozenset[str]


@dataclass(frozen=True, slots=True)
class Violation:
    """A relevant node whose value is missing ("required") or not allowed ("constraint")."""

    path: str
    kind: ViolationKind
    message: str
    label: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a step changed: nodes whose state differs; repeats whose instances came or went."""

    paths: frozenset[str] = frozenset()
    structure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a filled form as people read it.

    ``text`` has choice labels resolved; ``raw`` is the stored value. ``depth`` is 0 for the
    outermost group or question.
    """

    path: str
    depth: int
    kind: LineKind
    type: str
    label: str
    text: str
    raw: str


@dataclass(frozen=True, slots=True)
class FormSummary:
    """A form of the library without opening it.

    ``title`` is in the form's default language, ``titles`` in each of its languages, by code.
    """

    id: str
    title: str
    version: str
    languages: tuple[str, ...]
    titles: tuple[tuple[str, str], ...] = ()

    def title_in(self, language: str) -> str:
        """The title in that language, else in the default one."""
        return dict(self.titles).get(language, self.title)
