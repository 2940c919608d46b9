"""Unicode's own conformance test of the bidirectional algorithm, in full; and what it leaves out.

The data file is Unicode's BidiCharacterTest.txt 15.0.0, compressed and otherwise unchanged.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.text.bidi import base_level, is_plain, levels, removed, visual_order

_DATA = Path(__file__).with_name("BidiCharacterTest-15.0.0.txt.xz")
_CASES = 91_707


def cases() -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    with lzma.open(_DATA, "rt", encoding="utf-8") as file:
        for row in file:
            fields = row.partition("#")[0].strip().split(";")
            if len(fields) == 5:
                codes, direction, base, wanted, order = fields
                yield (
                    "".join(chr(int(code, 16)) for code in codes.split()),
                    None if direction == "2" else int(direction),
                    int(base),
                    wanted.split(),
                    [int(place) for place in order.split()],
                )


def test_every_case_of_unicode_is_met() -> None:
    count = 0
    for text, direction, base, wanted, order in cases():
        count += 1
        found_base = base_level(text) if direction is None else direction
        found = levels(text, found_base)
        out = removed(text)
        shown = ["x" if gone else str(level) for level, gone in zip(found, out, strict=True)]
        kept = [i for i, gone in enumerate(out) if not gone]
        seen = [kept[i] for i in visual_order([found[i] for i in kept])]
        if (found_base, shown, seen) != (base, wanted, order):
            pytest.fail(f"{text!a}: {found_base} {shown} {seen}")
    assert count == _CASES


@pytest.mark.parametrize("text", ["plain", "Zoë Олена Ἀθῆναι – “so” 0800 0121 700"])
def test_european_text_needs_no_levels(text: str) -> None:
    assert is_plain(text)
    assert set(levels(text, 0)) == {0}


@pytest.mark.parametrize("text", ["سلام", "שלום", "a\u202eb", "\u2067a\u2069", "١٢"])
def test_text_that_may_run_leftward_is_told_apart(text: str) -> None:
    assert not is_plain(text)


def test_a_telephone_number_in_an_isolate_keeps_its_order() -> None:
    text = "اتصل \u20660800 0121 700\u2069 الآن"
    order = visual_order(levels(text, base_level(text)))
    assert "0800 0121 700" in "".join(text[i] for i in order)


def test_an_empty_text_has_no_levels() -> None:
    assert levels("", 1) == []
    assert base_level("") == 0
    assert base_level("", 1) == 1
    assert visual_order([]) == []
