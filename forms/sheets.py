"""The sheets of an XLSForm: where each question stands, and what is wrong before it is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from forms.errors import Problem

Row = Mapping[str, Any]

_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^{}]*?)\s*\}")
_NAME = re.compile(r"[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?")
_BEGIN = re.compile(r"begin[ _](group|repeat|loop)\b", re.IGNORECASE)
_END = re.compile(r"end[ _](group|repeat|loop)\b", re.IGNORECASE)
_SELECT = re.compile(
    r"(?:select[ _]one|select[ _]multiple|select1|select|rank)(?!_from_file|[ _]one_from)"
    r"(?:[ _]from)?\s+(\S+)",
    re.IGNORECASE,
)
_COLUMNS = {
    "relevant": ("relevant", "relevance", "bind::relevant"),
    "calculate": ("calculation", "calculate", "bind::calculate"),
    "required": ("required", "bind::required"),
    "readonly": ("read_only", "readonly", "bind::readonly"),
    "constraint": ("constraint", "bind::constraint"),
    "constraint_message": ("constraint_message", "constraint message"),
    "required_message": ("required_message", "required message"),
    "nodeset": ("choice_filter", "choice filter"),
    "count": ("repeat_count", "jr:count", "repeat count"),
    "default": ("default",),
    "trigger": ("trigger",),
    "label": ("label",),
    "hint": ("hint",),
    "choices": ("label",),
    "name": ("name",),
    "list_name": ("list_name", "list name"),
}
_LOGIC = ("relevant", "calculate", "required", "readonly", "constraint", "nodeset", "count")


class Sheets:
    """The rows of survey, choices and settings, numbered as their author sees them."""

    def __init__(self, book: Mapping[str, Any], *, excel: bool) -> None:
        """``book`` as pyxform reads it; ``excel`` names cells by letter and row."""
        self.survey: list[Row] = list(book.get("survey") or ())
        self.choices: list[Row] = list(book.get("choices") or ())
        self.settings: list[Row] = list(book.get("settings") or ())
        self._headers = {
            name: [str(key) for header in book.get(f"{name}_header") or () for key in header]
            for name in ("survey", "choices", "settings")
        }
        self._excel = excel
        self._rows: dict[str, int] = {}
        self._index()

    def _index(self) -> None:
        stack = [self._root()]
        for number, row in self._numbered(self.survey):
            kind = str(row.get("type", "")).strip()
            name = str(row.get("name", "")).strip()
            if _END.match(kind):
                if len(stack) > 1:
                    stack.pop()
                continue
            if name:
                self._rows.setdefault("/" + "/".join([*stack, name]), number)
            if _BEGIN.match(kind):
                stack.append(name or "group")

    def _root(self) -> str:
        return str(self.settings[0].get("name") or "data") if self.settings else "data"

    @staticmethod
    def _numbered(rows: list[Row]) -> Iterator[tuple[int, Row]]:
        yield from enumerate(rows, 2)

    def column(self, sheet: str, wanted: str) -> str:
        """The header that a sheet uses for a column, also where it is named by language."""
        headers = self._headers.get(sheet, [])
        for name in _COLUMNS.get(wanted, (wanted,)):
            for header in headers:
                if header.lower() == name or header.lower().startswith(f"{name}::"):
                    return header
        return wanted

    def cell(self, sheet: str, column: str, row: int | None) -> str:
        """The cell as its author finds it: "C7" in Excel, else the column's header."""
        header = self.column(sheet, column) if column else ""
        headers = self._headers.get(sheet, [])
        if not self._excel or row is None or header not in headers:
            return header
        number, letters = headers.index(header) + 1, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{row}"

    def place(self, path: str, aspect: str) -> tuple[str, int | None, str]:
        """Sheet, row and column of a node and one of its attributes."""
        if path.endswith("/meta/instanceName") and self.settings:
            return "settings", 2, "instance_name"
        if "/meta/entity" in path:
            return "entities", 2, ""
        if aspect == "list_name":
            for number, row in self._numbered(self.survey):
                if path in str(row.get("type", "")):
                    return "survey", number, "type"
        return "survey", self._rows.get(path), aspect

    # -- what is wrong

    def problems(self) -> list[Problem]:
        """Everything that can be told from the sheets alone, in their order."""
        if not self.survey:
            return [Problem("There is no survey sheet.", "Add one with type, name and label.")]
        return [*self._settings(), *self._structure(), *self._lists(), *self._references()]

    def _settings(self) -> Iterator[Problem]:
        if not self.settings or not str(self.settings[0].get("form_id") or "").strip():
            yield Problem(
                "The form has no form_id.",
                "Add a settings sheet with form_id and form_title.",
                sheet="settings",
                row=2,
                cell=self.cell("settings", "form_id", 2),
            )

    def _problem(self, text: str, remedy: str, sheet: str, row: int, column: str) -> Problem:
        return Problem(text, remedy, sheet=sheet, row=row, cell=self.cell(sheet, column, row))

    def _structure(self) -> Iterator[Problem]:
        """Types, names, and groups that begin and end."""
        types = _known_types()
        stack: list[tuple[str, int]] = []
        seen: list[set[str]] = [set()]
        for number, row in self._numbered(self.survey):
            kind = str(row.get("type", "")).strip()
            name = str(row.get("name", "")).strip()
            if not kind:
                if name:
                    yield self._problem(
                        f"{name} has no type.",
                        "Write what kind of question it is.",
                        "survey",
                        number,
                        "type",
                    )
                continue
            begins, ends = _BEGIN.match(kind), _END.match(kind)
            if ends:
                if not stack or stack[-1][0] != ends[1].lower():
                    yield self._problem(
                        f"{kind} ends nothing that is open.",
                        f"Take it out, or begin a {ends[1].lower()} before it.",
                        "survey",
                        number,
                        "type",
                    )
                else:
                    stack.pop()
                    seen.pop()
                continue
            yield from self._names(name, kind, number, seen[-1])
            if begins:
                stack.append((begins[1].lower(), number))
                seen.append(set())
            elif not _is_known(kind, types):
                yield self._problem(
                    f"There is no question type {kind}.",
                    "Use one of XLSForm's types, such as text, integer or select_one list.",
                    "survey",
                    number,
                    "type",
                )
        for kind, number in stack:
            yield self._problem(
                f"The {kind} that begins here does not end.",
                f"Add an end {kind} row.",
                "survey",
                number,
                "type",
            )

    def _names(self, name: str, kind: str, number: int, seen: set[str]) -> Iterator[Problem]:
        if not name:
            if kind not in {"note", "audit"} and not kind.startswith("osm"):
                yield self._problem(
                    f"This {kind} has no name.",
                    "Give it a short name without blanks.",
                    "survey",
                    number,
                    "name",
                )
            return
        if not _NAME.fullmatch(name):
            yield self._problem(
                f"{name} cannot be a name.",
                "Begin with a letter; use letters, digits, _ - and . only.",
                "survey",
                number,
                "name",
            )
        if name in seen:
            yield self._problem(
                f"The name {name} stands in the same group twice.",
                "Choose another name.",
                "survey",
                number,
                "name",
            )
        seen.add(name)

    def _lists(self) -> Iterator[Problem]:
        """Choice lists that a question names, and choices that lack something."""
        key = self.column("choices", "list_name")
        known = {str(row.get(key, "")).strip() for row in self.choices}
        for number, row in self._numbered(self.survey):
            match = _SELECT.match(str(row.get("type", "")).strip())
            if match is None or match[1].startswith("${") or "from_file" in match[0]:
                continue
            if match[1] not in known:
                yield self._problem(
                    f"There is no list {match[1]} on the choices sheet.",
                    "Add its choices, or correct the list's name.",
                    "survey",
                    number,
                    "type",
                )
        for number, row in self._numbered(self.choices):
            if str(row.get(key, "")).strip() and not str(row.get("name", "")).strip():
                yield self._problem(
                    "This choice has no name.",
                    "Give each choice a short value as its name.",
                    "choices",
                    number,
                    "name",
                )

    def _references(self) -> Iterator[Problem]:
        """References ${name} to questions that do not exist, in any column."""
        known = {str(row.get("name", "")).strip() for row in self.survey}
        for sheet, rows in (
            ("survey", self.survey),
            ("choices", self.choices),
            ("settings", self.settings),
        ):
            for number, row in self._numbered(rows):
                for column, value in row.items():
                    for name in _REFERENCE.findall(str(value)):
                        if name not in known:
                            yield self._problem(
                                f"There is no question {name}, which ${{{name}}} refers to.",
                                "Correct the name, or add the question.",
                                sheet,
                                number,
                                str(column),
                            )


def _known_types() -> frozenset[str]:
    from pyxform import aliases
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    names = {*QUESTION_TYPE_DICT, *aliases._type_alias_map, *aliases.select, "audit", "entity"}
    return frozenset(str(name).lower() for name in names)


def _is_known(kind: str, types: frozenset[str]) -> bool:
    text = " ".join(kind.lower().split())
    if text in types or text.replace(" ", "_") in types or text.replace("_", " ") in types:
        return True
    words = text.split()
    return any(" ".join(words[:count]) in types for count in (1, 2, 3)) or words[0] == "osm"
