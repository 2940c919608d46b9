"""Very long texts: the caret stays in sight, and a lock leads back to the same line."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from forms import FormEngine
from tests.desktop.widgets.page import Page

Open = Callable[..., Page]
FORM = (
    "type | name | label | appearance\ntext | a | Before | multiline\ntext | b | Said | multiline"
)
LONG = "\n".join(f"{n}: she said that he had come back, and more. " * 3 for n in range(1500))


def caret_in_view(page: Page, field: QPlainTextEdit) -> int:
    return field.mapTo(page.view.viewport(), field.cursorRect().center()).y()


def test_the_caret_is_in_sight_after_a_long_paste(open_page: Open, qtbot: QtBot) -> None:
    assert len(LONG) > 200_000
    page = open_page(FORM)
    field = page.focus("/data/b")
    assert isinstance(field, QPlainTextEdit)
    QGuiApplication.clipboard().setText(LONG)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    assert page.engine.node("/data/b").value == LONG
    assert 0 < caret_in_view(page, field) < page.view.viewport().height()


def test_the_caret_is_in_sight_after_a_long_text_is_taken_out(
    open_page: Open, qtbot: QtBot
) -> None:
    page = open_page(FORM + "\ntext | c | After | multiline")
    page.question("/data/b").answer.give(LONG)
    page.question("/data/b").answer.show_value(LONG)
    page.question("/data/c").answer.give(LONG)
    page.question("/data/c").answer.show_value(LONG)
    field = page.focus("/data/b")
    assert isinstance(field, QPlainTextEdit)
    field.moveCursor(QTextCursor.MoveOperation.End)
    page.settle()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    page.settle()
    assert page.engine.node("/data/b").value == ""
    assert 0 < caret_in_view(page, field) < page.view.viewport().height()


def test_a_lock_leads_back_to_the_same_line(open_page: Open) -> None:
    page = open_page(FORM)
    page.engine.set("/data/a", LONG)
    page.question("/data/b").answer.give(LONG)
    page.question("/data/a").answer.show_value(LONG)
    field = page.focus("/data/b")
    assert isinstance(field, QPlainTextEdit)
    page.settle()
    cursor = field.textCursor()
    cursor.setPosition(len(LONG) // 2)
    field.setTextCursor(cursor)
    page.settle()
    before = caret_in_view(page, field)
    place = page.view.focus_place()
    again = open_page(FormEngine(page.engine.form, page.engine.draft()))
    again.view.restore_place(place)
    again.settle()
    back = again.field("/data/b")
    assert isinstance(back, QPlainTextEdit)
    assert back.textCursor().position() == len(LONG) // 2
    assert caret_in_view(again, back) == before


def test_the_bar_stands_where_reading_ends(open_page: Open) -> None:
    page = open_page(FORM)
    page.view._turn("ar")
    page.question("/data/b").answer.give(LONG)
    page.question("/data/b").answer.show_value(LONG)
    page.settle()
    bar = page.view.verticalScrollBar()
    assert bar.mapTo(page.view, QPoint(0, 0)).x() == 0
