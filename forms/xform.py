"""Reads an XForm into a Form: everything compiled and checked, or all problems at once."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from forms import markup, secondary
from forms.body import BodyReader, repeat_paths
from forms.collector import collector_paused
from forms.definition import Action, Aspect, Bind, Form
from forms.errors import FormErrors
from forms.expressions import Expressions, stored_text
from forms.findings import Findings
from forms.itext import Texts, language_code
from forms.markup import XFORMS, attribute, local, local_attributes
from forms.media import media_of
from forms.nodes import Element
from forms.order import put_in_order
from forms.schema import Schema, Spot
from forms.structure import build_schema
from forms.xpath.code import Run

_EVENTS = {
    "odk-instance-first-load": "first-load",
    "xforms-ready": "first-load",
    "odk-instance-load": "load",
    "odk-new-repeat": "new-repeat",
    "xforms-value-changed": "value-changed",
}
_LOGIC: tuple[Aspect, ...] = ("relevant", "calculate", "required", "readonly", "constraint")
_PARTS = "An XForm has h:html with h:head, model, instance and h:body."


def parse_form(data: bytes, name: str, folder: Path | None = None, *, strict: bool = False) -> Form:
    """The form in the bytes of an XForm; ``folder`` is where its data files stand.

    ``strict`` also refuses lone words that name no question, which ODK's engines read as blank.

    Raises FormErrors with all problems; each names the path and the attribute it is at.
    """
    findings = Findings()
    with collector_paused():
        form = _Reader(data, name, folder, findings, strict).read()
    if form is None or findings.problems:
        raise FormErrors(name, findings.problems)
    return form


class _Reader:
    """The steps of reading, in order; each leaves what the next ones need."""

    def __init__(
        self, data: bytes, name: str, folder: Path | None, findings: Findings, strict: bool
    ) -> None:
        self.data = data
        self.name = name
        self.strict = strict
        self.folder = folder
        self.findings = findings

    def read(self) -> Form | None:
        try:
            root = markup.parse(self.data)
        except markup.MarkupError as error:
            self.findings.add(str(error), error.remedy)
            return None
        model = next(iter(root.iter(f"{{{XFORMS}}}model")), None)
        body = next((e for e in root if local(e) == "body"), None)
        primary = None if model is None else _primary(model)
        if model is None or body is None or primary is None:
            self.findings.add("This is not an XForm.", _PARTS)
            return None
        self.model = model
        self.itext = model.find(f"{{{XFORMS}}}itext")
        schema = build_schema(primary, repeat_paths(body), self.findings)
        self.findings.names = [spot.name for spot in schema.spots]
        return self._form(root, body, primary, schema)

    def _form(
        self, root: etree._Element, body: etree._Element, primary: etree._Element, schema: Schema
    ) -> Form:
        instances = self._instances()
        expressions = Expressions(
            schema, instances, self.findings, _outputs(self.itext), self.strict
        )
        binds = self._binds(expressions)
        reader = BodyReader(expressions, self.findings)
        controls = reader.read(body)
        self._jobs(expressions, binds, reader)
        actions = self._actions(expressions, reader)
        order = put_in_order(schema, expressions.jobs, expressions.reads, self.findings)
        codes, default, translations = self._languages()
        media = media_of(root, self.name, self.folder, self.findings)
        title = next((e for head in root for e in head if local(e) == "title"), None)
        return Form(
            id=primary.get("id") or "",
            version=attribute(primary, "version") or "",
            languages=codes,
            default_language=default,
            xml=self.data,
            schema=schema,
            binds=tuple(binds),
            jobs=order.jobs,
            readers=order.readers,
            structure_readers=order.structure_readers,
            body=controls,
            controls=reader.controls,
            actions=actions,
            texts=Texts(translations, default, expressions.outputs),
            instances=instances,
            initial=primary,
            remarks=tuple(self.findings.remarks),
            heading=(title.text or "").strip() if title is not None else "",
            media=media,
        )

    def _instances(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for element in self.model.findall(f"{{{XFORMS}}}instance")[1:]:
            name = element.get("id") or ""
            source = element.get("src") or ""
            try:
                if source:
                    found[name] = secondary.external(name, source, self.folder)
                else:
                    found[name] = secondary.internal(name, element)
            except secondary.Missing as error:
                self.findings.remark(f"{error} {error.remedy}")
                found[name] = Element("instance", None)
            except secondary.SecondaryError as error:
                self.findings.add(str(error), error.remedy, where=name, cell="list_name")
                found[name] = Element("instance", None)
        return found

    def _binds(self, expressions: Expressions) -> list[Bind | None]:
        schema = expressions.schema
        binds: list[Bind | None] = [None] * len(schema.spots)
        for element in self.model.findall(f"{{{XFORMS}}}bind"):
            path = (element.get("nodeset") or element.get("ref") or "").strip()
            if path and not path.startswith("/"):
                path = f"{schema.root.path}/{path}"
            spot = schema.by_path.get(path)
            if spot is None:
                self._stray(element, path)
                continue
            if element.get("id"):
                expressions.bind_ids[element.get("id") or ""] = path
            kind = (element.get("type") or "string").rpartition(":")[2]
            spot.type = {"integer": "int"}.get(kind, kind)
            raw = local_attributes(element)
            expressions.raw_binds.setdefault(spot, {}).update(raw)
            bind = binds[spot.index] = binds[spot.index] or Bind()
            bind.source = element.get(f"{{{markup.FIELDBOOK}}}source") or bind.source
            if raw.get("preload"):
                bind.preload = (raw["preload"], raw.get("preloadParams", ""))
        return binds

    def _stray(self, element: etree._Element, path: str) -> None:
        """A bind to nothing: wrong where it has logic, else without effect."""
        text = f"A bind refers to {path or 'nothing'}, which the form does not have."
        if any(element.get(name) for name in _LOGIC):
            self.findings.add(
                text, "Correct its nodeset, or add the question to the data.", where=path
            )
        else:
            self.findings.remark(text)

    def _jobs(self, expressions: Expressions, binds: list[Bind | None], body: BodyReader) -> None:
        for spot, raw in expressions.raw_binds.items():
            bind = binds[spot.index]
            if bind is None:
                continue
            for aspect in _LOGIC:
                text = raw.get(aspect)
                if text is None or not text.strip():
                    continue
                # "yes" and "no" are no expressions, yet old forms have them
                text = {"yes": "true()", "no": "false()"}.get(text.strip().lower(), text)
                job = expressions.job(spot, aspect, text)
                if job is not None:
                    bind.jobs[aspect] = job
            if raw.get("constraintMsg"):
                bind.constraint_message = expressions.message(
                    raw["constraintMsg"], spot, "constraint_message"
                )
            if raw.get("requiredMsg"):
                bind.required_message = expressions.message(
                    raw["requiredMsg"], spot, "required_message"
                )
        for spot, text in body.counts.items():
            job = expressions.job(spot, "count", text)
            if job is not None:
                bind = binds[spot.index] = binds[spot.index] or Bind()
                bind.jobs["count"] = job

    def _actions(self, expressions: Expressions, body: BodyReader) -> tuple[Action, ...]:
        found: list[Action] = []
        top = [(e, None) for e in self.model if local(e) in {"setvalue", "setgeopoint"}]
        for element, source in [*top, *body.actions]:
            action = self._action(expressions, element, source)
            if action is not None:
                found.append(action)
        return tuple(found)

    def _action(
        self, expressions: Expressions, element: etree._Element, source: Spot | None
    ) -> Action | None:
        path = (element.get("ref") or element.get("bind") or "").strip()
        spot = expressions.schema.by_path.get(expressions.bind_ids.get(path, path))
        events = (attribute(element, "event") or "").split()
        if spot is None:
            self.findings.add(
                f"A {local(element)} refers to {path or 'nothing'}, which the form does not have.",
                "Correct its ref.",
                where=path,
                cell="trigger",
            )
            return None
        unknown = [event for event in events if event not in _EVENTS]
        if unknown:
            self.findings.remark(f"{spot.path}: the event {unknown[0]} never happens here.")
        if local(element) == "setgeopoint":
            self.findings.remark(f"{spot.path}: this computer does not know where it is.")
            return None
        run = self._value(expressions, element, spot)
        if run is None:
            return None
        return Action(
            frozenset(_EVENTS[event] for event in events if event in _EVENTS), spot, run, source
        )

    def _value(self, expressions: Expressions, element: etree._Element, spot: Spot) -> Run | None:
        text = element.get("value")
        if text is None or not text.strip():
            literal = (element.text or "") if text is None else ""
            return lambda _: literal
        found = expressions.compiled(text, spot, "default")
        return None if found is None else stored_text(found.code)

    def _languages(self) -> tuple[tuple[str, ...], str, dict[str, etree._Element]]:
        found: dict[str, etree._Element] = {}
        default = ""
        for element in self.itext if self.itext is not None else ():
            code = language_code(element.get("lang") or "")
            found[code] = element
            if element.get("default") is not None and not default:
                default = code
        codes = tuple(found)
        return codes, default or (codes[0] if codes else ""), found


def _primary(model: etree._Element) -> etree._Element | None:
    instance = model.find(f"{{{XFORMS}}}instance")
    return next(iter(instance), None) if instance is not None else None


def _outputs(itext: etree._Element | None) -> dict[str, list[str]]:
    """The expressions inside each translated text, over all languages."""
    found: dict[str, list[str]] = {}
    if itext is None:
        return found
    for output in itext.iter(f"{{{XFORMS}}}output"):
        value = output.get("value") or output.get("ref")
        text = output.getparent()
        while text is not None and local(text) != "text":
            text = text.getparent()
        if value and text is not None:
            known = found.setdefault(text.get("id") or "", [])
            if value not in known:
                known.append(value)
    return found
