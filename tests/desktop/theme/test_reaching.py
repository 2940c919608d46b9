"""A press beside a small control counts for it, up to the size of a touch target."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.buttons import Button
from desktop.theme.fields import TextField
from desktop.theme.labels import Label
from desktop.theme.reaching import Reaching, reached
from desktop.theme.tokens import TOUCH


class _Window(Reaching, QWidget):
    """A window of three controls with air between them."""

    def __init__(self) -> None:
        super().__init__()
        self.button, self.field, self.choice = Button("Open"), TextField(), QComboBox()
        self.choice.addItems(["One", "Two"])
        self.presses = 0
        self.button.clicked.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(40)
        for part in (self.button, Label("Only words"), self.field, self.choice):
            column.addWidget(part)

    def _count(self) -> None:
        self.presses += 1


def _shown(qtbot: QtBot) -> _Window:
    window = _Window()
    qtbot.addWidget(window)
    window.resize(400, 400)
    window.show()
    qtbot.waitExposed(window)
    return window


def _beside(control: QWidget, pixels: int) -> QPoint:
    """A point of the window that is `pixels` above `control`."""
    return control.mapTo(control.window(), QPoint(control.width() // 2, -pixels))


def _press(window: QWidget, at: QPoint, let_go: QPoint | None = None) -> None:
    """As a finger does: what lies there gets the press, the window what nothing takes."""
    under = window.childAt(at) or window
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(under, left, pos=under.mapFrom(window, at))
    QTest.mouseRelease(under, left, pos=under.mapFrom(window, let_go or at))


def test_a_press_beside_a_button_is_a_press_of_it(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    assert window.button.height() < TOUCH
    _press(window, _beside(window.button, 2))
    assert window.presses == 1


def test_a_press_further_away_is_none(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    _press(window, _beside(window.button, 20))
    assert window.presses == 0


def test_whoever_moves_away_before_letting_go_has_thought_better_of_it(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    near = _beside(window.button, 2)
    _press(window, near, near - QPoint(0, 30))
    assert window.presses == 0


def test_what_cannot_be_used_now_is_not_reached(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    window.button.setEnabled(False)
    assert reached(window, _beside(window.button, 2)) is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_field_gets_the_caret_and_a_choice_opens(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    _press(window, _beside(window.field, 1))
    assert window.focusWidget() is window.field
    _press(window, _beside(window.choice, 1))
    assert window.choice.view().isVisible()
    window.choice.hidePopup()
