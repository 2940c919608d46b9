"""Secondary instances: lists inside the form, and CSV, XML and GeoJSON files beside it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from lxml import etree

from forms import markup
from forms.nodes import Element

MAX_ITEMS = 50_000
"""Items of one list; more are refused, so that no form can exhaust the memory."""

MAX_CELLS = 400_000
"""Values of one list, over all of its items."""


class SecondaryError(Exception):
    """A list that cannot be used; the message is a sentence, ``remedy`` says what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        """Both are plain sentences for the form's author."""
        super().__init__(message)
        self.remedy = remedy


class Missing(SecondaryError):
    """A file that is not beside the form; the list is then empty."""


def _too_many(name: str) -> SecondaryError:
    return SecondaryError(
        f"The list {name} has more than {MAX_ITEMS} items or {MAX_CELLS} values.",
        "Shorten the list, or split it.",
    )


def internal(name: str, element: etree._Element) -> Element:
    """The list that the form itself holds; the wrapper's child is its root element."""
    wrapper = Element("instance", None)
    if any(len(child) > MAX_ITEMS for child in element):
        raise _too_many(name)
    if float(str(element.xpath("count(.//*)"))) > MAX_CELLS:
        raise _too_many(name)
    stack = [(element, wrapper)]
    while stack:
        source, target = stack.pop()
        for child in source:
            made = Element(_name(child), target, child.text or "" if not len(child) else "")
            target.children.append(made)
            for key, value in child.attrib.items():
                made.children.append(Element(f"@{str(key).rpartition('}')[2]}", made, str(value)))
            if len(child):
                stack.append((child, made))
        if len(target.children) > MAX_ITEMS:
            raise _too_many(name)
    return wrapper


def _name(element: etree._Element) -> str:
    return markup.local(element)


def external(name: str, source: str, folder: Path | None) -> Element:
    """The list in a file beside the form.

    ``source`` is the ``jr://file-csv/…`` or ``jr://file/…`` address; ``folder`` is where the form
    stands. ``jr://instance/last-saved`` is always blank here: one record never fills another.
    Raises Missing where the file is not there, SecondaryError where it is too large or wrong.
    """
    if source.startswith("jr://instance/last-saved"):
        return Element("instance", None)
    file_name = source.rpartition("/")[2]
    path = None if folder is None or not file_name else folder / file_name
    if path is None or not path.is_file():
        raise Missing(
            f"The file {file_name or source} for the list {name} is missing.",
            "Put it beside the form.",
        )
    if path.stat().st_size > markup.MAX_BYTES:
        raise _too_many(name)
    data = path.read_bytes()
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return _from_csv(name, data)
    if suffix in {".geojson", ".json"}:
        return _from_geojson(name, data)
    return _from_xml(name, data)


def _from_xml(name: str, data: bytes) -> Element:
    try:
        root = markup.parse(data)
    except markup.MarkupError as error:
        raise SecondaryError(f"The list {name}: {error}", error.remedy) from error
    holder = etree.Element("instance")
    holder.append(root)
    return internal(name, holder)


def _from_csv(name: str, data: bytes) -> Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SecondaryError(
            f"The file of the list {name} is not UTF-8.", "Save it as CSV UTF-8."
        ) from error
    try:
        first = text.partition("\n")[0]
        sign = next((s for s in (",", ";", "\t") if s in first), ",")
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
        header = [column.strip() for column in next(rows, [])]
        items = []
        for row in rows:
            if any(row):
                items.append(dict(zip(header, row, strict=False)))
            if len(items) > MAX_ITEMS:
                raise _too_many(name)
    except csv.Error as error:
        raise SecondaryError(
            f"The file of the list {name} is not valid CSV: {error}.", "Save it as CSV again."
        ) from error
    return _from_rows(name, items)


def _from_rows(name: str, rows: list[dict[str, str]]) -> Element:
    wrapper = Element("instance", None)
    root = Element("root", wrapper)
    wrapper.children.append(root)
    if sum(len(row) for row in rows) > MAX_CELLS or len(rows) > MAX_ITEMS:
        raise _too_many(name)
    for row in rows:
        item = Element("item", root)
        root.children.append(item)
        for column, value in row.items():
            if column:
                item.children.append(Element(column, item, value))
    return wrapper


def _from_geojson(name: str, data: bytes) -> Element:
    wrong = SecondaryError(
        f"The file of the list {name} is no GeoJSON of points, lines or polygons.",
        "Export it as GeoJSON again.",
    )
    try:
        document = json.loads(data)
        features = document["features"]
        if document["type"] != "FeatureCollection" or len(features) > MAX_ITEMS:
            raise wrong
        return _from_rows(name, [_feature(feature) for feature in features])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise wrong from error


def _feature(feature: dict[str, object]) -> dict[str, str]:
    """ODK documentation, Select from map: properties as columns, the place as ``geometry``."""
    geometry = feature["geometry"]
    if not isinstance(geometry, dict):
        raise ValueError(geometry)
    positions = geometry["coordinates"]
    kind = geometry["type"]
    if kind == "Point":
        positions = [positions]
    elif kind == "Polygon":
        positions = positions[0]
    elif kind != "LineString":
        raise ValueError(kind)
    places = [f"{place[1]} {place[0]} 0 0" for place in positions]
    row = {"geometry": places[0] if kind == "Point" else "; ".join(places)}
    properties = feature.get("properties") or {}
    if isinstance(properties, dict):
        row.update({str(key): _plain(value) for key, value in properties.items()})
    if "id" in feature:
        row.setdefault("id", _plain(feature["id"]))
    return row


def _plain(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)
