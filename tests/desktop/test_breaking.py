"""Qt's line breaks, which documents are set with, beside Unicode's own test of UAX 14.

The data file is Unicode's LineBreakTest.txt 15.0.0, compressed and otherwise unchanged. Qt follows
another version of the standard, and leaves Thai letters that stand alone to a dictionary: 155 of
the 7,654 cases differ, none of them in what a word of a card is made of.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path

from desktop.breaking import line_breaks

_DATA = Path(__file__).parents[1] / "unit" / "exports" / "LineBreakTest-15.0.0.txt.xz"


def cases() -> Iterator[tuple[str, list[int]]]:
    with lzma.open(_DATA, "rt", encoding="utf-8") as file:
        for row in file:
            signs = row.partition("#")[0].split()
            text = "".join(chr(int(code, 16)) for code in signs[1::2])
            if text:
                yield text, [i for i, sign in enumerate(signs[::2]) if sign == "÷" and i]


def test_line_breaks_are_those_of_unicode() -> None:
    all_cases = list(cases())
    met = sum([b for b in line_breaks(text) if b] == wanted for text, wanted in all_cases)
    assert len(all_cases) == 7_654
    assert met / len(all_cases) > 0.975


def test_places_are_counted_in_characters() -> None:
    assert list(line_breaks("\U0001f600 ab \U0001f600")) == [2, 5, 6]
    assert list(line_breaks("one two")) == [4, 7]


def test_an_address_with_a_hyphen_stays_whole() -> None:
    assert list(line_breaks("see changing-lives.org.uk now")) == [4, 26, 29]


def test_thai_ends_lines_where_break_points_stand() -> None:
    assert 4 in line_breaks("คุณ\u200bมี")


def test_chinese_ends_lines_between_characters_but_not_before_a_full_stop() -> None:
    assert set(line_breaks("您有权。")) == {1, 2, 4}
