"""The shape of the forms: settings, the time of the event, what is never asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from .conftest import Definition

LIBRARY = Path(__file__).parents[3] / "forms" / "library"
X = "{http://www.w3.org/2002/xforms}"
# A person is known since, and information learnt, long before anybody writes it down.
NOT_NOTES = {"person", "intelligence_report"}
# Left out on purpose; the places where the guidance itself needs the word are named.
NEVER_ASKED = re.compile(
    r"(^|_)(prices?|tariff|earnings|fees?|rent|landlord|tenancy|friends?|colleagues?|coworkers?"
    r"|immigration|visa|status|nationalit\w+|ethnicity|score|total|verdict|home|shifts?)(_|$)"
)
ALLOWED = {
    "/data/plan/always/immigration_advice",  # an independent adviser, never a status
    "/data/exploitation/booking_tenancy",  # only with a recorded ground
    "/data/about_her/nationalities",  # the national online form asks; nowhere else
    "/data/about_her/named/home_office_ref",  # the same, and only with consent
    "/data/passed/advice_to_colleague",  # a police colleague
}


def test_compiles_without_warning(definition: Definition) -> None:
    assert definition.warnings == []


def test_settings(definition: Definition) -> None:
    (instance,) = definition.tree.iterfind(f".//{X}model/{X}instance[1]/*")
    assert etree.QName(instance).localname == "data"
    assert instance.get("id") == definition.id
    assert re.fullmatch(r"20\d{8}", str(instance.get("version")))
    assert [*definition.texts] == ["English (en)", "Welsh (cy)"]


def test_first_question_is_when_it_happened(definition: Definition) -> None:
    first = next(definition.questions())
    bind = definition.binds()["/data/event_time"]
    assert first.get("ref") == "/data/event_time"
    assert bind["type"] == "dateTime"
    assert bind["constraint"] == ". <= now()"
    assert not definition.tree.findtext(f".//{X}event_time"), "a default would pretend to know"


def test_entry_time_stands_apart(definition: Definition) -> None:
    binds = definition.binds()
    assert binds["/data/entry_time"]["{http://openrosa.org/javarosa}preloadParams"] == "start"
    if definition.id not in NOT_NOTES:
        assert "/data/entry_time" in binds["/data/late_reason"]["relevant"]


def test_nothing_is_asked_that_harms(definition: Definition) -> None:
    for path in definition.binds():
        assert not NEVER_ASKED.search(path.rsplit("/", 1)[1]) or path in ALLOWED, path


def test_everything_required_says_why(definition: Definition) -> None:
    for path, bind in definition.binds().items():
        jr = "{http://openrosa.org/javarosa}"
        assert "required" not in bind or f"{jr}requiredMsg" in bind, path
        assert "constraint" not in bind or f"{jr}constraintMsg" in bind, path


def test_short_choices_are_segments_and_long_ones_lists(definition: Definition) -> None:
    for element in definition.questions():
        path = str(element.get("ref"))
        if etree.QName(element).localname != "select1":
            continue
        count = len(definition.choices(path))
        appearance = element.get("appearance", "")
        assert count > 1, path
        assert (count > 4) == ("minimal" in appearance), (path, count)


def test_no_personal_name_in_a_title(definition: Definition) -> None:
    (bind,) = definition.tree.iterfind(f".//{X}bind[@nodeset='/data/meta/instanceName']")
    used = set(re.findall(r"/data/[\w/]+", str(bind.get("calculate"))))
    neutral = "setting purpose planned_for event_time way platform direction adult_or_child alias"
    assert {p.rsplit("/", 1)[1] for p in used} <= {*neutral.split(), "reference", "urn"}


def test_the_library_holds_these_forms_and_no_others(definitions: dict[str, Definition]) -> None:
    assert {path.stem for path in LIBRARY.glob("*.md")} == set(definitions)
