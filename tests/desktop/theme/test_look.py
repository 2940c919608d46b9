"""One call dresses the application; a change of theme or text size shows at once."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import Theme, apply, current
from desktop.theme.stylesheet import blend
from desktop.theme.tokens import CONTRAST, DARK, LIGHT
from translations import fonts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_each_theme_brings_its_colours(qapp: QApplication) -> None:
    for theme, colours in ((Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.CONTRAST, CONTRAST)):
        apply(qapp, theme)
        assert current().colours == colours
        assert qapp.palette().window().color().name().upper() == colours.background
        assert colours.accent in qapp.styleSheet()
    apply(qapp, Theme.LIGHT)


def test_text_scale_reaches_the_font_and_the_controls(qapp: QApplication, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    apply(qapp, Theme.LIGHT, 1.5)
    field.ensurePolished()
    assert qapp.font().pixelSize() == 21
    assert field.sizeHint().height() >= 60
    apply(qapp, Theme.LIGHT)
    assert qapp.font().family() == fonts.FAMILY


def test_a_field_keeps_its_size_when_it_takes_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    apply(qapp, Theme.LIGHT)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for widget in (QLabel("Passphrase"), QLineEdit(), QPushButton("Open")):
        column.addWidget(widget)
    page.show()
    before = page.sizeHint()
    for field in page.findChildren(QLineEdit) + page.findChildren(QPushButton):
        field.setFocus()
        qapp.processEvents()
        assert page.sizeHint() == before


def test_blend_lies_between() -> None:
    assert blend("#000000", "#FFFFFF", 0.5) == "#808080"
    assert blend("#0E6767", "#FFFFFF", 0) == "#0E6767"


FORGETFUL = """
import gc
from PySide6.QtWidgets import QApplication, QLabel
from desktop.theme import Theme, apply
from desktop.theme.fields import WritingField

class Forgotten(QLabel):
    def __init__(self):
        super().__init__("x")
        self.itself = self
        self.ensurePolished()

def forget():
    for _ in range(300):
        Forgotten()

gc.set_threshold(100_000, 1000, 1000)
app = QApplication([])
apply(app, Theme.LIGHT)
kept = []
for number in range(100):
    if number % 10 == 0:
        forget()
    kept.append(WritingField())
    kept[-1].ensurePolished()
gc.set_threshold(1, 1, 1)
for theme in (Theme.DARK, Theme.LIGHT, Theme.DARK):
    apply(app, theme)
    forget()
print("alive")
"""


def test_widgets_forgotten_by_python_survive_a_change_of_theme() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORGETFUL], capture_output=True, text=True, check=False
    )
    assert done.stdout == "alive\n", done.stderr
