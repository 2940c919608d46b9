"""A filled form as people read it: for documents, for search, for comparing two versions."""

from __future__ import annotations

from datetime import date, datetime

from forms.definition import Control, Form
from forms.evaluation import Evaluation
from forms.instance import grow, parse_instance
from forms.local import now as local_now
from forms.model import Line
from forms.nodes import Node, Range
from forms.selection import choice_text, choices_of, words_text
from forms.xpath.values import parse_date, parse_time


def read(form: Form, instance: bytes, language: str, *, outputs: bool = True) -> tuple[Line, ...]:
    """The lines of a filled form in reading order, in the language or the form's default.

    Nothing is calculated: the record is shown as it was written. What is blank or does not count
    is left out, and groups without anything to show. Dates are written out, choices by their
    labels. Without `outputs`, labels repeat no answers (ODK XForms, `output`). Raises
    InstanceError for an instance of another form.
    """
    known = language if language in form.languages else form.default_language
    root = grow(form.schema, parse_instance(instance, form.schema, form.id))
    state = Evaluation(form, root, known, local_now, {})
    for node in root.walk():
        if isinstance(node.parent, Node):
            node.relevant = node.relevant and node.parent.relevant
        node.text = node.stored if node.relevant else ""
    reader = _Reader(state, outputs)
    reader.controls(form.body, root, 0)
    return tuple(reader.lines)


def search_text(form: Form, instance: bytes) -> str:
    """Every typed and chosen text of the instance, a line for each, for the full-text index."""
    lines = read(form, instance, form.default_language)
    return "\n".join(line.text for line in lines if line.kind == "question")


class _Reader:
    """Walks the body along one instance."""

    def __init__(self, state: Evaluation, outputs: bool) -> None:
        self.state, self.outputs = state, outputs
        self.lines: list[Line] = []

    def controls(
        self, controls: tuple[Control, ...] | list[Control], home: Node, depth: int
    ) -> None:
        for control in controls:
            if control.kind == "question":
                self.question(control, home, depth)
            elif control.kind == "repeat":
                self.repeat(control, home, depth)
            else:
                self.group(control, home, depth)

    def _node(self, control: Control, home: Node) -> Node | Range:
        spot = control.spot
        while spot is not None and not spot.within(home.spot) and isinstance(home.parent, Node):
            home = home.parent
        found: Node | Range = home
        way = []
        while spot is not None and spot is not home.spot:
            way.append(spot)
            spot = spot.parent
        for step in reversed(way):
            if isinstance(found, Node):
                found = found.slots[step.position]
        return found

    def group(self, control: Control, home: Node, depth: int) -> None:
        node = self._node(control, home) if control.spot is not None else home
        if isinstance(node, Range):
            return
        at = len(self.lines)
        self.controls(control.children, node, depth + 1)
        if len(self.lines) > at:
            label = self.label(control, node)
            path = node.path() if control.spot is not None else control.path
            self.lines.insert(at, Line(path, depth, "group", "group", label, "", ""))

    def repeat(self, control: Control, home: Node, depth: int) -> None:
        slot = self._node(control, home)
        if not isinstance(slot, Range):
            return
        for number, node in enumerate(slot.instances, 1):
            at = len(self.lines)
            self.controls(control.children, node, depth + 1)
            if len(self.lines) > at:
                label = self.label(control, node)
                line = Line(node.path(), depth, "repeat", "repeat", label, str(number), "")
                self.lines.insert(at, line)

    def question(self, control: Control, home: Node, depth: int) -> None:
        node = self._node(control, home)
        if isinstance(node, Range) or not node.text or control.type == "note":
            return
        label = self.label(control, node)
        text = self.shown(control, node)
        self.lines.append(
            Line(node.path(), depth, "question", control.type, label, text, node.text)
        )

    def label(self, control: Control, node: Node) -> str:
        """The label as it stands, or the words of it that are the form's own."""
        words = control.label
        if self.outputs or words is None:
            return words_text(self.state, words, node)
        parts = words.parts
        if words.text_id:
            parts = self.state.form.texts.parts(words.text_id, self.state.language) or ()
        return "".join(part for part in parts if isinstance(part, str)).strip()

    def shown(self, control: Control, node: Node) -> str:
        """The value as people read it."""
        if control.is_choice:
            values = [node.text] if control.type == "select_one" else node.text.split()
            offered = dict(choices_of(self.state, control, node))
            return ", ".join(
                choice_text(self.state, control, node, value, offered.get(value))
                for value in values
            )
        if control.type in {"date", "dateTime", "time"}:
            return _moment(control.type, node.text, self.state.language)
        return node.text


def _moment(kind: str, text: str, language: str) -> str:
    """A date or time written out; a moment in the time of the place where it was written."""
    from babel import Locale, UnknownLocaleError  # costs 30 ms; few callers read dates
    from babel.dates import format_date, format_time

    try:
        locale = Locale.parse("en_GB" if language in {"", "en"} else language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en", "GB")
    if kind == "time":
        clock = parse_time(text)
        return text if clock is None else format_time(clock, "HH:mm", locale=locale)
    found = parse_date(text)
    if isinstance(found, datetime):
        day = format_date(found.date(), "long", locale=locale)
        return f"{day}, {format_time(found.timetz(), 'HH:mm', locale=locale)}"
    if isinstance(found, date):
        return format_date(found, "long", locale=locale)
    return text
