"""A new data key in a real notebook: what is typed is sealed before, and the lock says so."""

from pathlib import Path

from tests.desktop.process.fieldbook import CHILD, FIND_NOTE, PASSPHRASE, Fieldbook, wait_for_end

CTRL_N = "QTest.keyClick(app().focusWindow(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)"
RENEW = f"""
from tests.desktop.process import dialogs
opened = dialogs.notebook()
asked = opened.safe.renewing.show_window()
asked.proof.field.setText({PASSPHRASE!r})
asked.begin()
for _ in range(600):
    if asked.code is None:
        QTest.qWait(50)
from tests.desktop.keys.conftest import answer
answer(asked.code)
asked.button.click()
asked.button.click()
for _ in range(600):
    if "was changed" not in asked.said:
        QTest.qWait(50)
asked.said"""
SEEN = f"{FIND_NOTE}\nnote.toPlainText()"


def test_what_is_typed_is_there_under_the_new_key(tmp_path: Path, vault: Path) -> None:
    fieldbook = Fieldbook(tmp_path, vault, ["-P", str(CHILD), "--real"])
    try:
        first, spare = fieldbook.opened()
        before = (vault / "header.json").read_bytes()
        fieldbook.do(first, f"{CTRL_N}\nQTest.qWait(300)")
        fieldbook.do(first, f"{FIND_NOTE}\nnote.setFocus()\nQTest.keyClicks(note, 'on Tues')")
        assert "was changed" in fieldbook.do(first, RENEW)
        assert (vault / "header.json").read_bytes() != before
        fieldbook.tell(first, "asked.button.click()")
        line = fieldbook.line()
        assert line.startswith("locked")
        assert '"sealed": false' not in line
        assert fieldbook.line() == "painted"
        wait_for_end(first)
        fieldbook.unlock(spare)
        assert fieldbook.line() == "opened"
        assert fieldbook.do(spare, SEEN) == "on Tues"
    finally:
        fieldbook.close()
