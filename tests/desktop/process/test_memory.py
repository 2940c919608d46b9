"""After a lock no process that is left remembers anything: not the words, not the key."""

import secrets
import sys
from pathlib import Path

import pytest

from storage import Identity, Vault
from storage.keys import header
from storage.keys.slots import RecoveryCode
from tests.desktop.process.fieldbook import CHEAP, CHILD, FIND_NOTE, Fieldbook, wait_for_end
from tests.desktop.process.memory import can_read, forms, hits

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

WRITE = f"""
{FIND_NOTE}
note.setFocus()
QTest.keyClicks(note, {{canary!r}})
note.selectAll()
note.copy()
QTest.qWait(1500)
"""
CTRL_N = "QTest.keyClick(app().focusWindow(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)"


def test_nothing_is_left_in_any_process_of_ours(tmp_path: Path) -> None:
    canary, passphrase = secrets.token_hex(12), " ".join(secrets.token_hex(4) for _ in range(4))
    vault, code = Vault.create(tmp_path / "v", passphrase, Identity("a", "b"), cost=CHEAP)
    vault.close()
    _found, data_key = header.read(tmp_path / "v").unlock(RecoveryCode(code))
    sought = forms(canary, passphrase, data_key)
    fieldbook = Fieldbook(tmp_path, tmp_path / "v", ["-P", str(CHILD), "--real"])
    try:
        first = fieldbook.next_notebook()
        if not can_read(first):
            pytest.skip("only an administrator may read the memory of a hardened process")
        assert fieldbook.line() == "painted"
        spare = fieldbook.next_notebook()
        fieldbook.unlock(first, passphrase)
        assert fieldbook.line() == "opened"
        fieldbook.do(first, f"{CTRL_N}\nQTest.qWait(300)")
        fieldbook.do(first, f"{WRITE.format(canary=canary)}\nNone")
        assert hits(first, sought)[0] > 0, "the search does not find what is there"
        fieldbook.tell(first, "process._locker.lock()")
        assert fieldbook.line().startswith("locked")
        assert fieldbook.line() == "painted"
        wait_for_end(first)
        for pid in (fieldbook.supervisor.pid, spare):
            count, size = hits(pid, sought)
            assert size > 1_000_000
            assert count == 0, pid
    finally:
        fieldbook.close()
