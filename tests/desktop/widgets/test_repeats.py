"""Repeats are added, folded, removed and brought back, and nothing is lost or mixed up."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.theme.notices import Toast
from desktop.widgets.sections import InstanceCard, RepeatSection
from desktop.widgets.undo import put_back
from forms import Form, FormEngine
from tests.desktop.widgets.page import Page

Open = Callable[..., Page]

FORM = """type | name | label | relevant | calculation | repeat_count
    text | before | Before | | |
    begin repeat | who | Who was there | | |
    text | name | Name | | |
    select_one yn | more | More? | | |
    text | words | In words | ${more} = 'y' | |
    calculate | double | | | concat(${name}, ${name}) |
    begin repeat | phone | Phone | | |
    text | number | Number | | |
    end repeat | | | | |
    end repeat | | | | |
    text | after | After | | |"""


def test_an_instance_is_added_with_the_caret_in_it(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FORM)
    _press(qtbot, _repeat(page).add_button)
    assert len(_repeat(page).cards) == 2
    qtbot.keyClicks(QApplication.focusWidget(), "Ann")
    assert page.engine.node("/data/who[2]/name").value == "Ann"


def test_removing_shifts_the_others_and_undo_brings_all_back(open_page: Open, qtbot: QtBot) -> None:
    page = _filled(open_page(FORM))
    before = page.engine.draft()
    _press(qtbot, _button(_card(page, 1), "Remove"))
    assert _names(page) == ["Ann", "Cas"]
    assert [page.engine.node(f"/data/who[{n}]/name").value for n in (1, 2)] == ["Ann", "Cas"]
    toast = page.view.findChild(Toast)
    assert toast is not None
    assert toast.isVisible()
    _press(qtbot, _button(toast, "Undo"))
    assert _names(page) == ["Ann", "Bea", "Cas"]
    assert page.engine.draft() == before
    assert not toast.isVisible()


def test_undo_is_gone_once_something_else_is_written_there(open_page: Open, qtbot: QtBot) -> None:
    page = _filled(open_page(FORM))
    _press(qtbot, _button(_card(page, 1), "Remove"))
    toast = page.view.findChild(Toast)
    assert toast is not None
    page.question("/data/before").answer.give("x")
    assert toast.isVisible()
    page.question("/data/who[1]/name").answer.give("Anna")
    assert not toast.isVisible()


def test_a_folded_card_tells_what_it_holds(open_page: Open, qtbot: QtBot) -> None:
    page = _filled(open_page(FORM))
    card = _card(page, 0)
    _press(qtbot, card.folder)
    assert card.is_folded
    assert not page.question("/data/who[1]/name").isVisible()
    assert "Ann" in [label.text() for label in card.findChildren(type(card._told))]
    assert page.view.focus_place()["folded"] == ["/data/who[1]"]
    _press(qtbot, card.folder)
    assert page.question("/data/who[1]/name").isVisible()


def test_many_instances_open_folded_and_are_built_when_opened(open_page: Open) -> None:
    page = open_page(FORM)
    for _number in range(9):
        page.engine.add("/data/who")
    again = open_page(FormEngine(page.engine.form, page.engine.draft()))
    assert [card.is_folded for card in _repeat(again).cards] == [True] * 9 + [False]
    assert again.view.part("/data/who[1]/name") is None
    _card(again, 0).fold(False)
    again.settle()
    assert again.question("/data/who[1]/name").isVisible()


def test_a_mistake_in_a_folded_card_opens_it(open_page: Open) -> None:
    page = open_page(
        """type | name | label | required
        begin repeat | who | Who |
        text | name | Name | yes
        end repeat | | |"""
    )
    _card(page, 0).fold(True)
    assert page.view.show_violations() == 1
    assert page.question("/data/who[1]/name").isVisible()
    assert page.question("/data/who[1]/name").is_wrong


def test_a_count_that_the_form_decides_offers_no_buttons(open_page: Open) -> None:
    page = open_page(
        """type | name | label | repeat_count
        integer | n | How many |
        begin repeat | who | Who | ${n}
        text | name | Name |
        end repeat | | | """
    )
    page.question("/data/n").answer.give("3")
    page.settle()
    assert len(_repeat(page).cards) == 3
    assert not _repeat(page).add_button.isVisible()
    page.question("/data/who[3]/name").answer.give("Cas")
    page.question("/data/n").answer.give("2")
    assert len(_repeat(page).cards) == 2


def test_tab_order_takes_in_new_instances(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FORM)
    _press(qtbot, _repeat(page).add_button)
    page.settle()
    page.focus("/data/who[2]/name")
    for _step in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.field("/data/after"):
            return
    raise AssertionError("the way never came to the question after the repeat")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["set", "add", "add", "remove", "nest", "nest", "more"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.text("abc", max_size=3),
    ),
    min_size=3,
    max_size=16,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, victim=st.integers(0, 3))
def test_what_is_put_back_is_what_was_there(
    make_form: Callable[[str], Form], steps: list[tuple[str, int, int, str]], victim: int
) -> None:
    engine = FormEngine(make_form(FORM))
    for kind, one, two, text in steps:
        _step(engine, kind, one, two, text)
    count = len(engine.body("/data/who"))
    if not count:
        return
    before = engine.draft()
    engine.remove(f"/data/who[{victim % count + 1}]")
    put_back(engine, "/data/who", before)
    assert engine.draft() == before


def _step(engine: FormEngine, kind: str, one: int, two: int, text: str) -> None:
    if kind == "add":
        engine.add("/data/who")
        return
    count = len(engine.body("/data/who"))
    if not count:
        return
    path = f"/data/who[{one % count + 1}]"
    if kind == "remove":
        engine.remove(path)
    elif kind == "more":
        engine.set(f"{path}/more", "y" if two % 2 else "n")
    elif kind == "nest":
        engine.add(f"{path}/phone")
        engine.set(f"{path}/phone[{len(engine.body(f'{path}/phone'))}]/number", text)
    else:
        engine.set(f"{path}/{('name', 'words')[two % 2]}", text)


def _filled(page: Page) -> Page:
    """Three people: Ann, Bea with words that don't count at the moment, Cas with two phones."""
    for number, name in enumerate(("Ann", "Bea", "Cas"), 1):
        if number > 1:
            page.view._instances.add("/data/who")
        page.question(f"/data/who[{number}]/name").answer.give(name)
    page.question("/data/who[2]/more").answer.give("y")
    page.question("/data/who[2]/words").answer.give("hers alone")
    page.question("/data/who[2]/more").answer.give("n")
    for _phone in range(2):
        page.view._instances.add("/data/who[3]/phone")
    page.question("/data/who[3]/phone[2]/number").answer.give("07700 900123")
    page.settle()
    return page


def _repeat(page: Page) -> RepeatSection:
    part = page.view.part("/data/who")
    assert isinstance(part, RepeatSection)
    return part


def _card(page: Page, index: int) -> InstanceCard:
    return _repeat(page).cards[index]


def _names(page: Page) -> list[str]:
    shown = []
    for number, _card in enumerate(_repeat(page).cards, 1):
        field = page.field(f"/data/who[{number}]/name")
        assert isinstance(field, QPlainTextEdit)
        shown.append(field.toPlainText())
    return shown


def _button(parent: object, words: str) -> QPushButton:
    found = parent.findChildren(QPushButton)  # type: ignore[attr-defined]
    return next(button for button in found if button.text() == words)


def _press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    for _round in range(3):
        QApplication.processEvents()
