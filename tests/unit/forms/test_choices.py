"""Choices: static, filtered, cascading, translated, from files, random, ranked."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms import FormEngine, FormErrors, load
from tests.unit.forms.build import loaded, markdown

_PLACES = """
| | list_name | name | label::English (en) | label::Welsh (cy) | country |
| | country | w | Wales | Cymru | |
| | country | e | England | Lloegr | |
| | city | cardiff | Cardiff | Caerdydd | w |
| | city | leeds | Leeds | Leeds | e |
| | city | bangor | Bangor | Bangor | w |
"""
_SETTINGS = """
| | form_id | version | default_language |
| | sample | 1 | English (en) |
"""


def cascade(folder: Path) -> FormEngine:
    return FormEngine(
        loaded(
            folder,
            """
| | type | name | label::English (en) | label::Welsh (cy) | choice_filter | calculation |
| | select_one country | land | Country | Gwlad | | |
| | select_one city | town | Town | Tref | country = ${land} | |
| | select_multiple city | seen | Seen | Gwelwyd | | |
| | calculate | said | | | | jr:choice-name(${town}, '${town}') |
""",
            _PLACES,
            _SETTINGS,
        )
    )


def test_a_filter_follows_other_answers(tmp_path: Path) -> None:
    filled = cascade(tmp_path)
    assert filled.choices("/data/town") == ()
    assert "/data/town" in filled.set("/data/land", "w").paths
    assert [(c.value, c.label) for c in filled.choices("/data/town")] == [
        ("cardiff", "Cardiff"),
        ("bangor", "Bangor"),
    ]


def test_an_answer_that_is_no_longer_offered_does_not_count_and_comes_back(tmp_path: Path) -> None:
    filled = cascade(tmp_path)
    filled.set("/data/land", "w")
    filled.set("/data/town", "cardiff")
    filled.set("/data/land", "e")
    assert filled.node("/data/town").value == ""
    filled.set("/data/land", "w")
    assert filled.node("/data/town").value == "cardiff"


def test_labels_of_choices_follow_the_language(tmp_path: Path) -> None:
    filled = cascade(tmp_path)
    filled.set("/data/land", "w")
    filled.set("/data/town", "cardiff")
    assert filled.node("/data/said").value == "Cardiff"
    filled.set_language("cy")
    assert filled.node("/data/said").value == "Caerdydd"
    assert filled.choices("/data/land")[0].label == "Cymru"


def test_several_answers_are_kept_in_the_order_of_the_choices(tmp_path: Path) -> None:
    filled = cascade(tmp_path)
    filled.set("/data/seen", "bangor cardiff unknown")
    assert filled.node("/data/seen").value == "cardiff bangor"


def test_choices_come_from_files_beside_the_form(tmp_path: Path) -> None:
    (tmp_path / "areas.csv").write_text("name,label,part\na1,Area 1,n\na2,Area 2,s\n", "utf-8")
    (tmp_path / "spots.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "p",'
        ' "properties": {"title": "Park"}, "geometry": {"type": "Point",'
        ' "coordinates": [-0.1, 51.5]}}]}',
        "utf-8",
    )
    (tmp_path / "teams.xml").write_text(
        "<root><item><name>t</name><label>Team</label></item></root>", "utf-8"
    )
    filled = FormEngine(
        loaded(
            tmp_path,
            """
| | type | name | label | parameters | calculation |
| | select_one_from_file areas.csv | area | Area | | |
| | select_one_from_file spots.geojson | spot | Spot | value=id label=title | |
| | select_one_from_file teams.xml | team | Team | | |
| | calculate | part | | | pulldata('areas', 'part', 'name', ${area}) |
| | calculate | where | | | instance('spots')/root/item[id = ${spot}]/geometry |
""",
        )
    )
    assert [c.label for c in filled.choices("/data/area")] == ["Area 1", "Area 2"]
    assert filled.choices("/data/spot")[0].label == "Park"
    assert filled.choices("/data/team")[0].label == "Team"
    filled.set("/data/area", "a2")
    filled.set("/data/spot", "p")
    assert filled.node("/data/part").value == "s"
    assert filled.node("/data/where").value == "51.5 -0.1 0 0"


def test_a_missing_file_is_remarked_and_its_list_is_empty(tmp_path: Path) -> None:
    made = loaded(tmp_path, "| | type | name | label |\n| | select_one_from_file x.csv | q | Q |")
    assert any("x.csv" in remark for remark in made.remarks)
    assert FormEngine(made).choices("/data/q") == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.csv", b'name,label\n"open'), ("x.csv", b"\xff\xfe\x00"), ("x.geojson", b"[1, 2]")],
)
def test_a_damaged_file_is_an_error(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    path = markdown(
        tmp_path, f"| | type | name | label |\n| | select_one_from_file {name} | q | Q |"
    )
    with pytest.raises(FormErrors) as caught:
        load(path)
    assert caught.value.problems[0].row == 2


def test_a_rank_holds_every_choice(tmp_path: Path) -> None:
    filled = FormEngine(
        loaded(
            tmp_path,
            "| | type | name | label |\n| | rank l | q | Q |",
            "| | list_name | name | label |\n| | l | a | A |\n| | l | b | B |\n| | l | c | C |",
        )
    )
    assert filled.node("/data/q").value == ""
    filled.set("/data/q", "c a")
    assert filled.node("/data/q").value == "c a b"


def test_a_shuffle_with_a_seed_stays(tmp_path: Path) -> None:
    rows = "\n".join(f"| | l | v{n} | L{n} |" for n in range(20))
    filled = FormEngine(
        loaded(
            tmp_path,
            "| | type | name | label | parameters |\n"
            "| | select_one l | q | Q | randomize=true, seed=7 |",
            f"| | list_name | name | label |\n{rows}",
        )
    )
    shown = [choice.value for choice in filled.choices("/data/q")]
    assert shown != sorted(shown, key=lambda value: int(value[1:]))
    assert [choice.value for choice in filled.choices("/data/q")] == shown
