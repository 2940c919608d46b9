"""Whatever is pressed answers in 44 × 44 pixels (WCAG 2.2, 2.5.5), on every page and window."""

from collections.abc import Iterable
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QListView, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.demo.camera import settle, wear
from desktop.speaking import speak
from desktop.theme.fields import SearchField
from desktop.theme.tokens import TOUCH
from desktop.widgets.calendar import CalendarPopup
from tests.desktop.everybody import reaching
from tests.desktop.everybody.stage import Scene, Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_every_control_is_as_large_as_a_fingertip(stage: Stage) -> None:
    stage.strike()
    wear("light", 1.0)
    speak("en")
    found = _small(stage.door())
    stage.build()
    found |= _small(stage.pages()) | _small(stage.dialogs())
    assert not sorted(found)


def test_so_is_every_row_of_a_list(stage: Stage) -> None:
    stage.build()
    low = {
        f"{name}: {type(each).__name__} “{each.accessibleName()}”"
        for name, window in stage.pages()
        for each in window.findChildren(QListView)
        if each.isVisible() and each.model().rowCount() and each.sizeHintForRow(0) < TOUCH
    }
    assert not low


def test_so_are_days_of_a_calendar(qtbot: QtBot) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    popup = CalendarPopup(date(2026, 11, 22), field)
    popup.open_under(field)
    settle()
    days = popup.findChild(QTableView)
    assert days is not None
    assert min(days.rowHeight(1), days.columnWidth(1)) >= TOUCH - 1
    assert not list(reaching.small(popup))
    popup.close()


def test_so_are_the_lines_of_a_menu_and_of_a_choice(qtbot: QtBot) -> None:
    wear("light", 1.0)
    menu, choice = QMenu(), QComboBox()
    line = menu.addAction("Hand over")
    choice.addItems(["One", "Two"])
    for each in (menu, choice):
        qtbot.addWidget(each)
    menu.ensurePolished()
    assert menu.actionGeometry(line).height() >= TOUCH
    choice.show()
    choice.showPopup()
    assert choice.view().sizeHintForRow(0) >= TOUCH
    choice.hidePopup()


def test_so_is_what_empties_a_search(qtbot: QtBot) -> None:
    wear("light", 1.0)
    field = SearchField("Search")
    qtbot.addWidget(field)
    field.resize(300, field.sizeHint().height())
    field.show()
    field.setText("a")
    settle()
    assert not list(reaching.small(field))


def _small(scenes: Iterable[Scene]) -> set[str]:
    return {f"{name}: {each}" for name, window in scenes for each in reaching.small(window)}
