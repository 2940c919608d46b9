"""The page follows the engine: relevance, mistakes, languages, and the way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import Theme, apply
from desktop.widgets import FormView
from forms import FormEngine
from tests.desktop.widgets.page import Page

Open = Callable[..., Page]

FORM = """type | name | label | hint | appearance | required | relevant | constraint | \
constraint_message
    text | wishes | What she wants | In her words. | multiline | | | |
    select_one yn | more | Is there more? | | | | | |
    text | what | What else | | | yes | ${more} = 'y' | |
    integer | age | Age | | | | | . < 120 | Not that old.
    begin group | after | Afterwards | | | | ${more} = 'y' | |
    text | next | What comes next | | | | | |
    end group | | | | | | | |
    text | last | Anything else | | | | | |"""


def test_every_keystroke_is_in_the_engine_and_announced(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FORM)
    told: list[str] = []
    page.view.changed.connect(lambda: told.append(page.engine.node("/data/wishes").value))
    qtbot.keyClicks(page.focus("/data/wishes"), "park")
    assert told == ["p", "pa", "par", "park"]


def test_undo_belongs_to_the_field(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FORM)
    field = page.focus("/data/wishes")
    qtbot.keyClicks(field, "one two")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.engine.node("/data/wishes").value == ""
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.engine.node("/data/wishes").value == "one two"


def test_what_is_not_relevant_is_not_there(open_page: Open) -> None:
    page = open_page(FORM)
    assert not page.question("/data/what").isVisible()
    assert not page.question("/data/after/next").isVisible()
    page.question("/data/more").answer.give("y")
    assert page.question("/data/what").isVisible()
    assert page.question("/data/after/next").isVisible()
    page.question("/data/more").answer.give("n")
    assert not page.question("/data/what").isVisible()


def test_what_has_the_focus_stays_where_it_is(open_page: Open) -> None:
    rows = "\n".join(f"text | q{n} | Question {n} | ${{last}} != ''" for n in range(20))
    page = open_page(
        f"type | name | label | relevant\ntext | first | First |\n{rows}\ntext | last | Last |\n"
        + "\n".join(f"text | r{n} | Rest {n} |" for n in range(20))
    )
    field = page.focus("/data/last")
    page.view.verticalScrollBar().setValue(10)
    page.settle()
    before = field.mapTo(page.view, field.rect().topLeft()).y()
    field.insertPlainText("x")  # type: ignore[attr-defined]
    page.settle()
    assert page.question("/data/q0").isVisible()
    assert field.mapTo(page.view, field.rect().topLeft()).y() == before


def test_a_mistake_is_told_after_leaving_and_goes_when_mended(
    open_page: Open, qtbot: QtBot
) -> None:
    page = open_page(FORM)
    question = page.question("/data/age")
    field = page.focus("/data/age")
    qtbot.keyClicks(field, "130")
    assert not question.is_wrong
    page.focus("/data/last")
    assert question.is_wrong
    assert "Not that old." in field.accessibleDescription()
    page.focus("/data/age")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not question.is_wrong
    assert "Not that old." not in field.accessibleDescription()


def test_nobody_is_told_off_for_passing_by_a_required_question(
    open_page: Open, qtbot: QtBot
) -> None:
    page = open_page(FORM)
    page.question("/data/more").answer.give("y")
    page.focus("/data/what")
    page.focus("/data/last")
    assert not page.question("/data/what").is_wrong
    assert page.view.show_violations() == 1
    assert page.question("/data/what").is_wrong
    assert QApplication.focusWidget() is page.field("/data/what")
    qtbot.keyClicks(page.field("/data/what"), "x")
    assert not page.question("/data/what").is_wrong
    assert page.view.show_violations() == 0


def test_required_is_said_in_words(open_page: Open) -> None:
    page = open_page(FORM)
    page.question("/data/more").answer.give("y")
    assert "required" in page.field("/data/what").accessibleName()
    assert "required" not in page.field("/data/last").accessibleName()


def test_lock_and_return_lead_back_to_the_caret(open_page: Open, qtbot: QtBot) -> None:
    rows = "\n".join(f"text | q{n} | Question {n} | multiline" for n in range(40))
    page = open_page(f"type | name | label | appearance\n{rows}")
    field = page.focus("/data/q30")
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "hello there")
    for _sign in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Left)
    qtbot.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    page.settle()
    place = page.view.focus_place()
    scroll = page.view.verticalScrollBar().value()
    assert scroll > 0

    view = FormView(FormEngine(page.engine.form, page.engine.draft()))
    qtbot.addWidget(view)
    view.resize(page.view.size())
    view.restore_place(place)
    assert view.focus_place() == place  # also before the form is built
    view.show()
    view.activateWindow()
    view.complete()
    page.settle()
    again = view.part("/data/q30").answer.parts()[0]  # type: ignore[union-attr]
    assert isinstance(again, QPlainTextEdit)
    assert again.hasFocus()
    assert (again.textCursor().position(), again.textCursor().anchor()) == (5, 6)
    assert view.verticalScrollBar().value() == scroll
    assert view.focus_place() == place


@pytest.mark.parametrize("place", [{}, {"path": "/data/gone", "caret": 9}, {"scroll": "x"}])
def test_a_place_that_is_no_more_does_no_harm(open_page: Open, place: dict[str, object]) -> None:
    page = open_page(FORM)
    page.view.restore_place(place)
    page.view.take_focus()
    assert page.field("/data/wishes").hasFocus()


def test_tab_goes_on_in_reading_order_also_past_what_appeared(
    open_page: Open, qtbot: QtBot
) -> None:
    page = open_page(FORM)
    page.question("/data/more").answer.give("y")
    page.focus("/data/wishes")
    seen = []
    for _step in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(_path_of(page, QApplication.focusWidget()))
    assert seen == [
        "/data/more",
        "/data/what",
        "/data/age",
        "/data/after/next",
        "/data/last",
    ]


def test_no_part_is_ever_a_window_of_its_own(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FORM)
    page.question("/data/more").answer.give("y")
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [page.window]


def test_guidance_unfolds_with_its_source(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(
        "type | name | label | guidance_hint\ntext | q | Question | Because it protects her."
    )
    field = page.focus("/data/q")
    qtbot.keyClick(field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    texts = [
        each.text()
        for each in page.question("/data/q").findChildren(QWidget)
        if hasattr(each, "text") and each.isVisible()
    ]
    assert "Because it protects her." in texts
    qtbot.keyClick(field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert not any(
        hasattr(each, "text") and each.isVisible() and each.text() == "Because it protects her."
        for each in page.question("/data/q").findChildren(QWidget)
    )


def test_the_language_changes_live_and_turns_the_page(open_page: Open) -> None:
    page = open_page(
        """type | name | label::English (en) | label::Arabic (ar) | hint::English (en) | \
hint::Arabic (ar)
        text | q | What was said | ماذا قيل | Her words. | كلماتها
        select_one yn | s | Alone? | وحدها؟ | |""",
        """list_name | name | label::English (en) | label::Arabic (ar)
        yn | y | Yes | نعم
        yn | n | No | لا""",
    )
    field = page.focus("/data/q")
    field.insertPlainText("her own words")  # type: ignore[attr-defined]
    page.view.set_language("ar")
    page.settle()
    assert field.accessibleName() == "ماذا قيل"
    assert field.isRightToLeft()
    assert [part.text() for part in page.question("/data/s").answer.parts()] == ["نعم", "لا"]  # type: ignore[attr-defined]
    yes, no = page.question("/data/s").answer.parts()
    assert yes.x() > no.x()
    assert field.toPlainText() == "her own words"  # type: ignore[attr-defined]
    assert field.hasFocus()
    page.view.set_language("en")
    assert field.accessibleName() == "What was said"
    assert not field.isRightToLeft()


def test_fields_widen_with_the_text(open_page: Open, qapp: QApplication) -> None:
    page = open_page("type | name | label\ndateTime | q | When\nselect_one yn | s | Which")
    page.engine.set("/data/q", "2026-11-21T22:50:00.000+00:00")
    field = page.field("/data/q")
    before = field.width()
    apply(qapp, Theme.LIGHT, 2.0)
    page.settle()
    assert field.width() == before * 2
    apply(qapp, Theme.LIGHT)


def test_words_begin_at_the_side_of_their_own_script(open_page: Open) -> None:
    page = open_page(FORM)
    field = page.focus("/data/wishes")
    assert isinstance(field, QPlainTextEdit)
    field.insertPlainText("أريد")
    assert field.cursorRect().x() < field.width() - 20
    assert field.document().defaultTextOption().alignment() == Qt.AlignmentFlag.AlignRight
    field.selectAll()
    field.insertPlainText("1. parking")
    assert field.document().defaultTextOption().alignment() == Qt.AlignmentFlag.AlignLeft


def test_a_new_interface_language_loses_nothing(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FORM)
    qtbot.keyClicks(page.focus("/data/wishes"), "park")
    before = page.engine.draft()
    QApplication.sendEvent(page.window, QEvent(QEvent.Type.LanguageChange))
    assert page.engine.draft() == before
    assert page.field("/data/wishes").accessibleName() == "What she wants"


def test_a_text_grows_and_the_page_with_it(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FORM)
    field = page.focus("/data/last")
    assert isinstance(field, QPlainTextEdit)
    before = field.height()
    field.insertPlainText("word " * 400)
    page.settle()
    assert field.height() > before * 3
    caret = field.mapTo(page.view.viewport(), field.cursorRect().center())
    assert page.view.viewport().rect().contains(caret)
    assert field.document().size().height() * field.fontMetrics().lineSpacing() <= field.height()


def _path_of(page: Page, widget: QWidget | None) -> str:
    from desktop.widgets.focus import question_of

    question = question_of(widget)
    return question.answer.path if question else ""
