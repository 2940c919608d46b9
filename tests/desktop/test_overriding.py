"""An error in a method that Qt calls is raised where Python called Qt, whatever raised it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GONE = """
from desktop.overriding import guard
guard()
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Window(QWidget):
    def keyPressEvent(self, event):
        gone.text()

class Heir(Window):
    def keyPressEvent(self, event):
        super().keyPressEvent(event)

app = QApplication([])
gone = QLabel()
shiboken6.delete(gone)
for kind in (Window, Heir):
    window = kind()
    try:
        QTest.keyClick(window, Qt.Key.Key_A)
    except RuntimeError as error:
        print(error)
"""


def test_what_is_gone_does_not_end_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", GONE], capture_output=True, cwd=ROOT, timeout=60, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("already deleted") == 2
