"""The code lists that services outside share: none of their values may be lost or renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Definition

LISTS = {
    ("visit", "why/purpose"): "welfare report_of_harm community_concern intelligence follow_up",
    ("encounter", "meeting/interpreter"): "none independent present",
    ("encounter", "trust/reassured"): "not_criminalised discreet taken_seriously not_judged",
    ("prompts", "area_advert/advert"): "not_discussed said observed",
    ("child_concern", "signs/care"): "said observed not_known",
    ("premises", "assessment/category"): "non_nuisance nuisance risk",
    ("intelligence_report", "items/source_evaluation"): "1 2 3",
    ("intelligence_report", "items/assessment"): "A B C D E",
    ("intelligence_report", "items/handling"): "P C",
    ("intelligence_report", "items/conditions_codes"): "A1 A2 A3 S1 S2",
    ("intelligence_report", "report/level"): "1 2 3",
    ("intelligence_report", "report/source_category"): "officer public partner open_source other",
    ("referral", "way/route"): "nrm duty_to_notify",
    ("referral", "account/last_contact"): "week month m3 m6 m12 over_year not_sure",
    ("referral", "where/types"): (
        "forced_work wages_taken fraud forced_prostitution child_sexual taken_held forced_crime "
        "organs household other"
    ),
    ("support_needs", "court/measures/section"): "s23 s24 s25 s26 s27 s28 s29 s30",
    ("support_needs", "needs_wishes/needs"): (
        "health sexual_health housing drugs_alcohol mental_health benefits money education legal "
        "safety domestic_abuse leaving"
    ),
    ("incident", "her/barriers"): (
        "mistrust involvement stigma family_friends retaliation exploiter process"
    ),
    ("incident", "what/type"): (
        "robbery assault rape condom_removal stalking doxing blackmail scam other"
    ),
    ("contact", "passed/escalated_to"): (
        "liaison_officer liaison_deputy solo slavery_spoc child_abuse_unit missing_coordinator "
        "source_unit financial_investigator community_manager lgbt_liaison district_lead "
        "intelligence_unit"
    ),
    ("num_report", "direction"): "her_report number_check method_check warning appeal bulletin",
}


@pytest.mark.parametrize(("form_id", "path"), LISTS)
def test_the_list_is_whole(form_id: str, path: str, definitions: dict[str, Definition]) -> None:
    assert definitions[form_id].choices(f"/data/{path}") == LISTS[form_id, path].split()


def test_next_steps_open_the_forms_they_name(definitions: dict[str, Definition]) -> None:
    steps = set(definitions["prompts"].choices("/data/leads/next_steps"))
    assert steps - {"contact_again", "nothing"} <= set(definitions)


def test_offences_carry_their_sections(definitions: dict[str, Definition]) -> None:
    report = definitions["intelligence_report"]
    titles = " ".join(report.texts["English (en)"].values())
    for section in ("s.52)", "s.53)", "s.53A)", "s.47-50)", "MSA 2015, s.1)", "MSA 2015, s.2)"):
        assert section in titles
