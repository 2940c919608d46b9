"""Rows are parted so that nothing stands where a reader would miss what it belongs to."""

import pytest

from exports import styles
from exports.layout import Row
from exports.text import Block, Piece, Typesetter


def block(content: str) -> Block:
    return Typesetter("en").block(Piece(content, styles.ANSWER), styles.ANSWER_BLOCK, "here")


def row(lines: int, remark: str = "") -> Row:
    answer = [block("\n".join(f"line {n}" for n in range(lines)))]
    if remark:
        answer.append(block(remark))
    return Row(block("label"), answer, block("label again"))


def heights(parts: list[Row]) -> list[float]:
    return [part.wrap(styles.WIDTH, 0)[1] for part in parts]


def test_a_row_that_fits_is_as_high_as_its_answer() -> None:
    assert row(4).wrap(styles.WIDTH, 0)[1] == 4 * styles.ANSWER_BLOCK.leading


@pytest.mark.parametrize("room", range(20, 150, 7))
def test_the_parts_of_a_row_are_together_as_high_as_the_row(room: int) -> None:
    parts = row(10).split(styles.WIDTH, room)
    if parts:
        assert sum(heights(parts)) == pytest.approx(150)
        assert heights(parts)[0] <= room


def test_a_remark_never_goes_to_the_next_page_alone() -> None:
    leading = styles.ANSWER_BLOCK.leading
    first, second = heights(row(6, "remark").split(styles.WIDTH, 6 * leading + 1))
    assert first == 5 * leading
    assert second == 2 * leading


def test_a_single_line_takes_its_remark_along_or_goes_with_it() -> None:
    assert row(1, "remark").split(styles.WIDTH, styles.ANSWER_BLOCK.leading + 1) == []


def test_without_room_for_its_label_a_row_goes_on_whole() -> None:
    assert row(10).split(styles.WIDTH, 10) == []
