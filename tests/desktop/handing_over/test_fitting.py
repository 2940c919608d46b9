"""A small window that asks something is ready to be typed into, also where it scrolls."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.theme.buttons import Button
from desktop.theme.fitting import FittingDialog
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


def test_it_stays_on_the_screen_as_it_grows(notebook: Notebook, qtbot: QtBot) -> None:
    """Its buttons are at its foot: below the edge of the screen nobody would find them."""
    window = FittingDialog(400, notebook.shell)
    window.column.addWidget(Label("words\n" * 10))
    window.set_foot(row(None, Button("Close")))
    room = window.screen().availableGeometry()
    window.open()
    qtbot.waitUntil(window.isVisible)
    window.move(window.x(), room.bottom() - window.frameGeometry().height())
    before = window.height()
    window.column.addWidget(Label("more\n" * 10))
    qtbot.waitUntil(lambda: window.height() > before)
    assert window.frameGeometry().bottom() <= room.bottom()
    window.hide()
