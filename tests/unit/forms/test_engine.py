"""What a form does while it is filled in: relevance, rules, calculations, languages, events."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from forms import FormEngine, FormInvalid, NoSuchNode, NotAllowed
from tests.unit.forms.build import ask, engine, form, loaded


def test_relevance_is_inherited_and_what_is_not_relevant_reads_as_blank() -> None:
    filled = engine(
        "<ask>yes</ask><group><name>Ann</name></group><copy/>",
        '<bind nodeset="/data/group" relevant="/data/ask = \'yes\'"/>'
        '<bind nodeset="/data/copy" calculate="/data/group/name"/>',
    )
    assert filled.node("/data/copy").value == "Ann"
    changes = filled.set("/data/ask", "no")
    assert not filled.node("/data/group/name").relevant
    assert filled.node("/data/group/name").value == ""
    assert filled.node("/data/copy").value == ""
    assert changes.paths == {"/data/ask", "/data/group", "/data/group/name", "/data/copy"}
    filled.set("/data/ask", "yes")
    assert filled.node("/data/copy").value == "Ann"


def test_required_and_constraint_are_violations_only_where_relevant() -> None:
    filled = engine(
        "<show/><age/><note/>",
        '<bind nodeset="/data/age" type="int" relevant="/data/show = 1" required="true()"'
        ' constraint=". &gt; 0" jr:constraintMsg="Above zero" jr:requiredMsg="Needed"/>',
        ask("/data/age"),
    )
    assert filled.violations() == ()
    filled.set("/data/show", "1")
    state = filled.node("/data/age")
    assert (state.required, state.violation, state.message) == (True, "required", "Needed")
    filled.set("/data/age", "-1")
    assert filled.node("/data/age").message == "Above zero"
    with pytest.raises(FormInvalid) as caught:
        filled.finalise()
    assert caught.value.violations[0].path == "/data/age"
    filled.set("/data/age", "5")
    assert b"<age>5</age>" in filled.finalise()


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("int", "-12", "1.5"),
        ("decimal", "1.50", "a"),
        ("date", "2024-02-29", "2023-02-29"),
        ("time", "23:59:00.000+01:00", "25:00"),
        ("dateTime", "2024-02-29T10:00:00.000+01:00", "2024-02-29"),
        ("geopoint", "51.5 -0.1", "91 0"),
    ],
)
def test_what_is_typed_stays_and_is_marked_where_it_is_not_of_its_type(
    kind: str, good: str, bad: str
) -> None:
    filled = engine("<q/>", f'<bind nodeset="/data/q" type="{kind}"/>', ask("/data/q"))
    filled.set("/data/q", good)
    assert filled.node("/data/q").violation is None
    filled.set("/data/q", bad)
    state = filled.node("/data/q")
    assert (state.value, state.violation) == (bad, "constraint")


def test_readonly_is_inherited_and_kept() -> None:
    filled = engine("<lock/><g><q>a</q></g>", '<bind nodeset="/data/g" readonly="/data/lock = 1"/>')
    filled.set("/data/g/q", "b")
    assert "/data/g/q" in filled.set("/data/lock", "1").paths
    assert filled.node("/data/g/q").readonly
    with pytest.raises(NotAllowed, match="read only"):
        filled.set("/data/g/q", "c")


def test_calculations_follow_each_other_whatever_their_order_in_the_form() -> None:
    filled = engine(
        "<c/><b/><a/>",
        '<bind nodeset="/data/c" calculate="/data/b + 1"/>'
        '<bind nodeset="/data/b" calculate="/data/a * 2"/>',
    )
    changes = filled.set("/data/a", "4")
    assert (filled.node("/data/b").value, filled.node("/data/c").value) == ("8", "9")
    assert changes.paths == {"/data/a", "/data/b", "/data/c"}
    assert filled.set("/data/a", "4").paths == frozenset()


def test_a_calculation_takes_the_form_of_its_type() -> None:
    filled = engine(
        "<a>7</a><i/><d/><n/>",
        '<bind nodeset="/data/i" type="int" calculate="/data/a div 2"/>'
        '<bind nodeset="/data/d" type="date" calculate="\'2024-05-01T10:00:00\'"/>'
        '<bind nodeset="/data/n" calculate="0 div 0"/>',
    )
    assert [filled.node(f"/data/{name}").value for name in "idn"] == ["3", "2024-05-01", ""]


def test_texts_follow_the_language_and_their_outputs(tmp_path: Path) -> None:
    filled = FormEngine(
        loaded(
            tmp_path,
            """
| | type | name | label::English (en) | label::Welsh (cy) | hint::English (en) | bind::fb:source |
| | text | who | Name | Enw | As she says it | NPCC 2019, 5.1a |
| | note | hello | Hello ${who} | Helo ${who} | | |
| | text | plain | Only English | | | |
""",
            settings="""
| | form_title | fb:title::Welsh (cy) | form_id | default_language | namespaces |
| | Meeting | Cyfarfod | sample | English (en) | fb="urn:fieldbook:forms" |
""",
        )
    )
    assert filled.form.languages == ("en", "cy")
    assert filled.form.title("cy") == "Cyfarfod"
    state = filled.node("/data/who")
    assert (state.label, state.hint) == ("Name", "As she says it")
    assert state.source == "NPCC 2019, 5.1a"
    assert "/data/hello" in filled.set("/data/who", "Ann").paths
    assert filled.node("/data/hello").label == "Hello Ann"
    assert "/data/who" in filled.set_language("cy").paths
    assert filled.node("/data/hello").label == "Helo Ann"
    assert filled.node("/data/plain").label == "Only English"
    assert filled.set_language("xx").paths == frozenset()
    assert filled.title() == "Cyfarfod"


def test_items_come_in_reading_order_with_their_types(tmp_path: Path) -> None:
    filled = FormEngine(
        loaded(
            tmp_path,
            """
| | type | name | label | appearance | relevant | parameters |
| | begin group | g | Group | field-list | | |
| | integer | i | I | | | |
| | select_one yn | s | S | minimal | | |
| | end group | | | | | |
| | note | n | N | | false() | |
| | begin repeat | r | R | | | |
| | text | t | T | multiline | | |
| | end repeat | | | | | |
| | range | x | X | | | start=1 end=5 step=2 |
| | acknowledge | k | K | | | |
""",
            "| | list_name | name | label |\n| | yn | y | Yes |",
        )
    )
    items = filled.body()
    assert [(i.kind, i.type, i.path) for i in items] == [
        ("group", "group", "/data/g"),
        ("question", "note", "/data/n"),
        ("repeat", "repeat", "/data/r"),
        ("question", "range", "/data/x"),
        ("question", "trigger", "/data/k"),
    ]
    assert items[0].appearances == {"field-list"}
    assert [i.type for i in filled.body("/data/g")] == ["integer", "select_one"]
    assert [i.path for i in filled.body("/data/r")] == ["/data/r[1]"]
    assert [i.path for i in filled.body("/data/r[1]")] == ["/data/r[1]/t"]
    assert filled.parameters("/data/x")["end"] == "5"
    filled.set("/data/x", "9")
    assert filled.node("/data/x").violation == "constraint"


def test_paths_that_name_nothing_are_refused() -> None:
    filled = engine("<a/>")
    for path in ("", "/data/b", "/data/a/c", "a", "/data[1]", "//a", "/data/a[2]"):
        with pytest.raises(NoSuchNode):
            filled.node(path)
    with pytest.raises(NotAllowed):
        filled.set("/data", "x")


def test_setvalue_runs_on_first_load_and_on_change() -> None:
    made = form(
        "<start/><q/><stamp/>",
        '<setvalue event="odk-instance-first-load" ref="/data/start" value="1 + 1"/>',
        '<input ref="/data/q"><setvalue event="xforms-value-changed" ref="/data/stamp">hit'
        "</setvalue></input>",
    )
    filled = FormEngine(made)
    assert filled.node("/data/start").value == "2"
    assert filled.node("/data/stamp").value == ""
    assert "/data/stamp" in filled.set("/data/q", "x").paths
    assert filled.node("/data/stamp").value == "hit"
    filled.set("/data/start", "mine")
    assert FormEngine(made, filled.draft()).node("/data/start").value == "mine"


def test_preloads_are_set_when_a_record_begins_and_ends() -> None:
    now = datetime(2026, 3, 14, 22, 10, tzinfo=UTC)
    filled = FormEngine(
        form(
            "<s/><e/><d/><u/><meta><instanceID/></meta>",
            '<bind nodeset="/data/s" jr:preload="timestamp" jr:preloadParams="start"/>'
            '<bind nodeset="/data/e" jr:preload="timestamp" jr:preloadParams="end"/>'
            '<bind nodeset="/data/d" jr:preload="date" jr:preloadParams="today"/>'
            '<bind nodeset="/data/u" jr:preload="property" jr:preloadParams="username"/>'
            '<bind nodeset="/data/meta/instanceID" jr:preload="uid"/>',
        ),
        clock=lambda: now,
        properties={"username": "PC Sample"},
    )
    values = {name: filled.node(f"/data/{name}").value for name in "sedu"}
    assert values == {
        "s": "2026-03-14T22:10:00.000+00:00",
        "e": "",
        "d": "2026-03-14",
        "u": "PC Sample",
    }
    assert b"<e>2026-03-14T22:10" in filled.finalise()
    assert filled.node("/data/meta/instanceID").value.startswith("uuid:")


def test_event_time_and_title_come_from_the_record() -> None:
    filled = engine(
        "<event_time/><meta><instanceID/><instanceName/></meta>",
        '<bind nodeset="/data/event_time" type="dateTime"/>'
        '<bind nodeset="/data/meta/instanceName" calculate="concat(\'At \', /data/event_time)"/>',
    )
    assert filled.event_time() == ""
    filled.set("/data/event_time", "2026-03-14T22:10:00.000+00:00")
    assert filled.event_time() == "2026-03-14T22:10:00.000+00:00"
    assert filled.title() == "At 2026-03-14T22:10:00.000+00:00"


def test_texts_that_xml_cannot_hold_lose_only_the_forbidden_characters() -> None:
    filled = engine("<a/>")
    filled.set("/data/a", "one\x00two\x0b\r\nthree")
    assert filled.node("/data/a").value == "onetwo\nthree"
    assert b"onetwo\nthree" in filled.finalise()
