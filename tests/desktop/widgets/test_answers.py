"""Every type of question is answered by hand, and the engine has what the officer meant."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.checks import Radio
from forms import FormEngine
from tests.desktop.widgets.page import CHOICES, Page

Open = Callable[..., Page]

TYPED = [
    ("text", "", "Zoe", "Zoe"),
    ("text", "multiline", "one", "one"),
    ("integer", "", "12", "12"),
    ("integer", "counter", "3", "3"),
    ("integer", "thousands-sep", "1,250", "1250"),
    ("decimal", "", "12.5", "12.5"),
    ("date", "", "21/11/2026", "2026-11-21"),
    ("date", "month-year", "Nov 2026", "2026-11-01"),
    ("date", "year", "2026", "2026-01-01"),
    ("geopoint", "", "53.7997, -1.5492", "53.7997 -1.5492 0 0"),
    ("barcode", "", "5012345", "5012345"),
]


@pytest.mark.parametrize(("kind", "appearance", "typed", "stored"), TYPED)
def test_what_is_typed_is_stored_as_the_form_stores_it(
    open_page: Open, qtbot: QtBot, kind: str, appearance: str, typed: str, stored: str
) -> None:
    page = open_page(f"type | name | label | appearance\n{kind} | q | Question | {appearance}")
    qtbot.keyClicks(page.focus("/data/q"), typed)
    assert page.engine.node("/data/q").value == stored
    assert page.engine.violations() == ()

    again = open_page(FormEngine(page.engine.form, page.engine.draft()))
    assert again.engine.node("/data/q").value == stored
    again.question("/data/q").leave()
    assert again.engine.node("/data/q").value == stored


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("integer", "12a"), ("decimal", "1.2.3"), ("date", "21 Nov or so"), ("time", "late")],
)
def test_what_cannot_be_read_is_kept_and_stands_in_the_way(
    open_page: Open, qtbot: QtBot, kind: str, typed: str
) -> None:
    page = open_page(f"type | name | label\n{kind} | q | Question\ntext | after | After")
    qtbot.keyClicks(page.focus("/data/q"), typed)
    assert not page.question("/data/q").is_wrong
    page.focus("/data/after")
    assert page.question("/data/q").is_wrong
    assert [each.path for each in page.engine.violations()] == ["/data/q"]

    resumed = open_page(FormEngine(page.engine.form, page.engine.draft()))
    field = resumed.field("/data/q")
    assert isinstance(field, QLineEdit)
    assert field.text() == typed
    field.clear()
    assert resumed.engine.violations() == ()


def test_a_moment_is_stored_with_its_offset(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\ndateTime | q | When")
    qtbot.keyClicks(page.focus("/data/q"), "21 Nov 2026")
    assert page.question("/data/q").answer.unread()
    assert page.engine.violations() != ()
    qtbot.keyClicks(page.focus("/data/q", 1), "2250")
    value = page.engine.node("/data/q").value
    assert datetime.fromisoformat(value).replace(tzinfo=None) == datetime(2026, 11, 21, 22, 50)
    assert datetime.fromisoformat(value).utcoffset() is not None
    assert page.engine.violations() == ()


def test_half_a_moment_survives_in_the_draft(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\ndateTime | q | When")
    qtbot.keyClicks(page.focus("/data/q", 1), "22:50")
    resumed = open_page(FormEngine(page.engine.form, page.engine.draft()))
    day, at = resumed.question("/data/q").answer.parts()[:2]
    assert isinstance(day, QLineEdit)
    assert isinstance(at, QLineEdit)
    assert (day.text(), at.text()) == ("", "22:50")


def test_a_moment_written_abroad_keeps_its_own_offset(open_page: Open) -> None:
    page = open_page("type | name | label\ndateTime | q | When")
    abroad = "2026-11-21T22:50:00.000+09:00"
    page.engine.set("/data/q", abroad)
    again = open_page(FormEngine(page.engine.form, page.engine.draft()))
    at = again.field("/data/q", 1)
    assert isinstance(at, QLineEdit)
    assert at.text() == "22:50"
    at.setText("22:55")
    assert again.engine.node("/data/q").value == "2026-11-21T22:55:00.000+09:00"


def test_now_and_today_fill_the_field(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\ndateTime | q | When\ndate | d | Day\ntime | t | Time")
    _click(qtbot, page.field("/data/q", 2))
    written = datetime.fromisoformat(page.engine.node("/data/q").value)
    assert abs((datetime.now().astimezone() - written).total_seconds()) < 120
    _click(qtbot, page.field("/data/d", 1))
    assert page.engine.node("/data/d").value == date.today().isoformat()
    _click(qtbot, page.field("/data/t", 1))
    assert page.engine.node("/data/t").value


def test_an_order_is_given_only_when_asked_for(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\nrank few | q | Question", CHOICES)
    assert page.engine.node("/data/q").value == ""
    _click(qtbot, page.field("/data/q", 1))  # the first moves down
    assert page.engine.node("/data/q").value == "f1 f0 f2"


def test_a_range_is_set_by_key_and_taken_back(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(
        "type | name | label | parameters\nrange | q | Question | start=1 end=9 step=2"
    )
    slider = page.focus("/data/q")
    assert page.engine.node("/data/q").value == ""
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert page.engine.node("/data/q").value == "3"
    _click(qtbot, page.field("/data/q", 1))
    assert page.engine.node("/data/q").value == ""


def test_a_masked_answer_hides_when_left_and_is_revealed_for_a_moment(
    open_page: Open, qtbot: QtBot
) -> None:
    page = open_page("type | name | label | appearance\ntext | q | Name | masked\ntext | t | T |")
    field = page.focus("/data/q")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Sample")
    assert page.engine.node("/data/q").value == "Sample"
    assert field.displayText() == "Sample"
    page.focus("/data/t")
    assert "Sample" not in field.displayText()
    _click(qtbot, page.field("/data/q", 1))
    assert field.displayText() == "Sample"
    again = open_page(FormEngine(page.engine.form, page.engine.draft()))
    hidden = again.field("/data/q")
    assert isinstance(hidden, QLineEdit)
    assert "Sample" not in hidden.displayText()


def test_something_is_acknowledged(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\nacknowledge | q | Please read")
    _click(qtbot, page.field("/data/q"))
    assert page.engine.node("/data/q").value == "OK"


def test_the_wheel_moves_the_page_and_never_an_answer(open_page: Open) -> None:
    page = open_page(
        """type | name | label | parameters | appearance
        select_one few | a | A | | minimal
        range | b | B | start=0 end=9 step=1 |
        integer | c | C | |
        date | d | D | |""",
        CHOICES,
    )
    page.question("/data/a").answer.give("f1")
    page.question("/data/b").answer.give("5")
    for name in "abcd":
        field = page.focus(f"/data/{name}")
        before = page.engine.node(f"/data/{name}").value
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
        assert page.engine.node(f"/data/{name}").value == before


def _click(qtbot: QtBot, part: QWidget) -> None:
    assert isinstance(part, QAbstractButton)
    if isinstance(part, Radio):
        part.setFocus()
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
