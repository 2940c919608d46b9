"""Every expression of a form compiled once, with what it reads and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from forms.definition import Aspect, Job
from forms.findings import Findings
from forms.itext import Words
from forms.nodes import Element
from forms.schema import Schema, Spot
from forms.xpath.code import Code, Context, Run, boolean_of, nodes_of, number_of, string_of
from forms.xpath.compiler import compile_part, compile_text
from forms.xpath.parser import parse
from forms.xpath.paths import Place
from forms.xpath.scope import Reach, Scope
from forms.xpath.syntax import XPathError
from forms.xpath.values import Value, to_string

_ITEXT = re.compile(r"""\s*jr:itext\(\s*(?:'([^']*)'|"([^"]*)")\s*\)\s*""")


def stored_text(code: Code) -> Run:
    """A calculation's text; like ODK's engines, a number that is none is stored as blank."""
    if code.kind in {"string", "boolean", "node", "nodes"}:
        return string_of(code)
    run = code.run

    def text(c: Context) -> str:
        value: Value = run(c)
        return "" if value != value else to_string(value)

    return text


_CAST = {
    "relevant": boolean_of,
    "required": boolean_of,
    "readonly": boolean_of,
    "constraint": boolean_of,
    "calculate": stored_text,
    "count": number_of,
}


@dataclass(slots=True)
class Compiled:
    """An expression at a spot: its code, what it reads, and the choices whose labels it names.

    ``once`` and ``translated`` are as in the Scope; ``runs`` keeps the code cast for an aspect.
    """

    code: Code
    home: Spot
    reads: Mapping[Spot, Reach]
    looks_at: frozenset[Spot]
    once: bool = False
    translated: bool = False
    runs: dict[str, Run] = field(default_factory=dict)

    def at(self, home: Spot) -> Compiled:
        """The same expression at another spot: where it read itself, it reads that one."""
        reads = self.reads
        if self.home in reads:
            reads = {home if spot is self.home else spot: how for spot, how in reads.items()}
        return Compiled(
            self.code, home, reads, self.looks_at, self.once, self.translated, self.runs
        )


@dataclass(slots=True)
class Expressions:
    """Compiles the expressions of one form.

    ``strict`` refuses what ODK's engines let pass though it can mean nothing.
    """

    schema: Schema
    instances: Mapping[str, Element]
    findings: Findings
    outputs_by_text: Mapping[str, list[str]]
    strict: bool = False
    raw_binds: dict[Spot, dict[str, str]] = field(default_factory=dict)
    bind_ids: dict[str, str] = field(default_factory=dict)
    jobs: list[Job] = field(default_factory=list)
    reads: list[Compiled] = field(default_factory=list)
    outputs: dict[str, dict[str, Run]] = field(default_factory=dict)
    moving: set[Spot] = field(default_factory=set)
    _texts: dict[tuple[Spot, str], Run | None] = field(default_factory=dict)
    _shared: dict[tuple[str, bool], Compiled] = field(default_factory=dict)
    _items: dict[tuple[str, tuple[Spot, ...] | None], Run] = field(default_factory=dict)

    def _scope(self, home: Spot, cell: str = "") -> Scope:
        anchor = home.parent if cell == "count" and home.parent is not None else home
        return Scope(self.schema, home, anchor, self.instances)

    def compiled(self, text: str, home: Spot, cell: str) -> Compiled | None:
        """An expression at a spot; None where it has problems, which become the form's."""
        key = (text, home.is_leaf)
        known = None if home.repeats else self._shared.get(key)
        if known is not None and home not in known.reads:
            return known.at(home)
        scope = self._scope(home, cell)
        code = compile_text(text, scope)
        self._tell(scope, text, cell)
        if code is None:
            return None
        found = Compiled(
            code, home, scope.reads, frozenset(scope.looks_at), scope.once, scope.translated
        )
        if not scope.local and not home.repeats:
            self._shared[key] = found
        return found

    def _tell(self, scope: Scope, text: str, cell: str) -> None:
        shown = text if len(text) <= 80 else f"{text[:77]}..."
        if scope.bare:
            message = f"There is no {scope.bare} here, so that it is always blank."
            remedy = "Put it in quotes if it is a text."
            if self.strict:
                self.findings.add(message, remedy, where=scope.home.path, cell=cell)
            else:
                self.findings.remark(f"{scope.home.path}: {message} {remedy}")
        for problem in scope.problems:
            self.findings.add(
                f"In {shown!r}: {problem}",
                self.findings.suggestion(problem),
                where=scope.home.path,
                cell=cell,
            )

    def job(self, spot: Spot, aspect: Aspect, text: str) -> Job | None:
        """Compiles one aspect of a spot; None where it has problems."""
        found = self.compiled(text, spot, aspect)
        if found is None:
            return None
        run = found.runs.get(aspect)
        if run is None:
            run = found.runs[aspect] = _CAST[aspect](found.code)
        return self._add(spot, aspect, run, found)

    def _add(self, spot: Spot, aspect: Aspect, run: Run, found: Compiled) -> Job:
        job = Job(spot, aspect, run, translated=found.translated)
        self.jobs.append(job)
        self.reads.append(found)
        return job

    def output(self, text: str, home: Spot, cell: str) -> Run | None:
        """An expression inside a label, hint or message; its node changes when it does."""
        key = (home, text)
        if key not in self._texts:
            found = self.compiled(text, home, cell)
            self._texts[key] = None if found is None else string_of(found.code)
            if found is not None:
                self._add(home, "text", found.code.run, found)
        return self._texts[key]

    def words(self, reference: str, home: Spot, cell: str) -> Words | None:
        """A text by reference: ``jr:itext('id')``, or an expression that gives it."""
        match = _ITEXT.fullmatch(reference)
        if match is None:
            run = self.output(reference, home, cell)
            return None if run is None else Words(parts=(run,))
        text_id = match[1] or match[2] or ""
        for text in self.outputs_by_text.get(text_id, ()):
            run = self.output(text, home, cell)
            if run is not None:
                self.outputs.setdefault(text_id, {})[text] = run
        return Words(text_id)

    def message(self, text: str, home: Spot, cell: str) -> Words:
        """A constraint's or required's message, as a plain text or by reference."""
        match = _ITEXT.fullmatch(text)
        found = self.words(text, home, cell) if match else None
        return found or Words(parts=(text,))

    def nodes(self, text: str, spot: Spot) -> Code | None:
        """The nodes of an itemset; where they can change, the select's value follows them."""
        found = self.compiled(text, spot, "nodeset")
        if found is None:
            return None
        code = found.code
        if code.kind in {"string", "number", "boolean"}:
            self.findings.add(
                f"The choices {text!r} are no list.",
                "Name a list.",
                where=spot.path,
                cell="nodeset",
            )
            return None
        run = nodes_of(code)
        if found.reads or found.translated:
            self.moving.add(spot)
            self._add(spot, "itemset", run, found)
        return Code("nodes", run, code.spots)

    def item(self, text: str, spot: Spot, inside: tuple[Spot, ...] | None) -> Run | None:
        """An expression of an itemset, evaluated at each of its nodes."""
        shared = self._items.get((text, inside))
        if shared is not None:
            return shared
        scope = self._scope(spot)
        try:
            code = compile_part(parse(text), scope, Place(inside, at_home=False))
        except XPathError as error:
            if error.args[0]:
                scope.problem(error.args[0])
            code = None
        self._tell(scope, text, "nodeset")
        if code is not None and scope.reads:
            self.moving.add(spot)
            found = Compiled(code, spot, scope.reads, frozenset(scope.looks_at))
            self._add(spot, "itemset", string_of(code), found)
        if code is None or scope.problems:
            return None
        run = string_of(code)
        if not scope.reads and not scope.local:
            self._items[text, inside] = run
        return run
