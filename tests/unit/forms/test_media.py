"""Pictures beside labels and choices: found, told of when they are not, and taken along."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms import FormEngine, load
from forms.media import MAX_PICTURE
from forms.whole import self_contained
from forms.xform import parse_form
from tests.unit.forms.build import markdown

SURVEY = """
| | type | name | label::English (en) | label::Welsh (cy) | media::image | media::audio |
| | select_one way | way | Which way? | Pa ffordd? | map.png | bell.mp3 |
| | text | said | Said | Dywedodd | gone.png | |
| | text | drawn | Drawn | Wedi'i dynnu | plan.svg | |
"""
CHOICES = """
| | list_name | name | label::English (en) | label::Welsh (cy) | media::image |
| | way | left | Left | Chwith | left.jpg |
| | way | right | Right | De | |
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = markdown(tmp_path, SURVEY, CHOICES)
    (tmp_path / "map.png").write_bytes(b"a map")
    folder = tmp_path / "sample-media"
    folder.mkdir()
    (folder / "left.jpg").write_bytes(b"an arrow")
    (tmp_path / "plan.svg").write_text("<svg/>", encoding="utf-8")
    return path


def test_pictures_are_found_beside_the_form(path: Path) -> None:
    engine = FormEngine(load(path), language="en")
    assert engine.media("/data/way", "image") == "map.png"
    assert engine.form.media.read("map.png") == b"a map"
    assert [(c.label, c.image) for c in engine.choices("/data/way")] == [
        ("Left", "left.jpg"),
        ("Right", ""),
    ]
    engine.set_language("cy")
    assert [(c.label, c.image) for c in engine.choices("/data/way")] == [
        ("Chwith", "left.jpg"),
        ("De", ""),
    ]
    assert engine.form.media.read("left.jpg") == b"an arrow"


def test_what_is_not_shown_is_told(path: Path) -> None:
    remarks = load(path).remarks
    assert "/data/way: the sound bell.mp3 is not played." in remarks
    missing = "/data/said: the picture gone.png is missing; put it beside the form"
    assert any(remark.startswith(missing) for remark in remarks)
    kind = "/data/drawn: the picture plan.svg is of a kind that is not drawn"
    assert any(remark.startswith(kind) for remark in remarks)


def test_a_form_that_is_taken_in_brings_its_pictures(path: Path, tmp_path: Path) -> None:
    whole = self_contained(load(path))
    again = parse_form(whole, "sample")
    assert sorted(again.media.names) == ["left.jpg", "map.png"]
    assert again.media.read("left.jpg") == b"an arrow"
    assert FormEngine(again).choices("/data/way")[0].image == "left.jpg"
    assert self_contained(again).count(b"YSBtYXA=") == 1


def test_no_name_leads_out_of_the_folder_and_none_too_large_comes_in(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "map.png").write_bytes(b"x" * (MAX_PICTURE + 1))
    text = path.read_text("utf-8").replace("gone.png", "../../etc/secret.png")
    path.write_text(text, encoding="utf-8")
    form = load(path)
    assert form.media.names == ("left.jpg",)
    assert any("larger than 2 MB" in remark for remark in form.remarks)
    assert any("secret.png is missing" in remark for remark in form.remarks)
