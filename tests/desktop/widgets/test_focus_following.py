"""Who follows the focus is told while whole, and never once it is being cleared away."""

import gc

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.widgets.focus_following import follow_focus


class Follower(QObject):
    """Belongs to a page, and holds it."""

    def __init__(self, page: "Page", told: list[QWidget | None]) -> None:
        super().__init__(page)
        self.page, self.told = page, told
        follow_focus(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        assert self.page
        self.told.append(new)


class Page(QWidget):
    """A window of its own with a field."""

    def __init__(self, told: list[QWidget | None]) -> None:
        super().__init__()
        self.follower = Follower(self, told)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)


@pytest.fixture
def told() -> list[QWidget | None]:
    return []


def shown(qtbot: QtBot, told: list[QWidget | None]) -> Page:
    page = Page(told)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.field.setFocus()
    qtbot.waitUntil(page.field.hasFocus)
    return page


def test_the_focus_is_followed(qtbot: QtBot, told: list[QWidget | None]) -> None:
    page = shown(qtbot, told)
    qtbot.addWidget(page)
    assert told[-1] is page.field


def test_a_page_that_is_cleared_away_with_the_focus_hears_nothing(
    qtbot: QtBot, told: list[QWidget | None]
) -> None:
    page = shown(qtbot, told)
    heard = len(told)
    with capture_exceptions() as caught:
        del page
        gc.collect()
        qtbot.wait(20)
    assert not caught
    assert len(told) == heard
