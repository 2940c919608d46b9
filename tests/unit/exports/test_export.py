"""A document is written whole or not at all, marked on every page, and equal for equal input."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from exports.errors import CannotWrite, ExportCancelled, MissingGlyph
from exports.writing import write
from tests.unit.exports.reading import pages, text
from tests.unit.exports.sample import Plain

LONG = Plain(["One paragraph of plain words, long enough to fill a line or two. " * 8] * 60)


def test_equal_input_gives_an_equal_file(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write(LONG, tmp_path / name, None, None)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_every_page_bears_marking_twice_reference_force_and_its_number(tmp_path: Path) -> None:
    write(LONG, tmp_path / "out.pdf", None, None)
    read = pages(tmp_path / "out.pdf")
    assert len(read) > 3
    for number, page in enumerate(read, 1):
        assert page.count("OFFICIAL") == 2
        assert "SAMPLE-1" in page
        assert "Sample Force" in page
        assert f"Page {number} of {len(read)}" in page


def test_every_font_is_embedded_and_nothing_names_another(tmp_path: Path) -> None:
    write(LONG, tmp_path / "out.pdf", None, None)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                 and o.get("/Type") == "/Font"]  # fmt: skip
        assert fonts
        for font in fonts:
            assert "FieldbookSans" in str(font.BaseFont)
            if font.Subtype == "/CIDFontType2":
                assert "/FontFile2" in font.FontDescriptor


def test_the_metadata_is_neutral_and_says_the_language(tmp_path: Path) -> None:
    write(replace(LONG, language="cy"), tmp_path / "out.pdf", None, None)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert str(pdf.Root.Lang) == "cy"
        assert str(pdf.docinfo["/Title"]) == "Fieldbook record SAMPLE-1"
        assert str(pdf.docinfo["/Producer"]) == "Fieldbook"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122100000")
        assert "/Author" not in pdf.docinfo
        assert pdf.check_pdf_syntax() == []
    assert b"ReportLab" not in (tmp_path / "out.pdf").read_bytes()


def test_a_missing_glyph_leaves_what_stood_there(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"before")
    with pytest.raises(MissingGlyph) as caught:
        write(Plain(["fine", "not ᠠ fine"]), out, None, None)
    assert caught.value.where == "paragraph 2"
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]
    assert out.read_bytes() == b"before"


def test_a_missing_glyph_in_the_head_of_the_page_is_told_as_well(tmp_path: Path) -> None:
    with pytest.raises(MissingGlyph):
        write(Plain(["fine"], marking="ᠠ"), tmp_path / "out.pdf", None, None)


def test_progress_rises_to_its_total(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write(LONG, tmp_path / "out.pdf", lambda done, total: heard.append((done, total)), None)
    assert heard == sorted(heard)
    assert len({total for _, total in heard}) == 1
    assert heard[-1][0] == heard[-1][1]


@pytest.mark.parametrize("after", [0, 1, 20, 61])
def test_cancelling_leaves_no_file(tmp_path: Path, after: int) -> None:
    asked = iter(range(1000))
    with pytest.raises(ExportCancelled):
        write(LONG, tmp_path / "out.pdf", None, lambda: next(asked) >= after)
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_replaced_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"before")
    write(Plain(["after"]), out, None, None)
    assert "after" in text(out)
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]
    if os.name == "posix":
        assert out.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as caught:
        write(Plain(["x"]), tmp_path / "nowhere" / "out.pdf", None, None)
    assert caught.value.reason


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.mkdir()
    with pytest.raises(CannotWrite):
        write(Plain(["x"]), out, None, None)
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_the_pages_are_a_plain_pdf_that_opens_from_memory(tmp_path: Path) -> None:
    write(Plain(["x"]), tmp_path / "out.pdf", None, None)
    with pikepdf.open(io.BytesIO((tmp_path / "out.pdf").read_bytes())) as pdf:
        (page,) = pdf.pages
        assert [float(edge) for edge in page.mediabox] == pytest.approx(
            [0, 0, 595.28, 841.89], 1e-4
        )
