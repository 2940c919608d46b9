"""What may go from one form into another: with a mark in every field, only what is allowed arrives.

The table below is written out by hand, so that a line added to the code without thought fails here.
"""

from functools import cache

import pytest

from desktop.leading.carrying import CARRIED, FIXED, begun, carried
from forms import FormEngine, FormError, Item, Library

LIBRARY = Library.default()
FORMS = tuple(summary.id for summary in LIBRARY.forms())
EVENT = ("/data/event_time", "/data/event_time")
ALLOWED: dict[tuple[str, str], set[tuple[str, str]]] = {
    ("encounter", "child_concern"): {EVENT, ("/data/support/wishes", "/data/child/views")},
    ("prompts", "child_concern"): {
        ("/data/further_signs[1]/sign_words", "/data/child/why_under_18")
    },
    ("child_concern", "concern_notification"): {
        EVENT,
        ("/data/child/views", "/data/person/views"),
        ("/data/safe_now/risks", "/data/concern/risks"),
    },
    ("encounter", "concern_notification"): {EVENT},
    ("encounter", "support_needs"): {
        EVENT,
        ("/data/support/exit_asked_by_her", "/data/needs_wishes/exit_asked_by_her"),
    },
    ("encounter", "safety_plan"): {
        ("/data/support/exit_asked_by_her", "/data/start/exit_asked_by_her"),
        ("/data/next/safe_way", "/data/kept/safe_contact"),
    },
    ("encounter", "referral"): {EVENT, ("/data/safety/under_18", "/data/way/under_18")},
    ("prompts", "referral"): {("/data/further_signs[2]/sign", "/data/seen/indicators")},
}
CHOSEN = {
    "/data/further_signs[1]/sign": "may_be_under_18",
    "/data/further_signs[2]/sign": "papers_held",
    "/data/safety/under_18": "doubt",
    "/data/support/exit_asked_by_her": "yes",
    "/data/meeting/interpreter": "independent",
}
"""Choices with which the most is asked."""
DATES = {
    "date": "2026-03-{:02}",
    "dateTime": "2026-03-{:02}T10:00:00.000+00:00",
    "time": "10:{:02}:00.000+00:00",
}


def questions(engine: FormEngine, path: str | None = None) -> list[Item]:
    """Every question, those in repeats too."""
    found = []
    for item in engine.body(path):
        found += [item] if item.kind == "question" else questions(engine, item.path)
    return found


@cache
def filled(form_id: str) -> tuple[FormEngine, dict[str, str]]:
    """A form with a mark of its own in every field; the marks by path."""
    engine = FormEngine(LIBRARY.get(form_id), language="en")
    for item in engine.body():
        if item.kind == "repeat":
            while len(engine.body(item.path)) < 2:
                engine.add(item.path)
    marks: dict[str, str] = {}
    for _round in range(2):  # what comes up with the first answers is answered too
        for number, item in enumerate(questions(engine), 1):
            value = mark(engine, item, number)
            try:
                if value:
                    engine.set(item.path, value)
            except FormError:
                continue
            marks[item.path] = engine.node(item.path).value
    return engine, {path: value for path, value in marks.items() if value}


def mark(engine: FormEngine, item: Item, number: int) -> str:
    """A value for a question that says where it came from, as far as its type allows."""
    if item.path in CHOSEN:
        return CHOSEN[item.path]
    if item.type in ("select_one", "select_multiple"):
        choices = engine.choices(item.path)
        return choices[-1].value if choices else ""
    if item.type in DATES:
        return DATES[item.type].format(1 + number % 28)
    if item.type in ("text", "barcode"):
        return f"canary{engine.form.id}{number}"
    return "7" if item.type in ("integer", "decimal") else ""


@pytest.mark.parametrize("source", FORMS)
@pytest.mark.parametrize("target", FORMS)
def test_only_what_the_table_allows_arrives(source: str, target: str) -> None:
    engine, marks = filled(source)
    arrived = carried([engine], target)
    allowed = ALLOWED.get((source, target), set())
    fixed = FIXED.get((source, target), {})
    assert set(arrived) == {path for _from, path in allowed} | set(fixed)
    for path, goes_to in allowed:
        told = {"doubt": "not_sure"}.get(marks[path], marks[path])
        assert arrived[goes_to] == told
    content = begun(LIBRARY.get(target), arrived, "en", {})
    if content is None:
        assert not allowed
        return
    expected = {marks[path] for path, _to in allowed}
    canaries = {value for value in marks.values() if value.startswith("canary")}
    assert {one for one in canaries if f">{one}<".encode() in content} == expected & canaries


def test_every_line_of_the_table_is_tried_here() -> None:
    assert set(CARRIED) == set(ALLOWED)
    for pair, lines in CARRIED.items():
        assert len(lines) == len(ALLOWED[pair])
        assert all(line.why for line in lines)


@pytest.mark.parametrize(
    "target", ["intelligence_report", "num_report", "incident", "advert_evidence", "person"]
)
def test_nothing_at_all_goes_into_reports(target: str) -> None:
    assert all(carried([filled(source)[0]], target) == {} for source in FORMS)


def test_only_the_words_behind_the_sign_of_a_child_go_to_the_childs_record() -> None:
    engine = FormEngine(LIBRARY.get("prompts"), language="en")
    engine.set("/data/further_signs[1]/sign", "fear")
    engine.set("/data/further_signs[1]/sign_words", "hid behind the door")
    assert carried([engine], "child_concern") == {}


def test_what_is_no_longer_asked_does_not_go_on() -> None:
    engine = FormEngine(LIBRARY.get("encounter"), language="en")
    engine.set("/data/safety/under_18", "no")
    assert carried([engine], "referral") == {}
