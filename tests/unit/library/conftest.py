"""The library's definitions as compiled XForms, read once for all content tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from pyxform.xls2xform import convert

from forms import FormEngine, Library

LIBRARY = Path(__file__).parents[3] / "forms" / "library"
NS = {"x": "http://www.w3.org/2002/xforms", "h": "http://www.w3.org/1999/xhtml"}
SOURCE = "{urn:fieldbook:forms}source"
LANGUAGES = ("English (en)", "Welsh (cy)")
NOW = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)
CONTROLS = frozenset(
    ("input", "select", "select1", "upload", "trigger", "rank", "range", "group", "repeat")
)
FORM_IDS = (
    "visit",
    "encounter",
    "prompts",
    "child_concern",
    "safety_plan",
    "victim_contract",
    "person",
    "contact",
    "premises",
    "advert_evidence",
    "intelligence_report",
    "referral",
    "support_needs",
    "incident",
    "concern_notification",
    "num_report",
)


@dataclass
class Definition:
    """One compiled form, by what the content tests ask of it."""

    id: str
    markdown: str
    warnings: list[str]
    tree: etree._Element
    texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for translation in self.tree.iterfind(".//x:translation", NS):
            texts = self.texts.setdefault(translation.get("lang", ""), {})
            for text in translation.iterfind("x:text", NS):
                for value in text.iterfind("x:value", NS):
                    form = value.get("form", "")
                    words = " ".join("".join(value.itertext()).split())
                    texts[f"{text.get('id')}{' ' + form if form else ''}"] = words

    def binds(self) -> dict[str, dict[str, str]]:
        """The attributes of each bind by path, metadata of the standard left out."""
        return {
            str(bind.get("nodeset")): {str(k): str(v) for k, v in bind.attrib.items()}
            for bind in self.tree.iterfind(".//x:bind", NS)
            if not str(bind.get("nodeset")).startswith("/data/meta")
        }

    def questions(self) -> Iterator[etree._Element]:
        """The body's questions and groups in reading order."""
        body = self.tree.find("h:body", NS)
        assert body is not None
        for element in body.iter():
            if etree.QName(element).localname in CONTROLS and not (
                etree.QName(element).localname == "group" and element.get("ref") is None
            ):
                yield element

    def label(self, path: str, language: str = LANGUAGES[0]) -> str:
        """The label of a node."""
        return self.texts[language].get(f"{path}:label", "")

    def choices(self, path: str) -> list[str]:
        """The stored values a select offers, itemsets included, filters ignored."""
        select = next(e for e in self.questions() if e.get("ref") == path)
        values = [str(v.text) for v in select.iterfind("x:item/x:value", NS)]
        itemset = select.find("x:itemset", NS)
        if itemset is not None:
            list_name = str(itemset.get("nodeset")).split("'")[1]
            values += [
                str(name.text)
                for name in self.tree.iterfind(
                    f".//x:instance[@id='{list_name}']/x:root/x:item/x:name", NS
                )
            ]
        return values


def _compile(form_id: str) -> Definition:
    path = LIBRARY / f"{form_id}.md"
    warnings: list[str] = []
    result = convert(str(path), warnings=warnings, file_type=".md")
    tree = etree.fromstring(result.xform.encode())
    return Definition(form_id, path.read_text(encoding="utf-8"), warnings, tree)


@pytest.fixture(scope="session")
def definitions() -> dict[str, Definition]:
    """All sixteen forms by id."""
    return {form_id: _compile(form_id) for form_id in FORM_IDS}


@pytest.fixture(params=FORM_IDS)
def definition(request: pytest.FixtureRequest, definitions: dict[str, Definition]) -> Definition:
    """Each form in turn."""
    return definitions[request.param]


@pytest.fixture(params=FORM_IDS)
def form_id(request: pytest.FixtureRequest) -> str:
    """The id of each form in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def library() -> Library:
    """The library as the notebook opens it."""
    return Library.default()


@pytest.fixture
def fill(library: Library) -> Callable[..., FormEngine]:
    """Opens a form at a fixed hour and gives answers by path."""

    def opened(
        form_id: str,
        answers: Mapping[str, str] | None = None,
        properties: Mapping[str, str] | None = None,
    ) -> FormEngine:
        engine = FormEngine(
            library.get(form_id), language="en", clock=lambda: NOW, properties=properties or {}
        )
        for path, value in (answers or {}).items():
            engine.set(path, value)
        return engine

    return opened
