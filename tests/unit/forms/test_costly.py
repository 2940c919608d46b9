"""A form that asks too much while it is filled in: nothing typed is lost, and there is a way on."""

from __future__ import annotations

import pytest

from forms import FormEngine, TooCostly
from tests.unit.forms.build import ask, engine, form

DATA = "<n/><said/><r><q/></r><total/>"
BINDS = '<bind nodeset="/data/n" type="int"/><bind nodeset="/data/total" calculate="/data/n + 1"/>'
BODY = (
    f'{ask("/data/n")}{ask("/data/said")}<group ref="/data/r">'
    '<repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/q"/></repeat></group>'
)


def test_what_was_typed_stands_and_the_next_step_mends() -> None:
    filled = engine(DATA, BINDS, BODY)
    filled.set("/data/said", "before")
    with pytest.raises(TooCostly):
        filled.set("/data/n", "100000")
    assert b"<n>100000</n>" in filled.draft()
    assert b"before" in filled.draft()
    filled.set("/data/n", "3")
    assert len(filled.body("/data/r")) == 3
    assert filled.node("/data/total").value == "4"
    assert b"before" in filled.finalise()


def test_it_stays_too_costly_while_the_cause_stands() -> None:
    filled = engine(DATA, BINDS, BODY)
    with pytest.raises(TooCostly):
        filled.set("/data/n", "100000")
    with pytest.raises(TooCostly):
        filled.set("/data/said", "after")
    assert b"after" in filled.draft()
    with pytest.raises(TooCostly):
        filled.finalise()
    with pytest.raises(TooCostly):
        FormEngine(filled.form, filled.draft())


def test_a_pattern_that_an_answer_makes_wrong_stops_nothing() -> None:
    asked = form(
        "<p/><q>a</q><r><x/></r><n/>",
        '<bind nodeset="/data/q" constraint="regex(., /data/p)"/>'
        '<bind nodeset="/data/n" calculate="number(regex(/data/q, /data/p))"/>',
        '<input ref="/data/p"/><input ref="/data/q"><label>'
        '<output value="regex(/data/q, /data/p)"/>?</label></input>'
        '<repeat nodeset="/data/r" jr:count="number(regex(/data/q, /data/p))">'
        '<input ref="/data/r/x"/></repeat>',
    )
    filled = FormEngine(asked)
    filled.set("/data/p", "(")
    assert filled.node("/data/q").label == "?"
    filled.set("/data/p", "a")
    assert filled.node("/data/q").label == "true?"
    assert len(filled.body("/data/r")) == 1
