"""Geographic functions (ODK XForms, XPath Functions, Geographic Functions)."""

from __future__ import annotations

import itertools
import math

from forms.xpath.registry import function
from forms.xpath.values import NAN, text_number

RADIUS = 6_378_100.0
"""The Earth's radius at the equator in metres, as ODK's engines take it."""

Point = tuple[float, float]


def point(text: str) -> Point | None:
    """Latitude and longitude in radians of a geopoint, None where it is none."""
    parts = text.split()
    if not 2 <= len(parts) <= 4:
        return None
    latitude, longitude = text_number(parts[0]), text_number(parts[1])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    return math.radians(latitude), math.radians(longitude)


def points(values: list[str]) -> list[Point] | None:
    """The points of one geotrace or geoshape, or of several geopoints; None if one is wrong."""
    if len(values) == 1:
        values = [part for part in values[0].split(";") if part.strip()]
    found = [point(value) for value in values]
    good = [each for each in found if each is not None]
    return good if len(good) == len(found) and len(good) >= 2 else None


def _metres(one: Point, other: Point) -> float:
    cosine = math.sin(one[0]) * math.sin(other[0])
    cosine += math.cos(one[0]) * math.cos(other[0]) * math.cos(one[1] - other[1])
    return math.acos(max(-1.0, min(1.0, cosine))) * RADIUS


def _hundredths(value: float) -> float:
    return abs(math.floor(value * 100 + 0.5) / 100)


@function("area", "strings*", gives="number")
def area(*parts: list[str]) -> float:
    """ODK XForms, fn:area: square metres within a geoshape or some geopoints."""
    found = points([text for part in parts for text in part])
    if not found:
        return 0.0
    ring = found if found[0] == found[-1] else [*found, found[0]]
    total = sum(
        (end[1] - start[1]) * (2 + math.sin(end[0]) + math.sin(start[0]))
        for start, end in itertools.pairwise(ring)
    )
    return _hundredths(total * RADIUS * RADIUS / 2)


@function("distance", "strings*", gives="number")
def distance(*parts: list[str]) -> float:
    """ODK XForms, fn:distance: metres along a geotrace, geoshape or some geopoints."""
    found = points([text for part in parts for text in part])
    if not found:
        return NAN
    return _hundredths(sum(_metres(start, end) for start, end in itertools.pairwise(found)))


@function("geofence", "string", "string", gives="boolean")
def geofence(place: str, shape: str) -> bool:
    """ODK documentation, Form Operators and Functions, geofence(): the point lies in the shape."""
    here, ring = point(place), points([shape])
    if here is None or ring is None or ring[0] != ring[-1]:
        return False
    y, x = here
    inside = False
    for (y1, x1), (y2, x2) in itertools.pairwise(ring):
        if (y2 > y) != (y1 > y) and x < (x1 - x2) * (y - y2) / (y1 - y2) + x2:
            inside = not inside
    return inside
