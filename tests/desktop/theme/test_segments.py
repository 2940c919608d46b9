"""Segments stand in one row, in even rows or in a column, as the width allows."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.demo.camera import wear
from desktop.theme.segmented import Segmented


def _shown(qtbot: QtBot, count: int, width: int) -> Segmented:
    wear("light", 1.0)
    segments = Segmented([(str(number), f"{number} %") for number in range(count)])
    qtbot.addWidget(segments)
    segments.resize(width, 400)
    segments.show()
    return segments


def _rows(qtbot: QtBot, count: int, width: int) -> list[int]:
    """How many of `count` segments stand in each row at `width` pixels."""
    segments = _shown(qtbot, count, width)
    tops = [each.y() for each in segments.segments()]
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(
    ("count", "width", "rows"),
    [
        (7, 900, [7]),
        (7, 240, [4, 3]),
        (6, 200, [3, 3]),
        (7, 110, [1] * 7),
        (2, 60, [1, 1]),
        (0, 0, []),
    ],
)
def test_they_share_the_width(qtbot: QtBot, count: int, width: int, rows: list[int]) -> None:
    assert _rows(qtbot, count, width) == rows


def test_rows_leave_no_gap(qtbot: QtBot) -> None:
    segments = _shown(qtbot, 7, 243)
    first = segments.segments()[:4]
    assert first[0].x() == 0
    assert first[-1].geometry().right() == segments.rect().right()
    for one, after in pairwise(first):
        assert after.x() == one.geometry().right()  # they share the edge between them


def _taken_back(qtbot: QtBot, segments: Segmented, value: str) -> None:
    for segment in segments.segments():
        if segment.isChecked():
            qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert segments.value() == value
    for segment in segments.segments():
        qtbot.keyClick(segment, Qt.Key.Key_Delete)
    assert segments.value() == value


def test_a_choice_can_be_taken_back(qtbot: QtBot) -> None:
    segments = _shown(qtbot, 3, 900)
    segments.set_value("1")
    _taken_back(qtbot, segments, "")


def test_where_one_always_holds_it_stays_chosen(qtbot: QtBot) -> None:
    """A setting that nobody sees chosen would hold all the same."""
    wear("light", 1.0)
    segments = Segmented([("a", "A"), ("b", "B")], always="a")
    qtbot.addWidget(segments)
    segments.show()
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    _taken_back(qtbot, segments, "a")
    assert heard == []
    qtbot.mouseClick(segments.segments()[1], Qt.MouseButton.LeftButton)
    assert heard == ["b"]
    _taken_back(qtbot, segments, "b")
