"""The texts of a form that the person reads herself: taken out to translate, merged back in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

from lxml import etree

from forms.itext import language_code
from forms.markup import FIELDBOOK, XFORMS, XHTML, attribute, local

SHOWN = Path(__file__).with_name("library") / "shown.toml"
"""Which texts of which forms the person reads."""
_TITLE = "form-title"
_MESSAGES = {"constraint_message": "jr:constraintMsg", "required_message": "jr:requiredMsg"}


class Shown(NamedTuple):
    """What is taken of one form: these groups and questions, these kinds of texts."""

    parts: tuple[str, ...]
    without: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("label", "hint")
    choices: bool = True


class Text(NamedTuple):
    """One text to translate: its id, its English, the source of its question."""

    id: str
    text: str
    source: str


class Translations(Protocol):
    """Where a library gets the translations of what people read; forms know no catalogs."""

    def key(self) -> str:
        """Differs whenever any translation does."""

    def of_form(self, form_id: str) -> Mapping[str, Mapping[str, str]]:
        """Text by the id of `texts`, by language as XLSForm names it: `Romanian (ro)`."""

    def __hash__(self) -> int:
        """One library is opened for each."""


class _Place(NamedTuple):
    """Where a text stands in the itext, and in which of its forms."""

    text_id: str
    source: str


def is_shown(form_id: str) -> bool:
    """Whether the person reads any text of the form of that id."""
    return form_id in _shown()


def she_reads(form_id: str, path: str) -> bool:
    """Whether the person reads the question or group at `path` of that form herself."""
    wanted = _shown().get(form_id)
    return wanted is not None and _is_wanted(path, wanted)


def texts(xform: bytes) -> tuple[Text, ...]:
    """The texts that the person reads, in reading order; none of most forms.

    Their ids are `form.FORM.title`, `form.FORM.NAME.label` (or `.hint`, `.constraint_message`),
    and of choices `form.FORM.choice.LIST.VALUE`.
    """
    root = etree.fromstring(xform)
    english = _values(_itext(root), "en")
    english.setdefault(_TITLE, next(root.iter(f"{{{XHTML}}}title")).text or "")
    return tuple(
        Text(id, english[place.text_id], place.source)
        for id, place in _places(root).items()
        if place.text_id in english
    )


def merged(xform: bytes, translations: Mapping[str, Mapping[str, str]]) -> bytes:
    """The XForm with further languages in its itext; those that it has already are left alone.

    A text without a translation shows in the form's default language.
    """
    root = etree.fromstring(xform)
    places = _places(root)
    itext = _itext(root)
    if itext is None or not places:
        return xform
    have = {language_code(each.get("lang") or "") for each in itext}
    for name, words in translations.items():
        found = {id: words[id] for id in places if id in words}
        if not found or language_code(name) in have:
            continue
        language = etree.SubElement(itext, f"{{{XFORMS}}}translation", lang=name)
        done: set[str] = set()
        for id, text in found.items():
            text_id = places[id].text_id
            if text_id not in done:
                element = etree.SubElement(language, f"{{{XFORMS}}}text", id=text_id)
                etree.SubElement(element, f"{{{XFORMS}}}value").text = text
                done.add(text_id)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


@cache
def _shown() -> dict[str, Shown]:
    table = tomllib.loads(SHOWN.read_text("utf-8"))
    return {form_id: Shown(**fields) for form_id, fields in table.items()}


def _itext(root: etree._Element) -> etree._Element | None:
    return next(iter(root.iter(f"{{{XFORMS}}}itext")), None)


def _values(itext: etree._Element | None, code: str) -> dict[str, str]:
    """The plain texts of one language, by their id."""
    for language in itext if itext is not None else ():
        if language_code(language.get("lang") or "") == code:
            return {
                text.get("id") or "": (value.text or "").strip()
                for text in language
                for value in text
                if not value.get("form") and not len(value)
            }
    return {}


def _places(root: etree._Element) -> dict[str, _Place]:
    """Where each text that she reads stands, in reading order."""
    primary = next((e for i in root.iter(f"{{{XFORMS}}}instance") for e in i), None)
    form_id = "" if primary is None else primary.get("id") or ""
    wanted = _shown().get(form_id)
    if wanted is None:
        return {}
    binds = {bind.get("nodeset") or "": bind for bind in root.iter(f"{{{XFORMS}}}bind")}
    found: dict[str, _Place] = {}
    if "title" in wanted.parts:
        found[f"form.{form_id}.title"] = _Place(_TITLE, "design")
    for control in _controls(root):
        path = attribute(control, "ref") or attribute(control, "nodeset") or ""
        if not _is_wanted(path, wanted):
            continue
        bind = binds.get(path)
        source = (bind.get(f"{{{FIELDBOOK}}}source") or "") if bind is not None else ""
        start = f"form.{form_id}.{path.rpartition('/')[2]}"
        for kind in wanted.kinds:
            found[f"{start}.{kind}"] = _Place(f"{path}:{_MESSAGES.get(kind, kind)}", source)
        if wanted.choices:
            for id, text_id in _choices(root, control, form_id):
                found.setdefault(id, _Place(text_id, source))
    return found


def _controls(root: etree._Element) -> Iterator[etree._Element]:
    body = next(each for each in root if local(each) == "body")
    return (each for each in body.iter() if isinstance(each.tag, str))


def _is_wanted(path: str, wanted: Shown) -> bool:
    """Whether she reads the question or group at `path`."""
    if path in wanted.without:
        return False
    return any(path == part or path.startswith(f"{part}/") for part in wanted.parts)


def _choices(
    root: etree._Element, control: etree._Element, form_id: str
) -> Iterator[tuple[str, str]]:
    """The choices of a question, by id; a list that several questions share has one id."""
    itemset = control.find(f"{{{XFORMS}}}itemset")
    if itemset is None:
        return
    nodes = itemset.get("nodeset") or ""
    name = nodes.partition("instance('")[2].partition("'")[0]
    for instance in root.iter(f"{{{XFORMS}}}instance"):
        if name and instance.get("id") == name:
            for item in instance.iter(f"{{{XFORMS}}}item"):
                fields = {local(field): field.text or "" for field in item}
                if "itextId" in fields:
                    yield f"form.{form_id}.choice.{name}.{fields['name']}", fields["itextId"]
