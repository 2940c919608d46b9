"""Whoever comes by Tab sees the theme's ring on a button, and not Qt's own rectangle within it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.theme.buttons import KINDS, Button


@pytest.mark.parametrize("kind", KINDS)
def test_tab_draws_nothing_but_the_ring(qtbot: QtBot, kind: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Theme.LIGHT)
    window = QWidget()
    column = QVBoxLayout(window)
    first, button = Button("First"), Button("Words", kind)
    column.addWidget(first)
    column.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    button.setFocus()
    by_hand = seen(button)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert seen(button) == by_hand


def seen(button: Button) -> QImage:
    return button.grab().toImage()
