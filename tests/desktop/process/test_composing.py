"""What is being composed is settled in the field that has the focus, whatever had it before."""

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.locking.composing import Composing

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
OFFERED = "\u5979\u8aaa"


def test_it_follows_the_focus_away_from_a_field_that_is_deleted(qtbot: QtBot) -> None:
    """A field gives the focus away while it is being deleted."""
    window = QDialog()
    column = QVBoxLayout(window)
    first, second = QLineEdit(), QLineEdit()
    for field in (first, second):
        column.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    composing = Composing()
    assert QGuiApplication.focusObject() is first
    delete(first)
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    QGuiApplication.sendEvent(second, QInputMethodEvent(OFFERED, []))
    assert second.text() == ""
    composing.settle()
    assert second.text() == OFFERED
    composing.deleteLater()
