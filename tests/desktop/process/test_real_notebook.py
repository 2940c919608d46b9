"""The real notebook in real processes: a lock in mid-word, and back at the same place."""

import time
from pathlib import Path

from tests.desktop.process.fieldbook import CHILD, FIND_NOTE, LIMIT, Fieldbook

CTRL_N = "QTest.keyClick(app().focusWindow(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)"
WRITTEN = ("What was said", "He came back on Tues", 19)
PLACE = (
    "here = app().focusWidget()\n"
    "(here.accessibleName(), here.toPlainText(), here.textCursor().position()) "
    "if hasattr(here, 'toPlainText') else ()"
)


def test_a_lock_in_mid_word_loses_no_character(tmp_path: Path, vault: Path) -> None:
    fieldbook = Fieldbook(tmp_path, vault, ["-P", str(CHILD), "--real"])
    try:
        first, spare = fieldbook.opened()
        fieldbook.do(first, f"{CTRL_N}\nQTest.qWait(300)")
        fieldbook.do(
            first,
            f"{FIND_NOTE}\n"
            "note.setFocus()\n"
            "QTest.keyClicks(note, 'He came back on Tues')\n"
            "note.moveCursor(note.textCursor().MoveOperation.Left)",
        )
        fieldbook.tell(first, "process._locker.lock()")
        assert fieldbook.line().startswith('locked {"reason": "key"')
        assert fieldbook.line() == "painted"
        fieldbook.unlock(spare)
        assert fieldbook.line() == "opened"
        until = time.monotonic() + LIMIT
        while (place := fieldbook.do(spare, PLACE)) != WRITTEN:
            assert time.monotonic() < until, place
            time.sleep(0.05)
    finally:
        fieldbook.close()
