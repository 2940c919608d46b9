"""What is copied leaves the clipboard again, and asks histories not to keep it.

Run by `test_on_a_display.py`.
"""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.locking.clipboard import DISCREET, ClipboardKeeper, empty_clipboard
from desktop.theme.fields import WritingField

LIFETIME = 150


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[QClipboard]:
    keeper = ClipboardKeeper(lifetime=LIFETIME)
    clipboard = QGuiApplication.clipboard()
    yield clipboard
    keeper.deleteLater()
    clipboard.clear()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_copied_words_are_marked_and_go(
    clipboard: QClipboard, qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    field = kind("her words")
    qtbot.addWidget(field)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "her words"
    assert all(clipboard.mimeData().hasFormat(name) for name in DISCREET)
    qtbot.waitUntil(lambda: clipboard.text() == "", timeout=10_000)


def test_each_copy_has_its_whole_time(clipboard: QClipboard, qtbot: QtBot) -> None:
    clipboard.setText("first")
    qtbot.wait(LIFETIME * 2 // 3)
    clipboard.setText("second")
    qtbot.wait(LIFETIME * 2 // 3)
    assert clipboard.text() == "second"
    qtbot.waitUntil(lambda: clipboard.text() == "", timeout=10_000)


def test_pictures_and_rich_text_keep_their_forms(clipboard: QClipboard) -> None:
    rich = QMimeData()
    rich.setText("plain")
    rich.setHtml("<b>rich</b>")
    clipboard.setMimeData(rich)
    assert (clipboard.text(), clipboard.mimeData().html()) == ("plain", "<b>rich</b>")


def test_a_long_paragraph_is_copied_as_words_alone(clipboard: QClipboard, qtbot: QtBot) -> None:
    """Qt would write it as Markdown too, for minutes, before the window moved again."""
    paragraph = "She said that the door does not lock. " * 6000
    field = WritingField()
    field.setPlainText(paragraph)
    qtbot.addWidget(field)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == paragraph
    offered = set(clipboard.mimeData().formats()) - set(DISCREET)
    assert not {name for name in offered if not name.startswith("text/plain")}


@pytest.mark.parametrize("kind", [QLineEdit, WritingField])
def test_what_is_only_selected_goes_nowhere(
    clipboard: QClipboard, qtbot: QtBot, kind: type[QLineEdit | WritingField]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "her words")
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not clipboard.ownsSelection()
    assert clipboard.text(QClipboard.Mode.Selection) == ""


def test_a_lock_empties_it(clipboard: QClipboard) -> None:
    clipboard.setText("her words")
    empty_clipboard(clipboard)
    assert clipboard.mimeData().formats() == []


def test_what_another_program_put_there_stays(clipboard: QClipboard, qtbot: QtBot) -> None:
    other = (
        "import sys\nfrom PySide6.QtGui import QGuiApplication\n"
        "app = QGuiApplication(sys.argv)\napp.clipboard().setText('theirs')\n"
        "print('there', flush=True)\nsys.exit(app.exec())"
    )
    with subprocess.Popen([sys.executable, "-c", other], stdout=subprocess.PIPE) as program:
        assert program.stdout
        program.stdout.readline()
        qtbot.waitUntil(lambda: clipboard.text() == "theirs", timeout=10_000)
        qtbot.wait(LIFETIME * 2)
        empty_clipboard(clipboard)
        assert clipboard.text() == "theirs"
        program.kill()


def test_another_program_sees_the_marks(qtbot: QtBot) -> None:
    keeper = ClipboardKeeper()
    clipboard = QGuiApplication.clipboard()
    reader = (
        "import sys\nfrom PySide6.QtGui import QGuiApplication\n"
        "app = QGuiApplication(sys.argv)\ndata = app.clipboard().mimeData()\n"
        "print(data.text(), data.hasFormat('x-kde-passwordManagerHint'), flush=True)"
    )
    clipboard.setText("her words")
    with subprocess.Popen([sys.executable, "-c", reader], stdout=subprocess.PIPE) as program:
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=20_000)
        assert program.stdout
        assert program.stdout.read() == b"her words True\n"
    keeper.deleteLater()
    clipboard.clear()
