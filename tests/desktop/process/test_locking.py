"""A lock ends the process, loses no character, asks nothing, and the next window is there."""

import time
from pathlib import Path

import pytest

from tests.desktop.process.fieldbook import Fieldbook, is_alive, typed_in, wait_for_end

TYPE = "window.insertPlainText({text!r})"
PRESS = "QTest.keyClick(app().focusWindow(), {key}, {modifiers})"
REFUSE = """
from storage.errors import VaultFull
def refuse(): raise VaultFull("full")
locker.seal_with(refuse)
"""
CTRL_L = PRESS.format(key="Qt.Key.Key_L", modifiers="Qt.KeyboardModifier.ControlModifier")
F9 = PRESS.format(key="Qt.Key.Key_F9", modifiers="Qt.KeyboardModifier.NoModifier")


def test_from_lock_to_the_next_unlock_window(fieldbook: Fieldbook, vault: Path) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, "window.resize(700, 500)")
    fieldbook.do(first, TYPE.format(text="He said: “Tuesday”"))
    fieldbook.tell(first, CTRL_L)
    assert fieldbook.line().startswith('locked {"reason": "key"')
    assert fieldbook.line() == "painted"
    wait_for_end(first)
    assert fieldbook.do(spare, "hands.door.isVisible()")
    assert fieldbook.do(spare, "hands.door.size().toTuple()") == (700, 500)
    assert fieldbook.next_notebook() not in (first, spare)
    fieldbook.unlock(spare)
    assert fieldbook.line() == "opened"
    assert fieldbook.do(spare, "window.toPlainText()") == "He said: “Tuesday”"
    assert fieldbook.end() == 0
    assert typed_in(vault) == "He said: “Tuesday”"


@pytest.mark.parametrize(
    "open_something",
    [
        "from PySide6.QtWidgets import QMessageBox\n"
        "from PySide6.QtCore import QTimer\n"
        "QTimer.singleShot(0, lambda: QMessageBox(window).exec())",
        "from PySide6.QtWidgets import QFileDialog\n"
        "from PySide6.QtCore import QTimer\n"
        "QTimer.singleShot(0, lambda: QFileDialog.getOpenFileName(window))",
        "from PySide6.QtWidgets import QMenu\n"
        "from PySide6.QtCore import QTimer\n"
        "menu = QMenu(window)\n"
        "menu.addAction('x')\n"
        "QTimer.singleShot(0, lambda: menu.exec())",
        "from PySide6.QtWidgets import QComboBox\n"
        "combo = QComboBox(window)\n"
        "combo.addItem('x')\n"
        "combo.show()\n"
        "combo.showPopup()",
    ],
    ids=["question", "file dialog", "menu", "list"],
)
def test_a_lock_does_not_wait_for_what_is_open(
    fieldbook: Fieldbook, vault: Path, open_something: str
) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, TYPE.format(text="half a senten"))
    fieldbook.do(first, open_something)
    fieldbook.do(first, "QTest.qWait(200)")
    fieldbook.tell(first, CTRL_L)
    assert fieldbook.line().startswith("locked")
    assert fieldbook.line() == "painted"
    wait_for_end(first)
    assert fieldbook.do(spare, "hands.door.isVisible()")
    fieldbook.end()
    assert typed_in(vault) == "half a senten"


def test_no_widget_notices_that_its_window_is_hidden(fieldbook: Fieldbook, vault: Path) -> None:
    """What a page does when it loses the focus must not run in a lock: it might ask something."""
    first, _ = fieldbook.opened()
    fieldbook.do(
        first,
        "from PySide6.QtWidgets import QLineEdit\n"
        "line = QLineEdit(window)\n"
        "line.editingFinished.connect(lambda: window.appendPlainText('left'))\n"
        "line.show()\n"
        "line.setFocus()\n"
        "line.hasFocus()",
    )
    fieldbook.do(first, "seal_before = seal\nlocker.seal_with(lambda: None)")
    fieldbook.do(first, "setattr(locker, '_close', lambda: (seal_before(), vault.close()))")
    fieldbook.tell(first, CTRL_L)
    assert fieldbook.line().startswith("locked")
    wait_for_end(first)
    fieldbook.end()
    assert typed_in(vault) == ""


def test_it_seals_itself_when_nobody_is_there(fieldbook: Fieldbook) -> None:
    first, _ = fieldbook.opened()
    told = "told = []\nbool(locker.remaining.connect(told.append))"
    fieldbook.do(first, told)
    time.sleep(1.5)
    assert 290 < fieldbook.do(first, "told[-1]") <= 300
    fieldbook.do(first, "setattr(locker._idleness, '_limit', 2)")
    fieldbook.do(first, "locker.touch()")
    assert fieldbook.line().startswith('locked {"reason": "idle"')
    assert fieldbook.line() == "painted"


def test_it_seals_itself_after_the_machine_has_slept(fieldbook: Fieldbook) -> None:
    first, _ = fieldbook.opened()
    fieldbook.do(first, "import time\nsetattr(locker._idleness, '_wall', lambda: time.time() + 60)")
    assert fieldbook.line().startswith('locked {"reason": "sleep"')


def test_f9_hides_everything_and_a_second_one_brings_it_back(fieldbook: Fieldbook) -> None:
    first, _ = fieldbook.opened()
    fieldbook.do(first, F9)
    covers = "[w for w in app().topLevelWidgets() if w.isVisible() and w is not window]"
    assert fieldbook.do(first, f"len({covers})") == 1
    assert fieldbook.do(first, f"{covers}[0].isFullScreen() and {covers}[0].isModal()")
    assert fieldbook.do(first, f"{covers}[0].windowTitle()") == "Fieldbook"
    fieldbook.do(first, F9)
    assert fieldbook.do(first, f"len({covers})") == 0
    assert fieldbook.do(first, "app().focusWidget() is window")
    fieldbook.do(first, F9)
    fieldbook.do(
        first,
        "from desktop.locking.neutral import NeutralScreens\n"
        "locker.findChild(NeutralScreens)._moment.start(100)",
    )
    assert fieldbook.line().startswith("locked")


def test_what_could_not_be_sealed_is_said(fieldbook: Fieldbook) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, "locker.seal_with(lambda: 1 / 0)")
    fieldbook.tell(first, CTRL_L)
    assert '"sealed": false' in fieldbook.line()
    assert fieldbook.line() == "painted"
    assert "could not be sealed" in fieldbook.do(spare, "hands.door.page._notice_words.text()")


def test_closing_asks_before_words_are_given_up_that_the_vault_refuses(
    fieldbook: Fieldbook,
) -> None:
    first, _ = fieldbook.opened()
    asking = "[w for w in app().topLevelWidgets() if type(w).__name__ == 'Unsealed']"
    fieldbook.do(first, REFUSE)
    for back in (True, False):
        fieldbook.do(first, "locker.close()\nQTest.qWait(50)")
        assert fieldbook.do(first, f"len({asking})") == 1
        if back:
            fieldbook.do(first, f"{asking}[0].back.click()\nQTest.qWait(50)")
            assert fieldbook.do(first, f"len({asking})") == 0
    fieldbook.tell(first, f"{asking}[0].give_up.click()")
    assert fieldbook.line() == "quit"


def test_a_disk_that_hangs_does_not_keep_it_open(fieldbook: Fieldbook) -> None:
    first, _ = fieldbook.opened()
    fieldbook.do(first, "import time\nlocker.seal_with(lambda: time.sleep(3600))")
    fieldbook.do(first, "import desktop.locking.locker as it\nsetattr(it, 'PATIENCE', 0.5)")
    fieldbook.tell(first, CTRL_L)
    assert '"sealed": false' in fieldbook.line()
    wait_for_end(first)


def test_locking_twice_at_once_is_locking_once(fieldbook: Fieldbook) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, "locker.seal_with(lambda: (locker.lock(), locker.leave(), seal()))")
    fieldbook.tell(first, CTRL_L)
    assert fieldbook.line().startswith("locked")
    assert fieldbook.line() == "painted"
    assert is_alive(spare)
