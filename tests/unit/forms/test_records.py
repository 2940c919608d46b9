"""Filled forms as XML, and as people read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms import Form, FormEngine, InstanceError, read, search_text
from tests.unit.forms.build import ask, engine, form, loaded


def test_a_draft_keeps_what_is_not_relevant_and_the_record_leaves_it_out() -> None:
    made = form("<show>1</show><g><q/></g>", '<bind nodeset="/data/g" relevant="/data/show = 1"/>')
    filled = FormEngine(made)
    filled.set("/data/g/q", "secret")
    filled.set("/data/show", "2")
    assert b"secret" in filled.draft()
    assert b"secret" not in filled.instance()
    again = FormEngine(made, filled.draft())
    again.set("/data/show", "1")
    assert again.node("/data/g/q").value == "secret"


def test_a_resumed_record_keeps_its_id_even_where_it_is_calculated() -> None:
    made = form(
        "<q/><meta><instanceID/></meta>",
        '<bind nodeset="/data/meta/instanceID" calculate="concat(\'uuid:\', uuid())"/>',
    )
    first = FormEngine(made)
    identity = first.node("/data/meta/instanceID").value
    again = FormEngine(made, first.finalise())
    assert again.node("/data/meta/instanceID").value == identity


def test_a_form_without_meta_gets_an_id() -> None:
    assert b"<orx:instanceID>uuid:" in engine("<q/>").finalise()


def test_an_attribute_with_a_calculation_is_written() -> None:
    filled = engine(
        '<q>7</q><meta><entity dataset="people" id="" create="1"><label/></entity></meta>',
        '<bind nodeset="/data/meta/entity/@id" calculate="concat(\'e\', /data/q)"/>'
        '<bind nodeset="/data/meta/entity/label" calculate="/data/q"/>',
    )
    xml = filled.finalise()
    assert b'<entity dataset="people" id="e7" create="1"><label>7</label></entity>' in xml


@pytest.mark.parametrize(
    ("instance", "reason"),
    [
        (b"", "cannot be read"),
        (b"<data", "cannot be read"),
        (b"<other/>", "is a other"),
        (b'<data id="else"/>', "belongs to the form else"),
        (b'<data id="sample"><unknown>x</unknown></data>', "the form lacks"),
        (b'<!DOCTYPE d [<!ENTITY x "y">]><data id="sample"><q>&x;</q></data>', "DOCTYPE"),
    ],
)
def test_an_instance_that_does_not_belong_is_refused(instance: bytes, reason: str) -> None:
    with pytest.raises(InstanceError, match=reason):
        FormEngine(form("<q/>"), instance)


def test_what_is_missing_in_a_saved_instance_is_blank() -> None:
    made = form("<a>default</a><g><b/></g>")
    filled = FormEngine(made, b'<data id="sample"><g/></data>')
    assert (filled.node("/data/a").value, filled.node("/data/g/b").value) == ("", "")


def meeting(folder: Path) -> Form:
    return loaded(
        folder,
        """
| | type | name | label::English (en) | label::Welsh (cy) | relevant |
| | dateTime | event_time | When | Pryd | |
| | begin group | g | Meeting | Cyfarfod | |
| | select_multiple place | places | Places | Mannau | |
| | note | n | A note | Nodyn | |
| | text | words | Words | Geiriau | |
| | text | hidden | Hidden | Cudd | ${words} = 'show' |
| | end group | | | | |
| | begin repeat | r | Person | Person | |
| | text | name | Name for ${words} | Enw | |
| | end repeat | | | | |
""",
        """
| | list_name | name | label::English (en) | label::Welsh (cy) |
| | place | s | Street | Stryd |
| | place | f | Flat | Fflat |
""",
        "| | form_id | default_language |\n| | sample | English (en) |",
    )


def test_a_filled_form_is_read_with_labels_dates_and_groups(tmp_path: Path) -> None:
    made = meeting(tmp_path)
    filled = FormEngine(made)
    filled.set("/data/event_time", "2026-03-14T22:10:00.000+00:00")
    filled.set("/data/g/places", "s f")
    filled.set("/data/g/words", "show")
    filled.set("/data/g/hidden", "gone")
    filled.set("/data/g/words", "plain")
    filled.add("/data/r")
    filled.set("/data/r[2]/name", "Ann")
    for xml in (filled.draft(), filled.finalise()):
        lines = read(made, xml, "en")
        assert [(line.depth, line.kind, line.label, line.text) for line in lines] == [
            (0, "question", "When", "14 March 2026, 22:10"),
            (0, "group", "Meeting", ""),
            (1, "question", "Places", "Street, Flat"),
            (1, "question", "Words", "plain"),
            (0, "repeat", "Person", "2"),
            (1, "question", "Name for plain", "Ann"),
        ]
        assert lines[2].raw == "s f"
        assert lines[4].path == "/data/r[2]"
        welsh = read(made, xml, "cy")
        assert welsh[0].text == "14 Mawrth 2026, 22:10"
        assert welsh[2].text == "Stryd, Fflat"
        assert search_text(made, xml).splitlines()[1:] == ["Street, Flat", "plain", "Ann"]


def test_reading_changes_nothing_that_was_written() -> None:
    made = form(
        "<when/><q>kept</q>",
        '<bind nodeset="/data/when" calculate="now()"/>'
        '<bind nodeset="/data/q" relevant="/data/when = \'x\'"/>',
        ask("/data/when") + ask("/data/q"),
    )
    lines = read(made, b'<data id="sample"><when>then</when><q>kept</q></data>', "")
    assert [line.text for line in lines] == ["then", "kept"]


def test_a_body_may_be_arranged_otherwise_than_the_data() -> None:
    made = form(
        "<a>1</a><g><b>2</b></g><r><c>3</c><h><d>4</d></h></r>",
        body='<group ref="/data/g"><label>G</label><input ref="/data/a"/></group>'
        '<repeat nodeset="/data/r"><group ref="/data/r/h"><label>H</label>'
        '<input ref="/data/r/c"/></group></repeat>',
    )
    filled = FormEngine(made)
    assert [item.path for item in filled.body("/data/g")] == ["/data/a"]
    assert [item.path for item in filled.body("/data/r[1]/h")] == ["/data/r[1]/c"]
    assert [line.raw for line in read(made, filled.draft(), "") if line.raw] == ["1", "3"]
