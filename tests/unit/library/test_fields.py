"""Every field that the specification asks of a form has its question, at a known place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Definition

# Form, then section (the path below /data), then the fields of the specification in it. A repeat
# stands for itself; "leaving" is a group of questions; the two signatures, the grades of an item
# and the parts of services and measures are the fields that the specification names together.
FIELDS: dict[str, dict[str, str]] = {
    "visit": {
        "why": "purpose purpose_said basis proportionality part_of_longer_plan",
        "who": "partners project_attends deconflicted team",
        "dignity": (
            "female_officer dressing_privacy low_key conduct_briefed media_kept_out dependants "
            "outreach_venue"
        ),
        "information": "interpreter cards_prepared num_advice_read",
        "afterwards": "after_leaving support_in_place debrief",
    },
    "encounter": {
        "": "present",
        "meeting": "setting spoken_alone interpreter interpreter_ref dialect pronouns",
        "trust": "reassured explained",
        "support": "wishes signposted exit_asked_by_her",
        "words": "said observed",
        "safety": "urgent_risk under_18 after_leaving",
        "next": "next_contact safe_way",
    },
    "prompts": {
        "area_advert": "advert",
        "area_number": "number",
        "area_services": "services",
        "area_conditions": "conditions",
        "area_screening": "screening",
        "area_knows_help": "knows_help",
        "area_area": "area",
        "area_travel": "travel",
        "area_money": "money",
        "": "further_signs",
        "talk": "who_answered own_risk_assessment changed_since",
        "leads": "next_steps",
    },
    "child_concern": {
        "child": "why_under_18 views",
        "signs": "education missing care parents area unaccompanied drugs_debt",
        "safe_now": "risks protection local_authority cawn",
        "told": "child_abuse_unit missing_coordinator agencies",
        "records": "force_ref notified",
    },
    "safety_plan": {
        "start": "paper_safe path",
        "kept": "holder keep_text safe_contact review",
        "plan/always": (
            "worries trusted code_word safe_place health children immigration_advice money "
            "stalking evidence"
        ),
        "plan/stay": "screening places buddy missed_check ways_out condoms online",
        "plan": "leaving",
        "plan/from_police": "police_do police_do_not",
    },
    "victim_contract": {
        "contact": "officer deputy ways hours words frequency discreet",
        "limits": "limits_explained withdrawal_explained",
        "person": "pronouns interpreter",
        "case": "statement evidence_plan",
        "support": "special_measures isva dlo num",
        "sign": "her_signature officer_signature review",
    },
    "person": {
        "person": "alias name pronouns languages",
        "liaison": "area liaison_officer deputy not_enforcer area_reference",
        "safe": "safe_ways code_word",
        "support": "support_offered agreements",
        "handling": "force_record handling_caveat access_reason expiry review handover",
    },
    "contact": {
        "how": "who_began way inside_window kind answered_by alone",
        "wishes_said": "wishes said support",
        "promises": "promise promise_due promise_kept next",
        "passed": "escalated_to advice_to_colleague force_ref",
    },
    "premises": {
        "place": "reference kind",
        "assessment": "category reason partners nuisance_evidence environment",
        "people": "welfare way_out safety_motive",
        "exploitation": "exploitation_ground booking_tenancy",
        "decision_section": "steps_before_enforcement decision closure_harm displacement review",
    },
    "advert_evidence": {
        "authority_section": "authority",
        "advert": (
            "site platform address shown_name numbers captured files taken_down other_adverts"
        ),
        "advert/files": "sha256",
        "her": "who_edits who_controls_number effect_on_work",
        "suspect": "suspect_contact",
        "site_data": "site_holds request",
        "chain": "custody",
        "chain/custody": (
            "custody_at custody_who custody_what custody_from custody_to custody_why"
        ),
    },
    "intelligence_report": {
        "report": "urn marking reporter requirement level source_category linked_crime",
        "gates": "threat_to_life source_questions",
        "": "items",
        "items": "item how_known item_date source_evaluation assessment handling conditions",
        "picture": "provenance subjects money_travel_booking",
        "her": "source_risk her_view",
        "use": "recipients actions priority",
    },
    "referral": {
        "way": "route under_18 consent co_operate",
        "account": "happened control journey conditions keeps_there",
        "seen": "indicators",
        "where": "exploiters types",
        "safe_first": "immediate_needs safe_contact",
        "crime": "crime_ref no_crime_reason evidence_led spoc tactical_advice",
        "sending": "decision_to portal_ref",
    },
    "support_needs": {
        "needs_wishes": "needs voluntary",
        "": "services",
        "services": "service_kind service service_agreed appointment attended",
        "court": "measures told_cps gaps",
        "court/measures": "section measure_answer measure_words",
        "with_her": "intermediary support_worker interpreter isva_idva",
        "protection": "witness_protection safe_housing enhanced_rights_told",
    },
    "incident": {
        "what": "type work_linked relationship dna_recorded",
        "her": "reported_via barriers her_view",
        "hate": "hate_treatment perceived_by why",
        "beside": "solo dlo_asked non_police_medical others_warned",
        "partner": "abuse_tool_ref marac",
        "handling": "cps her_offences safeguards public_interest",
    },
    "concern_notification": {
        "person": "adult_or_child about agreement override_reason views views_missing_why",
        "concern": "concerns risks care_needs dependants coercion",
        "action_section": "action recipient multi_agency telephoned reference outcome",
    },
    "num_report": {
        "": "direction",
        "consents": "alert_anonymous police_anonymous named withdrawn",
        "text": "exact_text urgency sent num_ref reply",
        "account": "happened when_where",
        "who": "offender numbers vehicle method",
    },
}


@pytest.mark.parametrize("form_id", FIELDS)
def test_each_field_has_its_question(form_id: str, definitions: dict[str, Definition]) -> None:
    binds = definitions[form_id].binds()
    asked = {str(e.get("ref") or e.get("nodeset")) for e in definitions[form_id].questions()}
    for section, names in FIELDS[form_id].items():
        for name in names.split():
            path = "/".join(["/data", *section.split("/"), name] if section else ["/data", name])
            assert path in binds, path
            assert path in asked, f"{path} is not asked"


def test_the_table_covers_the_sixteen_forms(definitions: dict[str, Definition]) -> None:
    assert set(FIELDS) == set(definitions)
