"""The rules of what is kept about people and places, and of what may leave."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms import FormEngine, FormInvalid

Fill = Callable[..., FormEngine]
GATES = "/data/gates/"


def missing(engine: FormEngine) -> set[str]:
    """The paths that stand in the way of finalising."""
    return {violation.path for violation in engine.violations()}


def relevant(engine: FormEngine, path: str) -> bool:
    """Whether a question is asked at this moment."""
    return engine.node(path).relevant


def test_a_person_is_listed_by_alias(fill: Fill) -> None:
    engine = fill("person", {"/data/person/alias": "Juniper", "/data/person/name": "Sample Name"})
    assert engine.title() == "Juniper"


def test_a_note_has_a_neutral_title(fill: Fill) -> None:
    engine = fill(
        "encounter",
        {"/data/meeting/setting": "flat", "/data/event_time": "2026-11-21T12:50:00.000+00:00"},
    )
    assert engine.title() == "Flat or house · 21 Nov 2026"


def test_the_radio_caveat_stands_unless_taken_away(fill: Fill) -> None:
    """Northumbria, DLO role."""
    assert fill("person").node("/data/handling/handling_caveat").value == "yes"


def test_a_liaison_officer_does_not_enforce(fill: Fill) -> None:
    """West Yorkshire 2017, District commanders, 5."""
    engine = fill("person", {"/data/liaison/not_enforcer": "yes"})
    assert not relevant(engine, "/data/liaison/enforcer_note")
    engine.set("/data/liaison/not_enforcer", "no")
    assert relevant(engine, "/data/liaison/enforcer_note")


def test_roles_are_filled_in_from_the_force_profile(fill: Fill) -> None:
    engine = fill("person", properties={"liaison_officer": "DC Sample, 0000"})
    assert engine.node("/data/liaison/liaison_officer").value == "DC Sample, 0000"


def test_bookings_have_a_question_only_with_a_recorded_ground(fill: Fill) -> None:
    booking = "/data/exploitation/booking_tenancy"
    engine = fill("premises")
    assert not relevant(engine, booking)
    engine.set("/data/exploitation/exploitation_ground", "none")
    assert not relevant(engine, booking)
    engine.set("/data/exploitation/exploitation_ground", "coercion")
    assert not relevant(engine, booking)
    assert missing(engine) == {"/data/exploitation/ground_why"}
    engine.set("/data/exploitation/ground_why", "Bolts outside the bedroom door, seen today.")
    assert relevant(engine, booking)


def test_enforcement_is_decided_knowing_its_harm(fill: Fill) -> None:
    """West Yorkshire 2017, District commanders, 9; Surrey, 5.3."""
    engine = fill("premises", {"/data/decision_section/decision": "enforce"})
    section = "/data/decision_section/"
    assert missing(engine) == {section + "closure_harm", section + "displacement"}
    engine.set("/data/decision_section/decision", "support")
    assert not missing(engine)


@pytest.mark.parametrize("answer", ["tasked", "covert", "unsure"])
def test_a_covert_source_pauses_the_report(fill: Fill, answer: str) -> None:
    """Regulation of Investigatory Powers Act 2000, s.26."""
    engine = fill("intelligence_report", properties={"source_unit": "Sample unit, ext. 0000"})
    engine.set(GATES + "source_questions", answer)
    note = engine.node(GATES + "source_note")
    assert note.relevant
    assert "Sample unit, ext. 0000" in note.label
    assert not relevant(engine, "/data/items[1]/item")
    assert GATES + "source_unit_advice" in missing(engine)
    engine.set(GATES + "source_unit_advice", "Sample unit, 21 Nov: an ordinary report, go on.")
    assert relevant(engine, "/data/items[1]/item")


def test_what_is_told_openly_goes_on(fill: Fill) -> None:
    engine = fill("intelligence_report", {GATES + "source_questions": "openly"})
    assert relevant(engine, "/data/items[1]/item")
    assert not relevant(engine, GATES + "source_note")
    engine.set(GATES + "source_questions", "openly covert")
    assert GATES + "source_questions" in missing(engine)


def test_a_threat_to_life_comes_before_the_report(fill: Fill) -> None:
    engine = fill("intelligence_report", {GATES + "threat_to_life": "unsure"})
    assert relevant(engine, GATES + "threat_note")


def test_each_item_carries_its_own_grade(fill: Fill) -> None:
    engine = fill("intelligence_report")
    engine.add("/data/items")
    engine.set("/data/items[2]/item", "A silver van waits outside on Mondays.")
    names = ("source_evaluation", "assessment", "handling")
    asked = {f"/data/items[2]/{name}" for name in names}
    assert asked <= missing(engine)
    assert not {f"/data/items[1]/{name}" for name in names} & missing(engine)
    engine.set("/data/items[2]/source_evaluation", "3")
    engine.set("/data/items[2]/assessment", "E")
    engine.set("/data/items[2]/handling", "C")
    reasons = {f"/data/items[2]/{n}" for n in ("not_reliable_why", "false_why", "conditions")}
    assert reasons <= missing(engine)


def test_markings_end_at_official_sensitive(fill: Fill) -> None:
    marking = "/data/report/marking"
    engine = fill("intelligence_report", {marking: "higher"})
    assert engine.node(marking).violation == "constraint"
    engine.set(marking, "official_sensitive")
    assert engine.node(marking).violation is None
    assert "/data/report/handling_instruction" in missing(engine)


@pytest.mark.parametrize("age", ["yes", "not_sure"])
def test_a_child_is_referred_without_consent(fill: Fill, age: str) -> None:
    engine = fill("referral", {"/data/way/under_18": age, "/data/way/route": "nrm"})
    assert not relevant(engine, "/data/way/consent")
    assert "/data/way/route" not in missing(engine)
    assert "/data/way/local_authority" in missing(engine)


def test_an_adult_is_referred_only_with_consent(fill: Fill) -> None:
    engine = fill("referral", {"/data/way/under_18": "no", "/data/way/route": "nrm"})
    assert "/data/way/route" in missing(engine)
    engine.set("/data/way/consent", "yes")
    assert "/data/way/route" not in missing(engine)


def test_duty_to_notify_is_anonymous_unless_she_co_operates(fill: Fill) -> None:
    engine = fill(
        "referral",
        {
            "/data/way/under_18": "no",
            "/data/way/consent": "no",
            "/data/way/route": "duty_to_notify",
            "/data/about_her/named/name": "Sample Name",
            "/data/safe_first/safe_contact": "own",
            "/data/safe_first/safe_contact_more": "07700 900000",
            "/data/crime/crime_ref": "SAMPLE/1",
        },
    )
    left = engine.finalise()
    assert b"Sample Name" not in left
    assert b"07700" not in left
    engine.set("/data/way/co_operate", "yes")
    assert b"Sample Name" in engine.finalise()
    assert not relevant(engine, "/data/about_her/named/home_office_ref")


def test_a_crime_is_recorded_or_the_reason_given(fill: Fill) -> None:
    """NPCC 2019, 5.10."""
    engine = fill("referral", {"/data/crime/crime_ref": "SAMPLE/1"})
    assert not missing(engine)


def test_no_letter_goes_where_it_is_not_safe(fill: Fill) -> None:
    safe = "/data/sending/decision_safe"
    engine = fill("referral", {"/data/sending/decision_to": "Sample address"})
    assert safe in missing(engine)
    engine.set(safe, "no")
    assert safe in missing(engine)


def test_her_own_offences_wait_for_safeguards(fill: Fill) -> None:
    """Northumbria, Incident; NPCC 2019, 3.4."""
    engine = fill("incident", {"/data/handling/her_offences": "taken_further"})
    assert missing(engine) == {"/data/handling/safeguards", "/data/handling/public_interest"}


def test_an_adult_who_does_not_agree_is_overridden_only_with_a_reason(fill: Fill) -> None:
    engine = fill(
        "concern_notification",
        {
            "/data/person/adult_or_child": "adult",
            "/data/person/agreement": "no",
            "/data/person/views": "“Please don’t.”",
        },
    )
    assert missing(engine) == {"/data/person/override_reason"}
    engine.set("/data/person/adult_or_child", "child")
    assert not missing(engine)


def test_nothing_goes_to_num_before_she_agrees(fill: Fill) -> None:
    """Three consents apart, asked before the text can leave."""
    engine = fill(
        "num_report",
        {"/data/direction": "her_report", "/data/text/exact_text": "A man in a silver van."},
    )
    consents = [f"/data/consents/{n}" for n in ("alert_anonymous", "police_anonymous", "named")]
    assert missing(engine) == set(consents)
    with pytest.raises(FormInvalid):
        engine.finalise()
    for path in consents:
        engine.set(path, "no")
    engine.set("/data/text/sent", "2026-11-21T22:55:00.000+00:00")
    assert missing(engine) == {"/data/text/sent"}
    engine.set(consents[0], "yes")
    assert not missing(engine)
