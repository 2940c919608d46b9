"""What is set is drawn whole, stays on the page, and is found again exactly."""

import unicodedata
from pathlib import Path

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports import styles
from exports.errors import MissingGlyph
from exports.text import Block, Look, Piece, Typesetter
from exports.writing import write
from tests.unit.exports.reading import pages, text
from tests.unit.exports.sample import Plain
from translations import fonts

SAMPLES = {
    "Latin": "Zoë Łukasz Đặng Thị Hồng Nhung, Șerban Ağaoğlu: office, fi, flat, AVATAR.",
    "decomposed": "Yoruba ẹ́ ọ̀, Lithuanian ė̃ ū̃, ɛ̃, x̂́, i̇́, Q̃",
    "Cyrillic": "Олександра Їжак, Ђорђе, за́мок, Цветелина",
    "Greek": "Αλέξανδρος Ὀδυσσεύς, ᾧ, Ἀθῆναι",
    "signs": "“I said ‘no’” – she went → home … 10 €, ½, № 4 ☐ ☑",
}


def set_(content: str, width: float = 300, look: Look = styles.ANSWER) -> Block:
    block = Typesetter("en").block(Piece(content, look), styles.ANSWER_BLOCK, "here")
    block.wrap(width)
    return block


def drawn(block: Block) -> list[str]:
    return ["".join(c.text for run in line.runs for c in run.clusters) for line in block.lines]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_found_again_composed(tmp_path: Path, sample: str, form: str) -> None:
    out = tmp_path / "out.pdf"
    write(Plain([unicodedata.normalize(form, SAMPLES[sample])]), out, None, None)
    assert unicodedata.normalize("NFC", SAMPLES[sample]) in text(out)


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_every_weight_is_embedded_as_a_subset(tmp_path: Path, weight: str) -> None:
    out = tmp_path / "out.pdf"
    write(Plain([[Piece("Zoë Олена Ἀθῆναι", styles.ANSWER.but(weight=weight))]]), out, None, None)
    with pikepdf.open(out) as pdf:
        for font in pdf.pages[0].obj.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "+FieldbookSans-" in str(font.BaseFont)
            assert len(descriptor.FontFile2.read_bytes()) < 20_000
    assert "Zoë Олена Ἀθῆναι" in text(out)


def test_a_mark_without_a_composed_letter_is_placed_over_its_base() -> None:
    (line,) = set_("ẹ́").lines
    (cluster,) = line.runs[0].clusters
    assert cluster.text == "ẹ\u0301"
    assert any(glyph.dx or glyph.dy for glyph in cluster.glyphs)


@pytest.mark.parametrize(
    ("character", "name"),
    [("ᠠ", "MONGOLIAN LETTER A"), ("😀", "GRINNING FACE"), ("\x07", "without a name")],
)
def test_a_character_without_a_glyph_is_named_with_its_place(character: str, name: str) -> None:
    with pytest.raises(MissingGlyph) as caught:
        set_(f"before {character} after")
    assert caught.value.character == character
    assert caught.value.where == "here"
    assert name in caught.value.name
    assert f"U+{ord(character):04X}" in str(caught.value)
    assert "before" not in str(caught.value)


def test_line_ends_of_every_kind_part_paragraphs() -> None:
    assert drawn(set_("one\r\ntwo\rthree\u2028four\n\nfive")) == [
        "one",
        "two",
        "three",
        "four",
        "",
        "five",
    ]


def test_characters_that_are_never_drawn_are_no_obstacle() -> None:
    assert drawn(set_("soft\u00adhyphen \u2066isolate\u2069 \u200djoin ☎\ufe0f"))


def test_a_word_longer_than_a_line_is_cut_and_nothing_is_lost() -> None:
    word = "x" * 500 + "é" * 20
    block = set_(f"before {word} after", 200)
    assert "".join(drawn(block)).replace(" ", "") == f"before{word}after"
    assert max(line.width for line in block.lines) <= 200


def test_a_line_ends_after_a_hyphen_but_not_inside_a_date() -> None:
    assert drawn(set_("well-meant", 40)) == ["well-", "meant"]
    assert drawn(set_("a 2026-11-21", 60)) == ["a", "2026-11-21"]


@settings(max_examples=60, deadline=None)
@given(
    content=st.text(alphabet="abcž ÄЖλ-–\n\u0301", max_size=200),
    width=st.floats(min_value=30, max_value=400),
)
def test_every_character_stands_on_a_line_within_the_width(content: str, width: float) -> None:
    block = set_(content, width)
    whole = unicodedata.normalize("NFC", content)
    assert "".join(drawn(block)).replace(" ", "") == "".join(whole.split())
    assert all(line.width <= width + 1e-6 for line in block.lines)


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.integers(0, 5), min_size=1, max_size=12),
    room=st.floats(min_value=0, max_value=400),
)
@example(lines=[0, 0, 0], room=7.0)
@example(lines=[1, 0, 0], room=30.0)
def test_a_cut_loses_no_line_and_leaves_none_lonely(lines: list[int], room: float) -> None:
    content = "\n".join("word " * count for count in lines)
    block = set_(content, 32)  # one word a line
    head, tail = block.cut(room)
    parts = [part for part in (head, tail) if part]
    assert [t for part in parts for t in drawn(part) if t] == [t for t in drawn(block) if t]
    if head and tail:
        assert head.height <= room
        ends = [line.ends for line in head.lines]
        assert ends[-1] or (len(ends) > 1 and not ends[-2])
        assert ends[-1] or not tail.lines[0].ends


def test_text_written_leftward_is_drawn_in_its_order_and_starts_at_the_right(
    tmp_path: Path,
) -> None:
    block = set_("one \u202etwo (2)\u202c three")
    (line,) = block.lines
    assert "".join(c.text for run in line.runs for c in run.clusters).startswith("one two")
    seen = "".join(c.text for run in line.drawn() for c in run.drawn())
    assert "".join(c for c in seen if c.isprintable()) == "one )2( owt three"
    assert not line.leftward
    (leftward,) = set_("\u200fone").lines
    assert leftward.leftward


def test_the_caller_may_say_where_lines_end(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    write(Plain(["x" * 30]), out, None, None, lambda content: range(1, len(content) + 1))
    assert "x" * 30 in text(out)
    block = Typesetter("en", lambda content: [4, len(content)]).block(
        Piece("abcdefgh", styles.ANSWER), styles.ANSWER_BLOCK, "here"
    )
    block.wrap(30)
    assert drawn(block) == ["abcd", "efgh"]


def test_struck_and_added_words_carry_their_line(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    pieces = [Piece("old", styles.STRUCK), Piece(" ", styles.ANSWER), Piece("new", styles.ADDED)]
    write(Plain([pieces]), out, None, None)
    with pikepdf.open(out) as pdf:
        boxes = [o for o, operator in pikepdf.parse_content_stream(pdf.pages[0])
                 if str(operator) == "re"]  # fmt: skip
    strike, underline = boxes
    assert float(strike[0]) < float(underline[0])
    assert float(strike[1]) > float(underline[1])
    assert "old new" in text(out)


def test_a_long_text_flows_over_pages_in_order(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    write(Plain([" ".join(f"word{n}" for n in range(6000))]), out, None, None)
    read = pages(out)
    assert len(read) > 8
    found = [w for w in " ".join(read).split() if w.startswith("word")]
    assert found == [f"word{n}" for n in range(6000)]
