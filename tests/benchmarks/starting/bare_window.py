"""The peer: a Fusion window with one label, one field and one button; says when it is painted."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class Window(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("painted", flush=True))


application = QApplication(sys.argv)
application.setStyle("Fusion")
window = Window()
column = QVBoxLayout(window)
column.addWidget(QLabel("Passphrase"))
column.addWidget(QLineEdit())
column.addWidget(QPushButton("Open"))
window.show()
sys.exit(application.exec())
