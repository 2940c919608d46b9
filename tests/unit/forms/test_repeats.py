"""Repeats: adding, removing, counting, nesting, and expressions across instances."""

from __future__ import annotations

import pytest

from forms import FormEngine, NotAllowed, TooCostly
from tests.unit.forms.build import engine, form

_REPEAT = '<group ref="/data/r"><label>R</label><repeat nodeset="/data/r">{}</repeat></group>'
_BODY = _REPEAT.format('<input ref="/data/r/n"/>')


def values(filled: FormEngine, name: str) -> list[str]:
    return [filled.node(f"{item.path}/{name}").value for item in filled.body("/data/r")]


def test_instances_come_and_go() -> None:
    filled = engine('<r jr:template=""><n>d</n></r><r><n>1</n></r>', body=_BODY)
    changes = filled.add("/data/r")
    assert changes.structure == {"/data/r"}
    assert "/data/r[2]/n" in changes.paths
    assert values(filled, "n") == ["1", "d"]
    filled.set("/data/r[2]/n", "2")
    assert filled.remove("/data/r[1]").structure == {"/data/r"}
    assert values(filled, "n") == ["2"]


def test_sums_counts_and_positions_follow_the_instances() -> None:
    filled = engine(
        "<total/><many/><r><n>1</n><place/><twice/></r>",
        '<bind nodeset="/data/total" calculate="sum(/data/r/n)"/>'
        '<bind nodeset="/data/many" calculate="count(/data/r)"/>'
        '<bind nodeset="/data/r/place" calculate="position(..)"/>'
        '<bind nodeset="/data/r/twice" calculate="/data/r/n * 2"/>',
        _BODY,
    )
    filled.add("/data/r")
    filled.add("/data/r")
    filled.set("/data/r[2]/n", "5")
    filled.set("/data/r[3]/n", "7")
    assert (filled.node("/data/total").value, filled.node("/data/many").value) == ("13", "3")
    assert values(filled, "place") == ["1", "2", "3"]
    assert values(filled, "twice") == ["2", "10", "14"]
    filled.remove("/data/r[2]")
    assert (filled.node("/data/total").value, filled.node("/data/many").value) == ("8", "2")
    assert values(filled, "place") == ["1", "2"]


def test_a_running_total_reads_the_instance_before() -> None:
    filled = engine(
        "<r><n>1</n><sum/></r><r><n>2</n><sum/></r><r><n>3</n><sum/></r>",
        '<bind nodeset="/data/r/sum" calculate="../n + '
        'coalesce(/data/r[position() = position(current()/..) - 1]/sum, 0)"/>',
        _BODY,
    )
    assert values(filled, "sum") == ["1", "3", "6"]
    filled.set("/data/r[1]/n", "10")
    assert values(filled, "sum") == ["10", "12", "15"]
    filled.remove("/data/r[2]")
    assert values(filled, "sum") == ["10", "13"]


def test_indexed_repeat_reads_by_number() -> None:
    filled = engine(
        "<which>2</which><got/><r><n>a</n></r><r><n>b</n></r>",
        '<bind nodeset="/data/got" calculate="indexed-repeat(/data/r/n, /data/r, /data/which)"/>',
        _BODY,
    )
    assert filled.node("/data/got").value == "b"
    filled.set("/data/which", "1")
    assert filled.node("/data/got").value == "a"
    filled.set("/data/r[1]/n", "c")
    assert filled.node("/data/got").value == "c"


def test_the_form_may_decide_how_many_instances_there_are() -> None:
    body = '<repeat nodeset="/data/r" jr:count="/data/how"><input ref="/data/r/n"/></repeat>'
    filled = engine("<how/><r><n/></r>", body=body)
    assert values(filled, "n") == []
    filled.set("/data/how", "3")
    filled.set("/data/r[3]/n", "kept")
    filled.set("/data/how", "1")
    assert values(filled, "n") == [""]
    filled.set("/data/how", "3")
    assert values(filled, "n") == ["", "", "kept"]
    assert filled.is_counted("/data/r")
    with pytest.raises(NotAllowed):
        filled.add("/data/r")
    with pytest.raises(TooCostly):
        filled.set("/data/how", "1000000")


def test_a_count_may_depend_on_an_answer_inside() -> None:
    body = '<repeat nodeset="/data/r" jr:count="/data/how"><input ref="/data/r/n"/></repeat>'
    filled = engine(
        "<how/><r><n/></r>",
        '<bind nodeset="/data/how" calculate="count(/data/r[n = \'more\']) + 1"/>',
        body,
    )
    assert len(filled.body("/data/r")) == 1
    filled.set("/data/r[1]/n", "more")
    filled.set("/data/r[2]/n", "more")
    assert len(filled.body("/data/r")) == 3


def test_repeats_nest() -> None:
    inner = '<repeat nodeset="/data/r/s"><input ref="/data/r/s/m"/></repeat>'
    filled = engine(
        "<r><n/><s><m>1</m></s><sum/></r><all/>",
        '<bind nodeset="/data/r/sum" calculate="sum(../s/m)"/>'
        '<bind nodeset="/data/all" calculate="sum(/data/r/s/m)"/>'
        '<bind nodeset="/data/r/s/m" relevant="../../n != \'off\'"/>',
        _REPEAT.format(f'<input ref="/data/r/n"/>{inner}'),
    )
    filled.add("/data/r")
    filled.add("/data/r[2]/s")
    filled.set("/data/r[2]/s[1]/m", "10")
    filled.set("/data/r[2]/s[2]/m", "20")
    assert values(filled, "sum") == ["1", "30"]
    assert filled.node("/data/all").value == "31"
    filled.set("/data/r[1]/n", "off")
    assert values(filled, "sum") == ["", "30"]
    assert [i.path for i in filled.body("/data/r[2]/s")] == ["/data/r[2]/s[1]", "/data/r[2]/s[2]"]


def test_a_repeat_that_is_not_relevant_hides_its_instances() -> None:
    filled = engine(
        "<show/><r><n>x</n></r>", '<bind nodeset="/data/r" relevant="/data/show = 1"/>', _BODY
    )
    assert not filled.node("/data/r").relevant
    assert not filled.node("/data/r[1]/n").relevant
    assert "/data/r" in filled.set("/data/show", "1").paths
    assert filled.node("/data/r").relevant
    assert filled.node("/data/r[1]/n").value == "x"


def test_a_new_instance_fires_its_own_event() -> None:
    filled = engine(
        '<base>5</base><r jr:template=""><n/></r>',
        body=_REPEAT.format(
            '<setvalue event="odk-new-repeat" ref="/data/r/n" value="../../base + position(..)"/>'
            '<input ref="/data/r/n"/>'
        ),
    )
    filled.add("/data/r")
    filled.set("/data/base", "9")
    filled.add("/data/r")
    assert values(filled, "n") == ["6", "11"]


def test_too_many_instances_in_a_saved_record_are_refused() -> None:
    made = form("<r><n/></r>", body=_BODY)
    saved = b'<data id="sample">' + b"<r><n/></r>" * 2001 + b"</data>"
    with pytest.raises(Exception, match="more than 2000"):
        FormEngine(made, saved)
