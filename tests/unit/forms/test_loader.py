"""Definitions with errors: all of them at once, each with its row and cell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from forms import FormEngine, FormErrors, Problem, load
from tests.unit.forms.build import loaded, markdown, xform

_WRONG = """
| | type | name | label | relevant | constraint | calculation | choice_filter |
| | text | a | A | ${gone} = 1 | . > | | |
| | integer | b | B | nope(1) | | | |
| | select_one l | c | C | | | | part = /data/nothing |
| | calculate | d | | | | ${e} + 1 | |
| | calculate | e | | | | ${d} + 1 | |
| | text | f | F | /data//a | | | |
"""
_LIST = "| | list_name | name | label |\n| | l | x | X |"


def problems(path: Path) -> list[Problem]:
    with pytest.raises(FormErrors) as caught:
        load(path)
    return list(caught.value.problems)


def test_errors_of_the_sheets_come_with_row_and_column(tmp_path: Path) -> None:
    found = problems(
        markdown(
            tmp_path,
            """
| | type | name | label | relevant |
| | txt | a | A | |
| | text | a b | B | |
| | text | c | C | ${gone} = 1 |
| | text | c | C | |
| | select_one nowhere | d | D | |
| | begin group | g | G | |
| | text | | No name | |
""",
        )
    )
    places = [(p.sheet, p.row, p.cell) for p in found]
    assert places == [
        ("survey", 2, "type"),
        ("survey", 3, "name"),
        ("survey", 5, "name"),
        ("survey", 8, "name"),
        ("survey", 7, "type"),
        ("survey", 6, "type"),
        ("survey", 4, "relevant"),
    ]
    assert "no question type txt" in found[0].message
    assert all(problem.remedy for problem in found)


def test_errors_that_pyxform_lets_through_come_with_row_and_column(tmp_path: Path) -> None:
    survey = _WRONG.replace("${gone} = 1", "")
    found = problems(markdown(tmp_path, survey, _LIST))
    assert {(p.row, p.cell) for p in found} == {
        (2, "constraint"),
        (3, "relevant"),
        (4, "choice_filter"),
        (5, "calculation"),
        (7, "relevant"),
    }
    circle = next(p for p in found if p.row == 5)
    assert "/data/d" in circle.message
    assert "/data/e" in circle.message


def _workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    survey = book.active
    assert survey is not None
    survey.title = "survey"
    for row in (
        ["type", "name", "label", "relevant"],
        ["text", "a", "A", ""],
        ["text", "b", "B", "/data/missing = 1"],
    ):
        survey.append(row)
    settings = book.create_sheet("settings")
    settings.append(["form_id"])
    settings.append(["sample"])
    book.save(path)
    return path


def test_excel_cells_are_named_by_letter_and_row(tmp_path: Path) -> None:
    found = problems(_workbook(tmp_path / "sample.xlsx"))
    assert [(p.sheet, p.row, p.cell) for p in found] == [("survey", 3, "D3")]
    assert "missing" in str(found[0])


def test_csv_is_read_as_markdown_is(tmp_path: Path) -> None:
    path = tmp_path / "sample.csv"
    path.write_text(
        '"survey",,,,\n,"type","name","label","relevant"\n,"text","a","A",\n'
        ',"text","b","B","oops("\n"settings",,,,\n,"form_id",,,\n,"sample",,,\n',
        "utf-8",
    )
    found = problems(path)
    assert [(p.sheet, p.row, p.cell) for p in found] == [("survey", 3, "relevant")]


def test_an_unknown_name_suggests_the_likeliest(tmp_path: Path) -> None:
    found = problems(
        markdown(
            tmp_path,
            "| | type | name | label | relevant |\n| | text | person | P | |\n"
            "| | text | b | B | /data/persn = 1 |",
        )
    )
    assert found[0].remedy == "Did you mean person?"


def test_an_error_in_the_name_of_records_is_in_the_settings(tmp_path: Path) -> None:
    found = problems(
        markdown(
            tmp_path,
            "| | type | name | label |\n| | text | a | A |",
            settings="| | form_id | instance_name |\n| | sample | concat(${a}, nope()) |",
        )
    )
    assert [(p.sheet, p.row, p.cell) for p in found] == [("settings", 2, "instance_name")]


def test_a_text_without_quotes_is_an_error_in_a_sheet_and_a_remark_in_an_xform(
    tmp_path: Path,
) -> None:
    found = problems(
        markdown(
            tmp_path,
            "| | type | name | label | calculation |\n| | text | a | A | |\n"
            "| | calculate | b | | Sample |",
        )
    )
    assert [(p.row, p.cell) for p in found] == [(3, "calculation")]
    assert "quotes" in found[0].remedy
    path = tmp_path / "x.xml"
    path.write_bytes(xform("<q/>", '<bind nodeset="/data/q" calculate="Sample"/>'))
    made = load(path)
    assert any("quotes" in remark for remark in made.remarks)
    assert FormEngine(made).node("/data/q").value == ""


def test_what_pyxform_itself_refuses_keeps_its_row(tmp_path: Path) -> None:
    found = problems(
        markdown(
            tmp_path,
            "| | type | name | label | parameters |\n| | range | a | A | start=x end=2 |",
        )
    )
    assert found[0].row == 2
    assert found[0].sheet == "survey"


def test_a_sentence_says_where_what_and_what_to_do() -> None:
    problem = Problem("There is no b.", "Did you mean a?", sheet="survey", row=3, cell="C3")
    assert str(problem) == "sheet survey, row 3, column C3: There is no b. Did you mean a?"


def test_a_row_that_is_longer_than_its_header_is_named(tmp_path: Path) -> None:
    found = problems(markdown(tmp_path, "| | type | name | label |\n| | text | a | one | two |"))
    assert [(p.sheet, p.row) for p in found] == [("survey", 2)]
    assert "header 3" in found[0].message


def test_an_undeclared_prefix_is_an_error(tmp_path: Path) -> None:
    survey = "| | type | name | label | bind::fb:source |\n| | text | a | A | NPCC |"
    assert "fb" in problems(markdown(tmp_path, survey))[0].message


@pytest.mark.parametrize("name", ["form.docx", "form", "form.XYZ"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("x", "utf-8")
    assert "no form" in problems(path)[0].message


@pytest.mark.parametrize("name", ["form.md", "form.xml", "form.csv", "form.xlsx"])
def test_a_missing_file_is_said_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(FormErrors, match="cannot be opened"):
        load(tmp_path / name)


def test_appearances_and_elements_that_are_not_drawn_are_remarked(tmp_path: Path) -> None:
    made = loaded(
        tmp_path,
        "| | type | name | label | appearance |\n| | text | a | A | holographic |",
    )
    assert any("holographic" in remark for remark in made.remarks)


def test_relevance_in_a_list_of_a_repeat_reads_its_own_instance(tmp_path: Path) -> None:
    filled = FormEngine(
        loaded(
            tmp_path,
            """
| | type | name | label | relevant |
| | begin repeat | r | R | |
| | text | a | A | |
| | text | b | B | ${a} = 'x' |
| | end repeat | | | |
""",
        )
    )
    filled.add("/data/r")
    filled.set("/data/r[2]/a", "x")
    assert not filled.node("/data/r[1]/b").relevant
    assert filled.node("/data/r[2]/b").relevant


def test_importing_forms_costs_no_pyxform() -> None:
    code = "import sys, forms; sys.exit(any(m in sys.modules for m in ('pyxform', 're2', 'babel')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_range_without_bounds_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(xform("<q/>", body='<range ref="/data/q" start="1" end="x"/>'))
    assert [p.message for p in problems(path)] == [
        "The end of this range is no number.",
        "The step of this range is no number.",
    ]
