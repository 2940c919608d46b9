from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.theme.window_icon import window_icon


def test_every_size_is_drawn(qapp: QApplication) -> None:
    icon = window_icon()
    sides = [size.width() for size in icon.availableSizes()]
    assert sides == [16, 24, 32, 48, 64, 128, 256]
    for side in sides:
        image = icon.pixmap(side, side).toImage()
        assert image.pixelColor(0, 0).alpha() == 0  # the corner lies outside the book
        assert image.pixelColor(side // 2, side // 2).alpha() == 255


def test_windows_wear_it(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp)
    qtbot.waitUntil(lambda: not qapp.windowIcon().isNull())
