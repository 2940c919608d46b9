"""What an XForm says of its repeats: where they are, and who decides how many instances."""

from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

_JAVAROSA = "{http://openrosa.org/javarosa}"


@lru_cache(maxsize=8)
def repeats_of(xform: bytes) -> Mapping[str, bool]:
    """The paths of all repeats of a form, and whether the officer may add and remove instances.

    A count or `jr:noAddRemove` means that the form decides (ODK XForms, Repeats).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = {}
    for element in etree.fromstring(xform, parser).iter("{*}repeat"):
        path = element.get("nodeset") or element.get("ref")
        if path:
            fixed = element.get(f"{_JAVAROSA}count") or element.get(f"{_JAVAROSA}noAddRemove")
            found[path.strip()] = not fixed
    return found


def bare(path: str) -> str:
    """`path` without the positions of instances, as the form itself names it."""
    return "/".join(step.partition("[")[0] for step in path.split("/"))
