"""The month that opens under a field of a date."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.demo.camera import wear
from desktop.theme.look import current
from desktop.widgets.calendar import CalendarPopup

pytestmark = pytest.mark.qt_log_ignore(r"raise\(\)", "grabbing the keyboard")


def test_nothing_shines_through(qtbot: QtBot) -> None:
    """Without a compositor what is not painted is black, and with one it is the page behind."""
    wear("light", 1.0)
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    popup = CalendarPopup(date(2026, 11, 22), field)
    popup.open_under(field)
    shown = popup.grab().toImage()
    for place in (QPoint(shown.width() // 2, 5), QPoint(5, shown.height() // 2)):
        assert shown.pixelColor(place) == QColor(current().colours.raised)
    popup.close()
