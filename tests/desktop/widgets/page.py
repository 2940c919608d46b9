"""A form view in a window, as the tests use it."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets import FormView
from desktop.widgets.question import Question
from forms import FormEngine

CHOICES = (
    "list_name | name | label\n"
    + "\n".join(
        f"few | f{n} | Choice {n}" if n < 3 else f"many | m{n} | A rather long choice {n}"
        for n in range(3)
    )
    + "\n"
    + "\n".join(f"many | m{n} | A rather long choice number {n}" for n in range(3, 9))
    + ("\n" + "\n".join(f"lots | l{n} | Landing {n}" for n in range(30)))
)
"""Lists of three choices, of nine long ones, and of thirty."""


class Page:
    """A form view in a window of 1366 x 768, with its engine."""

    def __init__(self, engine: FormEngine, qtbot: QtBot) -> None:
        self.engine = engine
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.view = FormView(engine)
        column = QVBoxLayout(self.window)
        column.addWidget(self.view)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.view.complete()
        self.settle()

    def settle(self) -> None:
        for _round in range(3):
            QApplication.processEvents()

    def question(self, path: str) -> Question:
        part = self.view.part(path)
        assert isinstance(part, Question), path
        return part

    def field(self, path: str, index: int = 0) -> QWidget:
        return self.question(path).answer.parts()[index]

    def focus(self, path: str, index: int = 0) -> QWidget:
        field = self.field(path, index)
        field.setFocus()
        self.settle()
        return field
