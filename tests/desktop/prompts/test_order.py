"""Tab goes through the note first, and through the prompts beside it afterwards."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.prompts import PromptsPanel

PRESSES = 150


def test_tab_does_not_jump_between_the_note_and_its_prompts(
    notebook: Notebook, qtbot: QtBot
) -> None:
    notebook.shell.resize(1366, 768)
    notebook.new_note()  # both grow at the same time, a slice of the one after one of the other
    qtbot.waitUntil(lambda: notebook.write.panel is not None, timeout=10_000)
    panel, writing = notebook.write.panel, notebook.write.writing
    assert panel is not None
    assert writing is not None
    views = (writing._form, panel.view)
    qtbot.waitUntil(lambda: not any(view._slices.are_left for view in views), timeout=20_000)
    QTest.qWait(50)
    writing.take_focus()
    rooms = [room for room, _same in groupby(walked(panel, writing))]
    assert len(rooms) == len(set(rooms)), rooms


def walked(panel: PromptsPanel, writing: QWidget) -> list[str]:
    """Where the focus is after each Tab, until it is back where it began."""
    began = focus = QApplication.focusWidget()
    found = []
    for _press in range(PRESSES):
        assert focus is not None
        in_note = writing.isAncestorOf(focus)
        found.append("note" if in_note else "panel" if panel.isAncestorOf(focus) else "else")
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is began or found[-1] == "else":
            break
    return found
