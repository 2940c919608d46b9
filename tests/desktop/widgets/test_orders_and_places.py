"""Orders by drag and by keys, stars, and places typed by hand."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.fields import ErrorLine
from tests.desktop.widgets.page import Page

Open = Callable[..., Page]
CHOICES = "list_name | name | label\nabc | a | Rest\nabc | b | Money\nabc | c | A safe place"


def rank(open_page: Open) -> tuple[Page, list[QWidget]]:
    page = open_page("type | name | label\nrank abc | q | What matters", CHOICES)
    ups = [part for part in page.question("/data/q").answer.parts() if part.parent() is not None]
    rows: list[QWidget] = []
    for up in ups[:-1:2]:
        row = up.parentWidget()
        assert row is not None
        rows.append(row)
    return page, rows


def test_a_thing_is_dragged_to_its_place(open_page: Open, qtbot: QtBot) -> None:
    page, rows = rank(open_page)
    start = QPoint(30, rows[0].height() // 2)
    qtbot.mousePress(rows[0], Qt.MouseButton.LeftButton, pos=start)
    for row in rows[1:]:
        there = QPoint(30, row.y() + row.height() // 2 - rows[0].y())
        qtbot.mouseMove(rows[0], there)
        page.settle()
    qtbot.mouseRelease(rows[0], Qt.MouseButton.LeftButton, pos=there)
    assert page.engine.node("/data/q").value == "b c a"


def test_a_click_alone_gives_no_order(open_page: Open, qtbot: QtBot) -> None:
    page, rows = rank(open_page)
    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert page.engine.node("/data/q").value == ""


def test_alt_and_an_arrow_move_what_has_the_focus(open_page: Open, qtbot: QtBot) -> None:
    page, _rows = rank(open_page)
    page.focus("/data/q", 2)
    for _press in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.engine.node("/data/q").value in {"a c b", "a b c"}


def test_stars_take_keys_and_can_be_taken_back(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(
        """type | name | label | appearance | parameters
        range | q | How warm | rating | start=1 end=5 step=1"""
    )
    qtbot.keyClick(page.focus("/data/q"), Qt.Key.Key_Space)
    qtbot.keyClick(page.field("/data/q"), Qt.Key.Key_Right)
    assert page.engine.node("/data/q").value == "2"
    qtbot.keyClick(page.field("/data/q", 1), Qt.Key.Key_Delete)
    assert page.engine.node("/data/q").value == ""


def test_a_way_is_typed_line_by_line(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\ngeotrace | q | Way\ntext | t | T")
    field = page.focus("/data/q")
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "53.8, -1.5")
    page.focus("/data/t")
    assert "two places" in page.question("/data/q").findChildren(ErrorLine)[0].text()
    assert page.engine.violations()
    page.focus("/data/q")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "53.9, -1.50")
    assert page.engine.node("/data/q").value == "53.8 -1.5 0 0; 53.9 -1.50 0 0"
    assert not page.engine.violations()
    qtbot.keyClicks(field, " north")
    page.focus("/data/t")
    assert "Line 2" in page.question("/data/q").findChildren(ErrorLine)[0].text()


def test_an_area_closes_itself_and_keeps_what_was_measured(open_page: Open, qtbot: QtBot) -> None:
    page = open_page("type | name | label\ngeoshape | q | Area")
    stored = "53.8 -1.5 10 3; 53.9 -1.5 11 3; 53.9 -1.4 12 3; 53.8 -1.5 10 3"
    page.question("/data/q").answer.give(stored)
    field = page.field("/data/q")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "53.8, -1.5\n53.9, -1.5\n53.9, -1.4"
    field.appendPlainText("53.8, -1.4")
    assert page.engine.node("/data/q").value == (
        "53.8 -1.5 10 3; 53.9 -1.5 11 3; 53.9 -1.4 12 3; 53.8 -1.4 0 0; 53.8 -1.5 10 3"
    )


def test_a_picker_stands_at_the_side_where_reading_begins(open_page: Open) -> None:
    page = open_page(
        "type | name | label | appearance\nselect_one abc | q | Q | autocomplete", CHOICES
    )
    page.view._turn("ar")
    page.settle()
    field = page.field("/data/q").findChild(QLineEdit)
    assert field.alignment() & Qt.AlignmentFlag.AlignRight
    page.view._turn("en")
    assert field.alignment() & Qt.AlignmentFlag.AlignLeft
