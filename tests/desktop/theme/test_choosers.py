"""The lines of a list that opens stand below each other, each as tall as a fingertip."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.demo.camera import wear
from desktop.theme.choosers import Chooser
from desktop.theme.tokens import TOUCH

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_no_line_lies_over_another(qtbot: QtBot) -> None:
    wear("light", 1.0)
    window = QDialog()
    qtbot.addWidget(window)
    chooser = Chooser(window)
    QVBoxLayout(window).addWidget(chooser)
    chooser.addItems(["One", "Two", "Three"])
    chooser.view().doItemsLayout()  # as happens while a window is put together
    window.open()
    chooser.showPopup()
    view, model = chooser.view(), chooser.model()
    lines = [view.visualRect(model.index(row, 0)) for row in range(chooser.count())]
    for line, following in pairwise(lines):
        assert line.height() >= TOUCH
        assert following.top() == line.bottom() + 1
    chooser.hidePopup()
