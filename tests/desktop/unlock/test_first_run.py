"""From a bare home to the first sealed note, by keys or the mouse alone (docs/measured.md)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.theme.buttons import Button
from desktop.unlock import Door, OpenedVault
from desktop.unlock.code import CodePage
from desktop.unlock.making import MakingPage
from desktop.unlock.shown_code import ASKED
from desktop.widgets import FormView
from desktop.widgets.answer import Answer
from storage import RecordId
from tests.desktop.unlock.conftest import MakeDoor
from tests.storage.helpers import CHEAP

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
GOOD = "lantern orchard velvet canyon"
TO_THE_NOTEBOOK = 4
"""Keys beside what is typed: make, next field, make it, open."""
TO_HER_WISHES = 9
"""Tabs from the note's first question to the first that is answered in words."""
CLICKS = 7
"""With the mouse: make, next field, make it, open, new note, the question, finalise."""


class Hands:
    """An officer's hands on the keyboard; they count the keys that write nothing."""

    keys = 0

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focus(), key, held)
        self.keys += 1

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._focus(), letter)

    def tab_to(self, there: Callable[[QWidget], bool]) -> None:
        for _tab in range(30):
            if there(self._focus()):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError("it can't be reached by Tab")

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus


def make_notebook(hands: Hands, door: Door, qtbot: QtBot) -> OpenedVault:
    """From the first window through passphrase and recovery code."""
    hands.press(Qt.Key.Key_Return)
    making = door.window.page
    assert isinstance(making, MakingPage)
    for field in (making.passphrase, making.again):
        hands.tab_to(lambda focus, field=field: focus is field)
        hands.type(GOOD)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(door.window.page, CodePage), timeout=30_000)
    code = door.window.page
    assert isinstance(code, CodePage)
    groups = code.shown.code.split("-")
    with qtbot.waitSignal(door.opened) as opened:
        for number, answer in zip(ASKED, code.answers, strict=True):
            hands.tab_to(lambda focus, answer=answer: focus is answer)
            hands.type(groups[number - 1])
        hands.press(Qt.Key.Key_Return)
    found = opened.args[0]
    assert isinstance(found, OpenedVault)
    return found


def test_the_first_note_is_sealed_after_few_keys(
    make_door: MakeDoor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.vault.vault.calibrate", lambda: CHEAP)
    hands, door = Hands(), make_door()
    found = make_notebook(hands, door, qtbot)
    assert hands.keys == TO_THE_NOTEBOOK
    notebook = Notebook(found.vault, found.profile, lambda: None, lambda: None)
    qtbot.addWidget(notebook.shell)
    notebook.shell.show()
    door.window.hide()
    notebook.go_back()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    def foot() -> str:
        return " ".join(label.text() for label in notebook.shell.foot.findChildren(QLabel))

    qtbot.waitUntil(lambda: bool(wishes(notebook)), timeout=10_000)
    views = notebook.write.findChildren(FormView)
    qtbot.waitUntil(lambda: not any(view._slices.are_left for view in views), timeout=20_000)
    qtbot.wait(100)  # and the order of Tab is made
    hands.tab_to(lambda focus: focus in wishes(notebook))
    assert hands.keys == TO_THE_NOTEBOOK + 1 + TO_HER_WISHES
    hands.type("She asked for a locksmith.")
    qtbot.waitUntil(lambda: "Sealed" in foot(), timeout=10_000)
    drafts = found.vault.query(lambda session: session.drafts.all()).result()
    assert b"She asked for a locksmith." in drafts[0].content
    with qtbot.waitSignal(notebook.write.finalised, timeout=10_000) as finalised:
        hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    record = RecordId(finalised.args[0])
    kept = found.vault.query(lambda session: session.records.newest(record)).result()
    assert b"She asked for a locksmith." in kept.content
    assert hands.keys == TO_THE_NOTEBOOK + 1 + TO_HER_WISHES + 1
    notebook.write.left()
    found.vault.close()


class Mouse(Hands):
    """The same with the mouse; it counts clicks."""

    clicks = 0

    def click(self, there: QWidget) -> None:
        QTest.qWait(50)  # what is new is on screen
        QTest.mouseClick(there, Qt.MouseButton.LeftButton)
        self.clicks += 1

    def click_words(self, window: QWidget, words: str) -> None:
        found = [b for b in window.findChildren(Button) if b.text() == words and b.isVisible()]
        self.click(found[0])


def test_the_first_note_is_sealed_after_few_clicks(
    make_door: MakeDoor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.vault.vault.calibrate", lambda: CHEAP)
    hands, door = Mouse(), make_door()
    hands.click_words(door.window, "Make a notebook")
    making = door.window.page
    assert isinstance(making, MakingPage)
    hands.type(GOOD)
    hands.click(making.again)
    hands.type(GOOD)
    hands.click_words(door.window, "Make it")
    qtbot.waitUntil(lambda: isinstance(door.window.page, CodePage), timeout=30_000)
    code = door.window.page
    assert isinstance(code, CodePage)
    groups = code.shown.code.split("-")
    with qtbot.waitSignal(door.opened) as opened:
        for number in ASKED:
            hands.type(groups[number - 1])
        hands.click_words(door.window, "Open the notebook")
    found = opened.args[0]
    assert isinstance(found, OpenedVault)
    notebook = Notebook(found.vault, found.profile, lambda: None, lambda: None)
    qtbot.addWidget(notebook.shell)
    notebook.shell.show()
    door.window.hide()
    notebook.go_back()
    hands.click_words(notebook.shell, "New note")
    qtbot.waitUntil(lambda: bool(wishes(notebook)), timeout=10_000)
    hands.click(wishes(notebook)[0])
    hands.type("She asked for a locksmith.")
    with qtbot.waitSignal(notebook.write.finalised, timeout=10_000):
        hands.click_words(notebook.shell, "Finalise")
    assert (hands.clicks, hands.keys) == (CLICKS, 0)
    notebook.write.left()
    found.vault.close()


def wishes(notebook: Notebook) -> list[QWidget]:
    """The fields for what she wants and needs."""
    every = notebook.write.findChildren(Answer)
    return [part for one in every if one.path == "/data/support/wishes" for part in one.parts()]
