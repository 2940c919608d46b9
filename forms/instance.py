"""Filled forms as XML: the tree from a saved or initial instance, and back."""

from __future__ import annotations

from lxml import etree

from forms import markup
from forms.datatypes import cast
from forms.errors import InstanceError
from forms.markup import JAVAROSA, OPENROSA, XFORMS
from forms.nodes import Node, Range
from forms.schema import Schema, Spot
from forms.structure import TEMPLATE, node_name

MAX_INSTANCES = 2_000
"""Instances of one repeat; more are refused."""

_RELEVANT = f"{{{markup.FIELDBOOK}}}relevant"
"""Marks, in a draft, what is kept though it does not count at the moment."""

_PREFIXES = {
    "orx": OPENROSA,
    "jr": JAVAROSA,
    "odk": markup.ODK,
    "entities": markup.ENTITIES,
}


def grow(schema: Schema, element: etree._Element) -> Node:
    """The tree of an instance element; what it lacks is blank.

    Raises InstanceError where it holds something that the form does not have.
    """
    return _node(schema, schema.root, None, element, blank=False)


def new_instance(schema: Schema, slot: Range) -> Node:
    """A new instance of a repeat, from its template; not yet among the repeat's instances."""
    element, explicit = schema.templates[slot.spot]
    node = _node(schema, slot.spot, slot.parent, element, blank=not explicit)
    cast_defaults(node)
    return node


def cast_defaults(top: Node) -> None:
    """Gives the default values of a form the form of their types."""
    for node in top.walk():
        if node.stored:
            node.stored = cast(node.spot.type, node.stored)


def _node(
    schema: Schema, spot: Spot, parent: Node | None, element: etree._Element | None, *, blank: bool
) -> Node:
    text = ""
    children: dict[str, list[etree._Element]] = {}
    if element is not None:
        if not spot.is_leaf or len(element):
            children = _children(spot, element)
        elif not blank:
            text = element.text or ""
    node = Node(spot, parent, text)
    if element is not None and element.get(_RELEVANT) == "false":
        node.relevant = False
    for child in spot.children:
        if child.is_attribute:
            value = element.get(child.name[1:], "") if element is not None else ""
            node.slots.append(Node(child, node, value))
        elif child.is_repeat:
            node.slots.append(_range(schema, child, node, children.get(child.name, []), blank))
        else:
            found = children.get(child.name)
            node.slots.append(_node(schema, child, node, found[0] if found else None, blank=blank))
    return node


def _range(
    schema: Schema, spot: Spot, parent: Node, elements: list[etree._Element], blank: bool
) -> Range:
    made = Range(spot, parent)
    template, explicit = schema.templates[spot]
    made.ghost = _node(schema, spot, parent, template, blank=not explicit)
    found = [element for element in elements if element.get(TEMPLATE) is None]
    if len(found) > MAX_INSTANCES:
        raise InstanceError(f"{spot.path} has more than {MAX_INSTANCES} instances.")
    made.instances = [_node(schema, spot, parent, element, blank=blank) for element in found]
    return made


def _children(spot: Spot, element: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        written = node_name(child)
        name = written if written in spot.by_name else _other_prefix(spot, child)
        if name is None:
            if not len(child) and not (child.text or "").strip():
                continue
            raise InstanceError(f"The record holds {spot.path}/{written}, which the form lacks.")
        found.setdefault(name, []).append(child)
    return found


def _other_prefix(spot: Spot, element: etree._Element) -> str | None:
    """The child of the same namespace and name where only the prefix differs."""
    same = [child for child in spot.children if child.tag == element.tag]
    if not same and markup.namespace(element) in {"", XFORMS}:
        same = [c for c in spot.children if c.name == markup.local(element)]
    return same[0].name if same else None


def parse_instance(data: bytes, schema: Schema, form_id: str) -> etree._Element:
    """The root element of a saved instance.

    Raises InstanceError where it is not XML, or of another form.
    """
    try:
        root = markup.parse(data)
    except markup.MarkupError as error:
        raise InstanceError(f"The record cannot be read. {error}") from error
    if markup.local(root) != markup.local(etree.Element(schema.root.tag)):
        raise InstanceError(f"The record is a {markup.local(root)}, not a {schema.root.name}.")
    found = root.get("id")
    if found is not None and form_id and found != form_id:
        raise InstanceError(f"The record belongs to the form {found}, not to {form_id}.")
    return root


def to_xml(root: Node, initial: etree._Element, *, pruned: bool) -> bytes:
    """The instance as XML in UTF-8; pruned of what is not relevant, or with all that is stored."""
    known: dict[str | None, str] = {}
    known.update(_PREFIXES)
    known.update(initial.nsmap)
    used = {each.tag[1:].partition("}")[0] for each in root.spot.walk() if each.tag[0] == "{"}
    if not pruned:
        known["fb"] = markup.FIELDBOOK
        used.add(markup.FIELDBOOK)
    namespaces = {prefix: uri for prefix, uri in known.items() if uri in used and uri != XFORMS}
    element = etree.Element(_tag(root.spot), nsmap=namespaces)  # type: ignore[arg-type]
    for key, value in initial.attrib.items():
        element.set(key, value)
    _write(root, element, pruned)
    return etree.tostring(element, encoding="utf-8")


def _tag(spot: Spot) -> str:
    """The element's name; that of the XForms namespace goes without, as Collect writes it."""
    return spot.tag.removeprefix(f"{{{XFORMS}}}")


def _write(node: Node, element: etree._Element, pruned: bool) -> None:
    for slot in node.slots:
        for child in slot.instances if isinstance(slot, Range) else (slot,):
            if pruned and not child.relevant:
                continue
            value = child.text if pruned else child.stored
            if child.spot.is_attribute:
                element.set(child.name[1:], value)
                continue
            made = etree.SubElement(element, _tag(child.spot))
            if not child.relevant and node.relevant:
                made.set(_RELEVANT, "false")
            if value:
                made.text = value
            _write(child, made, pruned)
