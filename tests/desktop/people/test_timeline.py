"""The timeline: gone through by keys, zoomed within bounds, drawn for any number of contacts."""

import itertools
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.people.reading import Contact
from desktop.people.timeline import Timeline
from desktop.people.timescale import LEAST, Scale
from storage import RecordId

BEGIN = datetime(2024, 1, 5, 14, 0).astimezone()


def contacts(count: int) -> list[Contact]:
    return [
        Contact(
            RecordId(str(number)),
            BEGIN + timedelta(days=2 * number),
            "Text",
            "her",
            frozenset({"her_report"} if number == 3 else ()),
            "sample wishes",
            "",
            "",
            "",
            "",
            None,
        )
        for number in range(count)
    ]


def shown(qtbot: QtBot, count: int) -> Timeline:
    made = Timeline(contacts(count))
    qtbot.addWidget(made)
    made.resize(800, 200)
    made.show()
    return made


def test_keys_go_from_contact_to_contact_and_open_one(qtbot: QtBot) -> None:
    timeline = shown(qtbot, 10)
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.chosen == 1
    with qtbot.waitSignal(timeline.opened) as opened:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert opened.args == ["1"]
    QTest.keyClick(timeline, Qt.Key.Key_End)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.chosen == 9


def test_zooming_keeps_the_chosen_contact_in_sight(qtbot: QtBot) -> None:
    timeline = shown(qtbot, 500)
    timeline.choose(250)
    whole = timeline.scale
    for _step in range(60):
        QTest.keyClick(timeline, Qt.Key.Key_Plus)
    at = timeline.contacts[250].at.timestamp()
    assert timeline.scale.begin <= at <= timeline.scale.end
    assert timeline.scale.end - timeline.scale.begin >= LEAST - 1
    timeline.choose(0)
    first = timeline.contacts[0].at.timestamp()
    assert timeline.scale.begin <= first <= timeline.scale.end
    QTest.keyClick(timeline, Qt.Key.Key_0)
    assert timeline.scale == whole


def test_its_words_tell_when_and_how_and_nothing_that_was_said(qtbot: QtBot) -> None:
    timeline = shown(qtbot, 4)
    told = f"{timeline.words()} {timeline.accessibleDescription()} {timeline.toolTip()}"
    assert "Text" in told
    assert "sample wishes" not in told


def test_none_and_one_are_drawn_too(qtbot: QtBot) -> None:
    for count in (0, 1):
        timeline = shown(qtbot, count)
        assert not timeline.grab().isNull()
        QTest.keyClick(timeline, Qt.Key.Key_Right)
        QTest.keyClick(timeline, Qt.Key.Key_Minus)


@given(st.floats(LEAST, 4e9), st.floats(300, 2000), st.floats(60, 150))
def test_marks_never_crowd(span: float, width: float, room: float) -> None:
    begin = BEGIN.timestamp() - 3e8
    scale = Scale(begin, begin + span, width)
    _pattern, marks = scale.marks(room)
    places = [scale.x(mark.timestamp()) for mark in marks]
    assert all(0 <= place <= width for place in places)
    assert all(after - before >= room * 0.95 for before, after in itertools.pairwise(places))
