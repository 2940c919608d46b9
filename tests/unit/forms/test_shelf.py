"""The library's cache: filled once, made anew when a source changes, never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms import FormErrors, Library, UnknownForm

_FORM = """| survey |
| | type | name | label::English (en) | label::Welsh (cy) |
| | text | a | {label} | A |
| settings |
| | form_title | fb:title::Welsh (cy) | form_id | version | default_language | namespaces |
| | Meeting | Cyfarfod | {id} | {version} | English (en) | fb="urn:fieldbook:forms" |
"""


def write(folder: Path, name: str, label: str = "A", version: str = "1", id: str = "meet") -> None:
    folder.mkdir(exist_ok=True)
    text = _FORM.format(label=label, version=version, id=id)
    (folder / f"{name}.md").write_text(text, "utf-8")


def test_a_form_is_compiled_once_and_again_when_its_source_changes(tmp_path: Path) -> None:
    sources, compiled = tmp_path / "library", tmp_path / "compiled"
    write(sources, "meet")
    assert Library(sources, compiled).forms()[0].title == "Meeting"
    first = {path.name: path.stat().st_mtime_ns for path in compiled.iterdir()}
    assert len(first) == 2
    opened = Library(sources, compiled).get("meet")
    assert (opened.title("cy"), opened.languages) == ("Cyfarfod", ("en", "cy"))
    assert {path.name: path.stat().st_mtime_ns for path in compiled.iterdir()} == first
    write(sources, "meet", label="B")
    Library(sources, compiled).get("meet")
    assert not first.keys() & {path.name for path in compiled.iterdir()}


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    sources, compiled = tmp_path / "library", tmp_path / "compiled"
    write(sources, "meet")
    Library(sources, compiled).compile_all()
    for path in compiled.iterdir():
        path.write_bytes(b"{")
    assert Library(sources, compiled).forms()[0].id == "meet"
    assert Library(sources, compiled).get("meet").id == "meet"


def test_a_cache_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    write(tmp_path / "library", "meet")
    (tmp_path / "compiled").write_text("a file where the folder should be", "utf-8")
    assert Library(tmp_path / "library", tmp_path / "compiled").get("meet").id == "meet"


def test_versions_stand_side_by_side(tmp_path: Path) -> None:
    sources = tmp_path / "library"
    write(sources, "meet@1", version="1")
    write(sources, "meet@2", version="2")
    library = Library(sources, tmp_path / "compiled")
    assert library.get("meet").version == "2"
    assert library.get("meet", "1").version == "1"
    for form_id, version in (("meet", "3"), ("other", None)):
        with pytest.raises(UnknownForm):
            library.get(form_id, version)


def test_a_wrong_definition_in_the_library_is_an_error(tmp_path: Path) -> None:
    sources = tmp_path / "library"
    write(sources, "meet", label="${gone}")
    with pytest.raises(FormErrors):
        Library(sources, tmp_path / "compiled").forms()


def test_every_form_of_the_notebook_opens_as_it_was_compiled() -> None:
    library = Library.default()
    library.compile_all()
    made = {path.name: path.stat().st_mtime_ns for path in library.compiled.iterdir()}
    fresh = Library(library.sources, library.compiled)
    assert [fresh.get(each.id).version for each in fresh.forms()]
    assert {path.name: path.stat().st_mtime_ns for path in library.compiled.iterdir()} == made
