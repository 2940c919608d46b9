"""The words of the forms: both languages whole, a source for each question, nobody labelled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .conftest import Definition

ENGLISH, WELSH = "English (en)", "Welsh (cy)"
# Names of organisations, markings and languages are the same in Welsh.
SAME_IN_WELSH = {
    "National Ugly Mugs",
    "Beyond the Streets",
    "OFFICIAL",
    "OFFICIAL-SENSITIVE",
    "Stigma",
    "Partner",
    "Hindi",
    "Tagalog",
    "Thai",
}
# A source is one or more of these, then what is our own decision, then what is to be verified.
SOURCE = re.compile(
    r"""(
        NPCC\ 2019,\ \d\.\d+[ab]?
      | West\ Yorkshire\ 2017(,\ (Principles|Responsibilities))?,\ [A-Z][^;,]+(,\ \d+(-\d+)?)?
      | Surrey,\ \d+\.\d+
      | Northumbria,\ [A-Z][^;,]+(,\ (Consider|Indicators|Role|Domestic\ abuse|Her\ offences))?
        (,\ \d+(-\d+)?)?
      | NCA\ 2018,\ [a-z][^;]+
      | [A-Z][A-Za-z\ ]+\ Act\ \d{4}(,\ s\.\d+(-\d+)?)?
      | Criminal\ Procedure\ and\ Investigations\ Act\ 1996
      | Criminal\ Evidence\ Act\ 1999,\ s\.\d+(-\d+)?
      | Victims'\ Code | 3x5x2\ report | NRM\ online\ form | design | verify
    )""",
    re.VERBOSE,
)
# Words that judge or label; offences keep the titles that the law gives them.
LABELS = re.compile(
    r"\bprostitutes?\b|\bpimp|\bmadams?\b|\bvice\b|\bscore\b|\bverdict\b|\bsuspicious\b|\billeg",
    re.I,
)


def test_every_text_has_both_languages(definition: Definition) -> None:
    english, welsh = definition.texts[ENGLISH], definition.texts[WELSH]
    assert english.keys() == welsh.keys()
    missing = [key for key in english if not english[key].strip("- ") or not welsh[key].strip("- ")]
    assert not missing
    same = [t for k, t in english.items() if t == welsh[k] and t not in SAME_IN_WELSH]
    assert not same


def test_every_question_and_section_is_labelled(definition: Definition) -> None:
    for element in definition.questions():
        path = str(element.get("ref") or element.get("nodeset"))
        assert definition.label(path) or definition.label(path, WELSH), path


def test_every_question_names_its_source(definition: Definition) -> None:
    for path, bind in definition.binds().items():
        source = bind.get("{urn:fieldbook:forms}source", "")
        assert source, f"{path} has no source"
        for part in source.split("; "):
            assert SOURCE.fullmatch(part), f"{path}: {part!r}"


def test_unsure_facts_are_marked(definitions: dict[str, Definition]) -> None:
    """The gradings' definitions, policing purposes and offences came from memory."""
    report = definitions["intelligence_report"].binds()
    for name in ("items/source_evaluation", "items/assessment", "items/handling"):
        assert report[f"/data/{name}"]["{urn:fieldbook:forms}source"].endswith("verify")
    for name in ("report/purposes", "report/linked_crime"):
        assert report[f"/data/{name}"]["{urn:fieldbook:forms}source"].endswith("verify")


def test_no_word_judges_or_labels(definition: Definition) -> None:
    for key, text in definition.texts[ENGLISH].items():
        assert not LABELS.search(text), f"{key}: {text}"


def test_labels_are_short(definition: Definition) -> None:
    """A label is read at a glance; openings, notes and the set caveat are sentences."""
    for element in definition.questions():
        path = str(element.get("ref") or element.get("nodeset"))
        label = definition.label(path)
        if path.endswith("_note") or label.startswith('"') or element.get("readonly"):
            continue
        bind = definition.binds().get(path, {})
        if bind.get("readonly") or path.endswith("handling_caveat"):
            continue
        assert len(label) <= 64, f"{path}: {label}"


def test_the_plan_tells_a_stranger_nothing(definitions: dict[str, Definition]) -> None:
    """What the pocket version prints must not say whose advice it was, or about what."""
    telling = re.compile(r"police|sex work|prostitut|heddlu|gwaith rhyw|puteind", re.I)
    plan = definitions["safety_plan"]
    for language in (ENGLISH, WELSH):
        for key, text in plan.texts[language].items():
            if key.startswith("/data/plan/") and "/from_police" not in key:
                assert not telling.search(text), f"{key}: {text}"


def test_the_definition_says_its_welsh_is_a_draft(definition: Definition) -> None:
    assert "The Welsh texts are drafts" in definition.markdown
