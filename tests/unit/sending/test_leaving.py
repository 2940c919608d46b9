"""What leaves of each form: every question holds a canary, and only the named ones arrive."""

import re

import pytest

from desktop.profile.model import SENDABLE_FORMS
from exports.leaving import RULES, is_under, leaving
from exports.papers import kinds_of
from forms import FormEngine, Library

CANARY = re.compile(rb"canary:(/data[^<]*)")
ANONYMOUS = {"/data/way/route": "duty_to_notify", "/data/way/co_operate": "no"}
HERS = ("/data/about_her/named", "/data/safe_first/safe_contact_more", "/data/sending/decision_to")
ALLOWED = {"alert_anonymous": "no", "police_anonymous": "no", "named": "no"}


def instance(form: str, answers: dict[str, str], *, canaries: bool = True) -> bytes:
    """A record of `form` with a canary in every question for text, even where it does not count."""
    engine = FormEngine(Library.default().get(form))
    places: list[str | None] = [None]
    while canaries and places:
        for item in engine.body(places.pop()):
            if item.kind == "question" and item.type == "text":
                engine.set(item.path, f"canary:{item.path}")
            elif item.kind == "repeat" and not engine.body(item.path):
                engine.add(item.path)
            if item.kind != "question":
                places.append(item.path)
    for path, value in answers.items():
        engine.set(path, value)
    return engine.draft()


def left(form: str, answers: dict[str, str]) -> set[str]:
    """The paths whose canaries leave, without the numbers of instances."""
    _rule, xml = leaving(form, instance(form, answers))
    assert b"instanceID" in xml
    assert b"entry_time" not in xml
    return {re.sub(r"\[\d+\]", "", found.decode()) for found in CANARY.findall(xml)}


def refusal(form: str, answers: dict[str, str]) -> str:
    return leaving(form, instance(form, answers, canaries=False))[0].refusal


def test_every_form_that_a_profile_may_name_has_its_rule_and_its_paper() -> None:
    assert tuple(RULES) == SENDABLE_FORMS
    for form in SENDABLE_FORMS:
        assert kinds_of(form) == (form,)


def test_of_an_intelligence_report_nothing_about_its_source_leaves() -> None:
    found = left("intelligence_report", {"/data/gates/source_questions": "tasked"})
    assert "/data/items/item" in found
    assert "/data/her/source_risk_why" in found
    assert not [path for path in found if path.startswith("/data/gates")]
    assert "/data/her/her_view" not in found
    xml = leaving("intelligence_report", instance("intelligence_report", {}))[1]
    assert b"source_questions" not in xml


def test_a_duty_to_notify_has_neither_name_nor_contact_unless_she_co_operates() -> None:
    found = left("referral", ANONYMOUS)
    assert "/data/account/happened" in found
    assert not [path for path in found if is_under(path, HERS)]
    co_operating = left("referral", ANONYMOUS | {"/data/way/co_operate": "yes"})
    assert "/data/about_her/named/name" in co_operating
    assert "/data/safe_first/safe_contact_more" in co_operating
    assert "/data/about_her/named/name" in left("referral", {"/data/way/route": "nrm"})
    later = left("referral", ANONYMOUS | {"/data/way/co_operate": "later"})
    assert later == found


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ({}, "under 18"),
        ({"under_18": "no"}, "route"),
        ({"under_18": "no", "route": "nrm"}, "consent"),
        ({"under_18": "no", "route": "nrm", "consent": "thinking"}, "consent"),
        ({"under_18": "no", "route": "nrm", "consent": "yes"}, ""),
        ({"under_18": "no", "route": "duty_to_notify", "consent": "no"}, ""),
        ({"under_18": "no", "route": "duty_to_notify", "consent": "yes"}, "does not consent"),
        ({"under_18": "not_sure", "route": "nrm"}, ""),
        ({"under_18": "yes", "route": "duty_to_notify"}, "child"),
    ],
)
def test_a_referral_leaves_by_the_route_that_fits(answers: dict[str, str], word: str) -> None:
    found = refusal("referral", {f"/data/way/{name}": value for name, value in answers.items()})
    assert word in found
    assert bool(found) == bool(word)


def test_of_a_num_report_only_the_exact_text_leaves() -> None:
    answers = {"/data/direction": "her_report", "/data/consents/alert_anonymous": "yes"}
    assert left("num_report", answers) == {"/data/text/exact_text"}


@pytest.mark.parametrize(
    ("consents", "word"),
    [
        ({}, "none of the three"),
        ({"alert_anonymous": "later"}, "none of the three"),
        ({"alert_anonymous": "yes"}, ""),
        ({"police_anonymous": "yes"}, ""),
        ({"named": "yes"}, ""),
        ({"named": "yes", "withdrawn": "2026-11-20T10:00:00.000+00:00"}, "took"),
    ],
)
def test_a_num_report_needs_what_she_agreed_to(consents: dict[str, str], word: str) -> None:
    answers = {"/data/direction": "her_report", "/data/text/exact_text": "A man in a grey van."}
    given = ALLOWED | consents
    answers |= {f"/data/consents/{name}": value for name, value in given.items()}
    found = refusal("num_report", answers)
    assert word in found
    assert bool(found) == bool(word)
    _rule, xml = leaving("num_report", instance("num_report", answers, canaries=False))
    for name in ALLOWED:
        assert f"{name}>{given[name]}<".encode() in xml


def test_a_number_is_asked_about_without_any_consent() -> None:
    answers = {"/data/direction": "number_check", "/data/text/exact_text": "07700 900123?"}
    assert refusal("num_report", answers) == ""
    assert "exact text" in refusal("num_report", {"/data/direction": "number_check"})
    assert "received" in refusal("num_report", {"/data/direction": "bulletin"})


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ({"views": "“Leave me be.”"}, "adult or a child"),
        ({"adult_or_child": "child"}, "views"),
        ({"adult_or_child": "child", "views": "“I want to stay.”"}, ""),
        ({"adult_or_child": "adult", "views": "“No.”"}, "agreement"),
        ({"adult_or_child": "adult", "views": "“No.”", "agreement": "no"}, "reason"),
        ({"adult_or_child": "adult", "views": "“Yes.”", "agreement": "yes"}, ""),
        (
            {
                "adult_or_child": "adult",
                "views_missing_why": "Unconscious.",
                "agreement": "not_asked",
                "override_reason": "A life is at risk.",
            },
            "",
        ),
    ],
)
def test_a_concern_leaves_with_agreement_or_its_reason(answers: dict[str, str], word: str) -> None:
    given = {f"/data/person/{name}": value for name, value in answers.items()}
    found = refusal("concern_notification", given)
    assert word in found
    assert bool(found) == bool(word)
