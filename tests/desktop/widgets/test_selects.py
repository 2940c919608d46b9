"""Choosing one or several: the shape that suits the choices, found by typing, taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.checks import Radio
from desktop.theme.fields import ErrorLine
from desktop.widgets.choosing import CheckAnswer, RadioAnswer, SegmentAnswer
from desktop.widgets.picking import PickAnswer
from forms import FormEngine
from tests.desktop.widgets.page import CHOICES, Page

Open = Callable[..., Page]


def test_selects_take_the_shape_that_suits_them(open_page: Open) -> None:
    page = open_page(
        """type | name | label | appearance
        select_one few | a | A |
        select_one many | b | B |
        select_one lots | c | C |
        select_one few | d | D | minimal
        select_one few | e | E | likert
        select_multiple lots | f | F | """,
        CHOICES,
    )
    shapes = [type(page.question(f"/data/{name}").answer) for name in "abcdef"]
    assert shapes == [
        SegmentAnswer,
        RadioAnswer,
        PickAnswer,
        PickAnswer,
        SegmentAnswer,
        CheckAnswer,
    ]


@pytest.mark.parametrize(("kind", "value"), [("few", "f1"), ("many", "m4")])
def test_one_of_several_is_chosen_and_taken_back(
    open_page: Open, qtbot: QtBot, kind: str, value: str
) -> None:
    page = open_page(f"type | name | label\nselect_one {kind} | q | Question", CHOICES)
    index = [choice.value for choice in page.engine.choices("/data/q")].index(value)
    chosen = page.field("/data/q", index)
    _click(qtbot, chosen)
    assert page.engine.node("/data/q").value == value
    _click(qtbot, chosen)
    assert page.engine.node("/data/q").value == ""
    _click(qtbot, chosen)
    qtbot.keyClick(chosen, Qt.Key.Key_Delete)
    assert page.engine.node("/data/q").value == ""


def test_arrow_keys_choose_among_segments(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\nselect_one few | q | Question", CHOICES)
    _click(qtbot, page.field("/data/q", 0))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.engine.node("/data/q").value == "f1"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_long_list_is_found_by_typing(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\nselect_one lots | q | Q\ntext | t | T", CHOICES)
    qtbot.keyClicks(page.focus("/data/q"), "landing 17")
    page.focus("/data/t")
    assert page.engine.node("/data/q").value == "l17"
    assert page.question("/data/q").answer.unread() == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_words_that_are_no_choice_stay_and_say_so(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\nselect_one lots | q | Q\ntext | t | T", CHOICES)
    page.question("/data/q").answer.give("l17")
    field = page.focus("/data/q").lineEdit()  # type: ignore[attr-defined]
    field.selectAll()
    qtbot.keyClicks(field, "nowhere")
    page.focus("/data/t")
    assert page.engine.node("/data/q").value == ""
    assert field.text() == "nowhere"
    assert "not on this list" in page.question("/data/q").findChildren(ErrorLine)[0].text()
    assert page.view.show_violations() == 1
    place = page.view.focus_place()
    other = open_page(FormEngine(page.engine.form, page.engine.draft()))
    other.view.restore_place(place)
    assert other.field("/data/q").lineEdit().text() == "nowhere"  # type: ignore[attr-defined]
    field.clear()
    page.focus("/data/q")
    page.focus("/data/t")
    assert page.view.show_violations() == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_taking_back_words_that_are_no_choice_takes_back_the_mistake(
    open_page: Open, qtbot: QtBot
) -> None:
    page = open_page("type | name | label\nselect_one lots | q | Q\ntext | t | T", CHOICES)
    picker = page.focus("/data/q")
    qtbot.keyClicks(picker, "nowhere")
    page.focus("/data/t")
    mistake = page.question("/data/q").findChildren(ErrorLine)[0]
    assert "not on this list" in mistake.text()
    qtbot.keyClick(page.focus("/data/q"), Qt.Key.Key_Down)  # to "No answer"
    assert picker.currentText() == ""  # type: ignore[attr-defined]
    assert mistake.text() == ""


def test_several_are_ticked_in_the_order_of_the_choices(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\nselect_multiple few | q | Question", CHOICES)
    for index in (2, 0):
        _click(qtbot, page.field("/data/q", index))
    assert page.engine.node("/data/q").value == "f0 f2"
    _click(qtbot, page.field("/data/q", 0))
    assert page.engine.node("/data/q").value == "f2"


def test_a_filtered_list_follows_the_answer_it_depends_on(open_page: Open) -> None:
    page = open_page(
        """type | name | label | choice_filter
        select_one area | area | Area |
        select_one town | town | Town | area = ${area}""",
        """list_name | name | label | area
        area | n | North |
        area | s | South |
        town | leeds | Leeds | n
        town | york | York | n
        town | hove | Hove | s""",
    )
    page.question("/data/area").answer.give("n")
    labels = [part.text() for part in page.question("/data/town").answer.parts()]  # type: ignore[attr-defined]
    assert labels == ["Leeds", "York"]
    page.question("/data/area").answer.give("s")
    labels = [part.text() for part in page.question("/data/town").answer.parts()]  # type: ignore[attr-defined]
    assert labels == ["Hove"]


def _click(qtbot: QtBot, part: QWidget) -> None:
    assert isinstance(part, QAbstractButton)
    if isinstance(part, Radio):
        part.setFocus()
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
