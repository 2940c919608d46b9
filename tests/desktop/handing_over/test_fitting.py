"""A small window that asks something is ready to be typed into, also where it scrolls."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.handing_over.fitting import FittingDialog
from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label


@pytest.mark.parametrize("own_wish", [False, True])
def test_the_first_field_has_the_focus_unless_another_one_wants_it(
    notebook: Notebook, qtbot: QtBot, own_wish: bool
) -> None:
    window = FittingDialog(400, notebook.shell)
    first, second = QLineEdit(), QLineEdit()
    for part in (Label("words\n" * 80), first, second):
        window.column.addWidget(part)
    window.set_foot(row(None, Button("Close")))
    if own_wish:
        second.setFocus()
    window.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is (second if own_wish else first))
    window.hide()
