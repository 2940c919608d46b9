"""Each question that waits for an answer, and each answer that is refused, one line each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms import FormEngine

Fill = Callable[..., FormEngine]
LATER, EARLIER = "2026-12-24T10:00:00.000+00:00", "2026-11-20T10:00:00.000+00:00"

# Form, the question or section that waits, the answers after which it is asked.
WAITS = [
    ("visit", "dignity/female_officer_why", {"dignity/female_officer": "no"}),
    ("encounter", "meeting/interpreter_ref", {"meeting/interpreter": "independent"}),
    ("encounter", "meeting/interpreter_note", {"meeting/interpreter": "present"}),
    ("encounter", "safety/urgent_note", {"safety/urgent_risk": "unsure"}),
    ("encounter", "safety/urgent_done", {"safety/urgent_risk": "yes"}),
    ("encounter", "present[1]/who_more", {"present[1]/who": "interpreter"}),
    ("encounter", "present[1]/spoke_for_her", {"present[1]/who": "other"}),
    ("prompts", "talk/own_risk_gaps", {"talk/own_risk_assessment": "gaps"}),
    ("safety_plan", "plan/stay/screening", {"start/path": "stay"}),
    ("child_concern", "safe_now/protection_until", {"safe_now/protection": "used"}),
    ("child_concern", "safe_now/designated_officer", {"safe_now/protection": "used"}),
    ("child_concern", "safe_now/protection_why", {"safe_now/protection": "considered"}),
    ("person", "support/agreements[1]/withdrawn", {"support/agreements[1]/agreed": "yes"}),
    ("contact", "how/answered_note", {"how/answered_by": "other"}),
    ("contact", "promises/promise_due", {"promises/promise": "An answer by Friday."}),
    ("contact", "promises/promise_kept", {"promises/promise": "An answer by Friday."}),
    (
        "advert_evidence",
        "authority_section/authority_ref",
        {"authority_section/authority": "authorised"},
    ),
    ("intelligence_report", "gates/threat_note", {"gates/threat_to_life": "yes"}),
    ("intelligence_report", "her/source_risk_why", {"her/source_risk": "yes"}),
    ("intelligence_report", "items[1]/conditions_codes", {"items[1]/handling": "C"}),
    ("referral", "way/under_18_then", {"way/under_18": "no"}),
    ("referral", "way/child_note", {"way/under_18": "not_sure"}),
    ("referral", "way/guardian", {"way/under_18": "yes"}),
    ("referral", "way/dtn_reason", {"way/route": "duty_to_notify"}),
    ("referral", "safe_first/safe_contact_more", {"safe_first/safe_contact": "other"}),
    ("referral", "account/keeps_there", {"account/still_there": "yes"}),
    ("referral", "account/how_left", {"account/still_there": "no"}),
    ("referral", "about_her/gender", {"way/route": "duty_to_notify"}),
    ("referral", "about_her/named/home_office_ref", {"way/route": "nrm"}),
    ("support_needs", "services[1]/appointment", {"services[1]/service_agreed": "yes"}),
    ("support_needs", "services[1]/attended", {"services[1]/service_agreed": "yes"}),
    ("incident", "what/condom_note", {"what/type": "robbery condom_removal"}),
    ("incident", "what/doxing_note", {"what/type": "doxing"}),
    ("incident", "what/dna_recorded", {"what/dna_arrested": "yes"}),
    ("incident", "partner/marac", {"what/relationship": "ex_partner"}),
    ("incident", "handling/safeguards", {"handling/her_offences": "considered"}),
    ("incident", "handling/public_interest", {"handling/her_offences": "considered"}),
    ("concern_notification", "person/agreement", {"person/adult_or_child": "adult"}),
    ("num_report", "consents/named", {"direction": "her_report"}),
    (
        "num_report",
        "consents/withdrawn_note",
        {"direction": "her_report", "consents/withdrawn": EARLIER},
    ),
]

# Form, question, a value that is refused, one that is not, and the answers before.
REFUSED: list[tuple[str, str, str, str, dict[str, str]]] = [
    ("child_concern", "safe_now/protection_from", LATER, EARLIER, {"safe_now/protection": "used"}),
    ("child_concern", "records/notified", LATER, EARLIER, {}),
    ("prompts", "leads/next_steps", "nothing incident", "incident", {}),
    ("safety_plan", "kept/review", "2026-11-19", "2026-12-19", {"event_time": EARLIER}),
    ("person", "handling/expiry", "2026-12-01", "2027-06-01", {"handling/review": "2027-01-01"}),
    (
        "person",
        "support/agreements[1]/withdrawn",
        "2026-06-01",
        "2026-11-01",
        {"support/agreements[1]/agreed": "yes", "support/agreements[1]/agreed_on": "2026-06-12"},
    ),
    ("advert_evidence", "advert/captured", LATER, EARLIER, {}),
    ("advert_evidence", "advert/files[1]/sha256", "abc", "0f" * 32, {}),
    ("intelligence_report", "items[1]/item_date", "2026-12-24", "2026-11-20", {}),
    ("referral", "safe_first/immediate_needs", "nothing health", "nothing", {}),
    (
        "referral",
        "about_her/named/date_of_birth",
        "2026-12-24",
        "1998-02-03",
        {"way/route": "nrm"},
    ),
    ("referral", "about_her/named/children", "-1", "0", {"way/route": "nrm"}),
    ("support_needs", "court/told_cps", "2026-12-24", "2026-11-20", {}),
    ("concern_notification", "action_section/telephoned", LATER, EARLIER, {}),
    ("num_report", "consents/withdrawn", LATER, EARLIER, {"direction": "her_report"}),
    ("num_report", "text/sent", LATER, EARLIER, {"direction": "warning"}),
]


@pytest.mark.parametrize(("form_id", "path", "answers"), WAITS)
def test_it_is_asked_only_after_the_answer(
    form_id: str, path: str, answers: dict[str, str], fill: Fill
) -> None:
    engine = fill(form_id)
    assert not engine.node(f"/data/{path}").relevant
    for question, value in answers.items():
        engine.set(f"/data/{question}", value)
    assert engine.node(f"/data/{path}").relevant


@pytest.mark.parametrize(("form_id", "path", "wrong", "right", "before"), REFUSED)
def test_a_wrong_answer_is_refused_and_says_why(
    form_id: str, path: str, wrong: str, right: str, before: dict[str, str], fill: Fill
) -> None:
    engine = fill(form_id, {f"/data/{question}": value for question, value in before.items()})
    engine.set(f"/data/{path}", wrong)
    assert engine.node(f"/data/{path}").violation == "constraint"
    assert engine.node(f"/data/{path}").message
    engine.set(f"/data/{path}", right)
    assert engine.node(f"/data/{path}").violation is None


@pytest.mark.parametrize(
    "section", ["her/her_view", "report/urn", "picture/provenance", "use/actions"]
)
def test_the_whole_report_waits_for_the_source_unit(section: str, fill: Fill) -> None:
    engine = fill("intelligence_report", {"/data/gates/source_questions": "unsure"})
    assert not engine.node(f"/data/{section}").relevant
    engine.set("/data/gates/source_unit_advice", "Sample unit: go on.")
    assert engine.node(f"/data/{section}").relevant


def test_a_danger_in_passing_it_on_is_described(fill: Fill) -> None:
    engine = fill("intelligence_report", {"/data/her/source_risk": "yes"})
    assert engine.node("/data/her/source_risk_why").violation == "required"


def test_the_child_page_leads_on_until_the_notification_is_sent(fill: Fill) -> None:
    engine = fill("child_concern")
    assert engine.node("/data/records/leads_to").relevant
    engine.set("/data/records/notified", EARLIER)
    assert not engine.node("/data/records/leads_to").relevant
