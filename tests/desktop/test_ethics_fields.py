"""What the notebook has no place for: every question, choice and sentence is walked.

The first line of the ethics table: visits that took names, hours, prices and tenancy were used for
closures later. What is asked in spite of a word below is listed with the ground on which it is.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from forms import Library
from tests.unit.library.conftest import FORM_IDS, LANGUAGES, Definition

LIBRARY = Library.default()
ENGLISH, WELSH = LANGUAGES
MONEY_HOURS_HOMES = (
    r"pric\w*|charg\w*|fees?|rates?|earn\w*|income|tariffs?|costs?|hours?|shifts?|tenan\w*"
    r"|landlord\w*|rent\w*|leases?|bookings?|hourly"
)
PEOPLE_AND_PAPERS = (
    r"friends?|boyfriend\w*|co-?workers?|colleagues?|clients?|customers?|immigra\w*|visas?"
    r"|nationalit\w*|citizen\w*|ethnic\w*|asylum|home office|passports?|birth|born"
)
JUDGING = (
    r"scor\w*|totals?|risk levels?|rating\w*|rank\w*|label\w*|prostitut\w*|sex work\w*"
    r"|exploited|credib\w*"
)
FORBIDDEN = {
    ENGLISH: re.compile(rf"\b({MONEY_HOURS_HOMES}|{PEOPLE_AND_PAPERS}|{JUDGING})\b", re.I),
    WELSH: re.compile(
        r"\b(b?pris\w*|cyflog\w*|incwm|oriau|shifft\w*|th?enant\w*|dh?enant\w*|landlord\w*"
        r"|rhent\w*|archeb\w*|ffrind\w*|cyfeill\w*|cleient\w*|cwsmer\w*|[mf]ewnfud\w*|f?visa"
        r"|[cg]h?enedl\w*|dinas[dy]\w*ydd|lloches|swyddfa gartref|pasbort\w*|geni|eni"
        r"|sgôr\w*|cyfanswm|labeli?|ph?utein\w*|gwaith rhyw|gweithiw\w* rhyw)\b",
        re.I,
    ),
}
NAMES = re.compile(
    r"(^|_)(price|charge|fee|rate|earnings?|income|cost|hours?|shift|tenancy|landlord|rent"
    r"|bookings?|friends?|family|immigration|visa|nationality|nationalities|citizen|ethnicity"
    r"|score|total|rating|grade|rank|label|clients?|customers?|coworkers?|birth|home_office"
    r"|passport|status)(_|$)"
)
ASKED_BY_HER = "her own question about leaving: it is offered only where she asks (NPCC 2019, 5.4)"
HER_PLAN = "her own plan, which leaves with her (domain facts, 6)"
REFERRAL = "the national form, with her consent; nothing goes to immigration itself"
OFFENDER = "of those who exploit, with a recorded ground (NPCC 2019, 5.8 and 7.10)"
GROUNDS: dict[str, str] = {
    "visit/data/who/project_attends": "who comes along, so that she is not alone with officers",
    "encounter/data/support/exit_asked_by_her": ASKED_BY_HER,
    "safety_plan/data/start/exit_asked_by_her": ASKED_BY_HER,
    "support_needs/data/needs_wishes/exit_asked_by_her": ASKED_BY_HER,
    "prompts/data/area_screening": "how she keeps herself safe (NPCC 2019, 5.6)",
    "prompts/data/area_number/number": "an opening about who answers; no booking is asked",
    "child_concern/data/signs/area": "a sign about a child's surroundings (Northumbria)",
    "safety_plan/data/plan/always/immigration_advice": HER_PLAN,
    "safety_plan/data/plan/leaving/leaving_income": HER_PLAN,
    "victim_contract/data/contact/hours": "when she may be called",
    "person/data/liaison/not_enforcer": "about the officer, not about her",
    "contact/data/passed/advice_to_colleague": "an officer's colleague",
    "premises/data/exploitation/booking_tenancy": OFFENDER,
    "intelligence_report/data/picture/money_travel_booking": OFFENDER,
    "referral/data/about_her/named/date_of_birth": REFERRAL,
    "referral/data/about_her/named/home_office_ref": REFERRAL,
    "referral/data/about_her/nationalities": REFERRAL,
    "referral/data/where/where_exploited": "where it happened, not a word for her",
    "incident/data/hate/sex_work_flag": "marks the crime as hate crime, not a person (NPCC, 6.1)",
}


@cache
def definition(form_id: str) -> Definition:
    return Definition(form_id, "", [], etree.fromstring(LIBRARY.get(form_id).xml))


def found(form_id: str) -> set[str]:
    """The questions whose name or label, in either language, holds a forbidden word."""
    known = definition(form_id)
    return {
        f"{form_id}{path}"
        for path in known.binds()
        if NAMES.search(path.rpartition("/")[2])
        or any(FORBIDDEN[tongue].search(known.label(path, tongue)) for tongue in LANGUAGES)
    }


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_no_field_for_prices_hours_tenancy_friends_papers_or_labels(form_id: str) -> None:
    listed = {place for place in GROUNDS if place.partition("/")[0] == form_id}
    assert found(form_id) == listed


@pytest.mark.parametrize(
    ("tongue", "label"),
    [
        (ENGLISH, "Hourly rate"),
        (ENGLISH, "Who is the landlord?"),
        (ENGLISH, "Risk score"),
        (ENGLISH, "Known to be a prostitute"),
        (ENGLISH, "Immigration status"),
        (WELSH, "Pris yr awr"),
        (WELSH, "Oriau gwaith"),
        (WELSH, "Statws mewnfudo"),
        (WELSH, "Putain neu buteindra: phuteindra"),
        (WELSH, "Sgôr risg"),
    ],
)
def test_the_walk_would_find_such_a_field(tongue: str, label: str) -> None:
    assert FORBIDDEN[tongue].search(label)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_nothing_is_added_up_or_counted(form_id: str) -> None:
    sums = re.compile(r"\b(sum|count|count-selected|count-non-empty|max|weighted-checklist)\s*\(")
    for path, bind in definition(form_id).binds().items():
        assert not sums.search(bind.get("calculate", "")), path


LABELS = re.compile(
    r"\b(trafficked|exploited|prostitute|sex worker|illegal|high|medium|low)\b", re.I
)
NO_LABEL = {
    "kind": "a kind of project (support needs)",
    "signposted": "the projects that she was told about",
    "actions": "how visible a visit shall be",
}
"""Lists in which such a word is not said of a person."""


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_no_choice_is_a_label_on_a_person(form_id: str) -> None:
    for name, text in definition(form_id).texts[ENGLISH].items():
        if "/data" not in name and LABELS.search(text):
            assert name.rpartition("-")[0] in NO_LABEL, f"{name}: {text}"


SAID = re.compile(
    rf"\b({JUDGING}|pric\w*|earn\w*|tenan\w*|landlord\w*|{PEOPLE_AND_PAPERS})\b"
    r"|\b(deport\w*|illegal\w*)\b",
    re.I,
)
IN_WORDS = {
    "A nationality and a place together can mean one person. Leave one out.": "takes it out",
    "Move a line of a ranking": "keys of a question that a force's own form may ask",
}
POT = Path(__file__).parents[2] / "translations" / "interface_catalogs" / "interface.pot"


def test_no_window_and_no_document_judges_counts_or_asks_such_a_thing() -> None:
    """Every sentence of the interface and of every PDF stands in one catalog."""
    sentences = re.findall(r'^msgid ((?:".*"\n?)+)', POT.read_text(encoding="utf-8"), re.M)
    texts = ["".join(re.findall(r'"(.*)"', each)) for each in sentences]
    assert len(texts) > 1000
    said = {text for text in texts if SAID.search(re.sub(r"\{\w+\}", "", text))}
    assert said == set(IN_WORDS)
