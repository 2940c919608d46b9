"""The primary instance of a form as a schema: which nodes there are and which of them repeat."""

from __future__ import annotations

from lxml import etree

from forms.findings import Findings
from forms.markup import JAVAROSA, OPENROSA, XFORMS, local, namespace
from forms.schema import Schema, Spot

MAX_NODES = 20_000
"""Nodes of one form's primary instance."""

TEMPLATE = f"{{{JAVAROSA}}}template"


def node_name(element: etree._Element) -> str:
    """The name as expressions write it: with its prefix, if it has one."""
    prefix = element.prefix
    if prefix and namespace(element) != XFORMS:
        return f"{prefix}:{local(element)}"
    return local(element)


def build_schema(root: etree._Element, repeats: set[str], findings: Findings) -> Schema:
    """The schema of the primary instance.

    ``repeats`` are the paths that the body declares as repeats; any other node that stands there
    twice is a problem.
    """
    schema = Schema(Spot(node_name(root), str(root.tag), None, 0))
    _register(schema, schema.root)
    _attributes(schema, schema.root, root, keep={"id", "version"})
    stack: list[tuple[etree._Element, Spot]] = [(root, schema.root)]
    while stack:
        element, spot = stack.pop()
        seen: dict[str, Spot] = {}
        inner: list[tuple[etree._Element, Spot]] = []
        for child in element:
            name = node_name(child)
            found = spot.by_name.get(name)
            new = found is None
            if found is None:
                found = _grow(schema, spot, child, name, repeats)
            elif name in seen and not found.is_repeat:
                findings.add(
                    f"{found.path} stands in the form's data more than once.",
                    "Give each question its own name, or make it a repeat.",
                    where=found.path,
                )
            if new and found.is_repeat:
                schema.templates[found] = (child, child.get(TEMPLATE) is not None)
            seen[name] = found
            if len(schema.spots) > MAX_NODES:
                findings.add(
                    f"The form has more than {MAX_NODES} nodes.", "Split it into several forms."
                )
                return schema
            inner.append((child, found))
        stack.extend(reversed(inner))
    _ensure_instance_id(schema, root)
    return schema


def _register(schema: Schema, spot: Spot) -> None:
    spot.index = len(schema.spots)
    schema.spots.append(spot)
    schema.by_path[spot.path] = spot


def _grow(
    schema: Schema, parent: Spot, element: etree._Element, name: str, repeats: set[str]
) -> Spot:
    spot = Spot(name, str(element.tag), parent, 0)
    if spot.path in repeats:
        spot.is_repeat = True
        spot.repeats = (*parent.repeats, spot)
    _register(schema, spot)
    _attributes(schema, spot, element, keep=None)
    return spot


def _attributes(schema: Schema, spot: Spot, element: etree._Element, keep: set[str] | None) -> None:
    """Attributes of the data, as entities have them; those of the tools are not data."""
    for key in element.attrib:
        name = str(key)
        if name[0] == "{" or (keep is not None and name not in keep):
            continue
        child = Spot(f"@{name}", name, spot, 0)
        _register(schema, child)


def _ensure_instance_id(schema: Schema, element: etree._Element) -> None:
    """ODK XForms, Metadata: every record has an instanceID, also where the form has none."""
    root = schema.root
    prefix = next((p for p, uri in element.nsmap.items() if p and uri == OPENROSA), "")
    meta = next((c for c in root.children if c.name.rpartition(":")[2] == "meta"), None)
    if meta is None:
        name, space = (f"{prefix}:meta", OPENROSA) if prefix else ("meta", XFORMS)
        meta = Spot(name, f"{{{space}}}meta", root, 0)
        _register(schema, meta)
    if not any(c.name.rpartition(":")[2] == "instanceID" for c in meta.children):
        prefix, _, _ = meta.name.rpartition(":")
        space = meta.tag[: meta.tag.index("}") + 1] if meta.tag[0] == "{" else ""
        name = f"{prefix}:instanceID" if prefix else "instanceID"
        schema.own_id = Spot(name, f"{space}instanceID", meta, 0)
        _register(schema, schema.own_id)
