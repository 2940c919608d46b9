"""A window that nobody has placed yet fits the screen, with its frame."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.room import FRAME, take_room


def test_one_that_fits_has_its_size(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    size = window.screen().availableSize() - FRAME
    take_room(window, size)
    assert (window.size(), window.isMaximized()) == (size, False)


def test_one_as_large_as_the_screen_takes_all_of_it(qtbot: QtBot) -> None:
    for wider, taller in ((0, 0), (FRAME.width(), 0), (-400, 0), (0, -400), (500, 500)):
        window = QWidget()
        qtbot.addWidget(window)
        room = window.screen().availableSize()
        take_room(window, room + QSize(wider, taller))
        assert window.isMaximized()
