"""The rules of the forms used with a person: three lines are a note, and protection comes first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms import FormEngine, FormInvalid, Library, read

Fill = Callable[..., FormEngine]
AREAS = [
    *("knows_help", "screening", "conditions", "services", "advert"),
    *("number", "area", "travel", "money"),
]


def missing(engine: FormEngine) -> set[str]:
    """The paths that stand in the way of finalising."""
    return {violation.path for violation in engine.violations()}


def relevant(engine: FormEngine, path: str) -> bool:
    """Whether a question is asked at this moment."""
    return engine.node(path).relevant


def test_three_lines_are_a_note(fill: Fill, library: Library) -> None:
    engine = fill(
        "encounter",
        {
            "/data/support/wishes": "Somewhere to park nearer the door.",
            "/data/words/said": "“He came back on Tuesday.”",
            "/data/words/observed": "Own keys. Fresh food.",
        },
    )
    lines = read(library.get("encounter"), engine.finalise(), "en")
    assert [line.raw for line in lines if line.kind == "question"] == [
        "Somewhere to park nearer the door.",
        "“He came back on Tuesday.”",
        "Own keys. Fresh food.",
    ]


# What is required from the beginning, and whom it protects. Everything else may stay empty.
ALWAYS_REQUIRED = {
    "visit": {"/data/why/purpose"},  # fixed before the door, so that it cannot creep
    "person": {"/data/person/alias", "/data/handling/expiry"},  # no name in lists, no end forgotten
    "intelligence_report": {
        "/data/gates/threat_to_life",
        "/data/gates/source_questions",
        "/data/report/marking",
    },
    "referral": {"/data/crime/no_crime_reason"},  # NPCC 2019, 5.10: a crime is recorded
    "concern_notification": {"/data/person/views_missing_why"},  # the person's voice, or why not
}


def test_only_what_protects_is_required(fill: Fill, form_id: str) -> None:
    assert missing(fill(form_id)) == ALWAYS_REQUIRED.get(form_id, set())


def test_each_form_finalises_with_what_protects(fill: Fill, form_id: str, library: Library) -> None:
    engine = fill(form_id)
    for path in ALWAYS_REQUIRED.get(form_id, set()):
        choices = engine.choices(path)
        day = engine.form.id == "person" and path.endswith("expiry")
        engine.set(path, "2027-05-21" if day else choices[0].value if choices else "Sample")
    assert read(library.get(form_id), engine.finalise(), "cy") is not None


def test_no_event_lies_in_the_future(fill: Fill, form_id: str) -> None:
    engine = fill(form_id, {"/data/event_time": "2026-11-22T08:00:00.000+00:00"})
    assert engine.node("/data/event_time").violation == "constraint"
    engine.set("/data/event_time", "2026-11-21T22:50:00.000+00:00")
    assert engine.node("/data/event_time").violation is None


def test_a_late_note_says_why(fill: Fill) -> None:
    engine = fill("encounter", {"/data/event_time": "2026-11-21T08:00:00.000+00:00"})
    assert not relevant(engine, "/data/late_reason")
    engine.set("/data/event_time", "2026-11-19T08:00:00.000+00:00")
    assert relevant(engine, "/data/late_reason")


@pytest.mark.parametrize("form_id", ["encounter", "support_needs", "safety_plan"])
def test_leaving_is_no_subject_unless_she_asks(fill: Fill, form_id: str) -> None:
    """NPCC 2019, 5.4."""
    asked = {
        "encounter": "/data/support/exit_asked_by_her",
        "support_needs": "/data/needs_wishes/exit_asked_by_her",
        "safety_plan": "/data/start/exit_asked_by_her",
    }[form_id]
    engine = fill(form_id)

    def offered() -> bool:
        if form_id == "encounter":
            return relevant(engine, "/data/support/exit_help/exit_support")
        needs = {"support_needs": "/data/needs_wishes/needs", "safety_plan": "/data/start/path"}
        return bool({"leaving", "leave"} & {c.value for c in engine.choices(needs[form_id])})

    assert not offered()
    engine.set(asked, "no")
    assert not offered()
    engine.set(asked, "yes")
    assert offered()


@pytest.mark.parametrize("answer", ["yes", "doubt"])
def test_any_doubt_of_age_protects_a_child(fill: Fill, answer: str) -> None:
    engine = fill("encounter")
    assert not relevant(engine, "/data/safety/under_18_note")
    engine.set("/data/safety/under_18", answer)
    note = engine.node("/data/safety/under_18_note")
    assert note.relevant
    assert "as a child" in note.label


def test_a_sign_of_a_child_among_the_prompts_protects_too(fill: Fill) -> None:
    engine = fill("prompts", {"/data/further_signs[1]/sign": "fear"})
    assert not relevant(engine, "/data/further_signs[1]/under_18_note")
    engine.set("/data/further_signs[1]/sign", "may_be_under_18")
    assert relevant(engine, "/data/further_signs[1]/under_18_note")


def test_danger_now_and_a_safe_way_must_be_answered(fill: Fill) -> None:
    engine = fill(
        "encounter",
        {
            "/data/safety/urgent_risk": "yes",
            "/data/next/next_contact": "2026-11-23T14:00:00.000+00:00",
        },
    )
    assert missing(engine) == {"/data/safety/urgent_done", "/data/next/safe_way"}
    with pytest.raises(FormInvalid):
        engine.finalise()


def test_words_through_somebody_present_are_marked(fill: Fill) -> None:
    """NPCC 2019, 5.5."""
    engine = fill("encounter", {"/data/meeting/interpreter": "present"})
    assert relevant(engine, "/data/meeting/interpreter_note")
    assert not relevant(engine, "/data/meeting/interpreter_ref")


def test_nothing_wanted_stands_alone(fill: Fill) -> None:
    engine = fill("encounter", {"/data/support/signposted": "num nothing"})
    assert missing(engine) == {"/data/support/signposted"}


@pytest.mark.parametrize(
    "area",
    AREAS,
)
def test_each_area_asks_for_words_and_an_ordinary_explanation(fill: Fill, area: str) -> None:
    """NPCC 2019, 5.6: what was said or seen, and what would also fit."""
    path = f"/data/area_{area}/{area}"
    engine = fill("prompts", {path: "not_discussed"})
    assert not relevant(engine, f"{path}_words")
    assert not relevant(engine, f"{path}_ordinary_explanation")
    for answer in ("said", "observed"):
        engine.set(path, answer)
        assert relevant(engine, f"{path}_words")
        assert engine.node(f"{path}_ordinary_explanation").hint.startswith("Also fits: ")


def test_nothing_is_added_up(library: Library) -> None:
    """No calculation in the prompts: no total, no verdict."""
    assert b"calculate=" not in library.get("prompts").xml.split(b"instanceName")[0]


def test_police_protection_ends_within_72_hours(fill: Fill) -> None:
    """Children Act 1989, s.46."""
    engine = fill("child_concern", {"/data/safe_now/protection": "used"})
    assert missing(engine) == {"/data/safe_now/protection_from", "/data/safe_now/local_authority"}
    engine.set("/data/safe_now/protection_from", "2026-11-20T10:00:00.000+00:00")
    engine.set("/data/safe_now/protection_until", "2026-11-23T10:30:00.000+00:00")
    assert "/data/safe_now/protection_until" in missing(engine)
    engine.set("/data/safe_now/protection_until", "2026-11-23T10:00:00.000+00:00")
    assert "/data/safe_now/protection_until" not in missing(engine)


def test_the_plan_is_kept_only_as_she_agreed(fill: Fill) -> None:
    engine = fill("safety_plan", {"/data/kept/keep_text": "yes"})
    assert missing(engine) == {"/data/kept/keep_agreed", "/data/kept/keep_asked"}
    engine.set("/data/kept/keep_asked", "interpreter")
    assert "/data/kept/keep_interpreter" in missing(engine)
    engine.set("/data/kept/keep_text", "no")
    assert not missing(engine)


def test_leaving_questions_go_when_she_takes_it_back(fill: Fill) -> None:
    engine = fill(
        "safety_plan", {"/data/start/exit_asked_by_her": "yes", "/data/start/path": "stay leave"}
    )
    first_step = "/data/plan/leaving/leaving_first_step"
    assert relevant(engine, first_step)
    assert relevant(engine, "/data/plan/stay/screening")
    engine.set("/data/start/exit_asked_by_her", "no")
    assert not relevant(engine, first_step)


def test_paper_that_is_not_safe_is_not_printed(fill: Fill) -> None:
    engine = fill("safety_plan", {"/data/start/paper_safe": "yes"})
    assert not relevant(engine, "/data/start/paper_note")
    engine.set("/data/start/paper_safe", "unsure")
    assert relevant(engine, "/data/start/paper_note")


def test_nobody_signs_before_the_limits_are_explained(fill: Fill) -> None:
    explained = {"/data/limits/limits_explained", "/data/limits/withdrawal_explained"}
    for sign in ("her_signature", "her_signature_typed"):
        engine = fill("victim_contract", {f"/data/sign/{sign}": "signature.png"})
        assert missing(engine) == {*explained, "/data/sign/sign_asked"}
        for path in explained:
            engine.set(path, "no")
        assert missing(engine) == {*explained, "/data/sign/sign_asked"}


def test_an_agreement_asked_by_an_interpreter_names_them(fill: Fill) -> None:
    engine = fill(
        "victim_contract",
        {"/data/sign/her_signature_typed": "M.", "/data/sign/sign_asked": "interpreter"},
    )
    assert "/data/sign/sign_interpreter" in missing(engine)
    engine.set("/data/sign/sign_interpreter", "interpreter 0000")
    assert "/data/sign/sign_interpreter" not in missing(engine)


def test_a_contract_that_was_ended_says_when_and_needs_no_reason(fill: Fill) -> None:
    engine = fill("victim_contract", {"/data/ending/ended_by": "her"})
    assert missing(engine) == {"/data/ending/ended_on"}
    engine.set("/data/ending/ended_on", "2026-11-20")
    assert not missing(engine)
