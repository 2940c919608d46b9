"""The body of a form: questions, groups and repeats with their texts and choices."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from forms import drawing
from forms.definition import Control, Itemset
from forms.expressions import Expressions
from forms.findings import Findings
from forms.itext import Words, parts_of
from forms.markup import attribute, local, local_attributes
from forms.schema import Spot
from forms.xpath.values import text_number

_CONTROLS = {"input", "select", "select1", "rank", "range", "trigger", "upload", "secret"}
_STRUCTURE = {"group", "repeat"}
_ACTIONS = {"setvalue", "setgeopoint"}
_NOT_PARAMETERS = {"ref", "appearance", "nodeset", "class", "query"}
_NONE: frozenset[str] = frozenset()
_MAX_DEPTH = 60
_INPUT_TYPES = {
    "int": "integer",
    "integer": "integer",
    "decimal": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "dateTime",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
}
_OWN_TYPES = {
    "select": "select_multiple",
    "select1": "select_one",
    "rank": "rank",
    "range": "range",
    "trigger": "trigger",
}


def repeat_paths(body: etree._Element) -> set[str]:
    """The paths that the body declares as repeats."""
    found = set()
    for element in body.iter("{*}repeat"):
        found.add((attribute(element, "nodeset") or element.get("ref") or "").strip())
    return found


class BodyReader:
    """Turns the body into controls; problems go to the findings."""

    def __init__(self, expressions: Expressions, findings: Findings) -> None:
        """``expressions`` compiles what the texts and choices of the body hold."""
        self.expressions = expressions
        self.schema = expressions.schema
        self.findings = findings
        self.controls: dict[Spot, Control] = {}
        self.counts: dict[Spot, str] = {}
        self.actions: list[tuple[etree._Element, Spot | None]] = []
        self._groups = 0

    def read(self, body: etree._Element) -> tuple[Control, ...]:
        """The controls at the top of the body."""
        return tuple(self._children(body, self.schema.root, self.schema.root, 1))

    def _children(
        self, parent: etree._Element, home: Spot, holder: Spot, depth: int
    ) -> list[Control]:
        found: list[Control] = []
        if depth > _MAX_DEPTH:
            self.findings.add(f"Groups are nested more than {_MAX_DEPTH} levels deep.", "Flatten.")
            return found
        for element in parent:
            name = local(element)
            if name in _CONTROLS:
                control = self._question(element, name, home)
            elif name in _STRUCTURE:
                control = self._structure(element, name, home, depth)
            elif name in _ACTIONS:
                self.actions.append((element, holder if holder.is_repeat else None))
                continue
            elif name in {"label", "hint"}:
                continue
            else:
                self.findings.remark(f"The body element {name} is not drawn and is left out.")
                continue
            if control is not None:
                found.append(control)
        return found

    def _spot(self, element: etree._Element, home: Spot) -> Spot | None:
        """The spot a control is bound to; a path to nothing is a problem."""
        path = (element.get("ref") or attribute(element, "nodeset") or "").strip()
        if not path:
            bind = element.get("bind")
            path = self.expressions.bind_ids.get(bind or "", "")
        if not path:
            return None
        if not path.startswith("/"):
            path = f"{home.path}/{path.removeprefix('./')}"
        spot = self.schema.by_path.get(path)
        if spot is None:
            self.findings.add(
                f"A {local(element)} of the body refers to {path}, which the form does not have.",
                "Correct the path, or add the question to the data.",
                where=path,
                cell="name",
            )
        elif home.repeats != (spot.repeats[:-1] if spot.is_repeat else spot.repeats):
            self.findings.remark(
                f"{path} is asked outside of its repeat, where it has no instance; it is left out."
            )
            return None
        return spot

    def _words(self, element: etree._Element | None, home: Spot, cell: str) -> Words | None:
        """A label, hint or message: a reference to the translations, or text with outputs."""
        if element is None:
            return None
        reference = element.get("ref")
        if reference:
            return self.expressions.words(reference, home, cell)
        parts = parts_of(element, lambda value: self.expressions.output(value, home, cell))
        return Words(parts=parts) if parts else None

    def _child(self, element: etree._Element, name: str) -> etree._Element | None:
        return next((child for child in element if local(child) == name), None)

    def _appearances(self, element: etree._Element, path: str, kind: str) -> frozenset[str]:
        """What is not drawn is said."""
        text = element.get("appearance")
        if not text:
            return _NONE
        found = frozenset(text.split())
        for name in sorted(found):
            if not drawing.is_drawn(kind, name):
                self.findings.remark(drawing.remark(path, kind, name))
        return found

    def _question(self, element: etree._Element, name: str, home: Spot) -> Control | None:
        spot = self._spot(element, home)
        if spot is None:
            if not element.get("ref") and not element.get("bind"):
                self.findings.add(
                    f"A {name} of the body has no ref.", "Bind it to a question of the data."
                )
            return None
        parameters = {
            key: value
            for key, value in local_attributes(element).items()
            if key not in _NOT_PARAMETERS
        }
        inner = {local(child): child for child in reversed(element)}
        kind = self._type(element, name, spot)
        control = Control(
            "question",
            spot.path,
            kind,
            self._appearances(element, spot.path, kind),
            spot,
            self._words(inner.get("label"), spot, "label"),
            self._words(inner.get("hint"), spot, "hint"),
            parameters=parameters,
        )
        if control.type == "range":
            self._check_bounds(parameters, spot)
        if control.is_choice:
            self._choices(element, control, spot)
        if "setvalue" in inner or "setgeopoint" in inner:
            self.actions.extend((child, spot) for child in element if local(child) in _ACTIONS)
        if spot in self.controls:
            self.findings.remark(f"{spot.path} is asked in more than one place.")
        self.controls.setdefault(spot, control)
        return control

    def _check_bounds(self, parameters: Mapping[str, str], spot: Spot) -> None:
        """ODK XForms, Body Attributes: a range has start, end and step."""
        for name in ("start", "end", "step"):
            number = text_number(parameters.get(name, ""))
            if number != number or (name == "step" and number == 0):
                self.findings.add(
                    f"The {name} of this range is no number.",
                    "Give start, end and step as numbers, for example start=1 end=5 step=1.",
                    where=spot.path,
                    cell="parameters",
                )

    def _type(self, element: etree._Element, name: str, spot: Spot) -> str:
        if name in _OWN_TYPES:
            return _OWN_TYPES[name]
        if name == "upload":
            kind = (element.get("mediatype") or "").partition("/")[0]
            return kind if kind in {"image", "audio", "video"} else "file"
        kind = _INPUT_TYPES.get(spot.type, "text")
        bind = self.expressions.raw_binds.get(spot, {})
        if kind == "text" and bind.get("readonly", "").strip() == "true()":
            return "text" if "calculate" in bind else "note"
        return kind

    def _structure(
        self, element: etree._Element, name: str, home: Spot, depth: int
    ) -> Control | None:
        if name == "repeat":
            return self._repeat(element, home, None, depth)
        inner = [child for child in element if local(child) == "repeat"]
        spot = self._spot(element, home)
        if len(inner) == 1:
            repeat = (attribute(inner[0], "nodeset") or "").strip()
            others = [
                c for c in element if local(c) in _CONTROLS | _STRUCTURE and c is not inner[0]
            ]
            if not others and (spot is None or spot.path == repeat):
                return self._repeat(inner[0], home, element, depth)
        if spot is None:
            self._groups += 1
            path = f"{home.path}/group({self._groups})"
        else:
            path = spot.path
        control = Control("group", path, "group", self._appearances(element, path, "group"), spot)
        control.label = self._words(self._child(element, "label"), spot or home, "label")
        control.hint = self._words(self._child(element, "hint"), spot or home, "hint")
        control.children = self._children(element, spot or home, spot or home, depth + 1)
        if spot is not None:
            self.controls.setdefault(spot, control)
        return control

    def _repeat(
        self, element: etree._Element, home: Spot, group: etree._Element | None, depth: int
    ) -> Control | None:
        spot = self._spot(element, home)
        if spot is None:
            return None
        outer = element if group is None else group
        control = Control(
            "repeat",
            spot.path,
            "repeat",
            self._appearances(outer, spot.path, "repeat")
            | self._appearances(element, spot.path, "repeat"),
            spot,
            self._words(self._child(outer, "label"), spot, "label"),
            self._words(self._child(outer, "hint"), spot, "hint"),
        )
        count = attribute(element, "count")
        if count:
            self.counts[spot] = count
        if (attribute(element, "noAddRemove") or "").strip() == "true()":
            control.parameters = {"noAddRemove": "true"}
        self.controls.setdefault(spot, control)
        control.children = self._children(element, spot, spot, depth + 1)
        return control

    def _choices(self, element: etree._Element, control: Control, spot: Spot) -> None:
        items: list[tuple[str, Words | None]] = []
        for child in element:
            if local(child) == "item":
                value = self._child(child, "value")
                label = self._words(self._child(child, "label"), spot, "choices")
                items.append(((value.text or "").strip() if value is not None else "", label))
            elif local(child) == "itemset":
                control.itemset = self._itemset(child, spot)
        control.items = tuple(items)
        if not items and self._child(element, "itemset") is None:
            self.findings.remark(f"{spot.path} has no choices.")

    def _itemset(self, element: etree._Element, spot: Spot) -> Itemset | None:
        nodes = self.expressions.nodes(element.get("nodeset") or "", spot)
        value = self._child(element, "value")
        label = self._child(element, "label")
        if nodes is None:
            return None
        inside = nodes.spots
        chosen = self.expressions.item(
            (value.get("ref") if value is not None else "") or "", spot, inside
        )
        shown = None
        if label is not None and label.get("ref"):
            shown = self.expressions.item(label.get("ref") or "", spot, inside)
        if chosen is None:
            return None
        return Itemset(nodes.run, chosen, shown, spot not in self.expressions.moving)
