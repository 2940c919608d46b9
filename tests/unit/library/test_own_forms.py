"""What a force's own form must be before it is taken in, and what it brings with it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop.definitions import FormShelf, definition_of, examine
from forms import FormEngine, FormErrors, Library, UnknownForm, load
from forms.whole import self_contained
from forms.xform import parse_form

LIBRARY = Path(__file__).parents[3] / "forms" / "library"
OWN = """
| survey | type | name | label::English (en) | label::Welsh (cy) |
|---|---|---|---|---|
| | dateTime | event_time | When | Pryd |
| | text | said | What she said | Yr hyn a ddywedodd |

| settings | form_title | fb:title::Welsh (cy) | form_id|version | default_language | instance_name|
|---|---|---|---|---|---|---|
| | Sample form | Ffurflen sampl | own_sample | 1 | English (en) | 'Sample'|
"""
PLACES = """
| survey | type | name | label | choice_filter | calculation |
|---|---|---|---|---|---|
| | select_one_from_file towns.csv | town | Town | | |
| | select_one_from_file places.csv | place | Place | town = ${town} | |
| | calculate | region | | | pulldata('towns', 'region', 'name', ${town}) |

| settings | form_title | form_id | version |
|---|---|---|---|
| | Places | places | 1 |
"""


@pytest.fixture
def shelf(library: Library) -> FormShelf:
    return FormShelf(library)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.md"
    path.write_text(OWN, encoding="utf-8")
    return path


def wrong(path: Path, shelf: FormShelf) -> str:
    """Everything that stands against the form."""
    with pytest.raises(FormErrors) as caught:
        examine(path, shelf)
    return str(caught.value)


def test_a_title_in_another_language_is_read_from_its_column(file: Path) -> None:
    form = load(file)
    assert (form.title("en"), form.title("cy")) == ("Sample form", "Ffurflen sampl")


@pytest.mark.parametrize(("form_id", "welsh"), [("visit", "Ymweliad"), ("premises", "Safle")])
def test_the_librarys_titles_are_welsh_in_welsh(library: Library, form_id: str, welsh: str) -> None:
    assert library.get(form_id).title("cy") == welsh


def test_a_right_form_is_taken_as_it_is(file: Path, shelf: FormShelf) -> None:
    found = examine(file, shelf)
    assert (found.form.id, found.form.version, found.source) == ("own_sample", "1", "own.md")
    assert found.remarks == ()
    assert not found.known


def test_an_excel_workbook_and_its_xform_are_taken_too(
    file: Path, shelf: FormShelf, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for block in OWN.strip().split("\n\n"):
        header, _rule, *rows = (
            [cell.strip() for cell in row.split("|")] for row in block.splitlines()
        )
        sheet = book.create_sheet(header[1])
        for row in (header, *rows):
            sheet.append(row[2:-1])
    book.save(tmp_path / "own.xlsx")
    found = examine(tmp_path / "own.xlsx", shelf)
    assert found.form.title("cy") == "Ffurflen sampl"
    (tmp_path / "own.xml").write_bytes(found.form.xml)
    again = examine(tmp_path / "own.xml", shelf)
    assert again.form.xml == found.form.xml


def test_a_csv_file_is_taken_too(shelf: FormShelf, tmp_path: Path) -> None:
    rows = [row for row in OWN.strip().splitlines() if row and not row.startswith("|---")]
    lines = [",".join(f'"{cell.strip()}"' for cell in row.strip("|").split("|")) for row in rows]
    (tmp_path / "own.csv").write_text("\n".join(lines), encoding="utf-8")
    assert examine(tmp_path / "own.csv", shelf).form.title("cy") == "Ffurflen sampl"


def test_a_form_without_a_version_is_refused(file: Path, shelf: FormShelf) -> None:
    file.write_text(OWN.replace("| own_sample | 1 |", "| own_sample | |"), encoding="utf-8")
    assert "settings, row 2, column version: The form has no version" in wrong(file, shelf)


def test_another_form_of_the_same_version_is_refused(file: Path, library: Library) -> None:
    shelf = FormShelf(library, [definition_of(load(file), "own.md", own=True)])
    assert examine(file, shelf).known
    file.write_text(OWN.replace("What she said", "Her words"), encoding="utf-8")
    assert "has version 1 of own_sample, and this file differs" in wrong(file, shelf)
    file.write_text(OWN.replace("| own_sample | 1 |", "| own_sample | 2 |"), encoding="utf-8")
    assert not examine(file, shelf).known


def test_what_a_list_will_lack_is_said(file: Path, shelf: FormShelf) -> None:
    text = OWN.replace("| dateTime | event_time | When |", "| text | where | Where |")
    file.write_text(text.replace("'Sample'", ""), encoding="utf-8")
    remarks = " ".join(examine(file, shelf).remarks)
    assert "event_time" in remarks
    assert "instance_name" in remarks


def test_fieldbooks_own_form_can_be_changed(shelf: FormShelf, tmp_path: Path) -> None:
    shipped = shelf.version("visit")
    text = (LIBRARY / "visit.md").read_text(encoding="utf-8")
    path = tmp_path / "visit.md"
    path.write_text(
        text.replace(shipped, "2099010101").replace("| Visit |", "| Our visit |"),
        encoding="utf-8",
    )
    found = examine(path, shelf)
    own = FormShelf(
        Library.default(),
        [definition_of(found.form, found.source, own=True)],
        {"visit": "2099010101"},
    )
    assert own.get("visit").title() == "Our visit"
    assert own.get("visit", shipped).title() == "Visit"
    assert own.offered() == (), "the button for a visit begins it; it is no other form"
    assert [one.in_use for one in own.standings() if one.summary.id == "visit"] == [True, False]


def test_what_pages_rely_on_may_not_be_taken_out(shelf: FormShelf, tmp_path: Path) -> None:
    text = (LIBRARY / "visit.md").read_text(encoding="utf-8")
    kept = [row for row in text.splitlines() if "| media_kept_out |" not in row]
    path = tmp_path / "visit.md"
    path.write_text(
        "\n".join(kept)
        .replace(shelf.version("visit"), "2099010101")
        .replace("| text | basis |", "| integer | basis |"),
        encoding="utf-8",
    )
    told = wrong(path, shelf)
    assert "/data/dignity/media_kept_out of Fieldbook's own form is missing" in told
    assert "/data/why/basis has another type" in told


def test_lists_from_files_become_part_of_the_form(shelf: FormShelf, tmp_path: Path) -> None:
    (tmp_path / "towns.csv").write_text(
        "name,label,post code,region\nn,Northtown,N1,north\ns,Southtown,S1,south\n", "utf-8"
    )
    (tmp_path / "places.csv").write_text(
        "name,label,town\na,Drop-in A,n\nb,Drop-in B & café,s\n", "utf-8"
    )
    path = tmp_path / "places.md"
    path.write_text(PLACES, encoding="utf-8")
    found = examine(path, shelf)
    for name in ("towns.csv", "places.csv"):
        (tmp_path / name).unlink()
    engine = FormEngine(parse_form(found.form.xml, "places"))
    engine.set("/data/town", "s")
    assert [choice.label for choice in engine.choices("/data/place")] == ["Drop-in B & café"]
    assert engine.node("/data/region").value == "south"


def test_all_files_that_are_missing_are_named(shelf: FormShelf, tmp_path: Path) -> None:
    path = tmp_path / "places.md"
    path.write_text(PLACES, encoding="utf-8")
    told = wrong(path, shelf)
    assert "The file towns.csv is missing" in told
    assert "The file places.csv is missing" in told


def test_a_form_without_files_is_whole_as_it_is(library: Library) -> None:
    form = library.get("encounter")
    assert self_contained(form) is form.xml


def test_an_unknown_version_is_said_to_be_unknown(shelf: FormShelf) -> None:
    assert shelf.get("visit").version == shelf.version("visit")
    with pytest.raises(UnknownForm, match="visit, version 1"):
        shelf.get("visit", "1")
    with pytest.raises(UnknownForm):
        shelf.get("own_sample")
    assert not shelf.is_older("own_sample", "1")
    assert shelf.is_older("visit", "1")
