"""Brings back an instance of a repeat that was removed, with everything that stood in it."""

from collections.abc import Iterator, Mapping

from lxml import etree

from desktop.widgets.repeats import bare, repeats_of
from forms import Changes, FormEngine, NotAllowed

_PASSES = 2  # the second sets again what actions of the form changed during the first


def put_back(engine: FormEngine, repeat: str, before: bytes) -> Changes:
    """Make `repeat` what it was in the draft `before`; returns all that changed.

    Answers that don't count at the moment come back too: they are in the draft. What the form
    computes follows by itself.
    """
    repeats = repeats_of(engine.form.xml)
    old = etree.fromstring(before, _parser())
    wanted = dict(_leaves(old, repeats))
    paths: set[str] = set()
    structure: set[str] = set()

    def note(changes: Changes) -> None:
        paths.update(changes.paths)
        structure.update(changes.structure)

    for path, count in _counts(old, repeats, repeat):
        for _missing in range(count - len(engine.body(path))):
            note(engine.add(path))
        for number in range(len(engine.body(path)), count, -1):
            note(engine.remove(f"{path}[{number}]"))
    for _pass in range(_PASSES):
        now = dict(_leaves(etree.fromstring(engine.draft(), _parser()), repeats))
        for path, text in wanted.items():
            if path.startswith(f"{repeat}[") and now.get(path, "") != text:
                try:
                    note(engine.set(path, text))
                except NotAllowed:
                    continue  # read only or computed: it follows from the others
    return Changes(frozenset(paths), frozenset(structure))


def _counts(
    root: etree._Element, repeats: Mapping[str, bool], within: str
) -> Iterator[tuple[str, int]]:
    """`within` and the repeats inside it, outer ones first, with their number of instances."""
    for path, element in _nodes(root, repeats):
        for repeat in repeats:
            above, _slash, name = repeat.rpartition("/")
            inner = f"{path}/{name}"
            if above == bare(path) and (inner == within or inner.startswith(f"{within}[")):
                yield inner, sum(_name(child) == name for child in element)


def _leaves(root: etree._Element, repeats: Mapping[str, bool]) -> Iterator[tuple[str, str]]:
    for path, element in _nodes(root, repeats):
        if not len(element):
            yield path, element.text or ""


def _nodes(
    root: etree._Element, repeats: Mapping[str, bool]
) -> Iterator[tuple[str, etree._Element]]:
    """Every element of an instance with its path, in document order."""
    stack = [(f"/{_name(root)}", root)]
    while stack:
        path, element = stack.pop()
        yield path, element
        seen: dict[str, int] = {}
        inner = []
        for child in element:
            name = _name(child)
            seen[name] = seen.get(name, 0) + 1
            place = f"{path}/{name}"
            inner.append((f"{place}[{seen[name]}]" if bare(place) in repeats else place, child))
        stack.extend(reversed(inner))


def _name(element: etree._Element) -> str:
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)
