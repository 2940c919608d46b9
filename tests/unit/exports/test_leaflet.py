"""Leaflets: every script found again, tagged, whole; two languages, booklets, drafts."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from exports import MissingGlyph, export_leaflet
from exports.leaflet import Leaflet, LeafletCard, Paper, Passage, Words
from exports.page import booklet, sheets
from tests.unit.exports import leaflets

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not here")
SAMPLE = ("ar", "ur", "ckb", "hi", "bn", "th", "zh-Hans", "am", "vi", "ru")


def breaks(text: str) -> list[int]:
    """Lines may end after spaces and break points, and between ideographs."""
    return [
        i
        for i in range(1, len(text) + 1)
        if i == len(text) or text[i - 1] in " \u200b" or "\u3400" <= text[i] < "\ua000"
    ]


def made(leaflet: Leaflet, folder: Path) -> Path:
    out = folder / "out.pdf"
    export_leaflet(leaflet, out, break_finder=breaks)
    return out


@needs_poppler
@pytest.mark.parametrize("language", SAMPLE)
def test_a_reader_finds_the_words_again(language: str, tmp_path: Path) -> None:
    out = made(leaflets.leaflet(language), tmp_path)
    found = leaflets.extracted(out)
    share = leaflets.recovered(leaflets.PASSAGES[language], found, language)
    assert share >= (0.9 if language in leaflets.LEFTWARD else 0.95)


@pytest.mark.parametrize("language", ["ar", "th", "zh-Hant"])
def test_a_leaflet_is_whole_tagged_and_says_its_languages(language: str, tmp_path: Path) -> None:
    out = made(leaflets.leaflet(language, beside="ro"), tmp_path)
    with pikepdf.open(out) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked
        tags, languages, alternatives = set(), set(), []
        elements = [pdf.Root.StructTreeRoot.K]
        while elements:
            element = elements.pop()
            if element.get("/S") is None:
                continue
            tags.add(str(element.S))
            languages.add(str(element.get("/Lang", "")))
            alternatives += [str(element.Alt)] if "/Alt" in element else []
            elements += list(element.K)
        assert {"/Document", "/H1", "/P", "/LI", "/Lbl", "/LBody", "/Figure"} <= tags
        assert {"/Table", "/TR", "/TD"} <= tags
        assert "ro" in languages
        assert alternatives == ["QR code: https://nationaluglymugs.org"]
        for font in pdf.pages[0].Resources.Font.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert str(pdf.open_metadata()["dc:title"]) == "Fieldbook leaflet"


def test_every_mark_of_a_page_has_its_element(tmp_path: Path) -> None:
    card = leaflets.leaflet("en" if "en" in leaflets.PASSAGES else "ro").cards[0]
    booklet_of_five = replace(leaflets.leaflet("ro", "A6-fold"), cards=[card] * 5)
    with pikepdf.open(made(booklet_of_five, tmp_path)) as pdf:
        assert len(pdf.pages) == 4
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for page in pdf.pages:
            listed = parents[int(page.obj.StructParents)]
            marks = [
                int(operands[1].MCID)
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) == "BDC" and "/MCID" in operands[1]
            ]
            assert len(set(marks)) == len(marks) > 0
            assert all(listed[mark].Type == "/StructElem" for mark in marks)


@pytest.mark.parametrize("pages", range(1, 26))
def test_a_booklet_bears_every_page_once_and_folds_in_order(pages: int) -> None:
    sides = booklet(pages)
    shown = [page for side in sides for page in side if page < pages]
    assert sorted(shown) == list(range(pages))
    assert all(page in sides[side] for page, side in enumerate(sheets(pages)))
    if pages > 2:
        full = -(-pages // 4) * 4
        assert sides[0] == (full - 1, 0)
        assert all(sum(side) == full - 1 for side in sides)


def test_paper_sizes(tmp_path: Path) -> None:
    for paper, size in (("A5", (420, 595)), ("A4", (595, 842)), ("A6-fold", (595, 420))):
        with pikepdf.open(made(leaflets.leaflet("ro", paper), tmp_path)) as pdf:
            box = [round(float(edge)) for edge in pdf.pages[0].mediabox]
            assert (box[2], box[3]) == size


def test_a_draft_says_so_under_the_text_of_every_page(tmp_path: Path) -> None:
    plain = leaflets.leaflet("ro")
    card = replace(plain.cards[0], draft=[("Ciornă.", "ro"), ("A draft.", "en")])
    out = made(replace(plain, cards=[card, card], watermark="DRAFT"), tmp_path)
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            code = page.Contents.read_bytes()
            assert code.index(b"0.643 0.766") < code.index(b"/H1<</MCID")


def test_a_missing_glyph_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    card = LeafletCard([Passage("heading", [Words("Rune ᚠ ᠠ")], "en")])
    with pytest.raises(MissingGlyph) as caught:
        made(replace(leaflets.leaflet("ro"), cards=[card]), tmp_path)
    assert caught.value.character in "ᚠᠠ"
    assert not list(tmp_path.iterdir())


def test_a_latin_leaflet_opens_no_other_font(tmp_path: Path) -> None:
    from exports.text import faces

    faces.shipped.cache_clear()
    faces._opened.cache_clear()
    faces._regular.cache_clear()
    made(leaflets.leaflet("ro"), tmp_path)
    opened = [face.name for face in faces.shipped("regular", "ro") if "source" in vars(face)]
    assert opened == ["FieldbookSans-Regular"]


def test_equal_leaflets_are_equal_files(tmp_path: Path) -> None:
    first = made(leaflets.leaflet("fa"), tmp_path).read_bytes()
    assert made(leaflets.leaflet("fa"), tmp_path).read_bytes() == first


@pytest.mark.parametrize("paper", ["A5", "A6-fold"])
def test_an_officers_photo_stands_on_the_page_and_is_told_in_words(
    paper: Paper, tmp_path: Path
) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (30, 40), (200, 30, 30)).save(photo, "PNG")
    plain = leaflets.leaflet("ro", paper)
    card = replace(plain.cards[0], picture=photo.getvalue(), picture_says="A photo of PC 0000")
    out = tmp_path / "card.pdf"
    export_leaflet(replace(plain, cards=[card]), out)
    with pikepdf.open(out) as file:
        assert [len(page.get("/Resources").get("/XObject", {})) for page in file.pages] == [1]
        words = [str(item.get("/Alt", "")) for item in file.objects if _is_element(item)]
    assert "A photo of PC 0000" in words


def _is_element(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
